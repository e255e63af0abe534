"""Testimony for one speaker: the form, and the answer, which alone holds what was typed."""

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.extensions import csrf
from toolkit.forms.testimony import EDIT, FORMAT_NAMES, PAPER_NAMES, POSITIONS, Testimony, ruled_by
from toolkit.publishing.errors import FactsBusy, NotRendered
from toolkit.publishing.speaking import testimony
from toolkit.publishing.speaking.testimony import SpeakerError
from toolkit.publishing.speaking.testimony_page import TestimonyPage, testimony_page
from toolkit.views.installation import press_room, today
from toolkit.views.making.private import download, kept, private, typed

pages = Blueprint("testimony", __name__)


@pages.get("/places/<geoid:geoid>/testimony")
def ask(geoid: str) -> ResponseReturnValue:
    """The form, empty but for the rules of the body that the address may name."""
    page = testimony_page(press_room(), geoid, today())
    body = page.body(request.args.get("body", ""))
    return _shown(page, Testimony(data=ruled_by(body) if body else None))


@pages.post("/places/<geoid:geoid>/testimony")
@csrf.exempt  # no cookie, so nothing to forge; toolkit.edge refuses requests that other sites send
def answer(geoid: str) -> ResponseReturnValue:
    """The text on a screen or as a document; the form again where something cannot be used."""
    form = Testimony(typed())
    try:
        return _made(geoid, form)
    except SpeakerError as error:
        form.complain(error)
        return _form(geoid, form, 400)
    except (NotRendered, FactsBusy) as error:
        return kept(form, url_for(".answer", geoid=geoid), error)


@pages.get("/cleared")
def cleared() -> Response:
    """Goodbye on a computer that others use: Back does not bring any page of this site again."""
    page = private(render_template("testimony/cleared.html"))
    page.headers["Clear-Site-Data"] = '"cache", "storage"'
    return page


def _made(geoid: str, form: Testimony) -> ResponseReturnValue:
    if form.make.data == EDIT:
        return _form(geoid, form)
    paper, wishes = form.paper(), form.wishes()
    if paper is None:
        page = testimony.podium(press_room(), geoid, today(), wishes)
        return private(
            render_template(
                "testimony/podium.html",
                page=page,
                geoid=geoid,
                form=form,
                paper_names=PAPER_NAMES,
                format_names=FORMAT_NAMES,
                edit=EDIT,
            )
        )
    kind, kept_as = paper
    cap, unit = form.written_cap()
    data = testimony.document(
        press_room(), geoid, today(), wishes, paper=kind, form=kept_as, cap=cap, unit=unit
    )
    return download(data, f"{kind}-{geoid}", kept_as)


def _form(geoid: str, form: Testimony, status: int = 200) -> Response:
    page = testimony_page(press_room(), geoid, today())
    return _shown(page, form, status)


def _shown(page: TestimonyPage, form: Testimony, status: int = 200) -> Response:
    text = render_template("testimony/form.html", page=page, form=form, positions=POSITIONS)
    return private(text, status)
