"""Public bodies and their meetings, from files of our own form."""
