"""Signatures in minisign's format, the log nobody can quietly change, and the list of keys. Knows bytes, keys and files."""
