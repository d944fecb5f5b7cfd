# A note on the exception, as the user who writes it. Plain text.
body = (env.context.get('logistics') or {}).get('body') or ''
if not body:
    raise UserError('Write a comment first.')
for issue in records.sudo():
    issue.message_post(body=body, message_type='comment', subtype_xmlid='mail.mt_note', author_id=env.user.partner_id.id)
