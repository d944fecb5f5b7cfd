# What an event may do. Closed list.

def write_values(target, values, changes):
    for prefix in FORBIDDEN_MODELS:
        if target._name.startswith(prefix):
            raise UserError('Events may not write %s' % target._name)
    for one in target:
        before, differing = read_plain(one, list(values)), {}
        for name, value in values.items():
            if not same(before[name], value):
                differing[name] = value
                changes.append({'model': one._name, 'id': one.id, 'field': name, 'before': before[name], 'after': value})
        if differing:
            one.write(differing)
            forget_look_ups(differing)


def do_write(document, effect, refs, changes):
    target = document.mapped(effect['path']) if effect.get('path') else document
    if effect.get('filter'):
        target = target.filtered_domain(effect['filter'])
    values = {}
    for name, value in effect['values'].items():
        values[name] = with_refs(value, refs)
    write_values(target, values, changes)


def do_note(document, effect, refs, changes):
    # Notes tell nobody, so they need not be posted one by one: all of a request are written together.
    changes_of_command['notes'].append({
        'model': document._name, 'res_id': document.id, 'body': effect['body'], 'message_type': 'comment',
        'subtype_id': NOTE.id, 'author_id': env.user.partner_id.id,
        # Nobody answers to a note: Odoo need not find out to whom, for each.
        'email_from': ADDRESS, 'reply_to': ADDRESS,
    })


def do_message(document, effect, refs, changes):
    partners = [] if effect['to'] == 'followers' else document.mapped(effect['to']).ids
    document.message_post(body=effect['body'], body_is_html=True, subject=effect.get('subject') or False,
                          message_type='comment', subtype_xmlid='mail.mt_comment', partner_ids=partners)


def do_activity(document, effect, refs, changes):
    user = document.mapped(effect['user'])[:1] if effect.get('user') else None
    users = user or members(effect.get('group'))
    tell(document, users, effect['summary'], effect.get('note') or '', effect['deadline'], not user)


def do_attach(document, effect, refs, changes):
    place = [('res_model', '=', document._name), ('res_id', '=', document.id)]
    same_file = ('checksum', '=', effect['checksum']) if effect.get('checksum') else ('url', '=', effect.get('url'))
    if (effect.get('checksum') or effect.get('url')) and env['ir.attachment'].search_count(place + [same_file]):
        return
    values = {'name': effect['name'], 'res_model': document._name, 'res_id': document.id}
    if effect.get('mimetype'):
        values['mimetype'] = effect['mimetype']
    if effect.get('url'):
        values.update({'type': 'url', 'url': effect['url']})
    else:
        values['datas'] = effect['datas']
    attachment = env['ir.attachment'].create(values)
    changes.append({'model': document._name, 'id': document.id, 'field': 'attachment', 'before': False, 'after': attachment.name})


def set_quantities(picking, product, quantity):
    # Several moves of one product fill up in order; what is over goes to the last.
    moves = picking.move_ids.filtered_domain([('product_id', '=', product.id), ('state', 'not in', ['done', 'cancel'])])
    if not moves:
        raise UserError('%s has no open line for %s' % (picking.name, product.display_name))
    for move in moves:
        taken = quantity if move == moves[-1:] else min(quantity, move.product_uom_qty)
        move.write({'quantity': taken, 'picked': taken > 0})
        quantity = quantity - taken


def do_validate_picking(document, effect, refs, changes):
    pickings = document if document._name == 'stock.picking' else document.mapped('picking_ids')
    for picking in pickings.filtered(lambda one: one.state not in ('done', 'cancel')):
        before = picking.state
        if picking.state == 'draft':
            picking.action_confirm()
        if picking.state != 'assigned':
            picking.action_assign()
        for line in effect.get('quantities') or []:
            set_quantities(picking, refs[line['product']['ref']], line['quantity'])
        keep_rest = effect['backorder']
        answer = picking.with_context(
            skip_backorder=True, skip_sms=True, skip_immediate=True,
            picking_ids_not_to_backorder=[] if keep_rest else picking.ids).button_validate()
        if picking.state != 'done':
            raise UserError('Odoo asks before it validates %s: %s' % (
                picking.name, answer.get('name') if isinstance(answer, dict) else 'see the transfer'))
        changes.append({'model': 'stock.picking', 'id': picking.id, 'field': 'state', 'before': before, 'after': picking.state})


def do_create_invoice(document, effect, refs, changes):
    orders = document if document._name == 'sale.order' else document.mapped('sale_id')
    orders = orders.filtered(lambda one: one.invoice_status == 'to invoice')
    if not orders:
        return
    invoices = orders._create_invoices()
    if effect['post']:
        invoices.action_post()
    for invoice in invoices:
        changes.append({'model': 'account.move', 'id': invoice.id, 'field': 'state', 'before': False, 'after': invoice.state})


def do_set_stock(document, effect, refs, changes):
    product, location = refs[effect['product']['ref']], refs[effect['location']['ref']]
    product = product.product_variant_id if product._name == 'product.template' else product
    quantity = effect['quantity']
    if effect.get('uom'):
        quantity = refs[effect['uom']['ref']]._compute_quantity(quantity, product.uom_id)
    lot = env['stock.lot']
    if effect.get('lot'):
        lot = lot.search([('name', '=', effect['lot']), ('product_id', '=', product.id)], limit=1)
        if not lot:
            lot = env['stock.lot'].create({'name': effect['lot'], 'product_id': product.id})
    Quant = env['stock.quant'].with_context(inventory_mode=True)
    quant = Quant.search([('product_id', '=', product.id), ('location_id', '=', location.id), ('lot_id', '=', lot.id),
                          ('package_id', '=', False), ('owner_id', '=', False)], limit=1)
    before = quant.quantity if quant else 0.0
    if float_compare(before, quantity, precision_rounding=product.uom_id.rounding) == 0:
        return
    if quant:
        quant.write({'inventory_quantity': quantity})
    else:
        quant = Quant.create({'product_id': product.id, 'location_id': location.id, 'lot_id': lot.id,
                              'inventory_quantity': quantity})
    quant.action_apply_inventory()
    changes.append({'model': 'stock.quant', 'id': quant.id, 'field': 'quantity', 'before': before, 'after': quantity})


def do_exception(document, effect, refs, changes):
    issue = open_issue(document, 'none', {
        'x_name': '%s: %s' % (document.display_name or effect['category'], effect['cause'].replace('_', ' ')), 'x_category': effect['category'],
        'x_severity': effect['severity'], 'x_cause': effect['cause'], 'x_message': effect['message'],
        'x_hold': effect.get('hold') or False,
    }, effect.get('group'))
    # Who opens it a second time learns that it was there.
    if issue.id in just_opened:
        changes.append({'model': issue._name, 'id': issue.id, 'field': 'x_state', 'before': just_opened.pop(issue.id), 'after': 'open'})


def do_resolve_exception(document, effect, refs, changes):
    Issue.search([('x_model', '=', document._name), ('x_res_id', '=', document.id), ('x_cause', '=', effect['cause']),
                  ('x_state', 'not in', ['resolved', 'dead'])]).write(
        {'x_state': 'resolved', 'x_hold': False, 'x_resolution': effect['resolution'], 'x_next_attempt': False})
    holds.update(all_holds())
    for place in [place for place, issue in holds.items() if not issue.x_hold]:
        holds.pop(place)


EFFECTS = {
    'write': do_write, 'note': do_note, 'message': do_message, 'activity': do_activity, 'attach': do_attach,
    'validate_picking': do_validate_picking, 'create_invoice': do_create_invoice, 'set_stock': do_set_stock,
    'exception': do_exception, 'resolve_exception': do_resolve_exception,
}
# These change nothing that documents are found by.
KEEP_LOOK_UPS = ['write', 'note', 'message', 'activity', 'attach', 'exception', 'resolve_exception']
PLAIN = ['write', 'note', 'activity', 'attach']
NEED_DOCUMENT = ['write', 'note', 'message', 'activity', 'attach', 'validate_picking', 'create_invoice', 'resolve_exception']
