"""Watching pages on the Internet: our own for what was slipped in, others for copies of ours, and evidence of both."""
