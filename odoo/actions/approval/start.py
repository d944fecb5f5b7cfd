# Approvals: what is asked for and answered is typed in core/approval. Runs as the calling user; requests, votes and
# links are written with sudo here and nowhere else, so whoever may decide is judged here and nowhere else.

PROTOCOL = 1
MODULE = 'n8n_logistics'
BOT_GROUP = MODULE + '.group_bot'

Approval = env['x_logistics_approval'].sudo().with_context(logistics=None)
Vote = env['x_logistics_vote'].sudo().with_context(logistics=None)
Link = env['x_logistics_approval_link'].sudo().with_context(logistics=None)
Secret = env['x_logistics_approval_secret'].sudo().with_context(logistics=None)
Partner = env['res.partner'].sudo().with_context(logistics=None)
User = env['res.users'].sudo().with_context(logistics=None)
request = env.context.get('logistics') or {}
now = datetime.datetime.utcnow().replace(microsecond=0)


def check_protocol():
    if request.get('protocol') != PROTOCOL:
        raise UserError('Node and Odoo speak different versions (%s, %s): run Setup: Install again.' % (request.get('protocol'), PROTOCOL))


def lock_requests(ids):
    # Decisions on one request wait for each other. Who comes second fails with a serialization error, and Odoo runs it
    # again on what the first has left.
    if ids:
        env.cr.execute('SELECT id FROM x_logistics_approval WHERE id IN %s ORDER BY id FOR UPDATE', (tuple(ids),))
    return Approval.browse(ids).exists()


def secret_of(approval):
    # What those who may read the request must not find in it.
    return Secret.search([('x_approval_id', '=', approval.id)], limit=1)


def answer(results):
    return {'type': 'ir.actions.act_window_close', 'logistics': {'protocol': PROTOCOL, 'results': results}}
