# What came of carrying the decision out.

def settle(approval, outcome):
    # Answers why nothing was done, '' where it was. One that failed may still succeed.
    if approval.x_state != 'approved' or approval.x_effect_state not in ('waiting', 'failed'):
        return 'Nothing of it waits to be carried out.'
    message = outcome.get('message') or ''
    kind = outcome['outcome']
    if kind == 'failed' and approval.x_effect_state == 'failed':
        return 'Noted before.'
    values = {'x_problem': False if kind == 'applied' else message or False, 'x_event_id': outcome.get('ledger_id') or False}
    if kind == 'stale':
        values.update({'x_state': 'stale', 'x_effect_state': 'none'})
    else:
        values['x_effect_state'] = kind
    note(approval, kind, 'stale' if kind == 'stale' else 'approved', {'comment': message})
    approval.write(values)
    words = {'applied': 'Carried out.', 'stale': 'Not carried out: what was decided on is no longer true.', 'failed': 'Odoo refused it.'}
    approval.message_post(body='%s %s' % (words[kind], message), message_type='comment', subtype_xmlid='mail.mt_note',
                          author_id=env.user.partner_id.id)
    return ''


if not (env.user.has_group(BOT_GROUP) or env.user.has_group('base.group_system')):
    raise UserError('Only members of Logistics Sync / Bot may do that.')
check_protocol()
lock_requests([one['id'] for one in request['settled']])
results = []
for outcome in request['settled']:
    approval = Approval.browse(outcome['id']).exists()
    if outcome['outcome'] not in ('applied', 'stale', 'failed'):
        raise UserError('There is no outcome "%s".' % outcome['outcome'])
    problem = settle(approval, outcome) if approval else 'There is no such request.'
    results.append({'id': outcome['id'], 'state': approval.x_state or '', 'effect_state': approval.x_effect_state or 'none',
                    'done': not problem, 'problem': problem})
action = answer(results)
