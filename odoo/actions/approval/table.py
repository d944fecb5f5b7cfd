# What would be done, for people: complete, nothing cut off.

def relation_name(value):
    is_pair = isinstance(value, list) and len(value) == 2 and isinstance(value[0], int) and isinstance(value[1], str)
    return '%s (%s)' % (value[1], value[0]) if is_pair else None


def shown(value, is_flag):
    if is_flag or value is True:
        return 'Yes' if value else 'No'
    if value is None or value is False or value == '' or value == []:
        return '—'
    if relation_name(value):
        return escape(relation_name(value))
    if isinstance(value, list):
        return '<br/>'.join([escape(relation_name(item) or (item if isinstance(item, str) else to_json(item))) for item in value])
    if isinstance(value, str):
        return escape(value).replace('\n', '<br/>')
    return escape(to_json(value))


def is_boolean(change):
    fields = env[change['model']]._fields if change['model'] in env else {}
    return change['field'] in fields and fields[change['field']].type == 'boolean'


def change_table(changes):
    rows = []
    for change in changes:
        flag = is_boolean(change)
        rows.append('<tr><td>%s</td><td>%s</td><td>%s</td><td><b>%s</b></td></tr>' % (
            escape(change['document']), escape(change['label']), shown(change['before'], flag), shown(change['after'], flag)))
    head = '<tr><th>Document</th><th>Field</th><th>Before</th><th>After</th></tr>'
    return '<table class="table table-sm table-bordered"><thead>%s</thead><tbody>%s</tbody></table>' % (head, ''.join(rows))


def pretty(value, indent):
    inner = indent + '  '
    lines = []
    if isinstance(value, dict) and value:
        for key, item in value.items():
            lines.append(inner + json_string(str(key)) + ': ' + pretty(item, inner))
        return '{\n' + ',\n'.join(lines) + '\n' + indent + '}'
    if isinstance(value, list) and value:
        for item in value:
            lines.append(inner + pretty(item, inner))
        return '[\n' + ',\n'.join(lines) + '\n' + indent + ']'
    return to_json(value)


def details_table(details):
    if not isinstance(details, dict):
        return '<pre>%s</pre>' % escape(pretty(details, ''))
    rows = []
    for key, value in details.items():
        cell = '<pre class="mb-0">%s</pre>' % escape(pretty(value, '')) if isinstance(value, dict) or isinstance(value, list) else shown(value, False)
        rows.append('<tr><td>%s</td><td>%s</td></tr>' % (escape(key), cell))
    return '<table class="table table-sm table-bordered"><tbody>%s</tbody></table>' % ''.join(rows)


def what_would_be_done(ask):
    parts = []
    if ask['changes']:
        parts.append(change_table(ask['changes']))
    if ask.get('details') not in (None, False, '', [], {}):
        parts.append('<h5>What the workflow does</h5>' + details_table(ask['details']))
    return ''.join(parts) or False
