"""What the words mean."""

from flask import Blueprint, render_template

from toolkit.publishing.knowing.terms import glossary
from toolkit.views.installation import subject_id

pages = Blueprint("glossary", __name__)


@pages.get("/glossary")
def terms() -> str:
    """All terms."""
    return render_template("glossary/terms.html", page=glossary(subject_id()))
