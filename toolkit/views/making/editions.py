"""Issued editions: make one, read about it, fetch its PDF, check a printed copy, correct a stack of them."""

import json

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.extensions import csrf
from toolkit.forms.edition import LONGEST_CODE, CheckCode, MakeSheet
from toolkit.ledger import subjects
from toolkit.publishing.correcting import errata
from toolkit.publishing.correcting.edition_page import (
    CodeError,
    StoredPdf,
    edition_page,
    normalise,
    stored_pdf,
)
from toolkit.publishing.correcting.edition_state import as_json
from toolkit.publishing.correcting.errata import Up
from toolkit.publishing.issuing import editions
from toolkit.views.installation import file_stem, press_room, settings, today
from toolkit.views.making.private import download

pages = Blueprint("editions", __name__)
ONE = f"/editions/<string(maxlength={LONGEST_CODE}):code>"


@pages.post("/editions")
@csrf.exempt  # no cookie, so nothing to forge; toolkit.edge refuses requests that other sites send
def issue() -> ResponseReturnValue:
    """Make the sheet, or find that it is made already."""
    form = MakeSheet(request.form)
    if not form.validate():
        abort(400, " ".join(str(error) for errors in form.errors.values() for error in errors))
    edition = editions.issue(press_room(), form.place.data, on=today(), first_side=form.side)
    return redirect(url_for("editions.edition", code=edition.code), 303)


@pages.get("/editions")
def check() -> ResponseReturnValue:
    """The form for the code of a printed sheet, and the way to the edition it names."""
    form = CheckCode(request.args)
    if not form.code.data:
        return render_template("editions/check.html", form=form)
    if not form.validate():
        return render_template("editions/check.html", form=form), 400
    return _looked_up(form.code.data)


@pages.get(ONE)
def edition(code: str) -> ResponseReturnValue:
    """One edition: its state first."""
    if _as_printed(code) != code:
        return _looked_up(code)
    page = edition_page(code, today())
    if page is None:
        return render_template("editions/unknown.html", form=CheckCode(code=code), code=code), 404
    return render_template("editions/edition.html", page=page)


@pages.get(f"{ONE}.json")
def state(code: str) -> Response:
    """The state for scripts. A code that is mistyped is never called unknown."""
    try:
        page = edition_page(normalise(code), today())
    except CodeError as error:
        return _json({"code": code, "state": "mistyped", "why": str(error)}, 404)
    if page is None:
        return _json({"code": normalise(code), "state": "unknown"}, 404)
    return Response(as_json(page, settings().base_url, today()), mimetype="application/json")


@pages.post(f'{ONE}/errata-<any("2up", "4up"):size>.pdf')
@csrf.exempt  # no cookie, so nothing to forge; toolkit.edge refuses requests that other sites send
def strips(code: str, size: Up) -> Response:
    """Strips for a stack of printed sheets, made anew each time."""
    made = errata.strips(press_room(), code, size, today()) or abort(404)
    return download(made, f"{file_stem()}-correction-{code}-{size}", "pdf")


@pages.get(f"{ONE}.pdf")
def document(code: str) -> Response:
    """The stored bytes, the same for everybody."""
    stored = stored_pdf(code) or abort(404)
    response = Response(mimetype="application/pdf")
    response.set_etag(stored.sha256)
    # The browser's own reader of PDFs is a page too: a policy against everything would leave it blank.
    response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Content-Disposition"] = f'inline; filename="{_file_name(stored, code)}"'
    if request.if_none_match.contains(stored.sha256):
        response.status_code = 304
        return response
    response.data = press_room().shelf.read(stored.sha256)
    return response


def _json(state: dict[str, str], status: int) -> Response:
    return Response(json.dumps(state, ensure_ascii=False), status, mimetype="application/json")


def _file_name(stored: StoredPdf, code: str) -> str:
    return f"{file_stem(subjects.find(stored.subject).slug)}-{stored.geoid}-{code}.pdf".lower()


def _as_printed(code: str) -> str | None:
    """The code as it stands on paper; None where it cannot be one."""
    try:
        return normalise(code)
    except CodeError:
        return None


def _looked_up(typed: str) -> ResponseReturnValue:
    """To the edition whose code was typed, or back to the form with what is wrong with it."""
    try:
        return redirect(url_for("editions.edition", code=normalise(typed)))
    except CodeError as error:
        form = CheckCode(code=typed)
        form.code.errors = (str(error),)
        return render_template("editions/check.html", form=form), 404
