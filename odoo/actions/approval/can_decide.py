# Field: whether who reads may decide now.
for record in self:
    record['x_can_decide'] = bool(seat_of(record.sudo(), self.env.user)[0])
