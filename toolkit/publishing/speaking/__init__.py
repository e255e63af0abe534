"""Testimony of one speaker, and points dealt among many."""
