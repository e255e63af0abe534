"""A state's rule as an organizer edits it: its words, where they stand, and how far somebody read that."""

from datetime import date
from typing import Any, ClassVar

from flask_wtf import FlaskForm
from wtforms import (
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional

from toolkit.curation.records import rules
from toolkit.curation.records.rules import CONFIDENCE, REVIEW_AFTER, Rule
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.records import Judged, base_field, day_field, reason_field
from toolkit.forms.text import one_line, printable
from toolkit.imports.bodies.body_fields import dated

TALL = {"rows": 4}
NOT_READ, PASSAGE, WHOLE = "none", "passage", "whole"
_READ = {NOT_READ: "", PASSAGE: "passage", WHOLE: "whole"}


def listed(text: Any) -> list[str]:
    """The words between spaces and commas, each once."""
    return list(dict.fromkeys(str(text or "").replace(",", " ").split()))


class EditRule(FlaskForm):
    """What the three kinds of rule share."""

    own: ClassVar[tuple[str, ...]] = ()  # the columns of its kind, as fields in their order
    line = TextAreaField(
        _("The line that a sheet prints"),
        render_kw=TALL,
        filters=[one_line],
        validators=[InputRequired(_("Write the line.")), printable],
    )
    detail = TextAreaField(
        _("In more words, for the site"),
        render_kw=TALL,
        filters=[one_line],
        validators=[InputRequired(_("Write it out."))],
    )
    as_of = StringField(
        _("The law as of"),
        description=_("A year, a month or a day: 2026, 2026-11, 2026-11-21."),
        validators=[InputRequired(_("Say which state of the law this is.")), Judged(dated)],
    )
    sources = TextAreaField(
        _("Sources"),
        render_kw=TALL,
        description=_("Their ids as the page of sources shows them, one a line, the best first."),
    )
    read = RadioField(
        _("How much of them did you read yourself?"),
        choices=[
            SelectChoice(WHOLE, _("All of the law or order, in its own words")),
            SelectChoice(PASSAGE, _("The passage that says this")),
            SelectChoice(NOT_READ, _("I did not read it: print “not verified – check”")),
        ],
        validators=[InputRequired(_("Choose one: it decides whether the line prints as fact."))],
    )
    confidence = SelectField(
        _("How sure are you?"), choices=[SelectChoice(each, each) for each in CONFIDENCE]
    )
    recheck = TextAreaField(
        _("What is still open"), render_kw=TALL, filters=[one_line], validators=[Optional()]
    )
    checked = day_field(_("Checked on"))
    review_by = day_field(_("Look again by"), _("90 days is usual for a law."))
    reason = reason_field()
    base = base_field()

    def fill(self, row: Rule, base: int, on: date) -> None:
        """Begin with the rule as it stands; what was read, and when, is for the editor to say."""
        for name in (*self.own, "line", "detail", "as_of", "confidence", "recheck"):
            self[name].data = getattr(row, name)
        for name in {"states"} & set(self.own):
            self[name].data = ", ".join(getattr(row, name))
        self.sources.data = "\n".join(row.sources)
        self.checked.data, self.review_by.data, self.base.data = on, on + REVIEW_AFTER, base

    @property
    def values(self) -> dict[str, object]:
        """The columns, once the form is valid."""
        names = (*self.own, "line", "detail", "as_of", "confidence", "recheck", "checked", "review_by")
        plain = {name: self[name].data for name in names}
        return {**plain, "recheck": plain["recheck"] or None, "sources": listed(self.sources.data)}

    @property
    def how_read(self) -> str:
        """As ``rules.write`` takes it."""
        return _READ[self.read.data]

    def fits(self, noun: str, on: date) -> bool:
        """Whether the rule may be kept; what speaks against it is said at its field."""
        if not self.validate():
            return False
        found = list(rules.faults(noun, self.values, self.how_read, on))
        for name, says in found:
            self[name].errors = (*self[name].errors, says)
        return not found
