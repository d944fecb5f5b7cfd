# The document that the row speaks of, as the user may see it.
if not record.x_model or not record.x_res_id:
    raise UserError('There is no document.')
action = {'type': 'ir.actions.act_window', 'res_model': record.x_model, 'res_id': record.x_res_id, 'views': [[False, 'form']]}
