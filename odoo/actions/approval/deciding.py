# What votes come to: the next level, or the end.

MARKS = {'approve': '✓ approved', 'reject': '✗ rejected'}


def level_table(approval):
    # Who may decide, who has, and who decided for whom.
    rows = []
    for level in approval.x_levels or []:
        decided = decisions_of(approval, level['level'])
        people = []
        for approver in level['approvers']:
            mark = MARKS.get(decided.get(approver['partner_id'])) or ''
            people.append('%s %s' % (escape(approver['name']), mark and '<b>%s</b>' % mark))
        rows.append('<tr><td>%s</td><td>%s</td><td>%s of %s</td><td>%s</td></tr>' % (
            level['level'], escape(level['name']), level['quorum'], len(people), '<br/>'.join(people)))
    head = '<tr><th>Level</th><th>Name</th><th>Approvals Needed</th><th>Who May Decide</th></tr>'
    return '<table class="table table-sm"><thead>%s</thead><tbody>%s</tbody></table>' % (head, ''.join(rows))


def show_waiting(approval):
    partner_ids = [approver['partner_id'] for approver in waiting_of(approval)]
    approval.write({'x_waiting_ids': [(6, 0, partner_ids)], 'x_level_table': level_table(approval)})


def open_level(approval, number):
    approval.write({'x_level': number})
    show_waiting(approval)
    summon(approval, waiting_of(approval), 'Decide: %s' % approval.x_name)


def finish(approval, state, kind, more=None):
    # The request is over: noted, closed for everybody, and whoever waits is woken.
    more = more or {}
    note(approval, kind, state, more)
    approval.write({
        'x_state': state, 'x_decided_at': now, 'x_waiting_ids': [(6, 0, [])], 'x_problem': more.get('problem') or False,
        'x_effect_state': 'waiting' if state == 'approved' and approval.x_command else 'none',
    })
    text = '%s: %s' % (state.capitalize(), more.get('comment') or approval.x_name)
    actor = more.get('actor') or env.user.partner_id.sudo()
    dismiss(approval)
    approval.message_post(body=text, message_type='comment', subtype_xmlid='mail.mt_note', author_id=actor.id)
    asker = approval.x_requester_id
    if asker and asker != actor and asker.user_ids.filtered(lambda user: user.active and not user.share and not user.has_group(BOT_GROUP)):
        approval.message_notify(partner_ids=asker.ids, subject='%s: %s' % (state.capitalize(), approval.x_name), body=text)
    wake(approval)


def weigh(approval, actor):
    level = level_of(approval)
    decisions = list(decisions_of(approval, approval.x_level).values())
    yes, no = decisions.count('approve'), decisions.count('reject')
    left = len(level['approvers']) - yes - no
    if no >= level['rejections']:
        finish(approval, 'rejected', 'decided', {'decision': 'reject', 'actor': actor, 'comment': '%s of %s rejected at level %s' % (no, len(level['approvers']), level['level'])})
    elif yes >= level['quorum'] and level['level'] < len(approval.x_levels):
        note(approval, 'advanced', 'pending', {'actor': actor})
        forget(approval)
        open_level(approval, level['level'] + 1)
    elif yes >= level['quorum']:
        finish(approval, 'approved', 'decided', {'decision': 'approve', 'actor': actor})
    elif yes + left < level['quorum']:
        finish(approval, 'rejected', 'decided', {'decision': 'reject', 'actor': actor, 'comment': 'Level %s can no longer get %s approvals' % (level['level'], level['quorum'])})


def cast(approval, seat, actor, decision, comment, assurance):
    # The vote of the approver `seat`, given by `actor`. Who may is judged before.
    behalf = Partner.browse(seat['partner_id'])
    note(approval, 'vote', 'pending', {
        'actor': actor, 'on_behalf_of': behalf if behalf != actor else Partner, 'decision': decision, 'comment': comment,
        'assurance': assurance,
    })
    words = '%s%s' % ('Approved' if decision == 'approve' else 'Rejected', ' for %s' % seat['name'] if behalf != actor else '')
    mine = approval.activity_ids.filtered_domain([('user_id.partner_id', 'in', [actor.id, behalf.id])])
    mine.filtered_domain([('user_id.partner_id', '=', actor.id)]).action_feedback(feedback=comment or words)
    mine.exists().filtered('active').unlink()
    approval.message_post(body='%s. %s' % (words, comment) if comment else words + '.', message_type='comment',
                          subtype_xmlid='mail.mt_note', author_id=actor.id)
    show_waiting(approval)
    weigh(approval, actor)
