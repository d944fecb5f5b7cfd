# Odoo's webhook is sent once, and waits a second: a call that a busy or restarted n8n lost is made again.

due = [('x_wake_at', '!=', False), ('x_wake_at', '<=', now)]
for approval in Approval.search(due, order='x_wake_at', limit=500):
    # Without an address nobody waits: it must not stand in the way of others for ever.
    if not wake(approval):
        approval.write({'x_wake_at': False})
