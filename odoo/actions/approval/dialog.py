# Button of the dialog.
for dialog in records:
    decide(dialog.sudo().x_approval_id.ids, dialog.x_decision or 'reject', dialog.x_comment)
