"""Sources as editors keep them: the list, a new one by hand or from a pasted record, edits, their history."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from toolkit.curation.difference import Difference
from toolkit.curation.errors import AlreadyThere, NotFit, Stale, Unreadable
from toolkit.curation.links import links
from toolkit.curation.sources import pasted_record, source_draft, source_list, source_twins, sources
from toolkit.curation.sources.source_rules import tidied
from toolkit.extensions import gettext as _
from toolkit.forms.desk.source import FindSource, PasteRecord, SourceChange, SourceForm, filled
from toolkit.models import Source
from toolkit.views.guards import person, takes
from toolkit.views.installation import now

pages = Blueprint("source_desk", __name__, url_prefix="/desk/sources")
ONE = "/<slug:source_id>"


@pages.get("")
@takes("source.write")
def index() -> str:
    """A page of the list, or of those that hold the words."""
    form = FindSource(MultiDict(request.args))
    words, number = form.asked()
    page = source_list.page(words, number)
    failing = len(links.failing())
    return render_template("source_desk/index.html", form=form, page=page, words=words, failing=failing)


@pages.get("/new")
@takes("source.write")
def ask() -> str:
    """An empty form."""
    return _new(SourceForm(formdata=None))


@pages.post("/new")
@takes("source.write")
def add() -> ResponseReturnValue:
    """Keep a new source."""
    form = SourceForm()
    if not form.validate():
        return _new(form), 400
    try:
        known = form.twin_known.data
        source = sources.add(form.draft(), by=person(), now=now(), twin_known=known)
    except AlreadyThere as refusal:
        form.url.errors = (str(refusal),)
        return _new(form), 409
    return redirect(url_for("source_desk.edit", source_id=source.id, saved=1), 303)


@pages.get("/paste")
@takes("source.write")
def ask_record() -> str:
    """Which record?"""
    return render_template("source_desk/paste.html", form=PasteRecord())


@pages.post("/paste")
@takes("source.write")
def fill() -> ResponseReturnValue:
    """The form of a new source, filled in from a record. Nothing is saved."""
    form = PasteRecord()
    try:
        pasted = pasted_record.read(form.record.data or "")
    except Unreadable as refusal:
        form.record.errors = (str(refusal),)
        return render_template("source_desk/paste.html", form=form), 400
    return _new(SourceForm(formdata=None, data=filled(pasted.draft)), pasted.remarks, pasted=True)


@pages.get("/links")
@takes("source.write")
def failing_links() -> str:
    """Links that fail, and those that only a person can follow."""
    known = {"failing": links.failing(), "refused": links.refused(), "last_run": links.last_run()}
    return render_template("source_desk/links.html", **known)


@pages.get(ONE)
@takes("source.write")
def edit(source_id: str) -> str:
    """The form of one source, as it is now or as an entry of its history had it."""
    source = _find(source_id)
    asked = request.args.get("entry", 0, int)
    entry = next((each for each in sources.history(source) if each.number == asked), None)
    draft = source_draft.of_content(entry.content) if entry else sources.draft_of(source)
    reason = _("Back to entry %(number)s.", number=entry.number) if entry else ""
    fields = filled(draft, base=sources.number_of(source), reason=reason)
    form = SourceChange(formdata=None, data=fields)
    form.of(sources.draft_of(source))
    return _edit(source, form)


@pages.post(ONE)
@takes("source.write")
def change(source_id: str) -> ResponseReturnValue:
    """Keep an edit, unless somebody else saved in between."""
    source, form = _find(source_id), SourceChange()
    form.of(sources.draft_of(source))
    if not form.validate():
        return _edit(source, form), 400
    known, why, base = form.twin_known.data, form.reason.data, form.base.data
    try:
        sources.change(source, form.draft(), why, base=base, by=person(), now=now(), twin_known=known)
    except Stale as refusal:
        form.rebase(refusal.newest)
        differs = source_draft.changes(sources.draft_of(source), tidied(form.draft()))
        return _edit(source, form, str(refusal), differs), 409
    except AlreadyThere as refusal:
        form.url.errors = (str(refusal),)
        return _edit(source, form), 409
    except NotFit as refusal:
        form.verified_level.errors = (str(refusal),)
        return _edit(source, form), 409
    return redirect(url_for("source_desk.edit", source_id=source_id, saved=1), 303)


@pages.get(f"{ONE}/history")
@takes("source.write")
def history(source_id: str) -> str:
    """Every entry with what it changed."""
    source = _find(source_id)
    return render_template("source_desk/history.html", source=source, versions=sources.versions(source))


def _find(source_id: str) -> Source:
    return sources.find(source_id) or abort(404)


def _new(form: SourceForm, remarks: tuple[str, ...] = (), *, pasted: bool = False) -> str:
    draft = form.draft()
    twins = source_twins.find(draft.title, draft.url)
    return render_template("source_desk/new.html", form=form, twins=twins, remarks=remarks, pasted=pasted)


def _edit(
    source: Source,
    form: SourceChange,
    stale: str = "",
    differs: tuple[Difference, ...] = (),
) -> str:
    draft = form.draft()
    return render_template(
        "source_desk/edit.html",
        source=source,
        form=form,
        twins=source_twins.find(draft.title, draft.url, but=source.id),
        printed=sources.printed_claims(source.id),
        stale=stale,
        differs=differs,
        saved="saved" in request.args,
    )
