# Applies events: each command is looked up in the ledger, held against holds, requirements and guards, carried out
# and noted, in a savepoint of its own. One request is one transaction. What is asked for and answered is typed in
# core/odoo/apply. Runs as the calling user; only ledger, exceptions and external ids are written with sudo.

PROTOCOL = 1
MODULE = 'n8n_logistics'
SERIALIZATION = ['40001', '40P01', '55P03']
TAKE, TOUCH, PASS, KEEP = 'take', 'touch', 'pass', 'keep'
FINAL = ['applied', 'stale']
REASON_OF_RELATION = {'older': 'older', 'unordered': 'unordered', 'same': 'same_milestone', 'newer': 'backwards'}
CATEGORY = {'conflict': 'conflict', 'held': 'held', 'unmatched': 'unmatched', 'rejected': 'rejected'}
FORBIDDEN_MODELS = ['ir.', 'res.users', 'res.groups', 'base.', 'auth', 'x_logistics_']

Event = env['x_logistics_event'].sudo()
Issue = env['x_logistics_exception'].sudo()
request = env.context.get('logistics') or {}
tables = request.get('tables') or {}
now = datetime.datetime.utcnow().replace(microsecond=0)
