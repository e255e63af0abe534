"""Flask extensions, made once and bound to the app by its factory; the door to the reader's language.

A page says whole sentences with named holes: ``gettext("Made on %(day)s.", day=day)``, with plural forms by
``ngettext``, and by ``lazy_gettext`` where they are made at import, such as the labels of forms. What stands
in the code is English; where a language lacks a sentence, the English one is shown.
"""

from collections.abc import Callable
from functools import partial
from typing import cast

import flask_babel
from flask_wtf import CSRFProtect
from werkzeug.local import LocalProxy

csrf = CSRFProtect()
babel = flask_babel.Babel()


def language() -> str:
    """The language of this request: English; another one will be told by its address, never by a cookie."""
    return "en"


def gettext(sentence: str, **holes: object) -> str:
    """The sentence in the language of this request."""
    return str(flask_babel.gettext(sentence, **holes))


def ngettext(one: str, many: str, num: int, **holes: object) -> str:
    """The form of the sentence for ``num`` things, which is also a hole of that name."""
    return str(flask_babel.ngettext(one, many, num, **holes))


def lazy(words: Callable[[], str]) -> str:
    """Words that are looked up where they are shown; unlike Flask-Babel's own, they are escaped there."""
    return cast(str, LocalProxy(words))


def lazy_gettext(sentence: str, **holes: object) -> str:
    """The sentence in the language of the request that shows it."""
    return lazy(partial(gettext, sentence, **holes))
