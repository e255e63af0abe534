"""Editions: previewed, made once, kept on the shelf, hashed again."""
