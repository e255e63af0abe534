"""Larger forms, only for who is signed in and only where a file is sent."""

from typing import Any

from flask import Blueprint, request, session

from toolkit.forms.desk.upload import REQUEST_LIMIT
from toolkit.views.guards import TOKEN


def may_send_files(pages: Blueprint, *endpoints: str) -> None:
    """Let these views of a blueprint take a file.

    It must be known before the token against forgery is looked for, which reads the form: that is why a
    preprocessor of addresses says it. Who is not signed in is held to the limit of every other page.
    """

    @pages.url_value_preprocessor
    def _allow(endpoint: str | None, _values: dict[str, Any] | None) -> None:
        if request.method == "POST" and endpoint in endpoints and session.get(TOKEN):
            request.max_content_length = REQUEST_LIMIT
            # The reader of such forms counts what it has in hand of a file against this one.
            request.max_form_memory_size = REQUEST_LIMIT
