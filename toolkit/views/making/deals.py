"""Points dealt among many speakers: a page that its address makes again, its cards, one text for all."""

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.extensions import csrf
from toolkit.forms.deals import DealForm, DealPapers, pooled_by
from toolkit.forms.testimony import POSITIONS
from toolkit.publishing.errors import FactsBusy, NotRendered
from toolkit.publishing.speaking import deals
from toolkit.publishing.speaking.deals import DealOrder
from toolkit.publishing.speaking.testimony import SpeakerError
from toolkit.views.installation import press_room, today
from toolkit.views.making.private import download, kept, private, typed

pages = Blueprint("deals", __name__)


@pages.get("/places/<geoid:geoid>/deal")
def deal(geoid: str) -> ResponseReturnValue:
    """The form; plan and cards where the address says how many speak."""
    form = DealForm(request.args)
    if not form.asked:
        form.seed.data = form.seed.data or deals.new_seed()
        return _page(geoid, form, None)
    try:
        return _page(geoid, form, form.wanted())
    except SpeakerError as error:
        form.complain(error)
        return _page(geoid, form, None, 400)


@pages.post("/places/<geoid:geoid>/deal")
@csrf.exempt  # no cookie, so nothing to forge; toolkit.edge refuses requests that other sites send
def make(geoid: str) -> ResponseReturnValue:
    """Cards, plan, or the text of one spokesperson."""
    form, wanted = DealPapers(typed()), None
    try:
        wanted = form.wanted()
        return _made(geoid, form, wanted)
    except SpeakerError as error:
        form.complain(error)
        return _page(geoid, form, wanted, 400)
    except (NotRendered, FactsBusy) as error:
        return kept(form, url_for(".make", geoid=geoid), error)


def _made(geoid: str, form: DealPapers, wanted: DealOrder) -> ResponseReturnValue:
    paper, kept_as = form.paper()
    asked = (press_room(), geoid, today(), wanted)
    if paper is not None and kept_as is not None:
        data = deals.document(*asked, paper=paper, form=kept_as)
        return download(data, f"{paper}-{geoid}-{wanted.seed}", kept_as)
    limit, own = form.pooled_limit(), form.own.data or ""
    if kept_as is None:
        page = deals.podium(*asked, limit=limit, own=own)
        return private(render_template("deals/podium.html", page=page, geoid=geoid, form=form))
    data = deals.spokesperson(*asked, limit=limit, own=own, form=kept_as)
    return download(data, f"one-text-{geoid}-{wanted.seed}", kept_as)


def _page(geoid: str, form: DealForm, wanted: DealOrder | None, status: int = 200) -> Response:
    page = deals.deal_page(press_room(), geoid, today(), wanted)
    papers = form if isinstance(form, DealPapers) else DealPapers(data=form.data | pooled_by(page.bodies))
    return private(
        render_template("deals/deal.html", page=page, form=form, papers=papers, positions=POSITIONS), status
    )
