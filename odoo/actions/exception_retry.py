# Due again, now or at the time given; the sweeper replays it.
at = (env.context.get('logistics') or {}).get('at') or datetime.datetime.utcnow().strftime('%Y-%m-%d %H:%M:%S')
for issue in records.sudo():
    if not issue.x_payload:
        raise UserError('%s keeps no event that could be tried again.' % issue.x_name)
    issue.write({'x_state': 'retry', 'x_next_attempt': at, 'x_attempts': 0})
