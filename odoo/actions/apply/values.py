# Values as JSON and RPC carry them, and external ids.

def pgcode(error):
    try:
        return error.pgcode
    except Exception:
        return None


def http_status(error):
    try:
        return error.http_status
    except Exception:
        return None


def text_of(error):
    if error.args and isinstance(error.args[0], str):
        return error.args[0]
    return str(error)


def json_string(value):
    result = value.replace('\\', '\\\\').replace('"', '\\"')
    result = result.replace('\n', '\\n').replace('\r', '\\r').replace('\t', '\\t')
    return '"' + ''.join([char if ord(char) >= 32 else ' ' for char in result]) + '"'


def to_json(value):
    if value is None:
        return 'null'
    if value is True:
        return 'true'
    if value is False:
        return 'false'
    if isinstance(value, str):
        return json_string(value)
    if isinstance(value, dict):
        return '{' + ', '.join([json_string(str(key)) + ': ' + to_json(item) for key, item in value.items()]) + '}'
    if isinstance(value, list) or isinstance(value, tuple):
        return '[' + ', '.join([to_json(item) for item in value]) + ']'
    return str(value)


def slug(value):
    lowered = (value or '').lower()
    return ''.join([char if char.isascii() and char.isalnum() else '_' for char in lowered])


def bare(number):
    # A number as carriers, people and labels write it: with spaces, hyphens, in small letters.
    return ''.join([char for char in (number or '').upper() if char.isalnum()])


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.strftime('%Y-%m-%d %H:%M:%S')
    if isinstance(value, datetime.date):
        return value.strftime('%Y-%m-%d')
    if isinstance(value, tuple):
        return list(value)
    return value


def read_plain(target, names):
    values = {}
    for name in names:
        values[name] = plain(target._fields[name].convert_to_read(target[name], target, False))
    return values


def same(before, after):
    if isinstance(before, float) or (isinstance(after, float) and not isinstance(before, bool)):
        return float_compare(float(before or 0), float(after or 0), precision_digits=6) == 0
    if before in (False, None, '') and after in (False, None, ''):
        return True
    return before == after


def stop(outcome, reason, message):
    return {'outcome': outcome, 'reason': reason, 'message': message}


def external_record(external_id, model_name):
    found = env.ref(external_id, raise_if_not_found=False)
    return found if found is not None and found and found._name == model_name else env[model_name]


def claim(names, model_name):
    # Two workers with one name: the second waits for the first and then fails with a serialization error, upon which
    # Odoo runs the whole request again, and finds the name taken. A plain INSERT would fail with a unique violation.
    # All workers take names in the same order: none waits for another in a circle.
    if not names:
        return
    env.cr.execute(
        'INSERT INTO ir_model_data (module, name, model, res_id, noupdate, create_uid, create_date, write_uid, write_date) '
        'SELECT %s, name, %s, 0, true, %s, %s, %s, %s FROM unnest(%s::varchar[]) WITH ORDINALITY AS wanted (name, place) '
        'ORDER BY place ON CONFLICT (module, name) DO NOTHING',
        (MODULE, model_name, env.uid, now, env.uid, now, sorted(names)),
    )


def ids_by_name(names):
    if not names:
        return {}
    env.cr.execute('SELECT name, res_id FROM ir_model_data WHERE module = %s AND name IN %s', (MODULE, tuple(names)))
    return dict(env.cr.fetchall())


def named_record(name, model_name):
    found = ids_by_name([name])
    return env[model_name].sudo().browse(found[name]).exists() if name in found else env[model_name].sudo()


def name_records(model_name, ids):
    # External ids that were claimed, with the records that bear them now: {name: id}.
    if not ids:
        return
    env.cr.execute(
        'UPDATE ir_model_data SET res_id = named.id, model = %s '
        'FROM unnest(%s::varchar[], %s::integer[]) AS named (name, id) WHERE module = %s AND ir_model_data.name = named.name',
        (model_name, list(ids), list(ids.values()), MODULE),
    )
