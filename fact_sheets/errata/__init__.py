"""Errata strips: for a stack of sheets whose claims were corrected after they were printed."""
