"""The program's history."""

from flask import Blueprint, render_template

from toolkit.publishing.knowing.history import history
from toolkit.views.installation import subject_id

pages = Blueprint("timeline", __name__)


@pages.get("/timeline")
def events() -> str:
    """What happened, and what is different since 2025."""
    return render_template("timeline/events.html", page=history(subject_id()))
