"""Tests of the lists of agreements; inputs are small and written by hand."""
