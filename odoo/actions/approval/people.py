# Who may decide: the sources of a level, resolved now and kept as they are.

def login_of(partner):
    return partner.user_ids.filtered(lambda user: user.active and not user.share)[:1]


def members(group_id):
    group = env.ref(group_id, raise_if_not_found=False) if group_id else None
    if not group or group._name != 'res.groups':
        return User
    field = 'all_user_ids' if 'all_user_ids' in group._fields else 'users'
    return group.sudo()[field].filtered(lambda user: user.active and not user.share)


def find_users(wanted):
    if isinstance(wanted, int):
        return User.with_context(active_test=False).browse(wanted).exists()
    return User.with_context(active_test=False).search([('login', '=', wanted)], limit=1)


def find_partners(wanted):
    every = Partner.with_context(active_test=False)
    if isinstance(wanted, int):
        return every.browse(wanted).exists()
    return every.search([('email_normalized', '=', (wanted or '').strip().lower())])


def identities(partners):
    # Contacts with the same e-mail are the same person: nobody gets a second voice by a second contact.
    emails = [email for email in partners.mapped('email_normalized') if email]
    if not emails:
        return partners
    return partners | Partner.with_context(active_test=False).search([('email_normalized', 'in', emails)])


def find_person(name):
    # Everybody who is known by this login or e-mail.
    return identities(find_users(name).partner_id | find_partners(name))


def follow(document, path):
    # From the document to users or partners, as partners.
    if not document or not path:
        return Partner
    target = document
    for name in path.split('.'):
        if name not in target._fields or not target._fields[name].relational:
            return Partner
        target = target[name]
    if target._name == 'res.users':
        return target.partner_id
    return target if target._name == 'res.partner' else Partner


def managers_of(users):
    if 'hr.employee' not in env or not users:
        return Partner
    bosses = env['hr.employee'].sudo().search([('user_id', 'in', users.ids)]).parent_id
    return bosses.user_id.partner_id | bosses.filtered(lambda boss: not boss.user_id).work_contact_id


def from_source(source, document, requester):
    kind = source['kind']
    if kind == 'group':
        return members(source['group']).partner_id
    found = Partner
    if kind == 'users':
        for wanted in source['users']:
            found |= find_users(wanted).filtered(lambda user: user.active and not user.share).partner_id
    elif kind == 'partners':
        for wanted in source['partners']:
            one = find_partners(wanted).filtered('active')
            found |= one if len(one) == 1 else Partner
    elif kind == 'field':
        found = follow(document, source['field'])
    elif kind == 'manager':
        people = follow(document, source['field']) if source.get('field') else requester
        found = managers_of(people.user_ids)
    else:
        raise UserError('Approvers cannot come from "%s".' % kind)
    return found


def can_vote(partner, user, level, has_code):
    # Without a login only by link, and only where the level takes links.
    if user:
        return not user.has_group(BOT_GROUP)
    by_link = level['assurance'] == 'link' or (level['assurance'] == 'link_code' and has_code)
    return bool(level['links'] and by_link and partner.email_normalized)


def seats(sources, level, asked, taken):
    # The people of these sources who may decide; `taken` (partner ids) grows by them.
    found, approvers = Partner, []
    for source in sources:
        found |= from_source(source, asked['document'], asked['requester'])
    for partner in found.filtered('active'):
        user = login_of(partner)
        if partner.id in asked['barred'] or partner.id in taken or not can_vote(partner, user, level, asked['has_code']):
            continue
        taken.extend(identities(partner).ids)
        approvers.append({
            'partner_id': partner.id, 'user_id': user.id or None, 'name': partner.name or '', 'email': partner.email or '',
            'lang': partner.lang or 'en_US',
        })
    return approvers


def resolve_levels(specs, asked):
    # Levels with their people, and why nobody can decide ('' where somebody can). Nobody at two levels: who is at an
    # earlier one does not count at a later.
    levels, problems, taken = [], [], []
    for spec in specs:
        level = {'level': len(levels) + 1, 'name': spec['name'], 'quorum': spec['quorum'], 'rejections': spec['rejections'],
                 'assurance': spec['assurance'], 'links': spec['links']}
        level['approvers'] = seats(spec['from'], level, asked, taken)
        levels.append(level)
        if len(level['approvers']) < max(spec['quorum'], 1):
            problems.append('Level %s (%s) needs %s to approve, and %s may decide.' % (
                level['level'], spec['name'], max(spec['quorum'], 1), len(level['approvers']) or 'nobody'))
    if not levels:
        problems.append('No level says who may decide.')
    return levels, ' '.join(problems), taken
