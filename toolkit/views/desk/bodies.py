"""Public bodies at the desk: found by place, edited, verified, added; their history."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.curation.difference import Difference
from toolkit.curation.errors import CurationError
from toolkit.curation.records import bodies, records
from toolkit.extensions import gettext as _
from toolkit.forms.desk.bodies import BodySearch, EditBody, NewBody, Verify
from toolkit.models import PublicBody
from toolkit.publishing.errors import AmbiguousPlace, UnknownPlace
from toolkit.publishing.finding import places
from toolkit.views.desk import record_history as history_pages
from toolkit.views.desk.record_history import Record
from toolkit.views.guards import person, takes
from toolkit.views.installation import now, today

pages = Blueprint("bodies", __name__, url_prefix="/desk/bodies")
ANYWHERE = "US"  # clocks of every zone, until the place is known


@pages.get("")
@takes("meeting.write")
def index() -> str:
    """The bodies that are asked for."""
    form = BodySearch(request.args)
    fits = form.validate()
    found = bodies.page(form.words.data if fits else "", (form.page.data if fits else None) or 1)
    return render_template("bodies/index.html", form=form, page=found)


@pages.get("/new")
@takes("meeting.write")
def ask() -> str:
    """A body that is not here yet."""
    form = NewBody(formdata=None, place=request.args.get("place", "")[:120])
    return _new_page(form)


@pages.post("/new")
@takes("meeting.write")
def add() -> ResponseReturnValue:
    """Add it."""
    form = NewBody()
    form.offer(ANYWHERE)
    fits = form.validate()
    geoid = _geoid(form)
    if not fits or geoid is None:
        return _new_page(form), 400
    try:
        row = bodies.add(geoid, form.values, reason=form.reason.data, by=person(), now=now())
    except CurationError as error:
        return _new_page(form, str(error)), 409
    return redirect(url_for("bodies.one", body_id=row.id), 303)


@pages.get("/<slug:body_id>")
@takes("meeting.write")
def one(body_id: str) -> str:
    """One body, to be edited."""
    row, form = _find(body_id), EditBody(formdata=None)
    form.fill(row, records.number_of(bodies.NOUN, body_id), today())
    return _page(row, form)


@pages.post("/<slug:body_id>")
@takes("meeting.write")
def save(body_id: str) -> ResponseReturnValue:
    """Keep the edit."""
    row, form = _find(body_id), EditBody()
    form.offer(row.geoid)
    if not form.validate():
        return _page(row, form), 400
    given = form.reason.data, form.base.data
    try:
        bodies.write(body_id, form.values, reason=given[0], base=given[1], by=person(), now=now())
    except CurationError as error:
        return _page(row, form, str(error), history_pages.between(error, row, form)), 409
    return redirect(url_for("bodies.index", words=row.name), 303)


@pages.post("/<slug:body_id>/verify")
@takes("meeting.write")
def verify(body_id: str) -> ResponseReturnValue:
    """Somebody confirmed the rules today."""
    row, asked = _find(body_id), Verify()
    if asked.validate():
        try:
            how, base = asked.how.data, asked.base.data
            bodies.verify(body_id, how, on=today(), base=base, by=person(), now=now())
        except CurationError as error:
            asked.how.errors = (str(error),)
        else:
            return redirect(url_for("bodies.one", body_id=body_id), 303)
    form = EditBody(formdata=None)
    form.fill(row, records.number_of(bodies.NOUN, body_id), today())
    return _page(row, form, verifying=asked), 409


@pages.get("/<slug:body_id>/history")
@takes("meeting.write")
def history(body_id: str) -> str:
    """Who changed what, when, why."""
    return history_pages.page(_record(_find(body_id)))


@pages.post("/<slug:body_id>/history")
@takes("meeting.write")
def restore(body_id: str) -> ResponseReturnValue:
    """Make it what it was."""
    return history_pages.restore(
        _record(_find(body_id)),
        lambda form: bodies.restore(
            body_id,
            form.number.data,
            reason=form.reason.data,
            base=form.base.data,
            by=person(),
            now=now(),
        ),
    )


def _find(body_id: str) -> PublicBody:
    return bodies.find(body_id) or abort(404)


def _geoid(form: NewBody) -> str | None:
    """The place that was typed; what is wrong with it is said at its field."""
    if form.place.errors:
        return None
    try:
        return places.resolve(form.place.data).geoid
    except AmbiguousPlace as error:
        near = "; ".join(f"{geoid} {label}" for geoid, label in error.choices[:20])
        form.place.errors = (
            _("Several places have this name. Write the code of one: %(codes)s.", codes=near),
        )
    except UnknownPlace as error:
        form.place.errors = (str(error),)
    return None


def _record(row: PublicBody) -> Record:
    called = f"{row.name}, {bodies.place_of(row)}"
    return Record(bodies.NOUN, row.id, called, url_for("bodies.one", body_id=row.id))


def _new_page(form: NewBody, trouble: str = "") -> str:
    form.offer(ANYWHERE)
    return render_template("bodies/new.html", form=form, trouble=trouble)


def _page(
    row: PublicBody,
    form: EditBody,
    trouble: str = "",
    between: tuple[Difference, ...] = (),
    verifying: Verify | None = None,
) -> str:
    form.offer(row.geoid)
    verifying = verifying or Verify(formdata=None, how="")
    verifying.base.data = records.number_of(bodies.NOUN, row.id)
    return render_template(
        "bodies/body.html",
        record=_record(row),
        row=row,
        form=form,
        trouble=trouble,
        between=between,
        verifying=verifying,
    )
