"""What became of a printed sheet: its page, its standing, the feed of corrections, strips for a stack."""
