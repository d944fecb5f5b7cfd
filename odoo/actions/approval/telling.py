# Who is told, and how what was told is taken back: activities, Odoo's own notifications, mails with links.

TODO = 'mail.mail_activity_data_todo'
WORDS = {
    'en': ('Your decision is needed: %s', '%s asks for your decision.', 'Please decide by %s (UTC).', 'Look at it and decide'),
    'de': ('Ihre Entscheidung ist gefragt: %s', '%s bittet um Ihre Entscheidung.', 'Bitte entscheiden Sie bis %s (UTC).', 'Ansehen und entscheiden'),
    'fr': ('Votre décision est demandée : %s', '%s demande votre décision.', 'Merci de décider avant le %s (UTC).', 'Voir et décider'),
    'es': ('Se necesita su decisión: %s', '%s solicita su decisión.', 'Decida antes del %s (UTC), por favor.', 'Ver y decidir'),
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


def mail_links(approval):
    # Not a message of the record: those who may read the record must not find the links of others.
    partner_ids = [approver['partner_id'] for approver in waiting_of(approval)]
    links = Link.search([('x_approval_id', '=', approval.id), ('x_level', '=', approval.x_level), ('x_mailed_at', '=', False),
                         ('x_url', '!=', False), ('x_partner_id', 'in', partner_ids)])
    for link in links:
        partner = link.x_partner_id
        subject, asks, due, button = WORDS.get((partner.lang or 'en')[:2]) or WORDS['en']
        lines = [escape(asks % (approval.x_requester_id.name or env.user.name)), '<b>%s</b>' % escape(approval.x_name)]
        if approval.x_message:
            lines.append(escape(approval.x_message).replace('\n', '<br/>'))
        if approval.x_due_at:
            lines.append(escape(due % approval.x_due_at.strftime('%Y-%m-%d %H:%M')))
        lines.append('<a href="%s">%s</a>' % (escape(link.x_url), escape(button)))
        env['mail.mail'].with_user(1).sudo().with_context(logistics=None).create({
            'subject': subject % approval.x_name, 'body_html': '<p>' + '</p><p>'.join(lines) + '</p>',
            'email_to': partner.email_formatted, 'author_id': False, 'auto_delete': True,
            'email_from': (approval.x_company_id or env.company).sudo().email_formatted or env.user.email_formatted,
        })
    if links:
        links.write({'x_mailed_at': now})
        scheduler = env.ref('mail.ir_cron_mail_scheduler_action', raise_if_not_found=False)
        if scheduler:
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
    return True
