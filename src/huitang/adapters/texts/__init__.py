"""Texts people bring: Word files, text files and pasted words, read into paragraphs and written back corrected."""
