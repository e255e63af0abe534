"""Issued editions: make one, read about it, fetch its PDF, check the code of a printed copy."""

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.extensions import csrf
from toolkit.forms.edition import LONGEST_CODE, CheckCode, MakeSheet
from toolkit.publishing import editions
from toolkit.publishing.edition_page import CodeError, edition_page, normalise, stored_pdf
from toolkit.views.installation import press_room, today

pages = Blueprint("editions", __name__)


@pages.post("/editions")
@csrf.exempt  # no cookie, so nothing to forge; toolkit.edge refuses requests that other sites send
def issue() -> ResponseReturnValue:
    """Make the sheet, or find that it is made already."""
    form = MakeSheet(request.form)
    if not form.validate():
        abort(400, " ".join(error for errors in form.errors.values() for error in errors))
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


@pages.get(f"/editions/<string(maxlength={LONGEST_CODE}):code>")
def edition(code: str) -> ResponseReturnValue:
    """One edition: its state first."""
    if _as_printed(code) != code:
        return _looked_up(code)
    page = edition_page(code, today())
    if page is None:
        return render_template("editions/unknown.html", form=CheckCode(code=code), code=code), 404
    return render_template("editions/edition.html", page=page)


@pages.get(f"/editions/<string(maxlength={LONGEST_CODE}):code>.pdf")
def document(code: str) -> Response:
    """The stored bytes, the same for everybody."""
    stored = stored_pdf(code) or abort(404)
    response = Response(mimetype="application/pdf")
    response.set_etag(stored.sha256)
    # The browser's own reader of PDFs is a page too: a policy against everything would leave it blank.
    response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Content-Disposition"] = f'inline; filename="{_file_name(stored.geoid, code)}"'
    if request.if_none_match.contains(stored.sha256):
        response.status_code = 304
        return response
    response.data = press_room().shelf.read(stored.sha256)
    return response


def _file_name(geoid: str, code: str) -> str:
    return f"287g-{geoid}-{code}.pdf".lower()


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
