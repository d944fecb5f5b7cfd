# What the page of a link shows. Reads only.

def view_of(link):
    approval, partner = link.x_approval_id, link.x_partner_id
    level = level_of(approval)
    for one in approval.x_levels or []:
        level = one if one['level'] == link.x_level else level
    return {
        'approval': approval.id, 'batch': approval.x_batch or '', 'title': approval.x_name, 'message': approval.x_message or '',
        'document': approval.x_document or '', 'changes': approval.x_changes or [], 'details': approval.x_details,
        'digest': approval.x_digest, 'policy': approval.x_policy or '', 'record': approval.x_record, 'level': link.x_level,
        'levels': len(approval.x_levels or []), 'level_name': level['name'], 'quorum': level['quorum'],
        'requester': approval.x_requester_id.name or '', 'approver': partner.name or '', 'lang': partner.lang or 'en_US',
        'due_at': plain(approval.x_due_at) or None, 'state': approval.x_state, 'assurance': level['assurance'],
        'code_label': approval.x_code_label or '', 'voted': decided_by_link(link) or None, 'problem': problem_of(link),
    }


check_bot()
views = []
for link in links_of(request.get('token_hash')):
    views.append(view_of(link))
action = {'type': 'ir.actions.act_window_close', 'logistics': {
    'protocol': PROTOCOL, 'problem': views[0]['problem'] if views else 'unknown', 'views': views}}
