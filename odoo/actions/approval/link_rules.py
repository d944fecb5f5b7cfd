# Links: what stands in the way of one.

MOST_ATTEMPTS = 5


def check_bot():
    if not (env.user.has_group(BOT_GROUP) or env.user.has_group('base.group_system')):
        raise UserError('Only members of Logistics Sync / Bot handle decision links.')
    check_protocol()


def links_of(token_hash):
    # The link of this token first, then the others of the same person in the same batch.
    link = Link.search([('x_token_hash', '=', token_hash)], limit=1) if token_hash else Link
    if not link:
        return Link
    others = Link.search([('x_partner_id', '=', link.x_partner_id.id), ('x_approval_id.x_batch', '=', link.x_approval_id.x_batch)],
                         order='x_approval_id, x_level')
    # One link a request: that of the token, else that of the level that is open.
    chosen = link
    for other in others:
        if other.x_approval_id not in chosen.x_approval_id and other.x_level == other.x_approval_id.x_level:
            chosen |= other
    return chosen


def decided_by_link(link):
    return decisions_of(link.x_approval_id, link.x_level).get(link.x_partner_id.id)


def problem_of(link):
    approval = link.x_approval_id
    level = level_of(approval)
    if decided_by_link(link):
        return 'voted'
    if approval.x_state != 'pending':
        return 'closed'
    if approval.x_due_at and approval.x_due_at < now:
        return 'expired'
    if link.x_level != approval.x_level:
        return 'not_open'
    if link.x_partner_id.id not in [approver['partner_id'] for approver in level['approvers']] or not link.x_partner_id.active:
        return 'closed'
    if level['assurance'] == 'odoo' or (level['assurance'] == 'link_code' and not secret_of(approval).x_code_hash):
        return 'too_weak'
    if level['assurance'] == 'link_code' and link.x_attempts >= MOST_ATTEMPTS:
        return 'locked'
    return None
