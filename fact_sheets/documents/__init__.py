"""Kinds of documents, a package each: what it prints, how it is cut to fit, and how it is laid out."""
