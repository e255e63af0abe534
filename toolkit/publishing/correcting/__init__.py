"""What became of a printed sheet: its standing, the log of corrections, strips for a stack of copies."""
