"""Subjects at the desk: words, and lists round their claims, edited, ordered and retired; their histories."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from toolkit.curation.difference import Difference
from toolkit.curation.errors import CurationError
from toolkit.curation.records import lists, records, subject_words
from toolkit.curation.records.lists import DEED, NOUNS
from toolkit.forms.desk.subjects import EditRecord, Move, Open, RetireEntry, form_of, words_form
from toolkit.ledger import subjects
from toolkit.views.desk import record_history as history_pages
from toolkit.views.desk.record_history import Record
from toolkit.views.guards import person, takes
from toolkit.views.installation import now

pages = Blueprint("subjects", __name__, url_prefix="/desk/subjects")
LISTS = "any(dispute, official_question, glossary_term, timeline_event, before_after):kind"
OF = f"/<slug:subject>/<{LISTS}>"
Between = tuple[Difference, ...]
ONE = f"/<{LISTS}>/<slug:record_id>/edit"


@pages.get("")
@takes(DEED)
def index() -> str:
    """Every subject."""
    known = [(each, lists.find("subject", each.id)) for each in subjects.every()]
    return render_template("subjects/index.html", subjects=known)


@pages.get("/<slug:subject>")
@takes(DEED)
def one(subject: str) -> str:
    """The parts of one subject."""
    return _subject_page(subject, Open(formdata=None))


@pages.post("/<slug:subject>")
@takes(DEED)
def open_or_close(subject: str) -> ResponseReturnValue:
    """Whether sheets about it are made."""
    form = Open()
    if not form.validate():
        return _subject_page(subject, form), 400
    return _kept("subject", subject, form, lambda *seen: _subject_page(subject, form, *seen))


@pages.get("/<slug:subject>/words/<path:group>")
@takes(DEED)
def words(subject: str, group: str) -> str:
    """Some of its words, each with the circumstances in which it is said."""
    row, texts = _texts(subject, group)
    form = words_form(row.content, texts)(formdata=None, data={text.path: text.words for text in texts})
    form.base.data = records.number_of("subject", subject)
    return _words_page(row, group, form)


@pages.post("/<slug:subject>/words/<path:group>")
@takes(DEED)
def save_words(subject: str, group: str) -> ResponseReturnValue:
    """Keep them."""
    row, texts = _texts(subject, group)
    form = words_form(row.content, texts)()
    if not form.fits():
        return _words_page(row, group, form), 400
    return _kept("subject", subject, form, lambda *seen: _words_page(row, group, form, *seen))


@pages.get(OF)
@takes(DEED)
def listed(subject: str, kind: str) -> str:
    """One of its lists."""
    return _list_page(subject, kind)


@pages.get(f"{OF}/new")
@takes(DEED)
def new(subject: str, kind: str) -> str:
    """An empty form."""
    return _entry_page(subject, kind, None, form_of(kind, subject)(formdata=None))


@pages.post(f"{OF}/new")
@takes(DEED)
def add(subject: str, kind: str) -> ResponseReturnValue:
    """Add it at the end."""
    form = form_of(kind, _known(subject).id)()
    if not _fits(form, kind, subject):
        return _entry_page(subject, kind, None, form), 400
    lists.add(kind, subject, form.values, reason=form.reason.data or "", by=person(), now=now())
    return redirect(url_for(".listed", subject=subject, kind=kind), 303)


@pages.get(ONE)
@takes(DEED)
def entry(kind: str, record_id: str) -> str:
    """One record, to be edited."""
    row = _row(kind, record_id)
    form = form_of(kind, row.subject)(formdata=None)
    form.begin(row, records.number_of(kind, record_id))
    return _entry_page(row.subject, kind, row, form)


@pages.post(ONE)
@takes(DEED)
def save(kind: str, record_id: str) -> ResponseReturnValue:
    """Keep the edit."""
    row = _row(kind, record_id)
    form = form_of(kind, row.subject)()
    if not _fits(form, kind, row.subject, record_id):
        return _entry_page(row.subject, kind, row, form), 400
    return _kept(kind, record_id, form, lambda *seen: _entry_page(row.subject, kind, row, form, *seen))


@pages.post(f"{ONE}/move")
@takes(DEED)
def move(kind: str, record_id: str) -> ResponseReturnValue:
    """Up or down in its list; of a question also the claims that answer it."""
    row, form = _row(kind, record_id), Move()
    if not form.validate() or (form.claim.data and kind != "dispute"):
        abort(400)
    told = {"base": form.base.data, "by": person(), "now": now()}
    to = str(form.to.data)
    try:
        if form.claim.data:
            answers = {"answers": lists.answers_after(row, form.claim.data, to)}
            lists.write(kind, record_id, answers, reason=f"Claim {form.claim.data}: {to}.", **told)
            return redirect(url_for(".entry", kind=kind, record_id=record_id, _anchor="answers"), 303)
        lists.move(kind, record_id, -1 if to == "up" else 1, **told)
    except CurationError as error:
        return _list_page(row.subject, kind, str(error)), 409
    return redirect(url_for(".listed", subject=row.subject, kind=kind, _anchor=record_id), 303)


@pages.post(f"{ONE}/retire")
@takes(DEED)
def retire(kind: str, record_id: str) -> ResponseReturnValue:
    """Let it print no more, or again."""
    row, form = _row(kind, record_id), RetireEntry()
    if not form.validate():
        return _list_page(row.subject, kind, " ".join(form.reason.errors)), 400
    try:
        lists.write(
            kind, record_id, {"retired": bool(form.retired.data)},
            reason=form.reason.data or "", base=form.base.data, by=person(), now=now(),
        )  # fmt: skip
    except CurationError as error:
        return _list_page(row.subject, kind, str(error)), 409
    return redirect(url_for(".listed", subject=row.subject, kind=kind), 303)


@pages.get("/<slug:record_id>/history", defaults={"kind": "subject"})
@pages.get(f"{ONE}/history")
@takes(DEED)
def history(kind: str, record_id: str) -> str:
    """Who changed what, when, why."""
    return history_pages.page(_record(kind, record_id))


@pages.post("/<slug:record_id>/history", defaults={"kind": "subject"})
@pages.post(f"{ONE}/history")
@takes(DEED)
def restore(kind: str, record_id: str) -> ResponseReturnValue:
    """Make it what it was."""
    return history_pages.restore(
        _record(kind, record_id),
        lambda form: lists.restore(
            kind, record_id, form.number.data,
            reason=form.reason.data, base=form.base.data, by=person(), now=now(),
        ),
    )  # fmt: skip


def _kept(kind: str, record_id: str, form: EditRecord, page: Callable[..., str]) -> ResponseReturnValue:
    """Keep what was typed and show where it stands; or the page again, beside what somebody else saved."""
    row = lists.find(kind, record_id) or abort(404)
    try:
        lists.write(
            kind, record_id, form.values,
            reason=form.reason.data or "", base=form.base.data, by=person(), now=now(),
        )  # fmt: skip
    except CurationError as error:
        return page(str(error), history_pages.between(error, row, form)), 409
    if kind == "subject":
        return redirect(url_for(".one", subject=record_id), 303)
    return redirect(url_for(".listed", subject=row.subject, kind=kind, _anchor=record_id), 303)


def _fits(form: EditRecord, kind: str, subject: str, record_id: str = "") -> bool:
    """Whether it may be kept; what speaks against it is said at its field."""
    return form.validate() and form.tell(list(lists.faults(kind, subject, form.values, record_id)))


def _known(subject: str) -> subjects.Subject:
    found = next((each for each in subjects.every() if each.id == subject), None)
    return found or abort(404)


def _row(kind: str, record_id: str) -> Any:
    return lists.find(kind, record_id) or abort(404)


def _stored(subject: str) -> Any:
    """The subject's row; one that is not loaded yet cannot be edited."""
    return lists.find("subject", subject) or abort(404)


def _texts(subject: str, group: str) -> tuple[Any, tuple[subject_words.Text, ...]]:
    row = _stored(subject)
    return row, subject_words.texts(row.content).get(group) or abort(404)


def _record(kind: str, record_id: str) -> Record:
    row = _row(kind, record_id)
    if kind == "subject":
        return Record(kind, record_id, str(row.content["name"]), url_for(".one", subject=record_id))
    called = f"{NOUNS[kind].called}: {NOUNS[kind].name_of(row)}"
    return Record(kind, record_id, called, url_for(".entry", kind=kind, record_id=record_id))


def _subject_page(subject: str, form: Open, trouble: str = "", *_seen: object) -> str:
    row = _stored(subject)
    if not form.is_submitted():
        form.begin(row, records.number_of("subject", subject))
    groups = {group: subject_words.called(group) for group in subject_words.texts(row.content)}
    return render_template(
        "subjects/subject.html", row=row, form=form, groups=groups, nouns=NOUNS, trouble=trouble
    )


def _words_page(row: Any, group: str, form: EditRecord, trouble: str = "", between: Between = ()) -> str:
    known = {"called": subject_words.called(group), "example": subject_words.example}
    shown = {"trouble": trouble, "between": between}
    return render_template("subjects/words.html", row=row, group=group, form=form, **known, **shown)


def _list_page(subject: str, kind: str, trouble: str = "") -> str:
    rows = [(row, records.number_of(kind, row.id)) for row in lists.listed(kind, subject)]
    known = {"known": _known(subject), "kind": kind, "about": NOUNS[kind]}
    return render_template("subjects/list.html", rows=rows, trouble=trouble, **known)


def _entry_page(
    subject: str, kind: str, row: Any, form: EditRecord, trouble: str = "", between: Between = ()
) -> str:
    known = {"known": _known(subject), "kind": kind, "about": NOUNS[kind]}
    shown = {"trouble": trouble, "between": between}
    return render_template("subjects/entry.html", row=row, form=form, **known, **shown)
