# One event: everything in the order of the contract, the effects in a savepoint of their own.

def carry_out(command, result):
    # Everything in the order of the contract; answers what stopped it, or None.
    if command.get('invalid'):
        parts = ['%s %s' % (part['path'] or '/', part['message']) for part in command['invalid']]
        return env['x_logistics_event'], stop('rejected', 'invalid_event', 'The event is not valid: ' + '; '.join(parts))
    if not command['plans']:
        return env['x_logistics_event'], stop('rejected', 'no_route', 'No route takes %s' % command['event']['name'])
    refs, problem = find_refs(command)
    if problem:
        return env['x_logistics_event'], problem
    plan, documents, problem = find_plan(command, refs)
    if problem:
        return env['x_logistics_event'], problem
    result['route'] = plan['route']
    if documents is None:
        documents = env['x_logistics_event']
    else:
        lock(documents)
        documents.fetch(fields_of(plan))
        result['documents'] = [{'model': one._name, 'id': one.id, 'name': one.display_name} for one in documents]
    problem = held(documents) or unmet(documents, plan['requires']) or (outdated(command) if plan['latest_only'] else None)
    if problem:
        return documents, problem
    for document in documents:
        if not is_as_expected(document, plan.get('expect')):
            return documents, stop('stale', 'expectation_failed', '%s is no longer as it was' % document.display_name)
    return documents, act(plan, documents, refs, result, command['event'])


def lock(documents):
    # Two events of one document wait for each other; who comes second judges by what the first has left.
    places = set()
    for document in documents:
        places.add((document._name, document.id))
    if places - locked:
        env.cr.execute('SELECT id FROM "%s" WHERE id IN %%s ORDER BY id FOR UPDATE' % documents._table, (tuple(documents.ids),))


def fields_of(plan):
    # What will be read, in one query: Odoo reads fields that were added to a model one by one.
    names = {'display_name'}
    for guard in plan['guards']:
        names = names | {guard['field']} | ({guard['time_field']} if guard.get('time_field') else set())
    for rule in plan['requires']:
        names.add((rule.get('path') or rule['field']).split('.')[0])
    return list(names)


def act(plan, documents, refs, result, event):
    acted, kept = False, None
    for document in documents or [documents]:
        verdict, reason, values = judge(document, plan['guards'], event) if document else (PASS, None, {})
        if verdict == KEEP:
            kept = kept or reason
        else:
            acted = True
        if values:
            write_values(document, values, result['changes'])
        for effect in plan['effects']:
            if verdict not in (effect.get('on') or [TAKE, TOUCH, PASS]):
                continue
            if effect['kind'] in NEED_DOCUMENT and not document:
                continue
            if effect['kind'] not in KEEP_LOOK_UPS:
                looked_up.clear()
            EFFECTS[effect['kind']](document, effect, refs, result['changes'])
    if acted or kept is None:
        return None
    return stop('stale', kept, 'Odoo keeps what it has: %s' % kept.replace('_', ' '))


def empty_result(command):
    return {'key': command['key'], 'outcome': 'applied', 'reason': None, 'message': '', 'route': '', 'documents': [],
            'changes': [], 'ledger_id': None, 'exception_id': None, 'stored': False}


def odoo_refused(error):
    status = http_status(error)
    return stop('rejected', 'access_denied' if status == 403 else 'odoo_refused', text_of(error))


def is_transient(error):
    return pgcode(error) in SERIALIZATION


def try_out(command, result):
    # The effects in a savepoint of their own: what Odoo refuses leaves nothing behind.
    if how['is_bold']:
        return carry_out(command, result)
    savepoint = env.cr.savepoint()
    try:
        documents, verdict = carry_out(command, result)
        env.flush_all()
        is_undone = bool(verdict and verdict['outcome'] != 'stale')
        savepoint.close(rollback=is_undone)
        if is_undone:
            looked_up.clear()
        else:
            # A lock that was taken before a savepoint is undone is gone with it.
            locked.update([(one['model'], one['id']) for one in result['documents']])
        return documents, verdict
    except Exception as error:
        if is_transient(error):
            raise
        savepoint.close(rollback=True)
        looked_up.clear()
        found = result['documents']
        documents = env[found[0]['model']].browse([one['id'] for one in found]) if found else env['x_logistics_event']
        return documents, odoo_refused(error)


def apply_one(command):
    # Answers the result, and what belongs in the ledger (None: nothing).
    result = empty_result(command)
    has_ledger = request.get('ledger') and command['key']
    before = seen.get(command['key']) if has_ledger else None
    known = known_before(command, before)
    if known:
        result.update(known)
        for name in ('ledger_id', 'route', 'documents', 'changes'):
            result[name] = before[name]
        result['stored'] = True
        if known['outcome'] == 'conflict':
            model_name, res_id = before['place']
            document = env[model_name].browse(res_id).exists() if model_name and res_id else Event.browse()
            changes_of_command['activities'] = {}
            result['exception_id'] = keep_as_issue(command, document, known)
            activities.update(changes_of_command['activities'])
        return result, None
    changes_of_command.update({'notes': [], 'activities': {}})
    documents, verdict = try_out(command, result)
    if documents._name == 'x_logistics_event':
        documents = Event.browse()
    if verdict:
        result.update(verdict)
    if verdict and verdict['outcome'] != 'stale':
        result['changes'] = []
        changes_of_command['activities'] = {}
        result['exception_id'] = keep_as_issue(command, documents, verdict)
    else:
        notes.extend(changes_of_command['notes'])
    activities.update(changes_of_command['activities'])
    if not has_ledger:
        return result, None
    if result['outcome'] == 'applied' and command['event']['time']:
        place = (command['event']['type'], command['event']['subject'])
        newest[place] = max(newest.get(place) or '', command['event']['time'])
    if result['outcome'] == 'applied' and command['event'].get('piece'):
        for document in result['documents']:
            place = (document['model'], document['id'], command['event']['milestone'])
            arrived_pieces[place] = (arrived_pieces.get(place) or set()) | {command['event']['piece']}
    return result, ledger_values(command, documents, result)
