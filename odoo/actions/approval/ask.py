# Makes requests, or answers what became of those that were made before.

def asked_for(ask):
    # Who wants it, who may not decide, and on what.
    place = ask.get('document')
    document = None
    if place and place['model'] in env:
        document = env[place['model']].sudo().with_context(logistics=None).browse(place['id']).exists()
    own = env.user.partner_id.sudo()
    requesters = find_person(ask['requester']) if ask.get('requester') else own
    requester = requesters.filtered(lambda partner: bool(login_of(partner)))[:1] or requesters[:1]
    barred = identities(requesters | own)
    for name in ask.get('excluded') or []:
        barred |= find_person(name)
    return {'document': document, 'requester': requester, 'barred': barred.ids, 'has_code': bool(ask.get('code_hash'))}


def people_for(ask):
    # Everything about people, as the request keeps it.
    asked = asked_for(ask)
    levels, problem, taken = resolve_levels(ask['levels'], asked)
    if not asked['requester']:
        problem = ('"%s" is nobody that Odoo knows: who asks cannot be kept from deciding. ' % ask['requester'] + problem).strip()
    later = {'assurance': 'odoo', 'links': False}
    for spec in ask['levels']:
        later = spec if spec['links'] else later
    return {
        'x_levels': levels, 'x_problem': problem or False, 'x_state': 'blocked' if problem else 'pending',
        'x_requester_id': asked['requester'].id or False, 'x_barred': asked['barred'],
        'x_escalation': seats(ask.get('escalate_to') or [], later, asked, taken),
    }


def where_from(ask):
    return {
        'x_batch': ask['batch'], 'x_item': ask['item'], 'x_execution': ask['execution'], 'x_node': ask['node'],
        'x_workflow': ask['workflow'],
    }


def check_ask(ask):
    if sha256(ask['canonical']) != ask['digest']:
        raise UserError('The digest of "%s" is not that of what is to be decided on.' % ask['title'])
    if ask.get('on_timeout') == 'approve' and not (len(ask['levels']) == 1 and ask['levels'][0]['assurance'] == 'link'):
        raise UserError('"%s" asks to be approved when nobody decides: only requests of one level that ask for a link may.' % ask['title'])
    if ask.get('resume_url') and not ask['resume_url'].startswith(('http://', 'https://')):
        raise UserError('"%s" has a resume address that is none: %s' % (ask['title'], ask['resume_url']))


def values_of(ask, number):
    place, policy = ask.get('document') or {}, ask.get('policy') or {}
    values = {
        'x_name': ask['title'], 'x_key': ask['key'], 'x_round': number, 'x_effect_state': 'none', 'x_message': ask['message'] or False,
        'x_model': place.get('model') or False, 'x_res_id': place.get('id') or 0, 'x_document': place.get('name') or False,
        'x_changes': ask['changes'], 'x_details': ask.get('details'), 'x_command': ask.get('command') or False,
        'x_canonical': ask['canonical'], 'x_digest': ask['digest'], 'x_change_table': what_would_be_done(ask),
        'x_policy': '%s %s' % (policy['id'], policy['version']) if policy else False, 'x_policy_id': policy.get('id') or False,
        'x_record': ask.get('record'), 'x_record_text': pretty(ask['record'], '') if ask.get('record') else False,
        'x_asked_levels': ask['levels'], 'x_due_at': ask.get('due_at') or False, 'x_remind_at': ask.get('remind_at') or False,
        'x_remind_minutes': ask.get('remind_minutes') or 0, 'x_escalate_at': ask.get('escalate_at') or False,
        'x_on_timeout': ask.get('on_timeout') or 'hold', 'x_code_label': ask.get('code_label') or False, 'x_company_id': env.company.id,
    }
    values.update(where_from(ask))
    values.update(people_for(ask))
    return values


def approver_ids(approval):
    ids = [approver['partner_id'] for approver in approval.x_escalation or []] if approval.x_escalated_at else []
    for level in approval.x_levels or []:
        ids.extend([approver['partner_id'] for approver in level['approvers']])
    return [(6, 0, ids)]


def begin(approval):
    # Those of the first level are asked; nobody there: the operators are told.
    approval.write({'x_approver_ids': approver_ids(approval)})
    if approval.x_state == 'blocked':
        approval.write({'x_level_table': level_table(approval)})
        for user in members(MODULE + '.group_operator'):
            add_activity(approval, user.id, 'Blocked: %s' % approval.x_name, approval.x_problem)
        return
    approval.activity_ids.unlink()
    open_level(approval, 1)


def result_of(approval, created):
    return {
        'key': approval.x_key, 'id': approval.id, 'round': approval.x_round, 'state': approval.x_state,
        'effect_state': approval.x_effect_state, 'created': created, 'levels': approval.x_levels or [],
        'problem': approval.x_problem or '',
    }


def keep_on(approval, ask):
    # Asked before: an open one goes on for the new call; a blocked one looks for its people again.
    if approval.x_state in ('pending', 'blocked'):
        approval.write(where_from(ask))
        secret_of(approval).write({'x_resume_url': ask.get('resume_url') or False})
    if approval.x_state == 'blocked':
        approval.write(people_for(ask))
        begin(approval)
    return result_of(approval, False)


def make(ask, before):
    if before.x_state in ('pending', 'blocked'):
        finish(before, 'cancelled', 'cancelled', {'comment': 'Superseded: something else is asked now'})
    if before.x_batch == ask['batch']:
        # The workflow waits for the new round.
        before.write({'x_wake_at': False})
    number = before.x_round + 1 if before else 1
    approval = Approval.create(values_of(ask, number))
    Secret.create({'x_name': ask['key'], 'x_approval_id': approval.id, 'x_resume_url': ask.get('resume_url') or False,
                   'x_code_hash': ask.get('code_hash') or False})
    name_records('x_logistics_approval', {approval_name(ask['key'], number): approval.id})
    note(approval, 'asked', approval.x_state, {'comment': approval.x_problem or ''})
    begin(approval)
    return result_of(approval, True)


def stands(approval, ask):
    return bool(approval) and approval.x_digest == ask['digest'] and approval.x_state not in ('stale', 'expired', 'cancelled')


if not (env.user.has_group(BOT_GROUP) or env.user.has_group('base.group_system')):
    raise UserError('Only members of Logistics Sync / Bot may ask for approvals.')
check_protocol()
latest, new_names = {}, []
for ask in request['asks']:
    check_ask(ask)
    latest[ask['key']] = Approval.search([('x_key', '=', ask['key'])], order='x_round desc', limit=1)
lock_requests([row.id for row in latest.values() if row])
for ask in request['asks']:
    before = latest[ask['key']]
    if not stands(before, ask):
        new_names.append(approval_name(ask['key'], before.x_round + 1 if before else 1))
claim(new_names, 'x_logistics_approval')
results = []
for ask in request['asks']:
    before = Approval.search([('x_key', '=', ask['key'])], order='x_round desc', limit=1)
    results.append(keep_on(before, ask) if stands(before, ask) else make(ask, before))
action = answer(results)
