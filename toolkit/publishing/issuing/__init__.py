"""Editions: previewed, made once, kept on the shelf, looked up by their code."""
