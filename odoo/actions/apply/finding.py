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


def look_up(find, refs):
    if 'external_id' in find:
        return external_record(find['external_id'], find['model'])
    domain = with_refs(find['domain'], refs)
    # Events of one document often come together: what was found holds until a field of the domain is written.
    place = place_of(find, domain)
    if place not in looked_up:
        looked_up[place] = env[find['model']].search(domain, limit=most_of(find), order=find.get('order'))
    return looked_up[place]


def most_of(find):
    return 2 if find['many'] == 'one' else 50


def place_of(find, domain):
    return to_json([find['model'], domain, most_of(find), find.get('order')])


def numbers_in(model_name, domain):
    # Where the one list of texts stands, in a domain of nothing but terms that must all hold.
    places = []
    for at, term in enumerate(domain):
        if not isinstance(term, list):
            return None
        field = env[model_name]._fields.get(term[0])
        if term[1] == 'in' and field and field.type == 'char' and all([isinstance(value, str) for value in term[2]]):
            places.append(at)
    return places[0] if len(places) == 1 else None


def look_up_together(plans):
    # Look-ups that differ in their numbers alone are one search, and their documents are locked and read together.
    alike, fields = {}, {}
    for plan in plans:
        for find in plan['find'][:1]:
            at = numbers_in(find['model'], find['domain']) if 'domain' in find else None
            if at is not None:
                term = find['domain'][at]
                rest = find['domain'][:at] + [[term[0], 'in', []]] + find['domain'][at + 1:]
                place = place_of(find, rest)
                alike.setdefault(place, []).append((find, at))
                fields.setdefault(place, set()).update(fields_of(plan))
    for place, group in alike.items():
        find, at = group[0]
        field, wanted = find['domain'][at][0], set()
        for one, one_at in group:
            wanted.update(one['domain'][one_at][2])
        domain = find['domain'][:at] + [[field, 'in', list(wanted)]] + find['domain'][at + 1:]
        found = env[find['model']].search(domain, order=find.get('order'))
        lock(found)
        found.fetch(list(fields[place] | {field}))
        by_number = {}
        for document in found:
            locked.add((document._name, document.id))
            by_number.setdefault(document[field], []).append(document.id)
        for one, one_at in group:
            chosen, ids = set(), []
            for number in one['domain'][one_at][2]:
                chosen.update(by_number.get(number) or [])
            for one_id in found.ids if len(chosen) > 1 else chosen:
                if one_id in chosen:
                    ids.append(one_id)
            looked_up[place_of(one, one['domain'])] = found.browse(ids[:most_of(one)]).with_prefetch(found.ids)


def forget_look_ups(fields):
    for place in [place for place in looked_up]:
        for field in fields:
            if field in place:
                looked_up.pop(place, None)


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
            found = look_up(find, refs)
            if len(found) > 1 and find['many'] == 'one':
                names = ', '.join(found.mapped('display_name'))
                return plan, found.browse(), stop('unmatched', 'document_ambiguous', 'Several documents fit: %s' % names)
            if found:
                return plan, found, None
    return None, None, stop('unmatched', 'document_not_found',
                            'No document in Odoo fits %s' % command['event']['subject'])
