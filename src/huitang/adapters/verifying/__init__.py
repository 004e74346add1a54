"""Holding any text against a record that is trusted: ours and whole, ours but altered, or not ours. Knows texts only."""
