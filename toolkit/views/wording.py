"""How templates say dates, numbers and links, and which subject they speak of; paper shares these words."""

from urllib.parse import urlsplit

from flask import Flask
from werkzeug.local import LocalProxy

from toolkit.curation.word_diff import word_diff
from toolkit.extensions import gettext, language, lazy_gettext
from toolkit.forms.names import say_name
from toolkit.ledger.claim_words import STANCES
from toolkit.publishing import wording
from toolkit.views.installation import settings, subject, today

KIB = 1024


class Number(int):
    """A count that shows its thousands apart; in a sentence it also chooses the plural form."""

    def __str__(self) -> str:
        return wording.say_number(self)


def teach_words(app: Flask) -> None:
    """Give every template these filters and names."""
    app.jinja_env.filters.update(
        wording.FILTERS,
        number=Number,
        words=say_name,
        reading=lambda readers: gettext(wording.say_reading(readers)),
        host=lambda url: urlsplit(url).netloc.removeprefix("www."),
        word_diff=word_diff,  # old words | word_diff(new words)
        size=lambda count: f"{-(-count // KIB)}\N{NO-BREAK SPACE}KB",
    )
    app.jinja_env.globals.update(
        wording.GLOBALS,
        language=language,
        subject=LocalProxy(subject),
        stances={name: lazy_gettext(words) for name, words in STANCES.items()},
        settings=settings,
        today=today,
    )
