"""Suggested corrections as anybody sends them: a form, and thanks. Nothing about who sends them is kept."""

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.access.errors import TooManyTries
from toolkit.curation import suggestions
from toolkit.curation.errors import TooManyOpen
from toolkit.extensions import csrf
from toolkit.forms.suggestions import Suggest
from toolkit.views.installation import limits, now, today
from toolkit.views.making.private import private, typed

pages = Blueprint("suggest", __name__)
AN_HOUR = 3600


@pages.get("/suggest")
def ask() -> str:
    """The form: what is wrong with this claim or this sheet?"""
    form = Suggest(request.args)
    _check(form)
    return render_template("suggestions/ask.html", form=Suggest(about=form.about.data), refusal=None)


@pages.post("/suggest")
@csrf.exempt  # no cookie, so nothing to forge; toolkit.edge refuses requests that other sites send
def send() -> ResponseReturnValue:
    """Keep what was typed, and the day."""
    form = Suggest(typed())
    _check(form)
    if not form.validate():
        return _again(form, None, 400)
    try:
        suggestions.keep(form.about.data, form.text.data, limits(), on=today(), now=now())
    except (TooManyOpen, TooManyTries) as refusal:
        return _again(form, refusal, 503)
    return redirect(url_for("suggest.thanks"), 303)


@pages.get("/suggest/thanks")
def thanks() -> str:
    """What happens with it."""
    return render_template("suggestions/thanks.html")


def _check(form: Suggest) -> None:
    if not suggestions.is_known(form.about.data or ""):
        abort(404)


def _again(form: Suggest, refusal: TooManyOpen | TooManyTries | None, status: int) -> Response:
    page = private(render_template("suggestions/ask.html", form=form, refusal=refusal), status)
    if refusal is not None:
        page.headers["Retry-After"] = str(AN_HOUR)
    return page
