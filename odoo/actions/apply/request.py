# The request as a whole.

if not (env.user.has_group(MODULE + '.group_bot') or env.user.has_group('base.group_system')):
    raise UserError('Only members of Logistics Sync / Bot may apply events.')
if request.get('protocol') != PROTOCOL:
    raise UserError('Node and Odoo speak different versions (%s, %s): run Setup: Install again.' % (request.get('protocol'), PROTOCOL))

whole = env.cr.savepoint() if request.get('dry_run') else None
NOTE = env.ref('mail.mt_note')
holds = all_holds()
# Of this request: notes to write, time of the newest event by (type, subject), what is known by key, rows by key.
notes, newest, seen, row_ids = [], {}, {}, {}
# Pieces that arrived with this request, by (model, id, milestone).
arrived_pieces = {}
changes_of_command = {'notes': []}
entries, results = {}, []

keys = [command['key'] for command in request['commands'] if command['key'] and request.get('ledger')]
for name, row_id in ids_by_name(['evt_' + key for key in keys]).items():
    row_ids[name[4:]] = row_id
for row in Event.browse(row_ids.values()).exists():
    seen[row.x_key] = from_row(row)
for key in [key for key in row_ids if key not in seen]:
    row_ids.pop(key)

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
if entries:
    write_ledger(entries)
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
