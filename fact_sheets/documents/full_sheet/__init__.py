"""The full sheet: both sides of one sheet of paper, for whoever speaks or listens at the meeting."""
