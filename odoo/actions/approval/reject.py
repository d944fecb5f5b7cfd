# Without a comment, the dialog that asks for one.
if (request.get('comment') or '').strip() or not records or len(records) > 1:
    decide(records.ids if records else [], 'reject', request.get('comment'))
else:
    action = {
        'type': 'ir.actions.act_window', 'name': 'Reject', 'res_model': 'x_logistics_approval_dialog', 'views': [[False, 'form']],
        'target': 'new', 'context': {'default_x_approval_id': records.id, 'default_x_decision': 'reject'},
    }
