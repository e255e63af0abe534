"""Who makes the sheets and how: about the balance, about this site."""

from flask import Blueprint, render_template

from toolkit.publishing.knowing.provenance import loaded

pages = Blueprint("about", __name__)


@pages.get("/balance")
def balance() -> str:
    """What balanced means here, rule by rule."""
    return render_template("about/balance.html")


@pages.get("/about")
def site() -> str:
    """Who makes this, from which facts, and what is not kept about visitors."""
    return render_template("about/site.html", facts=loaded())
