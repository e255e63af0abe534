"""Testimony: one resident's view, timed. Dossier and a speaker's wishes in, a script out.

It is advocacy and does not balance, but every claim is cited, none is overdue, and every position gets
drafts of equal strength. Nothing here keeps what a speaker wrote.
"""
