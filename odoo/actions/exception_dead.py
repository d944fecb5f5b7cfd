# Given up: kept, and tried no more. A hold stays until somebody releases it.
reason = (env.context.get('logistics') or {}).get('resolution') or 'Given up by %s' % env.user.name
for issue in records.sudo():
    issue.write({'x_state': 'dead', 'x_next_attempt': False, 'x_resolution': reason})
    issue.activity_ids.action_feedback(feedback=reason)
