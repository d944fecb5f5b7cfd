# Field: whether who reads has asked for it, and may withdraw it.
for record in self:
    record['x_is_mine'] = record.x_requester_id == self.env.user.partner_id
