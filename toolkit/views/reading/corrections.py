"""The public log of corrections, as a page and as a feed."""

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from toolkit.publishing.correcting.corrections_feed import feed
from toolkit.publishing.knowing import corrections
from toolkit.views.installation import settings, today

pages = Blueprint("corrections", __name__)


@pages.get("/corrections")
def index() -> str:
    """A page of the log."""
    number = request.args.get("page", 1, int)
    return render_template("corrections/index.html", log=corrections.log(number))


@pages.get("/corrections.atom")
def atom() -> ResponseReturnValue:
    """The newest corrections for readers of feeds."""
    made = feed(corrections.newest(), settings(), today())
    answer = Response(made.xml, mimetype="application/atom+xml")
    if made.modified is not None:
        answer.last_modified = made.modified
    answer.add_etag()
    return answer.make_conditional(request)
