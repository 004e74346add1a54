"""Calendars other programs subscribe to."""
