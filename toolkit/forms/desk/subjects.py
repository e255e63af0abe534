"""What an organizer fills in about a subject: its words, and each kind of record round its claims."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, Optional

from toolkit.curation.records import lists, subject_words
from toolkit.curation.records.subject_words import Text
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.records import base_field, reason_field
from toolkit.forms.desk.rule_kinds import Ticks
from toolkit.forms.desk.rules import listed
from toolkit.forms.names import in_words
from toolkit.forms.text import Plain, one_line, printable
from toolkit.ledger import claim_words


class EditRecord(FlaskForm):
    """What every edit asks: why, and on which version it is based."""

    reason = reason_field()
    base = base_field()
    names: Sequence[str] = ()  # of the fields that are the record's own

    def begin(self, row: Any, base: int) -> None:
        """Fill in the record as it stands."""
        for name in self.names:
            value = getattr(row, name)
            many = isinstance(value, list) and not isinstance(self[name], Ticks)
            self[name].data = "\n".join(value) if many else value
        self.base.data = base

    @property
    def values(self) -> dict[str, Any]:
        """The columns, once the form is valid."""
        lists_of_ids = {"sources", "claims"}
        return {
            name: listed(self[name].data) if name in lists_of_ids else self[name].data for name in self.names
        }

    def tell(self, found: Sequence[tuple[str, str]]) -> bool:
        """Say each of these at its field; gives whether there was nothing to say."""
        for name, says in found:
            self[name].errors = (*self[name].errors, says)
        return not found


class Move(FlaskForm):
    """Up or down, or for a claim under a question: add, drop, up, down."""

    base = base_field()
    to = StringField(validators=[AnyOf(("add", "drop", "up", "down"))])
    claim = StringField(filters=[one_line], validators=[Optional(), Plain()])


class RetireEntry(EditRecord):
    """Whether it prints no more."""

    retired = IntegerField(validators=[AnyOf((0, 1))])


def form_of(noun: str, subject: str) -> type[EditRecord]:
    """The form of one kind of record, as its list of fields has it."""
    fields = {field.name: _field(field, lists.choices(field, subject)) for field in lists.NOUNS[noun].fields}
    return type("EditEntry", (EditRecord,), {**fields, "names": tuple(fields)})


def _field(about: claim_words.Field, may: Sequence[str]) -> Field:
    offered = [SelectChoice(each, in_words(each)) for each in may]
    if about.kind == "choice":
        return SelectField(_(about.label), choices=offered)
    if about.kind == "list" and offered:
        return Ticks(_(about.label), choices=offered)
    if about.kind == "list":
        return TextAreaField(_(about.label), description=_("Their ids, one a line."), render_kw={"rows": 3})
    kind, rows = (StringField, {}) if about.kind == "line" else (TextAreaField, {"rows": 3})
    needed = [InputRequired(_("Write something.")), Plain(), printable]
    return kind(_(about.label), filters=[one_line], render_kw=rows, validators=needed)


class EditWords(EditRecord):
    """Some words of a subject, each in the field of its path."""

    content: Mapping[str, Any] = {}

    @property
    def values(self) -> dict[str, Any]:
        """The whole content, with what was typed in it."""
        return {
            "content": subject_words.replaced(self.content, {name: self[name].data for name in self.names})
        }

    def fits(self) -> bool:
        """Whether the words may be kept; what speaks against it is said at its field."""
        if not self.validate():
            return False
        found = subject_words.faults(self.content, self.values["content"])
        return self.tell([(path or self.names[0], says) for path, says in found])


def _on_one_line(text: str | None) -> str:
    """Without line ends; spaces that hold words together stay."""
    return " ".join((text or "").splitlines()).strip()


def words_form(content: Mapping[str, Any], texts: Sequence[Text]) -> type[EditWords]:
    """The form of a group of texts of this content."""
    fields: dict[str, Any] = {
        text.path: TextAreaField(
            text.when or _("In every other case"),
            description=" ".join(f"{{{hole}}}" for hole in text.holes),
            filters=[_on_one_line],
            validators=[Plain()],
            render_kw={"rows": 2},
        )
        for text in texts
    }
    return type("EditTexts", (EditWords,), {**fields, "names": tuple(fields), "content": content})


class Open(EditRecord):
    """Whether sheets of a subject are made."""

    open = BooleanField(_("Sheets about it are made"))
    names = ("open",)
