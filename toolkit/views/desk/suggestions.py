"""Suggested corrections on the desk: organizers answer them or set them aside."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.curation import suggestions
from toolkit.curation.errors import AlreadySettled
from toolkit.curation.suggestions import OPEN, STATES, Settled
from toolkit.forms.suggestions import Settle
from toolkit.models import Suggestion
from toolkit.views.guards import person, takes
from toolkit.views.installation import now

pages = Blueprint("suggestions", __name__)
ONE = "/desk/suggestions/<int(max=2147483647):number>"


@pages.get("/desk/suggestions")
@takes("suggestion.answer")
def index() -> str:
    """Those that wait, or those of another state."""
    state = request.args.get("state", OPEN)
    listed = suggestions.listed(state if state in STATES else abort(404), request.args.get("page", 1, int))
    return render_template("suggestions/index.html", listed=listed, state=state, states=STATES)


@pages.get(ONE)
@takes("suggestion.answer")
def one(number: int) -> str:
    """One suggestion, and what to do about it."""
    return _one(_find(number), Settle())


@pages.post(f"{ONE}/answer")
@takes("suggestion.answer")
def answer(number: int) -> ResponseReturnValue:
    """Something was done about it."""
    return _settled(number, "answered")


@pages.post(f"{ONE}/set-aside")
@takes("suggestion.answer")
def set_aside(number: int) -> ResponseReturnValue:
    """Nothing is done about it, for a reason."""
    return _settled(number, "set aside")


def _settled(number: int, state: Settled) -> ResponseReturnValue:
    row, form = _find(number), Settle()
    if not form.validate():
        return _one(row, form), 400
    try:
        suggestions.settle(row, state, form.note.data, by=person(), now=now())
    except AlreadySettled as refusal:
        form.note.errors = (str(refusal),)
        return _one(row, form), 409
    return redirect(url_for("suggestions.index"), 303)


def _find(number: int) -> Suggestion:
    return suggestions.find(number) or abort(404)


def _one(row: Suggestion, form: Settle) -> str:
    return render_template("suggestions/suggestion.html", row=row, form=form, waits=row.state == OPEN)
