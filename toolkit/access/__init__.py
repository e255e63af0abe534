"""Who may do what: roles, sign-in, second factors, sessions, and the journal of deeds.

Knows no web: pages hand in what was typed and get back a person, or a refusal worded for people.
"""
