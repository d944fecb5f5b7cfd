# Which records an event speaks of.

def with_refs(value, refs):
    if isinstance(value, dict) and list(value) == ['ref']:
        return refs[value['ref']].id if value['ref'] in refs else False
    if isinstance(value, list) or isinstance(value, tuple):
        items = []
        for item in value:
            items.append(with_refs(item, refs))
        return items
    return value


def look_up(model_name, find, refs, limit, order):
    if 'external_id' in find:
        return external_record(find['external_id'], model_name)
    return env[model_name].search(with_refs(find['domain'], refs), limit=limit, order=order)


def find_ref(ref):
    name = '%s (%s)' % (ref['label'], ref['path'])
    for find in ref['find']:
        found = env[ref['model']].with_context(active_test=False).browse(
            look_up_any(ref['model'], find).ids)
        if len(found) > 1 and 'active' in found._fields and len(found.filtered('active')) == 1:
            found = found.filtered('active')
        if len(found) > 1:
            return found, stop('unmatched', 'reference_ambiguous', 'Several records of %s fit %s' % (ref['model'], name))
        if found:
            return found, ref_problem(found, name)
    return env[ref['model']], stop('unmatched', 'reference_not_found', 'No record of %s fits %s' % (ref['model'], name))


def look_up_any(model_name, find):
    if 'external_id' in find:
        return external_record(find['external_id'], model_name)
    return env[model_name].with_context(active_test=False).search(find['domain'], limit=3)


def ref_problem(found, name):
    if 'active' in found._fields and not found.active:
        return stop('rejected', 'reference_archived', '%s is archived in Odoo: %s' % (name, found.display_name))
    if 'company_id' in found._fields and found.company_id and found.company_id not in env.companies:
        return stop('rejected', 'reference_other_company',
                    '%s belongs to the company %s' % (name, found.company_id.sudo().display_name))
    return None


def find_refs(command):
    refs = {}
    for ref in command['refs']:
        found, problem = find_ref(ref)
        if problem:
            return refs, problem
        refs[ref['name']] = found
    return refs, None


def find_plan(command, refs):
    # The first plan whose documents are there; a plan without a look-up needs none.
    for plan in command['plans']:
        if not plan['find']:
            return plan, None, None
        for find in plan['find']:
            found = look_up(find['model'], find, refs, 2 if find['many'] == 'one' else 50, find.get('order'))
            if len(found) > 1 and find['many'] == 'one':
                names = ', '.join(found.mapped('display_name'))
                return plan, found.browse(), stop('unmatched', 'document_ambiguous', 'Several documents fit: %s' % names)
            if found:
                return plan, found, None
    return None, None, stop('unmatched', 'document_not_found',
                            'No document in Odoo fits %s' % command['event']['subject'])
