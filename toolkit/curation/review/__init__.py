"""Readers and their signatures, until a claim prints; and what waits for whom."""
