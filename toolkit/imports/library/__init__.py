"""Subjects and their claims, as they ship."""
