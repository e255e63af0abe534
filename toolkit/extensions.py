"""Flask extensions, made once and bound to the app by its factory; the door to the reader's language.

A page says whole sentences with named holes: ``gettext("Made on %(day)s.", day=day)``, with plural forms by
``ngettext``, and by ``lazy_gettext`` where they are made at import, such as the labels of forms. What stands
in the code is English; where a language lacks a sentence, the English one is shown.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

import flask_babel
from flask import Flask, g
from flask_wtf import CSRFProtect
from werkzeug.local import LocalProxy

csrf = CSRFProtect()


def language() -> str:
    """The language of this request: English; another one will be told by its address, never by a cookie."""
    return "en"


def init_language(app: Flask) -> None:
    """Let pages look sentences up by the functions below."""
    flask_babel.Babel(app, configure_jinja=False, locale_selector=language)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]


def gettext(sentence: str, **holes: object) -> str:
    """The sentence in the language of this request."""
    said: str = _catalogue().ugettext(sentence)
    return said % holes if holes else said


def ngettext(one: str, many: str, num: int) -> str:
    """The form of a sentence for ``num`` things."""
    return str(_catalogue().ungettext(one, many, num))


def lazy(words: Callable[[], str]) -> str:
    """Words that are looked up where they are shown; unlike Flask-Babel's own, they are escaped there."""
    return cast(str, LocalProxy(words))


def lazy_gettext(sentence: str, **holes: object) -> str:
    """The sentence in the language of the request that shows it."""
    return lazy(partial(gettext, sentence, **holes))


def _catalogue() -> Any:
    """That of the request's language, asked for once: a page of 300 sources says 600 sentences."""
    known = g.get("catalogue") if g else None
    if known is None:
        known = flask_babel.get_translations()
        if g:
            g.catalogue = known
    return known
