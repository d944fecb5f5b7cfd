# Who is told, and how what was told is taken back: activities, Odoo's own notifications, mails with links.

TODO = 'mail.mail_activity_data_todo'
# A call that was lost is made again after two minutes, then after twice the time each; after a week nobody waits any more.
WAKE_AGAIN = datetime.timedelta(minutes=2)
WAKE_UNTIL = datetime.timedelta(days=7)
WORDS = {
    'en': ('Your decision is needed: %s', '%s asks for your decision.', 'Please decide by %s (UTC).', 'Look at it and decide'),
    'de': ('Ihre Entscheidung ist gefragt: %s', '%s bittet um Ihre Entscheidung.', 'Bitte entscheiden Sie bis %s (UTC).', 'Ansehen und entscheiden'),
    'fr': ('Votre décision est demandée : %s', '%s demande votre décision.', 'Merci de décider avant le %s (UTC).', 'Voir et décider'),
    'es': ('Se necesita su decisión: %s', '%s solicita su decisión.', 'Decida antes del %s (UTC), por favor.', 'Ver y decidir'),
    'it': ('È richiesta la sua decisione: %s', '%s chiede la sua decisione.', 'Decida entro il %s (UTC), per favore.', 'Vedere e decidere'),
    'nl': ('Uw beslissing is nodig: %s', '%s vraagt om uw beslissing.', 'Beslis alstublieft vóór %s (UTC).', 'Bekijken en beslissen'),
    'pl': ('Potrzebna jest Państwa decyzja: %s', '%s prosi o Państwa decyzję.', 'Prosimy o decyzję do %s (UTC).', 'Zobacz i zdecyduj'),
    'pt': ('É necessária a sua decisão: %s', '%s pede a sua decisão.', 'Decida até %s (UTC), por favor.', 'Ver e decidir'),
}


def escape(text):
    result = str(text).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return result.replace('"', '&quot;').replace("'", '&#39;')


def deadline_of(approval):
    return (approval.x_due_at or now).date()


def add_activity(approval, user_id, summary, text):
    open_ones = approval.activity_ids.filtered_domain([('user_id', '=', user_id)])
    if not open_ones:
        approval.with_context(mail_activity_quick_update=True).activity_schedule(
            TODO, date_deadline=deadline_of(approval), summary=summary, note=escape(text).replace('\n', '<br/>'), user_id=user_id)


def summon(approval, approvers, subject):
    # Activity and notification for those with a login, links for those who have one.
    partner_ids = []
    for approver in approvers:
        user = User.browse(approver['user_id'] or 0).exists()
        if user and user.active:
            add_activity(approval, user.id, subject, approval.x_message or '')
            partner_ids.append(approver['partner_id'])
            for delegation in env['x_logistics_delegation'].sudo().search([
                    ('x_from_id', '=', user.id), ('x_start', '<=', now), ('x_end', '>=', now)]):
                deputy = delegation.x_to_id
                if covers(delegation, approval) and seat_of(approval, deputy)[0]:
                    add_activity(approval, deputy.id, '%s (for %s)' % (subject, approver['name']), approval.x_message or '')
                    partner_ids.append(deputy.partner_id.id)
    if partner_ids:
        approval.message_notify(partner_ids=partner_ids, subject=subject, body='%s\n%s' % (approval.x_name, approval.x_message or ''))
    mail_links(approval)


def links_to_mail(approval):
    partner_ids = [approver['partner_id'] for approver in waiting_of(approval)]
    return Link.search([('x_approval_id', '=', approval.id), ('x_level', '=', approval.x_level), ('x_mailed_at', '=', False),
                        ('x_url', '!=', False), ('x_partner_id', 'in', partner_ids)])


def mail_page(links):
    # One mail for all that is on the page of these links: they are one person's, of one run.
    partner, first = links[0].x_partner_id, links[0].x_approval_id
    subject, asks, due, button = WORDS.get((partner.lang or 'en')[:2]) or WORDS['en']
    lines = [escape(asks % (first.x_requester_id.name or env.user.name))]
    for approval in links.x_approval_id:
        about = ['<b>%s</b>' % escape(approval.x_name)]
        if approval.x_message:
            about.append(escape(approval.x_message).replace('\n', '<br/>'))
        if approval.x_due_at:
            about.append(escape(due % approval.x_due_at.strftime('%Y-%m-%d %H:%M')))
        lines.extend(about)
    lines.append('<a href="%s">%s</a>' % (escape(links[0].x_url), escape(button)))
    more = ' (+%s)' % (len(links) - 1) if len(links) > 1 else ''
    env['mail.mail'].with_user(1).sudo().with_context(logistics=None).create({
        'subject': subject % first.x_name + more, 'body_html': '<p>' + '</p><p>'.join(lines) + '</p>',
        'email_to': partner.email_formatted, 'author_id': False, 'auto_delete': True,
        'email_from': (first.x_company_id or env.company).sudo().email_formatted or env.user.email_formatted,
    })


def mail_links(approvals):
    # Not a message of the record: those who may read the record must not find the links of others.
    pages = {}
    for approval in approvals:
        for link in links_to_mail(approval):
            page = (link.x_partner_id.id, approval.x_batch)
            pages[page] = pages.get(page, Link) | link
    for links in pages.values():
        mail_page(links)
        links.write({'x_mailed_at': now})
    scheduler = env.ref('mail.ir_cron_mail_scheduler_action', raise_if_not_found=False)
    if pages and scheduler:
        scheduler.sudo()._trigger()


def forget(approval):
    # Nobody is left with a task or a message for something that is settled.
    approval.activity_ids.unlink()
    env['mail.notification'].sudo().search([
        ('mail_message_id.model', '=', approval._name), ('mail_message_id.res_id', '=', approval.id),
        ('is_read', '=', False)]).write({'is_read': True})


def dismiss(approval):
    forget(approval)
    Link.search([('x_approval_id', '=', approval.id)]).write({'x_url': False})


def wake(approval):
    # A hint without content; sent by Odoo when this transaction is committed. Whoever gets it reads the decision here.
    address = secret_of(approval).x_resume_url
    if not address:
        return False
    env['ir.actions.server'].sudo().with_context(logistics=None, active_id=approval.id).new({
        'name': 'Logistics Sync: decided', 'model_id': env['ir.model'].sudo()._get_id(approval._name), 'state': 'webhook',
        'webhook_url': address,
    })._run_action_webhook()
    waited = now - (approval.x_decided_at or now)
    again = now + max(waited, WAKE_AGAIN) if waited < WAKE_UNTIL else False
    approval.write({'x_wake_at': again})
    cron = env.ref(MODULE + '.cron_wake_again', raise_if_not_found=False)
    if cron and again:
        cron.sudo()._trigger(at=again)
    return True
