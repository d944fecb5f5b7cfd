# Finds, creates and updates records in bulk for Odoo Sync. What is asked for and answered is typed in
# core/odoo/bulk.ts. Runs as the calling user, with the rights of that user; only external ids are read and written
# with sudo, which users cannot read at all. A row that Odoo refuses is answered without a result: the node sends it
# once more by itself, and gets Odoo's own words.

PROTOCOL = 1
MODULE = 'n8n_logistics'
SERIALIZATION = ['40001', '40P01', '55P03']
FORBIDDEN_MODELS = ['ir.', 'res.users', 'res.groups', 'base.', 'auth', 'x_logistics_']


def pgcode(error):
    try:
        return error.pgcode
    except Exception:
        return None


def ids_by_external_id(names):
    # {'module.name': [model, id]}, one query for all.
    if not names:
        return {}
    pairs = tuple([tuple(name.split('.', 1)) for name in names])
    env.cr.execute('SELECT module, name, model, res_id FROM ir_model_data WHERE (module, name) IN %s', (pairs,))
    return {row[0] + '.' + row[1]: [row[2], row[3]] for row in env.cr.fetchall()}


def write_rows(rows):
    for row in rows:
        Model.browse(row['id']).write(row['values'])
    return [row['id'] for row in rows]


def create_rows(rows):
    # An external id that somebody else has made meanwhile is left to the node, which looks again.
    known = ids_by_external_id([row['external_id'] for row in rows])
    fresh = [row for row in rows if row['external_id'] not in known]
    records = Model.create([row['values'] for row in fresh])
    env['ir.model.data'].sudo()._update_xmlids([
        {'xml_id': row['external_id'], 'record': record, 'noupdate': False} for row, record in zip(fresh, records)
    ])
    ids = {row['external_id']: record.id for row, record in zip(fresh, records)}
    return [ids.get(row['external_id']) for row in rows]


def in_halves(rows, work):
    # All rows in one savepoint; where one is bad, halves, until it stands alone.
    if not rows:
        return []
    savepoint = env.cr.savepoint()
    try:
        done = work(rows)
        env.flush_all()
        savepoint.close(rollback=False)
        return done
    except Exception as error:
        # A lost race ends the whole transaction: Odoo runs the request again.
        if pgcode(error) in SERIALIZATION:
            raise
        savepoint.close(rollback=True)
    if len(rows) == 1:
        return [None]
    middle = (len(rows) + 1) // 2
    return in_halves(rows[:middle], work) + in_halves(rows[middle:], work)


request = env.context.get('logistics_records') or {}
if not (env.user.has_group(MODULE + '.group_bot') or env.user.has_group('base.group_system')):
    raise UserError('Only members of Logistics Sync / Bot may write records in bulk.')
if request.get('protocol') != PROTOCOL:
    raise UserError('Node and Odoo speak different versions (%s, %s): run Setup: Install again.' % (request.get('protocol'), PROTOCOL))
if any([request['model'].startswith(prefix) for prefix in FORBIDDEN_MODELS]):
    raise UserError('%s is not written in bulk.' % request['model'])
# What belongs to this request alone must not reach the records.
Model = env[request['model']].with_context(logistics_records=None)

answer = {
    'protocol': PROTOCOL,
    'found': ids_by_external_id(request.get('find') or []),
    'written': in_halves(request.get('write') or [], write_rows),
    'created': in_halves(request.get('create') or [], create_rows),
}
action = {'type': 'ir.actions.act_window_close', 'logistics_records': answer}
