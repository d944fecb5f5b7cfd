# Odoo's webhook is sent once, and waits a second: a call that a busy or restarted n8n lost is made again.

for approval in Approval.search([('x_wake_at', '!=', False), ('x_wake_at', '<=', now)], limit=500):
    wake(approval)
