"""How templates say dates, numbers, models and links; the words themselves are shared with paper."""

from urllib.parse import urlsplit

from flask import Flask
from werkzeug.local import LocalProxy

from toolkit.curation.word_diff import word_diff
from toolkit.ledger.claim_words import STANCES
from toolkit.publishing import wording
from toolkit.views.installation import settings, subject, today

LANGUAGE = "en"
KIB = 1024


def teach_words(app: Flask) -> None:
    """Give every template these filters and names."""
    app.jinja_env.filters.update(
        wording.FILTERS,
        words=lambda name: name.replace("-", " ").replace("_", " "),
        host=lambda url: urlsplit(url).netloc.removeprefix("www."),
        word_diff=word_diff,  # old words | word_diff(new words)
        size=lambda count: f"{-(-count // KIB)}\N{NO-BREAK SPACE}KB",
    )
    app.jinja_env.globals.update(
        wording.GLOBALS,
        language=LANGUAGE,
        stances=STANCES,
        settings=settings,
        subject=LocalProxy(subject),
        today=today,
    )
