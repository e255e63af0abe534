"""Tests of the room where official data comes in; inputs are small and written by hand."""
