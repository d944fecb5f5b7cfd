# A vote in Odoo, as the user who presses the button.

def decide(ids, decision, comment):
    comment = (comment or '').strip()
    if decision == 'reject' and not comment:
        raise UserError('Say why: a rejection needs a comment.')
    approvals = lock_requests(ids)
    if not approvals:
        raise UserError('There is nothing to decide on.')
    for approval in approvals:
        seat, problem = seat_of(approval, User.browse(env.uid))
        if not seat:
            raise UserError(problem)
        cast(approval, seat, env.user.partner_id.sudo(), decision, comment, 'odoo')
