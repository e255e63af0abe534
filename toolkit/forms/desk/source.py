"""What an editor fills in about a source; the rules are those of curation, each told at its field."""

from dataclasses import asdict
from functools import partial
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, Form, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields import Field
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, NumberRange, Optional, ValidationError
from wtforms.widgets import HiddenInput

from toolkit.curation.sources.source_draft import KINDS, LABELS, LEVELS, PERSPECTIVES, TYPES, SourceDraft
from toolkit.curation.sources.source_rules import LONGEST_REASON, problems, tidied
from toolkit.curation.text import text_faults, tidy
from toolkit.extensions import lazy
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.names import in_words
from toolkit.forms.text import Plain, typed_text
from toolkit.publishing.knowing.sources import VERIFIED
from toolkit.publishing.wording import capitalise

MOST = 2**31 - 1
TOO_LONG = _("That is longer than %(max)d characters. Shorten it.")


def _line(name: str, hint: str = "") -> Field:
    return StringField(LABELS[name], description=hint)


def _lines(name: str, hint: str, rows: int = 2) -> Field:
    return TextAreaField(LABELS[name], description=hint, render_kw={"rows": rows})


def _menu(name: str, offered: dict[str, str]) -> Field:
    choices = [SelectChoice("", _("Choose")), *(SelectChoice(value, says) for value, says in offered.items())]
    return SelectField(LABELS[name], choices=choices, default="")


def _said(names: tuple[str, ...]) -> dict[str, str]:
    return {name: lazy(partial(capitalise, in_words(name))) for name in names}


class SourceForm(FlaskForm):
    """A source, field by field as in CSL-JSON, and what a reader should know about it."""

    title = _lines("title", _("As it stands on the source."), 3)
    url = _line("url", _("Where a reader finds it. https:// first."))
    doi = _line("doi", _("Such as 10.1086/680935"))
    type = _menu("type", TYPES)
    people = _lines("people", _("One a line, family name first: Stana, Richard M."))
    organizations = _lines("organizations", _("One a line."))
    publisher = _line("publisher")
    container_title = _line("container_title", _("What it stands in, if anything."))
    issued = _line("issued", _("2020, 2020-09 or 2020-09-15; a span as 2020/2021"))
    volume = _line("volume")
    issue = _line("issue")
    page = _line("page", _("Such as 12-19"))
    number = _line("number", _("Of a report, bill or law."))
    section = _line("section")
    chapter_number = _line("chapter_number")
    genre = _line("genre", _("Such as working paper"))
    authority = _line("authority")
    status = _line("status")
    accessed = _line("accessed", _("2020, 2020-09 or 2020-09-15"))
    tag = _line("tag", _("Stands in the notes of every sheet: GAO 2021"))
    kind = _menu("kind", _said(KINDS))
    perspective = _menu("perspective", _said(PERSPECTIVES))
    verified_level = _menu("verified_level", {level: VERIFIED[level] for level in LEVELS})
    verified_note = _lines("verified_note", _("What of it was read, in a sentence for readers."))
    seen_at = _line("seen_at", _("The copy that was read, where it is another than the address above."))
    funding = _line("funding", _("As the source itself says, if it matters to a reader."))
    archive_url = _line("archive_url", _("A copy that stays when the address dies. https:// first."))
    note = _lines("note", _("Anything else a reader should know."))
    twin_known = BooleanField(_("It is another document at the same address: keep both."))

    was: SourceDraft | None = None  # what is edited

    def validate(self, extra_validators: Any = None) -> bool:
        """By the rules of curation, which see the draft in its one form."""
        fine: bool = super().validate(extra_validators)
        found = problems(tidied(self.draft()), was=self.was)
        for problem in found:
            self[problem.field].errors = (problem.says,)
        return fine and not found

    def draft(self) -> SourceDraft:
        """What was typed."""
        return SourceDraft(**{name: self[name].data or "" for name, _ in SourceDraft()})


class SourceChange(SourceForm):
    """An edit of a source that is there; ``base`` is the number of the entry that the editor saw."""

    base = IntegerField(widget=HiddenInput(), default=0, validators=[NumberRange(0, MOST)])
    reason = StringField(
        _("Why you change it"),
        description=_("Stays in the history."),
        validators=typed_text(LONGEST_REASON, _("Say in a few words why."), TOO_LONG),
    )

    def validate_reason(self, field: Field) -> None:
        """No hidden characters in the history either."""
        for says in text_faults(tidy(field.data), most=LONGEST_REASON):
            raise ValidationError(says)

    def of(self, was: SourceDraft) -> None:
        """Offer what the source has, also where it is no longer offered to others."""
        self.was = was
        for field in (self.type, self.kind):
            known = {choice.value for choice in field.choices}
            kept = getattr(was, field.short_name)
            if kept not in known:
                field.choices = [*field.choices, SelectChoice(kept, kept.replace("-", " ").capitalize())]

    def rebase(self, number: int) -> None:
        """Let the next save be based on this entry."""
        self.base.data, self.base.raw_data = number, None


class PasteRecord(FlaskForm):
    """A record that fills in the form."""

    record = TextAreaField(
        _("Record"),
        description=_("BibTeX, RIS, CSL-JSON (as doi.org gives it), a DOI, or only an address."),
        render_kw={"rows": 12, "spellcheck": "false"},
    )


class FindSource(Form):
    """Words of a title, short name, id or address. Read only, so it carries no token."""

    q = StringField(_("Find a source"), validators=[Optional(), Length(max=100), Plain()])
    page = IntegerField(validators=[Optional(), NumberRange(1, MOST)], default=1)

    def asked(self) -> tuple[str, int]:
        """The words and the number of the page; what makes no sense asks for everything."""
        self.validate()
        words = "" if self.q.errors else self.q.data or ""
        return words, 1 if self.page.errors else self.page.data or 1


def filled(draft: SourceDraft, **other: Any) -> dict[str, Any]:
    """What a form shows of a draft."""
    return asdict(draft) | other
