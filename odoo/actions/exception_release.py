# The document takes events again; those that were held are due now.
now = datetime.datetime.utcnow().strftime('%Y-%m-%d %H:%M:%S')
for issue in records.sudo():
    issue.write({'x_hold': False})
    others = issue.search([('x_model', '=', issue.x_model), ('x_res_id', '=', issue.x_res_id), ('x_hold', '=', True)])
    if not others:
        issue.search([('x_model', '=', issue.x_model), ('x_res_id', '=', issue.x_res_id), ('x_category', '=', 'held'),
                      ('x_state', 'in', ['open', 'retry', 'in_review'])]).write({'x_state': 'retry', 'x_next_attempt': now})
