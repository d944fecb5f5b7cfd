# The exception queue: one row for a document and a cause.

# Exceptions that this request opened or opened anew, with the state before.
just_opened = {}

def members(group_id):
    group = env.ref(group_id, raise_if_not_found=False) if group_id else None
    if not group:
        return env['res.users'].sudo()
    field = 'all_user_ids' if 'all_user_ids' in group._fields else 'users'
    return group.sudo()[field].filtered(lambda user: user.active and not user.share)


def tell(target, users, summary, note, deadline, is_quiet):
    # What a request has people do is written together, by plan_activities; the same is not asked twice.
    open_ones = target.sudo().activity_ids.filtered_domain([('summary', '=', summary)])
    for user in users - open_ones.user_id:
        place = (target._name, target.id, summary, user.id)
        if place in activities or place in changes_of_command['activities']:
            continue
        changes_of_command['activities'][place] = (is_quiet, {
            'activity_type_id': TO_DO.id, 'res_model_id': env['ir.model']._get_id(target._name), 'res_id': target.id,
            'date_deadline': deadline, 'summary': summary, 'note': note, 'user_id': user.id, 'automated': True,
        })


def plan_activities():
    # A group sees its activities in Odoo; the one person that a document belongs to is sent a mail as well.
    for is_quiet in (True, False):
        values = []
        for quiet, one in activities.values():
            if quiet == is_quiet:
                values.append(one)
        if values:
            env['mail.activity'].sudo().with_context(mail_activity_quick_update=is_quiet).create(values)


def open_issue(document, fallback, values, group_id):
    # One row for a document and a cause; the same again is counted, and opens a closed one anew.
    place = '%s_%s' % (document._name, document.id) if document else fallback
    name = ('exc_%s_%s_%s' % (slug(place), values['x_category'], slug(values['x_cause'])))[:120]
    known = named_record(name, 'x_logistics_exception')
    shared = {
        'x_message': values['x_message'], 'x_severity': values['x_severity'], 'x_last_seen': now,
        'x_payload': values.get('x_payload') or False, 'x_key': values.get('x_key') or False,
    }
    if known:
        shared['x_occurrences'] = known.x_occurrences + 1
        if known.x_state in ('resolved', 'dead'):
            shared.update({'x_state': 'open', 'x_attempts': 0, 'x_next_attempt': values.get('x_next_attempt') or False, 'x_resolution': False})
        if values.get('x_hold') and known.x_state in ('resolved', 'dead'):
            shared['x_hold'] = True
        reopened = known.x_state in ('resolved', 'dead')
        if reopened:
            just_opened[known.id] = known.x_state
        known.write(shared)
        if known.x_hold and known.x_res_id:
            holds[(known.x_model, known.x_res_id)] = known
        if reopened:
            tell(known, members(group_id), known.x_name, values['x_message'], now.date(), True)
        return known
    claim([name], 'x_logistics_exception')
    shared.update({
        'x_name': values['x_name'], 'x_category': values['x_category'], 'x_cause': values['x_cause'], 'x_state': 'open',
        'x_hold': values.get('x_hold') or False, 'x_occurrences': 1, 'x_first_seen': now, 'x_attempts': 0,
        'x_max_attempts': values.get('x_max_attempts') or 0, 'x_retry_minutes': values.get('x_retry_minutes') or 0,
        'x_next_attempt': values.get('x_next_attempt') or False,
        'x_model': document._name if document else False, 'x_res_id': document.id if document else 0,
        'x_document': document.display_name if document else (values.get('x_subject') or False),
        'x_company_id': company_of(document),
    })
    issue = Issue.create(shared)
    name_records('x_logistics_exception', {name: issue.id})
    just_opened[issue.id] = False
    if issue.x_hold and issue.x_res_id:
        holds[(issue.x_model, issue.x_res_id)] = issue
    tell(issue, members(group_id), issue.x_name, values['x_message'], now.date(), True)
    return issue


def company_of(document):
    if document and 'company_id' in document._fields and document[:1].company_id:
        return document[:1].company_id.id
    return env.company.id


def keep_as_issue(command, found, verdict):
    # Answers the id of the exception, or None when the outcome is only to be answered.
    rules, event = command['on_problem'], command['event']
    if not rules:
        return None
    category = 'invalid' if verdict['reason'] == 'invalid_event' else CATEGORY[verdict['outcome']]
    minutes = rules['retry_minutes']
    # What only people can mend is not tried again by itself.
    retries = category in ('unmatched', 'held', 'rejected') and rules['max_attempts'] > 0
    return open_issue(found[:1], '%s_%s' % (event['type'], event['subject']), {
        'x_name': '%s: %s' % (event['name'], verdict['reason'].replace('_', ' ')),
        'x_category': category, 'x_severity': rules['severity'], 'x_cause': verdict['reason'],
        'x_message': verdict['message'], 'x_hold': rules.get('hold') or False, 'x_key': command['key'],
        'x_payload': event['payload'], 'x_subject': event['subject'], 'x_max_attempts': rules['max_attempts'],
        'x_retry_minutes': minutes,
        'x_next_attempt': now + datetime.timedelta(minutes=minutes) if retries else False,
    }, rules.get('activity_group')).id
