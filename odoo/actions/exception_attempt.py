# One attempt more without success: waits twice as long for the next, until there have been enough.
message = (env.context.get('logistics') or {}).get('message')
now = datetime.datetime.utcnow()
for issue in records.sudo():
    if issue.x_state in ('resolved', 'dead'):
        continue
    attempts = issue.x_attempts + 1
    values = {'x_attempts': attempts, 'x_last_seen': now}
    if message:
        values['x_message'] = message
    if issue.x_max_attempts and attempts >= issue.x_max_attempts:
        values.update({'x_state': 'dead', 'x_next_attempt': False})
    else:
        # A day at the most: a document that comes late shall not wait for ever.
        minutes = min((issue.x_retry_minutes or 5) * 2 ** min(attempts, 10), 1440)
        values.update({'x_state': 'retry', 'x_next_attempt': now + datetime.timedelta(minutes=minutes)})
    issue.write(values)
