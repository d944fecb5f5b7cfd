# Done: nothing is tried any more, the hold ends, open activities with it.
resolution = (env.context.get('logistics') or {}).get('resolution') or 'Resolved by %s' % env.user.name
for issue in records.sudo():
    issue.write({'x_state': 'resolved', 'x_hold': False, 'x_next_attempt': False, 'x_resolution': resolution})
    issue.activity_ids.action_feedback(feedback=resolution)
