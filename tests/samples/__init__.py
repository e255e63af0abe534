"""Dossiers for tests: small ones made by hand, and ones built from the facts that the project ships."""
