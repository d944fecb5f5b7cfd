decide(records.ids if records else [], 'approve', request.get('comment'))
