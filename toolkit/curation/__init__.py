"""Keeping the library true: deeds on claims, sources, rules and corrections, each with its reason.

Deeds are verbs with keyword arguments. Each checks the role, writes rows, and adds to the journal.
"""
