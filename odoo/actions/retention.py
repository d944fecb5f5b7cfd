# Payloads go first, rows later. What is open is never touched, nor the event of an exception that is open.
Parameters = env['ir.config_parameter'].sudo()
BATCH = 5000


def days(name, default):
    value = Parameters.get_param('n8n_logistics.' + name)
    return int(value) if value and value.isdigit() else default


def before(number):
    return (datetime.datetime.utcnow() - datetime.timedelta(days=number)).strftime('%Y-%m-%d %H:%M:%S')


Event = env['x_logistics_event'].sudo()
Issue = env['x_logistics_exception'].sudo()
CLOSED = ('x_state', 'in', ['resolved', 'dead'])
payload_days, event_days, issue_days = days('payload_days', 90), days('event_days', 730), days('exception_days', 730)
open_keys = Issue.search([('x_state', 'not in', ['resolved', 'dead']), ('x_key', '!=', False)]).mapped('x_key')
settled = [('x_outcome', 'in', ['applied', 'stale', 'rejected', 'unmatched', 'held']), ('x_key', 'not in', open_keys)]

if payload_days:
    Event.search(settled + [('x_applied_at', '<', before(payload_days)), ('x_payload', '!=', False)], limit=BATCH).write({'x_payload': False})
    Issue.search([CLOSED, ('x_last_seen', '<', before(payload_days)), ('x_payload', '!=', False)], limit=BATCH).write({'x_payload': False})
if event_days:
    Event.search(settled + [('x_applied_at', '<', before(event_days))], limit=BATCH).unlink()
if issue_days:
    Issue.search([CLOSED, ('x_hold', '=', False), ('x_last_seen', '<', before(issue_days))], limit=BATCH).unlink()
