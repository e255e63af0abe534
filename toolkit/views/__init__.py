"""The pages: requests come in here, one file per noun, a view is load, form, deed, redirect."""

from flask import Flask


def register(app: Flask) -> None:
    """Hang every page and error page on the app."""
