"""What an editor fills in about a claim. What cannot be kept is judged by toolkit.curation.claims.words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields import Field
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from toolkit.curation.claims import claims
from toolkit.curation.claims.words import review_date, tidied
from toolkit.curation.errors import Problem
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.claim_scope import TypedScope, read, written
from toolkit.forms.meeting_times import DAYS, Day
from toolkit.forms.names import in_words
from toolkit.forms.text import Plain
from toolkit.ledger import claim_words
from toolkit.ledger.claim_words import FIELDS, QUOTE_WORDS, REVIEW_DAYS, Citation, ClaimWords
from toolkit.ledger.subjects import Subject
from toolkit.models import Claim

DASH = " – "  # between the id of a source and its title
MOST_ROWS = 20
KINDS = {
    "count": _("A count, which soon is another: again in %(days)s days", days=REVIEW_DAYS["count"]),
    "law": _("A law or rule: again in %(days)s days", days=REVIEW_DAYS["law"]),
    "study": _("A study, a statement or an event: again in %(days)s days", days=REVIEW_DAYS["study"]),
}
FITS = {
    "mandate": _("the law makes agencies join or apply"),
    "ban": _("the law bars agreements"),
    "choice": _("the law leaves a choice"),
    "signed": _("the agency here takes part"),
    "none": _("the agency here takes no part"),
}
# What the form has one field for each of.
_TYPED = tuple(field for field in FIELDS if field.kind != "citations" and not field.name.startswith("scope_"))


class CitationRow(Form):
    """One source of the claim; a row without anything in it is no citation."""

    source = StringField(_("Source"), validators=[Plain()])
    locator = StringField(_("Where in it"), validators=[Plain()])
    quote = StringField(_("Its words, %(most)s at most", most=QUOTE_WORDS), validators=[Plain()])

    @property
    def filled(self) -> bool:
        """Whether anything was typed."""
        return any((field.data or "").strip() for field in self)


class Boxes(SelectMultipleField):
    """Any number of choices, each with a box to tick."""

    widget = ListWidget()
    option_widget = CheckboxInput()


class ClaimEditor(FlaskForm):
    """A claim as it is typed, about this ``subject``. An existing ``claim`` keeps its topic and side."""

    subject = HiddenField()
    topic = SelectField(_("Topic"))
    stance = RadioField(
        _("Side"),
        choices=[SelectChoice(each, _(said)) for each, said in claim_words.STANCES.items()],
        validators=[InputRequired(_("Choose whose claim it is."))],
    )
    text = TextAreaField(_("The claim"), validators=[Plain()], render_kw={"rows": 5})
    spoken = TextAreaField(
        _("The same for speaking"),
        description=_("Shorter, as one says it. Without it speakers are not offered the claim."),
        validators=[Plain()],
        render_kw={"rows": 3},
    )
    kind = RadioField(
        _("What kind it is"),
        choices=[SelectChoice(*kind) for kind in KINDS.items()],
        validators=[InputRequired(_("Choose a kind: it says how soon the claim is looked at again."))],
    )
    as_of = StringField(_("As of"), description=_("2026, 2026-05 or 2026-05-18"), validators=[Plain()])
    checked = Day(
        _("Checked against its sources on"), format=DAYS, validators=[InputRequired(_("Give the day."))]
    )
    review_by = Day(
        _("Next review by"),
        format=DAYS,
        description=_("Empty: as its kind says."),
        validators=[Optional()],
    )
    until = Day(
        _("No longer true from"),
        format=DAYS,
        description=_("From this day on no new sheet prints it. Mostly empty."),
        validators=[Optional()],
    )
    citations = FieldList(FormField(CitationRow), min_entries=1, max_entries=MOST_ROWS)
    questions = Boxes(_("Questions that it answers"))
    counter_claims = StringField(
        _("Claims that answer it"),
        description=_("Their ids, such as saf-11, tru-02. The first of the other side is set beside it."),
        validators=[Plain()],
    )
    needs = StringField(
        _("Prints only beside"),
        description=_(
            "Ids of claims of the other side. Mostly empty: it may stand beside any that answers it."
        ),
        validators=[Plain()],
    )
    fits = Boxes(_("Only where"), choices=[SelectChoice(*each) for each in FITS.items()])
    about = StringField(
        _("Places it is about"),
        description=_("Names or codes with ; between, such as 24021; Maryland. Empty: the whole country."),
        validators=[Plain()],
    )
    models = Boxes(_("Only about these"))
    statistic = BooleanField(_("It rests on a statistic"))
    story = BooleanField(_("It tells one person’s story"))
    confidence = SelectField(
        _("How sure we are"), choices=claim_words.CONFIDENCE, default=claim_words.CONFIDENCE[0]
    )
    evidence = SelectField(
        _("Kind of evidence"),
        choices=[
            SelectChoice("", _("not said")),
            *(SelectChoice(each, in_words(each)) for each in claim_words.EVIDENCE),
        ],
        default="",
    )
    reason = StringField(
        _("Why"),
        description=_("For your colleagues: one line in the claim’s history."),
        validators=[Plain()],
    )
    notice = TextAreaField(
        _("One public sentence"),
        description=_("For people who hold a printed sheet: what changes, and why."),
        validators=[Plain()],
        render_kw={"rows": 2},
    )
    base = IntegerField(widget=HiddenInput(), validators=[Optional()])
    claim = HiddenField()

    def __init__(
        self,
        claim: Claim | None = None,
        *,
        subject: Subject,
        today: date,
        questions: Iterable[tuple[str, str]],
        **known: Any,
    ) -> None:
        super().__init__(**known)
        self.of, self.today = claim, today
        self.subject.data = subject.id
        self.topic.choices = [SelectChoice(each.name, in_words(each.name)) for each in subject.topics]
        self.models.choices = [SelectChoice(each.code, each.name) for each in subject.models]
        self.questions.choices = [SelectChoice(*each) for each in questions]
        if claim is not None:
            del self.topic, self.stance
            self.claim.data = claim.id

    @property
    def claim_id(self) -> str | None:
        """The id of the claim that is edited; None for a new one."""
        return self.of.id if self.of else None

    @cached_property
    def scope(self) -> TypedScope:
        """The places that were typed, looked up once."""
        return read(self.about.data or "")

    @cached_property
    def words(self) -> ClaimWords:
        """What was typed, as far as it can be read; what is missing has what it would usually have.

        Read once: rows for sources come and go before.
        """
        checked = self.checked.data or self.today
        kind = self.kind.data if self.kind.data in REVIEW_DAYS else None
        typed = {field.name: _typed(field, self[field.name].data) for field in _TYPED if field.name in self}
        if self.of is not None:
            typed |= {"topic": self.of.topic, "stance": self.of.stance}
        typed |= {
            "kind": kind,
            "checked": checked,
            "review_by": self.review_by.data or review_date(kind or "study", checked),
            "citations": tuple(
                Citation(_id_of(row.source.data), row.locator.data, row.quote.data) for row in self._filled()
            ),
        }
        places = {f"scope_{where}": getattr(self.scope, where) for where in ("states", "counties", "places")}
        return tidied(ClaimWords(**typed, **places))

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Whether what was typed can be read. If not, all that there is to mend is said at its field."""
        super().validate(extra_validators)
        for says in self.scope.faults:
            _complain(self.about, says)
        if any(self.faults()):  # "errors" does not know what is said about a row of a list
            self.judge()
            return False
        return True

    def judge(self) -> None:
        """Say at each field what keeps the claim from being kept."""
        told = set(self.errors)
        reason, notice = self.reason.data or "", self.notice.data or ""
        problems = claims.faults(self.of, self.words, reason, notice, on=self.today)
        self.tell(found for found in problems if found.field not in told or found.field == "citations")

    def tell(self, problems: Iterable[Problem]) -> None:
        """Say each of these at its field."""
        for problem in problems:
            _complain(self._named(problem.field), problem.says)

    def faults(self) -> Iterator[tuple[Field, str]]:
        """Every field with something that keeps the claim from being saved, and what."""
        rows = (field for row in self.citations for field in row.form)
        for field in (*(field for field in self if field is not self.citations), *rows):
            yield from ((field, str(says)) for says in field.errors)

    def add_row(self) -> None:
        """One more row for a source, where there is room."""
        if len(self.citations.entries) < MOST_ROWS:
            self.citations.append_entry()

    def drop_row(self, number: int) -> None:
        """Take out the row with this number; the others keep what was typed and are numbered anew."""
        rows = [row.data for place, row in enumerate(self.citations.entries) if place != number]
        while self.citations.entries:
            self.citations.pop_entry()
        for data in rows or [{}]:
            self.citations.append_entry(data)

    def _filled(self) -> list[CitationRow]:
        return [row.form for row in self.citations if row.form.filled]

    def _named(self, name: str) -> Field:
        """The field that a problem is about."""
        if name.startswith("scope_"):
            return self.about
        if name.startswith("citations"):
            rows = self._filled() or [self.citations[0].form]
            _, number, part = name.split("-") if "-" in name else ("", "0", "source")
            return rows[int(number)][part]
        return self[name]


def filled(words: ClaimWords, titles: Mapping[str, str]) -> dict[str, Any]:
    """What the form of a stored claim holds."""
    plain = {field.name: getattr(words, field.name) for field in _TYPED}
    rows = [
        {
            "source": f"{cited.source_id}{DASH}{titles.get(cited.source_id, '')}",
            "locator": cited.locator,
            "quote": cited.quote,
        }
        for cited in words.citations
    ]
    listed = {name: ", ".join(plain[name]) for name in ("counter_claims", "needs")}
    return plain | listed | {"about": written(words), "citations": rows}


def _typed(about: claim_words.Field, data: Any) -> Any:
    """What a field of the form holds, as the claim has it."""
    if about.kind == "list":
        return tuple(data.replace(",", " ").split() if isinstance(data, str) else data or ())
    if about.kind in ("flag", "day"):
        return data
    return (data or "").strip() or (None if about.optional else "")


def _id_of(typed: str | None) -> str:
    return (typed or "").split(DASH)[0].strip()


def _complain(field: Field, says: str) -> None:
    if says not in field.errors:
        field.errors = (*field.errors, says)
