# A vote by link. Everything is judged here; what the page showed is believed in nothing.

def wrong_code(approval, code_hash):
    return level_of(approval)['assurance'] == 'link_code' and code_hash != secret_of(approval).x_code_hash


def vote_by_link(link, vote, code_hash):
    # Answers what stands in the way, or None when it is done.
    approval = link.x_approval_id
    problem = problem_of(link)
    if problem:
        return problem
    if vote['digest'] != approval.x_digest:
        return 'changed'
    if vote['decision'] not in ('approve', 'reject'):
        return 'changed'
    if wrong_code(approval, code_hash):
        return 'wrong_code'
    comment = (vote.get('comment') or '').strip()
    if vote['decision'] == 'reject' and not comment:
        return 'comment_missing'
    knows = bool(code_hash) and code_hash == secret_of(approval).x_code_hash
    seat = {'partner_id': link.x_partner_id.id, 'name': link.x_partner_id.name}
    cast(approval, seat, link.x_partner_id, vote['decision'], comment, 'link_code' if knows else 'link')
    return None


check_bot()
found = links_of(request.get('token_hash'))
if found:
    lock_requests(found.x_approval_id.ids)
    # Guesses at a code are counted one after the other.
    env.cr.execute('SELECT id FROM x_logistics_approval_link WHERE id IN %s ORDER BY id FOR UPDATE', (tuple(found.ids),))
    found.invalidate_recordset()
results, guessed = [], False
for vote in request.get('votes') or []:
    link = found.filtered_domain([('x_approval_id', '=', vote['approval'])])[:1]
    problem = vote_by_link(link, vote, request.get('code_hash')) if link else 'unknown'
    guessed = guessed or problem == 'wrong_code'
    results.append({'approval': vote['approval'], 'problem': problem, 'state': link.x_approval_id.x_state or 'cancelled'})
if guessed:
    # One wrong code counts for every request on the page: the code of one is not guessed with the tries of all.
    for link in found:
        link.write({'x_attempts': link.x_attempts + 1})
action = answer(results)
