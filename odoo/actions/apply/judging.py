# Whether an event may act: holds, requirements, guards.

def all_holds():
    holds = {}
    for issue in Issue.search([('x_hold', '=', True), ('x_res_id', '!=', 0)]):
        holds[(issue.x_model, issue.x_res_id)] = issue
    return holds


def held(documents):
    for document in documents or []:
        hold = holds.get((document._name, document.id))
        if hold:
            return stop('held', 'on_hold', '%s is on hold: %s' % (hold.x_document, hold.x_message or hold.x_name))
    return None


def what_it_is_about(document, rule):
    about = document.mapped(rule['path']) if rule.get('path') else document
    return about.filtered_domain(rule['filter']) if rule.get('filter') else about


def values_at(document, path):
    values = document.mapped(path)
    if isinstance(values, list):
        return [plain(value) for value in values] or [False]
    return values.ids or [False]


def unmet(documents, requires):
    for document in documents or []:
        for rule in requires:
            for value in values_at(what_it_is_about(document, rule), rule['field']):
                if ('in' in rule and value not in rule['in']) or ('not_in' in rule and value in rule['not_in']):
                    return stop('rejected', rule['reason'],
                                '%s: %s (%s is %s)' % (document.display_name, rule['message'], rule['field'], value))
    return None


def relation_of(known, time):
    if not known or not time:
        return 'unordered'
    before = plain(known)
    return 'newer' if time > before else 'same' if time == before else 'older'


def waits_for_pieces(document, pieces, event):
    # The last piece moves the document: as many as the carrier speaks of, or as the document has numbers.
    own = []
    for number in (document[pieces['field']] or '').split(','):
        if bare(number):
            own.append(bare(number))
    expected = max(pieces['count'] or 1, len(own))
    if expected <= 1:
        return False
    rows = Event.search([('x_model', '=', document._name), ('x_res_id', '=', document.id), ('x_outcome', '=', 'applied'),
                         ('x_milestone', '=', event['milestone']), ('x_piece', '!=', False)])
    arrived = set(arrived_pieces.get((document._name, document.id, event['milestone'])) or [])
    # A document may have had other numbers before: what came under those is no piece of this shipment.
    by_number = bare(event['subject']) in own
    for row in rows:
        if not by_number or bare(row.x_subject) in own:
            arrived.add(row.x_piece)
    arrived.add(pieces['piece'])
    return len(arrived) < expected


def is_as_expected(document, expect):
    for name in expect or {}:
        if not same(read_plain(document, [name])[name], expect[name]):
            return False
    return True


def why_kept(transition, relation):
    reasons = transition.get('reasons') or {}
    return reasons.get(relation) or transition.get('reason') or REASON_OF_RELATION[relation]


def guard_verdict(document, guard, event):
    if not is_as_expected(document, guard.get('expect')):
        return KEEP, 'expectation_failed', {}
    current = document[guard['field']] or ''
    transition = (tables.get(guard['table']) or {}).get(current)
    if transition is None:
        return KEEP, 'unknown_state', {}
    time_field = guard.get('time_field')
    relation = relation_of(document[time_field] if time_field else None, guard['time'])
    if relation not in transition['on']:
        return KEEP, why_kept(transition, relation), {}
    verdict, values = transition['verdict'], {}
    if verdict == KEEP:
        return KEEP, why_kept(transition, relation), {}
    pieces = guard.get('pieces')
    if verdict == TAKE and pieces and transition.get('value') in pieces['values'] and waits_for_pieces(document, pieces, event):
        return PASS, None, {}
    if verdict == TAKE and transition.get('value'):
        values[guard['field']] = transition['value']
    if verdict in (TAKE, TOUCH) and time_field and guard['time']:
        values[time_field] = guard['time']
    return verdict, None, values


def judge(document, guards, event):
    # Several guards: the strictest counts.
    verdicts, values = [], {}
    for guard in guards:
        verdict, reason, new_values = guard_verdict(document, guard, event)
        if verdict == KEEP:
            return KEEP, reason, {}
        verdicts.append(verdict)
        values.update(new_values)
    for verdict in (TAKE, TOUCH):
        if verdict in verdicts:
            return verdict, None, values
    return PASS, None, values


def outdated(command):
    event = command['event']
    if not event['time']:
        return None
    if event['time'] < (newest.get((event['type'], event['subject'])) or ''):
        return stop('stale', 'older', 'A later event of this request was applied')
    later = Event.search([('x_type', '=', event['type']), ('x_subject', '=', event['subject']),
                          ('x_outcome', '=', 'applied'), ('x_event_time', '>', event['time'])], limit=1)
    return stop('stale', 'older', 'A later event was applied: %s' % later.x_name) if later else None
