# Remind, escalate, expire, cancel, withdraw, wake.

OPEN = ('pending', 'blocked')


def is_staff():
    return any([env.user.has_group(group) for group in (BOT_GROUP, MODULE + '.group_operator', 'base.group_system')])


def remind(approval, comment):
    if approval.x_state != 'pending':
        return 'Only a request that waits for a decision can be reminded of.'
    note(approval, 'reminded', 'pending', {'comment': comment})
    again = approval.x_remind_minutes
    approval.write({
        'x_reminders': approval.x_reminders + 1,
        'x_remind_at': now + datetime.timedelta(minutes=again) if again else False,
    })
    waiting = waiting_of(approval)
    Link.search([('x_approval_id', '=', approval.id), ('x_level', '=', approval.x_level)]).write({'x_mailed_at': False})
    summon(approval, waiting, 'Reminder: %s' % approval.x_name)
    return ''


def escalate(approval, comment):
    # They join the open level; how many have to approve stays.
    if approval.x_state != 'pending':
        return 'Only a request that waits for a decision can be escalated.'
    if approval.x_escalated_at:
        return 'It was escalated before.'
    people = []
    for approver in approval.x_escalation or []:
        user = User.browse(approver['user_id'] or 0).exists()
        if (user and user.active) or not approver['user_id']:
            people.append(approver)
    if not people:
        return 'Nobody is there to escalate to.'
    levels = []
    for level in approval.x_levels:
        more = people if level['level'] == approval.x_level else []
        levels.append(dict(level, approvers=level['approvers'] + more))
    approval.write({
        'x_levels': levels, 'x_escalated_at': now, 'x_approver_ids': [(4, person['partner_id']) for person in people],
    })
    note(approval, 'escalated', 'pending', {'comment': comment or ', '.join([person['name'] for person in people])})
    show_waiting(approval)
    summon(approval, people, 'Escalated: %s' % approval.x_name)
    return ''


def expire(approval, comment):
    if approval.x_state not in OPEN:
        return 'It is not open any more.'
    if not approval.x_due_at or approval.x_due_at > now:
        return 'It is not past due.'
    # Where nobody could decide, nobody approves either.
    rule = 'hold' if approval.x_state == 'blocked' and approval.x_on_timeout == 'approve' else approval.x_on_timeout
    comment = comment or 'Nobody decided in time'
    if rule == 'hold':
        finish(approval, 'expired', 'expired', {'comment': comment})
        return ''
    note(approval, 'expired', approval.x_state, {'comment': comment})
    finish(approval, 'approved' if rule == 'approve' else 'rejected', 'decided', {'decision': rule, 'comment': comment})
    return ''


def cancel(approval, comment):
    if approval.x_state not in OPEN:
        return 'It is not open any more.'
    word = 'Withdrawn' if approval.x_requester_id == env.user.partner_id.sudo() else 'Cancelled'
    finish(approval, 'cancelled', 'cancelled', {'comment': comment or '%s by %s' % (word, env.user.name)})
    return ''


def resume(approval, comment):
    if approval.x_state in OPEN:
        return 'It is not decided yet.'
    return '' if wake(approval) else 'No execution waits for it.'


def resumed(approval, comment):
    if approval.x_state in OPEN:
        return 'It is not decided yet.'
    if approval.x_resumed_at:
        return 'Noted before.'
    approval.write({'x_resumed_at': now, 'x_wake_at': False})
    return ''


VERBS = {'remind': remind, 'escalate': escalate, 'expire': expire, 'cancel': cancel, 'resume': resume, 'resumed': resumed}

check_protocol()
verb = request.get('verb')
if verb not in VERBS:
    raise UserError('There is no verb "%s".' % verb)
ids = request.get('ids') or (records.ids if records else [])
results = []
for approval in lock_requests(ids):
    own = approval.x_requester_id == env.user.partner_id.sudo()
    if not is_staff() and not (verb == 'cancel' and own):
        raise UserError('Operators do that; who asked may withdraw the request.')
    problem = VERBS[verb](approval, (request.get('comment') or '').strip())
    results.append({'id': approval.id, 'state': approval.x_state, 'effect_state': approval.x_effect_state,
                    'done': not problem, 'problem': problem})
# A button that can do nothing says so.
if records and not request.get('ids') and [one for one in results if one['problem']]:
    raise UserError(' '.join([one['problem'] for one in results if one['problem']]))
action = answer(results)
