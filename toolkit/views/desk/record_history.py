"""The history of a record as a page, and the way back to an earlier version, for every noun that has one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from flask import redirect, render_template
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from toolkit.curation.difference import Difference
from toolkit.curation.errors import CurationError, Stale
from toolkit.curation.records import record_history, records
from toolkit.extensions import gettext as _
from toolkit.forms.desk.records import Restore
from toolkit.models.base import Base


class Edits(Protocol):
    """A form that holds a record's values."""

    base: HiddenField

    @property
    def values(self) -> dict[str, object]:
        """By column."""


@dataclass(frozen=True, slots=True)
class Record:
    """The record that a page is about: table, key, what people call it, and the address of its form."""

    noun: str
    key: str
    called: str
    home: str


def page(record: Record, form: Restore | None = None, trouble: str = "") -> str:
    """Every version with what it changed."""
    form = form or Restore(formdata=None)
    form.base.data = records.number_of(record.noun, record.key)
    return render_template(
        "record_history/index.html",
        record=record,
        versions=record_history.versions(record.noun, record.key),
        form=form,
        trouble=trouble,
    )


def between(error: CurationError, row: Base, form: Edits) -> tuple[Difference, ...]:
    """What differs from what somebody saved meanwhile; the form is then based on that."""
    if not isinstance(error, Stale):
        return ()
    form.base.data = error.newest
    saved = records.content_of(row)
    return record_history.changes({name: saved[name] for name in form.values}, form.values)


def restore(record: Record, deed: Callable[[Restore], object]) -> ResponseReturnValue:
    """Do it, and show the record; or say why not."""
    form = Restore()
    if not form.validate():
        return page(
            record, form, " ".join(map(str, form.reason.errors)) or _("Choose the version again.")
        ), 400
    try:
        deed(form)
    except CurationError as error:
        return page(record, form, str(error)), 409
    return redirect(record.home, 303)
