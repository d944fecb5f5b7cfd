# The request as a whole.

if not (env.user.has_group(MODULE + '.group_bot') or env.user.has_group('base.group_system')):
    raise UserError('Only members of Logistics Sync / Bot may apply events.')
if request.get('protocol') != PROTOCOL:
    raise UserError('Node and Odoo speak different versions (%s, %s): run Setup: Install again.' % (request.get('protocol'), PROTOCOL))

whole = env.cr.savepoint() if request.get('dry_run') else None
NOTE = env.ref('mail.mt_note')
ADDRESS = env.user.email_formatted or env.company.email_formatted or False
TO_DO = env.ref('mail.mail_activity_data_todo')
# Of this request: notes and activities to write, time of the newest event by (type, subject), what is known by key, rows by key.
notes, activities, newest, seen, row_ids = [], {}, {}, {}, {}
# Holds by (model, id); pieces that arrived with this request, by (model, id, milestone).
holds, arrived_pieces = {}, {}
changes_of_command = {'notes': [], 'activities': {}}
# Documents that this request holds, as (model, id), and what its look-ups found.
locked, looked_up = set(), {}
entries, results = {}, []
how = {'is_bold': False}


def begin():
    # What an attempt before this one has left is forgotten.
    for known in (notes, activities, newest, seen, row_ids, holds, arrived_pieces, locked, looked_up, entries, results, just_opened):
        known.clear()
    holds.update(all_holds())
    keys = [command['key'] for command in request['commands'] if command['key'] and request.get('ledger')]
    for name, row_id in ids_by_name(['evt_' + key for key in keys]).items():
        row_ids[name[4:]] = row_id
    for row in Event.browse(row_ids.values()).exists():
        seen[row.x_key] = from_row(row)
    for key in [key for key in row_ids if key not in seen]:
        row_ids.pop(key)
    # A look-up that Odoo refuses is its event's affair alone: only an attempt that can be done over makes them together.
    if how['is_bold']:
        plans = []
        for command in request['commands']:
            if not known_before(command, seen.get(command['key'])):
                plans.extend(command['plans'][:1])
        look_up_together(plans)


def carry_out_all():
    for command in request['commands']:
        result, entry = apply_one(command)
        results.append(result)
        if entry:
            key = command['key']
            entries[key] = entry
            seen[key] = {
                'outcome': result['outcome'], 'digest': command['digest'], 'at': plain(now), 'name': command['event']['name'],
                'ledger_id': None, 'route': result['route'], 'documents': result['documents'], 'changes': result['changes'],
                'place': (entry['x_model'], entry['x_res_id']),
            }
    if notes:
        env['mail.message'].create(notes)
    plan_activities()
    if entries:
        write_ledger(entries)
    env.flush_all()


def is_plain():
    # Nothing that Odoo often refuses, and nothing that leaves Odoo: that cannot be undone and done again.
    for command in request['commands']:
        for plan in command['plans']:
            for effect in plan['effects']:
                if effect['kind'] not in PLAIN:
                    return False
    return True


def went_well_together():
    # All events in one savepoint: Odoo writes like changes together. If anything goes wrong, all is undone.
    savepoint = env.cr.savepoint()
    how['is_bold'] = True
    try:
        begin()
        carry_out_all()
        savepoint.close(rollback=False)
        return True
    except Exception as error:
        if is_transient(error):
            raise
        savepoint.close(rollback=True)
        return False


# A savepoint for each event shows the guilty one; nearly always there is none.
if not (len(request['commands']) > 1 and is_plain() and went_well_together()):
    how['is_bold'] = False
    begin()
    carry_out_all()
for result in results:
    if result['key'] in row_ids:
        result['ledger_id'] = row_ids[result['key']]
if whole:
    whole.close(rollback=True)
    for result in results:
        result['ledger_id'] = result['ledger_id'] if result['stored'] else None
        result['exception_id'] = None

version = env['x_logistics_setup'].sudo().search([], limit=1).x_version
action = {'type': 'ir.actions.act_window_close', 'logistics': {'protocol': PROTOCOL, 'version': version or '', 'results': results}}
