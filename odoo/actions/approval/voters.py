# Who may decide, and for whom. Shared by the actions and by the field that shows the buttons.

def level_of(approval):
    for level in approval.x_levels or []:
        if level['level'] == approval.x_level:
            return level
    return {'level': 0, 'name': '', 'quorum': 0, 'rejections': 0, 'assurance': 'odoo', 'links': False, 'approvers': []}


def votes_of(approval):
    return env['x_logistics_vote'].sudo().search([('x_approval_id', '=', approval.id), ('x_kind', '=', 'vote')])


def decisions_of(approval, number):
    # What was decided at a level, by the partner of the approver.
    decisions = {}
    for vote in votes_of(approval):
        if vote.x_level == number:
            decisions[(vote.x_on_behalf_of_id or vote.x_actor_id).id] = vote.x_decision
    return decisions


def waiting_of(approval):
    # Approvers of the open level who have not decided.
    waiting = []
    if approval.x_state == 'pending':
        decided = decisions_of(approval, approval.x_level)
        for approver in level_of(approval)['approvers']:
            if approver['partner_id'] not in decided:
                waiting.append(approver)
    return waiting


def people_of(approval):
    # Everybody who has a seat at any level, or has voted.
    people = votes_of(approval).x_actor_id.ids
    for level in approval.x_levels or []:
        people.extend([approver['partner_id'] for approver in level['approvers']])
    return people


def covers(delegation, approval):
    if delegation.x_scope == 'policy':
        return bool(delegation.x_policy) and delegation.x_policy == approval.x_policy_id
    if delegation.x_scope == 'model':
        return bool(delegation.x_model) and delegation.x_model == approval.x_model
    return delegation.x_scope == 'all'


def delegated_to(user, approval):
    # Users who let this one decide on this request now. Not passed on: what was delegated is not delegated again.
    from_ids = []
    for delegation in env['x_logistics_delegation'].sudo().search([
            ('x_to_id', '=', user.id), ('x_start', '<=', now), ('x_end', '>=', now)]):
        if delegation.x_from_id.active and covers(delegation, approval):
            from_ids.append(delegation.x_from_id.id)
    return from_ids


def closed_because(approval):
    if approval.x_state != 'pending':
        return '%s is not open any more: it is %s.' % (approval.x_name, approval.x_state)
    if approval.x_due_at and approval.x_due_at < now:
        return 'The time to decide on %s is over.' % approval.x_name
    return ''


def seat_of(approval, user):
    # The approver whose vote this user may give, or why there is none.
    partner = user.partner_id
    problem = closed_because(approval)
    if problem:
        return None, problem
    if not user.active or user.share:
        return None, 'Only active, internal users decide.'
    if partner.id in (approval.x_barred or []) or user.has_group('n8n_logistics.group_bot'):
        return None, 'Who asks for something, or works for n8n, does not decide on it.'
    waiting = waiting_of(approval)
    for approver in waiting:
        if approver['partner_id'] == partner.id:
            return approver, ''
    for approver in level_of(approval)['approvers']:
        if approver['partner_id'] == partner.id:
            return None, 'Your decision on %s is on record already.' % approval.x_name
    from_ids = delegated_to(user, approval)
    for approver in waiting:
        if approver['user_id'] and approver['user_id'] in from_ids:
            if partner.id in people_of(approval):
                return None, 'Nobody decides twice on one request: you have a say of your own in %s.' % approval.x_name
            return approver, ''
    return None, 'You are not among those who may decide on %s now.' % approval.x_name
