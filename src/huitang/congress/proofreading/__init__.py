"""Proofreading: any text held against the record of a session and against itself. Keeps nothing, changes nothing."""
