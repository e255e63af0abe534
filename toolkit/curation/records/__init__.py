"""What stands beside claims, each with its history: bodies, meetings, rules, lists of a subject."""
