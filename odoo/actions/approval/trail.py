# The trail: append-only rows, each with the hash of the one before. Verified outside of Odoo by core/approval.

CHAIN_LOCK = 742019
chain = {}


def canonical(value):
    if isinstance(value, dict):
        return '{' + ','.join([json_string(key) + ':' + canonical(item) for key, item in sorted(value.items())]) + '}'
    return to_json(value)


def sha256(text):
    env.cr.execute("SELECT encode(sha256(convert_to(%s, 'UTF8')), 'hex')", (text,))
    return env.cr.fetchone()[0]


def last_row(cursor):
    cursor.execute('SELECT x_sequence, x_hash FROM x_logistics_vote ORDER BY x_sequence DESC LIMIT 1')
    return cursor.fetchone() or (0, '')


def chain_head():
    # One writer at a time. This transaction may have begun before the last writer committed and would not see its
    # rows, so a second connection looks, which begins now.
    if not chain:
        env.flush_all()
        env.cr.execute('SELECT pg_advisory_xact_lock(%s)', (CHAIN_LOCK,))
        fresh = env.registry.cursor()
        committed = last_row(fresh)
        fresh.close()
        sequence, digest = max(committed, last_row(env.cr))
        chain.update({'sequence': sequence, 'hash': digest})
    return chain


def approval_name(key, round_number):
    return 'apr_%s' % key if round_number == 1 else 'apr_%s_r%s' % (key, round_number)


def known_as(partner):
    user = partner.user_ids.filtered('active')[:1]
    return '%s (%s)' % (partner.name, user.login if user else partner.email or 'no login')


def note(approval, kind, state, more=None):
    more = more or {}
    actor = more.get('actor') or env.user.partner_id.sudo()
    behalf = more.get('on_behalf_of') or Partner
    sequence = chain_head()['sequence'] + 1
    entry = {
        'sequence': sequence, 'at': plain(now), 'kind': kind, 'approval': approval_name(approval.x_key, approval.x_round),
        'round': approval.x_round, 'digest': approval.x_digest, 'level': approval.x_level, 'actor': known_as(actor),
        'actor_id': actor.id, 'on_behalf_of': known_as(behalf) if behalf else '', 'on_behalf_of_id': behalf.id or None,
        'decision': more.get('decision') or '', 'comment': more.get('comment') or '',
        'assurance': more.get('assurance') or '', 'state': state,
    }
    text = canonical(entry)
    digest = sha256(chain['hash'] + '\n' + text)
    Vote.create({
        'x_name': '%s: %s' % (sequence, kind), 'x_approval_id': approval.id, 'x_sequence': sequence, 'x_at': now,
        'x_previous': chain['hash'] or False, 'x_hash': digest, 'x_record': text, 'x_kind': kind, 'x_level': approval.x_level,
        'x_actor_id': actor.id, 'x_on_behalf_of_id': behalf.id or False, 'x_decision': more.get('decision') or False,
        'x_comment': more.get('comment') or False, 'x_assurance': more.get('assurance') or False, 'x_state': state,
    })
    chain.update({'sequence': sequence, 'hash': digest})
    approval.write({'x_last_sequence': sequence, 'x_last_hash': digest})
