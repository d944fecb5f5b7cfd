# Stores decision links, and mails those of the open level.

def keep_link(wanted):
    approval = Approval.browse(wanted['approval']).exists()
    seats_there = []
    for level in approval.x_levels or []:
        if level['level'] == wanted['level'] and level['links']:
            seats_there = [approver['partner_id'] for approver in level['approvers']]
    if approval.x_state != 'pending' or wanted['partner'] not in seats_there:
        return False
    known = Link.search([('x_approval_id', '=', approval.id), ('x_level', '=', wanted['level']), ('x_partner_id', '=', wanted['partner'])], limit=1)
    values = {'x_token_hash': wanted['token_hash'], 'x_url': wanted['url']}
    if not known:
        known = Link.create(dict(values, x_name=approval.x_name, x_approval_id=approval.id, x_level=wanted['level'],
                                 x_partner_id=wanted['partner']))
    elif known.x_token_hash != wanted['token_hash']:
        known.write(dict(values, x_mailed_at=False))
    return True


check_bot()
results = []
approvals = lock_requests([wanted['approval'] for wanted in request['links']])
for wanted in request['links']:
    results.append({'approval': wanted['approval'], 'level': wanted['level'], 'partner': wanted['partner'], 'stored': keep_link(wanted)})
mail_links(approvals)
action = answer(results)
