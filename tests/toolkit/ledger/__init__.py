"""Tests of what the three rooms above agree on."""
