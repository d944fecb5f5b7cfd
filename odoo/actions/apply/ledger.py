# The ledger: what is known of an event by its key, and the row that is written with its effects.

def known_before(command, before):
    # What the ledger says of this key: (outcome, digest, when, name), or None.
    if not before or before['outcome'] not in FINAL:
        return None
    if before['digest'] == command['digest']:
        return stop('duplicate', 'already_applied', 'Applied before, on %s' % before['at'])
    return stop('conflict', 'key_reused', 'Another event came with the same id before: %s' % before['name'])


def from_row(row):
    stored = row.x_result or {}
    return {
        'outcome': row.x_outcome, 'digest': row.x_digest, 'at': plain(row.x_applied_at or row.create_date), 'name': row.x_name,
        'ledger_id': row.id, 'route': row.x_route or '', 'documents': stored.get('documents') or [],
        'changes': stored.get('changes') or [], 'place': (row.x_model, row.x_res_id),
    }


def lines_of(changes):
    # A list in JSON, one change a line: people read it on the form.
    return '[\n' + ',\n'.join([to_json(change) for change in changes]) + '\n]' if changes else False


def ledger_values(command, documents, result):
    event = command['event']
    return {
        'x_name': event['name'], 'x_key': command['key'], 'x_digest': command['digest'], 'x_type': event['type'],
        'x_subject': event['subject'], 'x_source': event['source'], 'x_milestone': event['milestone'] or False, 'x_piece': event.get('piece') or False,
        'x_event_time': event['time'] or False, 'x_received_at': event['received_at'] or False, 'x_applied_at': now,
        'x_outcome': result['outcome'], 'x_reason': result['reason'] or False, 'x_message': result['message'] or False,
        'x_route': result['route'] or False, 'x_model': documents._name if documents else False,
        'x_res_id': documents[:1].id or 0, 'x_document': ', '.join([one['name'] for one in result['documents']]) or False,
        'x_changes': lines_of(result['changes']),
        'x_result': {'documents': result['documents'], 'changes': result['changes']},
        'x_workflow': request.get('workflow') or False, 'x_execution': request.get('execution') or False,
        'x_payload': event['payload'], 'x_exception_id': result['exception_id'] or False,
        'x_company_id': company_of(documents),
    }


def write_ledger(entries):
    # All rows of the request together, and their external ids; a row that was there is brought up to date.
    fresh = []
    for key in entries:
        if key in row_ids:
            Event.browse(row_ids[key]).write(entries[key])
        else:
            fresh.append(key)
    claim(['evt_' + key for key in fresh], 'x_logistics_event')
    values = []
    for key in fresh:
        values.append(entries[key])
    names = {}
    for key, row in zip(fresh, Event.create(values)):
        names['evt_' + key] = row.id
        row_ids[key] = row.id
    name_records('x_logistics_event', names)
    for key in entries:
        if entries[key]['x_exception_id']:
            Issue.browse(entries[key]['x_exception_id']).write({'x_event_id': row_ids[key]})
    settled = []
    for key, values in entries.items():
        if values['x_outcome'] in FINAL:
            settled.append(key)
    settle(settled)


def settle(keys):
    # These events have come through: what was kept of them is done.
    for issue in Issue.search([('x_key', 'in', keys), ('x_state', 'not in', ['resolved', 'dead']),
                               ('x_category', 'in', ['unmatched', 'held', 'rejected', 'invalid', 'failed'])]):
        issue.write({'x_state': 'resolved', 'x_hold': False, 'x_next_attempt': False,
                     'x_event_id': row_ids[issue.x_key], 'x_resolution': 'The event was applied'})
        issue.activity_ids.action_feedback(feedback='The event was applied')
