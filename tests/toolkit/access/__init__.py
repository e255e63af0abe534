"""Who may do what: passwords, limits, sessions, second factors, invitations, people, the event log."""
