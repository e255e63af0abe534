"""What readers are shown: finding places, what is known there, dossiers, editions and their bytes.

The only room that calls the press (``fact_sheets``).
"""
