"""Jurisdictions, from the files of the Census Bureau."""
