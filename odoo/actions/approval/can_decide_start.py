env = self.env
now = datetime.datetime.utcnow().replace(microsecond=0)
