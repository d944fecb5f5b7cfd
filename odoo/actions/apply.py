# Applies events: each command is looked up in the ledger, held against holds, requirements and guards, carried out
# and noted, in a savepoint of its own. One request is one transaction. What is asked for and answered is typed in
# core/odoo/apply. Runs as the calling user; only ledger, exceptions and external ids are written with sudo.

PROTOCOL = 1
MODULE = 'n8n_logistics'
SERIALIZATION = ['40001', '40P01', '55P03']
TAKE, TOUCH, PASS, KEEP = 'take', 'touch', 'pass', 'keep'
FINAL = ['applied', 'stale']
CATEGORY = {'conflict': 'conflict', 'held': 'held', 'unmatched': 'unmatched', 'rejected': 'rejected'}
FORBIDDEN_MODELS = ['ir.', 'res.users', 'res.groups', 'base.', 'auth', 'x_logistics_']

Event = env['x_logistics_event'].sudo()
Issue = env['x_logistics_exception'].sudo()
request = env.context.get('logistics') or {}
tables = request.get('tables') or {}
now = datetime.datetime.utcnow().replace(microsecond=0)


# --- plain helpers -----------------------------------------------------------------------------------------------

def pgcode(error):
    try:
        return error.pgcode
    except Exception:
        return None


def http_status(error):
    try:
        return error.http_status
    except Exception:
        return None


def text_of(error):
    if error.args and isinstance(error.args[0], str):
        return error.args[0]
    return str(error)


def json_string(value):
    result = value.replace('\\', '\\\\').replace('"', '\\"')
    result = result.replace('\n', '\\n').replace('\r', '\\r').replace('\t', '\\t')
    return '"' + ''.join([char if ord(char) >= 32 else ' ' for char in result]) + '"'


def to_json(value):
    if value is None:
        return 'null'
    if value is True:
        return 'true'
    if value is False:
        return 'false'
    if isinstance(value, str):
        return json_string(value)
    if isinstance(value, dict):
        return '{' + ', '.join([json_string(str(key)) + ': ' + to_json(item) for key, item in value.items()]) + '}'
    if isinstance(value, list) or isinstance(value, tuple):
        return '[' + ', '.join([to_json(item) for item in value]) + ']'
    return str(value)


def slug(value):
    lowered = (value or '').lower()
    return ''.join([char if char.isascii() and char.isalnum() else '_' for char in lowered])


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.strftime('%Y-%m-%d %H:%M:%S')
    if isinstance(value, datetime.date):
        return value.strftime('%Y-%m-%d')
    if isinstance(value, tuple):
        return list(value)
    return value


def read_plain(target, names):
    values = {}
    for name, value in target.read(names, load='')[0].items():
        values[name] = plain(value)
    return values


def same(before, after):
    if isinstance(before, float) or (isinstance(after, float) and not isinstance(before, bool)):
        return float_compare(float(before or 0), float(after or 0), precision_digits=6) == 0
    if before in (False, None, '') and after in (False, None, ''):
        return True
    return before == after


def stop(outcome, reason, message):
    return {'outcome': outcome, 'reason': reason, 'message': message}


def external_record(external_id, model_name):
    found = env.ref(external_id, raise_if_not_found=False)
    return found if found is not None and found and found._name == model_name else env[model_name]


def claim(name, model_name):
    # Two workers with one name: the second waits for the first and then fails with a serialization error, upon which
    # Odoo runs the whole request again, and finds the name taken. A plain INSERT would fail with a unique violation.
    env.cr.execute(
        'INSERT INTO ir_model_data (module, name, model, res_id, noupdate, create_uid, create_date, write_uid, write_date) '
        'VALUES (%s, %s, %s, 0, true, %s, %s, %s, %s) ON CONFLICT (module, name) DO NOTHING RETURNING id',
        (MODULE, name, model_name, env.uid, now, env.uid, now),
    )
    claimed = env.cr.fetchone()
    return claimed[0] if claimed else None


def named_record(name, model_name):
    env.cr.execute('SELECT res_id FROM ir_model_data WHERE module = %s AND name = %s', (MODULE, name))
    found = env.cr.fetchone()
    return env[model_name].sudo().browse(found[0]).exists() if found else env[model_name].sudo()


def name_record(name, model_name, res_id):
    env.cr.execute(
        'UPDATE ir_model_data SET res_id = %s, model = %s WHERE module = %s AND name = %s',
        (res_id, model_name, MODULE, name),
    )


# --- exceptions --------------------------------------------------------------------------------------------------

def members(group_id):
    group = env.ref(group_id, raise_if_not_found=False) if group_id else None
    if not group:
        return env['res.users'].sudo()
    field = 'all_user_ids' if 'all_user_ids' in group._fields else 'users'
    return group.sudo()[field].filtered(lambda user: user.active and not user.share)


def tell(target, group_id, summary, note, deadline):
    open_ones = target.sudo().activity_ids.filtered_domain([('summary', '=', summary)])
    for user in members(group_id) - open_ones.user_id:
        target.sudo().with_context(mail_activity_quick_update=True).activity_schedule(
            'mail.mail_activity_data_todo', date_deadline=deadline, summary=summary, note=note, user_id=user.id)


def open_issue(document, fallback, values, group_id):
    # One row for a document and a cause; the same again is counted, and opens a closed one anew.
    place = '%s_%s' % (document._name, document.id) if document else fallback
    name = ('exc_%s_%s_%s' % (slug(place), values['x_category'], slug(values['x_cause'])))[:120]
    known = named_record(name, 'x_logistics_exception')
    shared = {
        'x_message': values['x_message'], 'x_severity': values['x_severity'], 'x_last_seen': now,
        'x_payload': values.get('x_payload') or False, 'x_key': values.get('x_key') or False,
    }
    if known:
        shared['x_occurrences'] = known.x_occurrences + 1
        if known.x_state in ('resolved', 'dead'):
            shared.update({'x_state': 'open', 'x_attempts': 0, 'x_next_attempt': values.get('x_next_attempt') or False, 'x_resolution': False})
        if values.get('x_hold') and known.x_state in ('resolved', 'dead'):
            shared['x_hold'] = True
        reopened = known.x_state in ('resolved', 'dead')
        known.write(shared)
        if reopened:
            tell(known, group_id, known.x_name, values['x_message'], now.date())
        return known
    claim(name, 'x_logistics_exception')
    shared.update({
        'x_name': values['x_name'], 'x_category': values['x_category'], 'x_cause': values['x_cause'], 'x_state': 'open',
        'x_hold': values.get('x_hold') or False, 'x_occurrences': 1, 'x_first_seen': now, 'x_attempts': 0,
        'x_max_attempts': values.get('x_max_attempts') or 0, 'x_retry_minutes': values.get('x_retry_minutes') or 0,
        'x_next_attempt': values.get('x_next_attempt') or False,
        'x_model': document._name if document else False, 'x_res_id': document.id if document else 0,
        'x_document': document.display_name if document else (values.get('x_subject') or False),
        'x_company_id': company_of(document),
    })
    issue = Issue.create(shared)
    name_record(name, 'x_logistics_exception', issue.id)
    tell(issue, group_id, issue.x_name, values['x_message'], now.date())
    return issue


def company_of(document):
    if document and 'company_id' in document._fields and document[:1].company_id:
        return document[:1].company_id.id
    return env.company.id


def keep_as_issue(command, found, verdict):
    rules, event = command['on_problem'], command['event']
    category = 'invalid' if verdict['reason'] == 'invalid_event' else CATEGORY[verdict['outcome']]
    minutes = rules['retry_minutes']
    # What only people can mend is not tried again by itself.
    retries = category in ('unmatched', 'held', 'rejected') and rules['max_attempts'] > 0
    return open_issue(found[:1], '%s_%s' % (event['type'], event['subject']), {
        'x_name': '%s: %s' % (event['name'], verdict['reason'].replace('_', ' ')),
        'x_category': category, 'x_severity': rules['severity'], 'x_cause': verdict['reason'],
        'x_message': verdict['message'], 'x_hold': rules.get('hold') or False, 'x_key': command['key'],
        'x_payload': event['payload'], 'x_subject': event['subject'], 'x_max_attempts': rules['max_attempts'],
        'x_retry_minutes': minutes,
        'x_next_attempt': now + datetime.timedelta(minutes=minutes) if retries else False,
    }, rules.get('activity_group'))


# --- finding -----------------------------------------------------------------------------------------------------

def with_refs(value, refs):
    if isinstance(value, dict) and list(value) == ['ref']:
        return refs[value['ref']].id if value['ref'] in refs else False
    if isinstance(value, list) or isinstance(value, tuple):
        items = []
        for item in value:
            items.append(with_refs(item, refs))
        return items
    return value


def look_up(model_name, find, refs, limit, order):
    if 'external_id' in find:
        return external_record(find['external_id'], model_name)
    return env[model_name].search(with_refs(find['domain'], refs), limit=limit, order=order)


def find_ref(ref):
    name = '%s (%s)' % (ref['label'], ref['path'])
    for find in ref['find']:
        found = env[ref['model']].with_context(active_test=False).browse(
            look_up_any(ref['model'], find).ids)
        if len(found) > 1 and 'active' in found._fields and len(found.filtered('active')) == 1:
            found = found.filtered('active')
        if len(found) > 1:
            return found, stop('unmatched', 'reference_ambiguous', 'Several records of %s fit %s' % (ref['model'], name))
        if found:
            return found, ref_problem(found, name)
    return env[ref['model']], stop('unmatched', 'reference_not_found', 'No record of %s fits %s' % (ref['model'], name))


def look_up_any(model_name, find):
    if 'external_id' in find:
        return external_record(find['external_id'], model_name)
    return env[model_name].with_context(active_test=False).search(find['domain'], limit=3)


def ref_problem(found, name):
    if 'active' in found._fields and not found.active:
        return stop('rejected', 'reference_archived', '%s is archived in Odoo: %s' % (name, found.display_name))
    if 'company_id' in found._fields and found.company_id and found.company_id not in env.companies:
        return stop('rejected', 'reference_other_company',
                    '%s belongs to the company %s' % (name, found.company_id.sudo().display_name))
    return None


def find_refs(command):
    refs = {}
    for ref in command['refs']:
        found, problem = find_ref(ref)
        if problem:
            return refs, problem
        refs[ref['name']] = found
    return refs, None


def find_plan(command, refs):
    # The first plan whose documents are there; a plan without a look-up needs none.
    for plan in command['plans']:
        if not plan['find']:
            return plan, None, None
        for find in plan['find']:
            found = look_up(find['model'], find, refs, 2 if find['many'] == 'one' else 50, find.get('order'))
            if len(found) > 1 and find['many'] == 'one':
                names = ', '.join(found.mapped('display_name'))
                return plan, found.browse(), stop('unmatched', 'document_ambiguous', 'Several documents fit: %s' % names)
            if found:
                return plan, found, None
    return None, None, stop('unmatched', 'document_not_found',
                            'No document in Odoo fits %s' % command['event']['subject'])


# --- judging -----------------------------------------------------------------------------------------------------

def held(documents):
    if not documents:
        return None
    hold = Issue.search([('x_hold', '=', True), ('x_model', '=', documents._name), ('x_res_id', 'in', documents.ids)], limit=1)
    if not hold:
        return None
    return stop('held', 'on_hold', '%s is on hold: %s' % (hold.x_document, hold.x_message or hold.x_name))


def values_at(document, path):
    values = document.mapped(path)
    if isinstance(values, list):
        return [plain(value) for value in values] or [False]
    return values.ids or [False]


def unmet(documents, requires):
    for document in documents or []:
        for rule in requires:
            for value in values_at(document, rule['field']):
                if ('in' in rule and value not in rule['in']) or ('not_in' in rule and value in rule['not_in']):
                    return stop('rejected', rule['reason'],
                                '%s: %s (%s is %s)' % (document.display_name, rule['message'], rule['field'], value))
    return None


def relation_of(known, time):
    if not known or not time:
        return 'unordered'
    before = plain(known)
    return 'newer' if time > before else 'same' if time == before else 'older'


def guard_verdict(document, guard):
    for name in guard.get('expect') or {}:
        if not same(read_plain(document, [name])[name], guard['expect'][name]):
            return KEEP, 'expectation_failed', {}
    current = document[guard['field']] or ''
    transition = (tables.get(guard['table']) or {}).get(current)
    if transition is None:
        return KEEP, 'unknown_state', {}
    time_field = guard.get('time_field')
    relation = relation_of(document[time_field] if time_field else None, guard['time'])
    if relation not in transition['on']:
        return KEEP, transition.get('reason') or (relation if relation in ('older', 'unordered') else 'older'), {}
    verdict, values = transition['verdict'], {}
    if verdict == KEEP:
        return KEEP, transition.get('reason') or 'older', {}
    if verdict == TAKE and transition.get('value'):
        values[guard['field']] = transition['value']
    if verdict in (TAKE, TOUCH) and time_field and guard['time']:
        values[time_field] = guard['time']
    return verdict, None, values


def judge(document, guards):
    # Several guards: the strictest counts.
    verdicts, values = [], {}
    for guard in guards:
        verdict, reason, new_values = guard_verdict(document, guard)
        if verdict == KEEP:
            return KEEP, reason, {}
        verdicts.append(verdict)
        values.update(new_values)
    for verdict in (TAKE, TOUCH):
        if verdict in verdicts:
            return verdict, None, values
    return PASS, None, values


def outdated(command):
    event = command['event']
    if not event['time']:
        return None
    later = Event.search([('x_type', '=', event['type']), ('x_subject', '=', event['subject']),
                          ('x_outcome', '=', 'applied'), ('x_event_time', '>', event['time'])], limit=1)
    return stop('stale', 'older', 'A later event was applied: %s' % later.x_name) if later else None


# --- effects -----------------------------------------------------------------------------------------------------

def write_values(target, values, changes):
    for prefix in FORBIDDEN_MODELS:
        if target._name.startswith(prefix):
            raise UserError('Events may not write %s' % target._name)
    for one in target:
        before, differing = read_plain(one, list(values)), {}
        for name, value in values.items():
            if not same(before[name], value):
                differing[name] = value
                changes.append({'model': one._name, 'id': one.id, 'field': name, 'before': before[name], 'after': value})
        if differing:
            one.write(differing)


def do_write(document, effect, refs, changes):
    target = document.mapped(effect['path']) if effect.get('path') else document
    if effect.get('filter'):
        target = target.filtered_domain(effect['filter'])
    values = {}
    for name, value in effect['values'].items():
        values[name] = with_refs(value, refs)
    write_values(target, values, changes)


def do_note(document, effect, refs, changes):
    document.message_post(body=effect['body'], body_is_html=True, message_type='comment', subtype_xmlid='mail.mt_note')


def do_message(document, effect, refs, changes):
    partners = [] if effect['to'] == 'followers' else document.mapped(effect['to']).ids
    document.message_post(body=effect['body'], body_is_html=True, subject=effect.get('subject') or False,
                          message_type='comment', subtype_xmlid='mail.mt_comment', partner_ids=partners)


def do_activity(document, effect, refs, changes):
    user = document.mapped(effect['user'])[:1] if effect.get('user') else None
    if user:
        if not document.activity_ids.filtered_domain([('summary', '=', effect['summary']), ('user_id', '=', user.id)]):
            document.activity_schedule('mail.mail_activity_data_todo', date_deadline=effect['deadline'],
                                       summary=effect['summary'], note=effect.get('note') or '', user_id=user.id)
    elif effect.get('group'):
        tell(document, effect['group'], effect['summary'], effect.get('note') or '', effect['deadline'])


def do_attach(document, effect, refs, changes):
    place = [('res_model', '=', document._name), ('res_id', '=', document.id)]
    same_file = ('checksum', '=', effect['checksum']) if effect.get('checksum') else ('url', '=', effect.get('url'))
    if (effect.get('checksum') or effect.get('url')) and env['ir.attachment'].search_count(place + [same_file]):
        return
    values = {'name': effect['name'], 'res_model': document._name, 'res_id': document.id}
    if effect.get('mimetype'):
        values['mimetype'] = effect['mimetype']
    if effect.get('url'):
        values.update({'type': 'url', 'url': effect['url']})
    else:
        values['datas'] = effect['datas']
    attachment = env['ir.attachment'].create(values)
    changes.append({'model': document._name, 'id': document.id, 'field': 'attachment', 'before': False, 'after': attachment.name})


def set_quantities(picking, product, quantity):
    # Several moves of one product fill up in order; what is over goes to the last.
    moves = picking.move_ids.filtered_domain([('product_id', '=', product.id), ('state', 'not in', ['done', 'cancel'])])
    if not moves:
        raise UserError('%s has no open line for %s' % (picking.name, product.display_name))
    for move in moves:
        taken = quantity if move == moves[-1:] else min(quantity, move.product_uom_qty)
        move.write({'quantity': taken, 'picked': taken > 0})
        quantity = quantity - taken


def do_validate_picking(document, effect, refs, changes):
    pickings = document if document._name == 'stock.picking' else document.mapped('picking_ids')
    for picking in pickings.filtered(lambda one: one.state not in ('done', 'cancel')):
        before = picking.state
        if picking.state == 'draft':
            picking.action_confirm()
        if picking.state != 'assigned':
            picking.action_assign()
        for line in effect.get('quantities') or []:
            set_quantities(picking, refs[line['product']['ref']], line['quantity'])
        keep_rest = effect['backorder']
        answer = picking.with_context(
            skip_backorder=True, skip_sms=True, skip_immediate=True,
            picking_ids_not_to_backorder=[] if keep_rest else picking.ids).button_validate()
        if picking.state != 'done':
            raise UserError('Odoo asks before it validates %s: %s' % (
                picking.name, answer.get('name') if isinstance(answer, dict) else 'see the transfer'))
        changes.append({'model': 'stock.picking', 'id': picking.id, 'field': 'state', 'before': before, 'after': picking.state})


def do_create_invoice(document, effect, refs, changes):
    orders = document if document._name == 'sale.order' else document.mapped('sale_id')
    orders = orders.filtered(lambda one: one.invoice_status == 'to invoice')
    if not orders:
        return
    invoices = orders._create_invoices()
    if effect['post']:
        invoices.action_post()
    for invoice in invoices:
        changes.append({'model': 'account.move', 'id': invoice.id, 'field': 'state', 'before': False, 'after': invoice.state})


def do_set_stock(document, effect, refs, changes):
    product, location = refs[effect['product']['ref']], refs[effect['location']['ref']]
    product = product.product_variant_id if product._name == 'product.template' else product
    quantity = effect['quantity']
    if effect.get('uom'):
        quantity = refs[effect['uom']['ref']]._compute_quantity(quantity, product.uom_id)
    lot = env['stock.lot']
    if effect.get('lot'):
        lot = lot.search([('name', '=', effect['lot']), ('product_id', '=', product.id)], limit=1)
        if not lot:
            lot = env['stock.lot'].create({'name': effect['lot'], 'product_id': product.id})
    Quant = env['stock.quant'].with_context(inventory_mode=True)
    quant = Quant.search([('product_id', '=', product.id), ('location_id', '=', location.id), ('lot_id', '=', lot.id),
                          ('package_id', '=', False), ('owner_id', '=', False)], limit=1)
    before = quant.quantity if quant else 0.0
    if float_compare(before, quantity, precision_rounding=product.uom_id.rounding) == 0:
        return
    if quant:
        quant.write({'inventory_quantity': quantity})
    else:
        quant = Quant.create({'product_id': product.id, 'location_id': location.id, 'lot_id': lot.id,
                              'inventory_quantity': quantity})
    quant.action_apply_inventory()
    changes.append({'model': 'stock.quant', 'id': quant.id, 'field': 'quantity', 'before': before, 'after': quantity})


def do_exception(document, effect, refs, changes):
    open_issue(document, 'none', {
        'x_name': '%s: %s' % (document.display_name or effect['category'], effect['cause'].replace('_', ' ')), 'x_category': effect['category'],
        'x_severity': effect['severity'], 'x_cause': effect['cause'], 'x_message': effect['message'],
        'x_hold': effect.get('hold') or False,
    }, effect.get('group'))


def do_resolve_exception(document, effect, refs, changes):
    Issue.search([('x_model', '=', document._name), ('x_res_id', '=', document.id), ('x_cause', '=', effect['cause']),
                  ('x_state', 'not in', ['resolved', 'dead'])]).write(
        {'x_state': 'resolved', 'x_hold': False, 'x_resolution': effect['resolution'], 'x_next_attempt': False})


EFFECTS = {
    'write': do_write, 'note': do_note, 'message': do_message, 'activity': do_activity, 'attach': do_attach,
    'validate_picking': do_validate_picking, 'create_invoice': do_create_invoice, 'set_stock': do_set_stock,
    'exception': do_exception, 'resolve_exception': do_resolve_exception,
}
NEED_DOCUMENT = ['write', 'note', 'message', 'activity', 'attach', 'validate_picking', 'create_invoice', 'resolve_exception']


# --- one command -------------------------------------------------------------------------------------------------

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
        result['documents'] = [{'model': one._name, 'id': one.id, 'name': one.display_name} for one in documents]
    problem = held(documents) or unmet(documents, plan['requires']) or (outdated(command) if plan['latest_only'] else None)
    if problem:
        return documents, problem
    return documents, act(plan, documents, refs, result)


def lock(documents):
    # Two events of one document wait for each other; who comes second judges by what the first has left.
    env.cr.execute('SELECT id FROM "%s" WHERE id IN %%s ORDER BY id FOR UPDATE' % documents._table, (tuple(documents.ids),))


def act(plan, documents, refs, result):
    acted, kept = False, None
    for document in documents or [documents]:
        verdict, reason, values = judge(document, plan['guards']) if document else (PASS, None, {})
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
            EFFECTS[effect['kind']](document, effect, refs, result['changes'])
    if acted or kept is None:
        return None
    return stop('stale', kept, 'Odoo keeps what it has: %s' % kept.replace('_', ' '))


def known_before(command, row):
    if not row or row.x_outcome not in FINAL:
        return None
    if row.x_digest == command['digest']:
        return stop('duplicate', 'already_applied', 'Applied before, on %s' % plain(row.x_applied_at or row.create_date))
    return stop('conflict', 'key_reused', 'Another event came with the same id before: %s' % row.x_name)


def stored_result(row, result):
    result['stored'] = True
    result['ledger_id'] = row.id
    result['route'] = row.x_route or ''
    stored = row.x_result or {}
    result['documents'] = stored.get('documents') or []
    result['changes'] = stored.get('changes') or []


def note_in_ledger(command, row, documents, verdict, result):
    event, name = command['event'], 'evt_' + command['key']
    values = {
        'x_name': event['name'], 'x_key': command['key'], 'x_digest': command['digest'], 'x_type': event['type'],
        'x_subject': event['subject'], 'x_source': event['source'], 'x_milestone': event['milestone'] or False,
        'x_event_time': event['time'] or False, 'x_received_at': event['received_at'] or False, 'x_applied_at': now,
        'x_outcome': result['outcome'], 'x_reason': result['reason'] or False, 'x_message': result['message'] or False,
        'x_route': result['route'] or False, 'x_model': documents._name if documents else False,
        'x_res_id': documents[:1].id or 0, 'x_document': ', '.join(documents.mapped('display_name')) if documents else False,
        'x_changes': to_json(result['changes']) if result['changes'] else False,
        'x_result': {'documents': result['documents'], 'changes': result['changes']},
        'x_workflow': request.get('workflow') or False, 'x_execution': request.get('execution') or False,
        'x_payload': event['payload'], 'x_exception_id': result['exception_id'] or False,
        'x_company_id': company_of(documents),
    }
    if row:
        row.write(values)
    else:
        row = Event.create(values)
        name_record(name, 'x_logistics_event', row.id)
    result['ledger_id'] = row.id
    if result['exception_id']:
        Issue.browse(result['exception_id']).write({'x_event_id': row.id})
    elif result['outcome'] in FINAL:
        settle(command, row)


def settle(command, row):
    # The event has come through: what was kept of it is done.
    Issue.search([('x_key', '=', command['key']), ('x_state', 'not in', ['resolved', 'dead']),
                  ('x_category', 'in', ['unmatched', 'held', 'rejected', 'invalid', 'failed'])]).write(
        {'x_state': 'resolved', 'x_hold': False, 'x_next_attempt': False, 'x_event_id': row.id,
         'x_resolution': 'The event was applied'})


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
    savepoint = env.cr.savepoint()
    try:
        documents, verdict = carry_out(command, result)
        env.flush_all()
        savepoint.close(rollback=bool(verdict and verdict['outcome'] != 'stale'))
        return documents, verdict
    except Exception as error:
        if is_transient(error):
            raise
        savepoint.close(rollback=True)
        found = result['documents']
        documents = env[found[0]['model']].browse([one['id'] for one in found]) if found else env['x_logistics_event']
        return documents, odoo_refused(error)


def apply_one(command):
    result = empty_result(command)
    has_ledger = request.get('ledger') and command['key']
    row = Event
    if has_ledger:
        name = 'evt_' + command['key']
        row = named_record(name, 'x_logistics_event')
        known = known_before(command, row)
        if known:
            result.update(known)
            stored_result(row, result)
            if known['outcome'] == 'conflict':
                result['exception_id'] = keep_as_issue(command, env[row.x_model].browse(row.x_res_id) if row.x_model else row.browse(), known).id
            return result
        if not row:
            claim(name, 'x_logistics_event')
    documents, verdict = try_out(command, result)
    if verdict:
        result.update(verdict)
        if verdict['outcome'] != 'stale':
            result['changes'] = []
            result['exception_id'] = keep_as_issue(command, documents if documents._name != 'x_logistics_event' else documents.browse(), verdict).id
    if has_ledger:
        note_in_ledger(command, row, documents if documents._name != 'x_logistics_event' else documents.browse(), verdict, result)
    return result


# --- the request -------------------------------------------------------------------------------------------------

if not (env.user.has_group(MODULE + '.group_bot') or env.user.has_group('base.group_system')):
    raise UserError('Only members of Logistics Sync / Bot may apply events.')
if request.get('protocol') != PROTOCOL:
    raise UserError('Node and Odoo speak different versions (%s, %s): run Setup: Install again.' % (request.get('protocol'), PROTOCOL))

whole = env.cr.savepoint() if request.get('dry_run') else None
results = []
for command in request['commands']:
    results.append(apply_one(command))
if whole:
    whole.close(rollback=True)
    for result in results:
        result['ledger_id'] = result['ledger_id'] if result['stored'] else None
        result['exception_id'] = None

version = env['x_logistics_setup'].sudo().search([], limit=1).x_version
action = {'type': 'ir.actions.act_window_close', 'logistics': {'protocol': PROTOCOL, 'version': version or '', 'results': results}}
