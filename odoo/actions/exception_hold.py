# Later events of the document wait until it is released.
for issue in records.sudo():
    if not issue.x_res_id:
        raise UserError('%s has no document that could be held.' % issue.x_name)
    issue.write({'x_hold': True})
