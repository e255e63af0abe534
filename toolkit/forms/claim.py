"""What an editor fills in about a claim. What cannot be kept is judged by toolkit.curation.words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
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

from toolkit.curation.text import text_faults, tidy
from toolkit.curation.words import (
    CONFIDENCE,
    MODELS,
    MOST,
    QUOTE_WORDS,
    REVIEW_DAYS,
    STANCES,
    TOPICS,
    ClaimWords,
    problems,
    review_date,
    tidied,
)
from toolkit.forms.claim_scope import Scope, read, written
from toolkit.forms.meeting_times import DAYS, Day
from toolkit.forms.text import Plain
from toolkit.models import Claim
from toolkit.publishing.claim_preview import Draft
from toolkit.publishing.wording import MODEL_NAMES
from toolkit.publishing.wording import STANCES as SAID

DASH = " – "  # between the id of a source and its title
MOST_ROWS = 20
KINDS = {
    "count": "A count, which soon is another: again in {} days",
    "law": "A law or rule: again in {} days",
    "study": "A study, a statement or an event: again in {} days",
}
_NOT_TYPED = ("topic", "stance", "scope_states", "scope_counties", "scope_places", "citations")


class CitationRow(Form):
    """One source of the claim; a row without anything in it is no citation."""

    source = StringField("Source", validators=[Plain()])
    locator = StringField("Where in it", validators=[Plain()])
    quote = StringField(f"Its words, {QUOTE_WORDS} at most", validators=[Plain()])

    @property
    def filled(self) -> bool:
        """Whether anything was typed."""
        return any((field.data or "").strip() for field in self)


class Boxes(SelectMultipleField):
    """Any number of choices, each with a box to tick."""

    widget = ListWidget()
    option_widget = CheckboxInput()


class ClaimEditor(FlaskForm):
    """A claim as it is typed. An existing ``claim`` keeps its topic and side."""

    topic = SelectField("Topic", choices=[SelectChoice(each, each.replace("-", " ")) for each in TOPICS])
    stance = RadioField(
        "Side",
        choices=[SelectChoice(each, SAID[each]) for each in STANCES],
        validators=[InputRequired("Choose whose claim it is.")],
    )
    text = TextAreaField("The claim", validators=[Plain()], render_kw={"rows": 5})
    spoken = TextAreaField(
        "The same for speaking",
        description="Shorter, as one says it. Without it speakers are not offered the claim.",
        validators=[Plain()],
        render_kw={"rows": 3},
    )
    kind = RadioField(
        "What kind it is",
        choices=[SelectChoice(kind, says.format(REVIEW_DAYS[kind])) for kind, says in KINDS.items()],
        validators=[InputRequired("Choose a kind: it says how soon the claim is looked at again.")],
    )
    as_of = StringField("As of", description="2026, 2026-05 or 2026-05-18", validators=[Plain()])
    checked = Day("Checked against its sources on", format=DAYS, validators=[InputRequired("Give the day.")])
    review_by = Day(
        "Next review by",
        format=DAYS,
        description="Empty: as its kind says.",
        validators=[Optional()],
    )
    citations = FieldList(FormField(CitationRow), min_entries=1, max_entries=MOST_ROWS)
    questions = Boxes("Questions that it answers")
    counter_claims = StringField(
        "Claims that answer it",
        description="Their ids, such as saf-11, tru-02. The first of the other side is set beside it.",
        validators=[Plain()],
    )
    about = StringField(
        "Places it is about",
        description="Names or codes with ; between, such as 24021; Maryland. Empty: the whole country.",
        validators=[Plain()],
    )
    models = Boxes(
        "Only about these models of agreement",
        choices=[SelectChoice(each, MODEL_NAMES[each]) for each in MODELS],
    )
    statistic = BooleanField("It rests on a statistic")
    story = BooleanField("It tells one person’s story")
    confidence = SelectField("How sure we are", choices=[SelectChoice(each, each) for each in CONFIDENCE])
    reason = StringField(
        "Why",
        description="For your colleagues: one line in the claim’s history.",
        validators=[Plain()],
    )
    notice = TextAreaField(
        "One public sentence",
        description="For people who hold a printed sheet: what changes, and why.",
        validators=[Plain()],
        render_kw={"rows": 2},
    )
    base = IntegerField(widget=HiddenInput(), validators=[Optional()])
    claim = HiddenField()

    def __init__(
        self, claim: Claim | None = None, *, today: date, questions: Iterable[tuple[str, str]], **known: Any
    ) -> None:
        super().__init__(**known)
        self.of, self.today = claim, today
        self.questions.choices = [SelectChoice(*each) for each in questions]
        if claim is not None:
            del self.topic, self.stance
            self.claim.data = claim.id

    @property
    def claim_id(self) -> str | None:
        """The id of the claim that is edited; None for a new one."""
        return self.of.id if self.of else None

    def scope(self) -> Scope:
        """The places that were typed."""
        return read(self.about.data or "")

    def words(self) -> ClaimWords:
        """What was typed, as far as it can be read; what is missing has what it would usually have."""
        scope, checked = self.scope(), self.checked.data or self.today
        kind = self.kind.data if self.kind.data in REVIEW_DAYS else None
        typed = ClaimWords(
            topic=self.of.topic if self.of else self.topic.data or "",
            stance=self.of.stance if self.of else self.stance.data or "",
            kind=kind,
            text=self.text.data or "",
            spoken=self.spoken.data,
            as_of=(self.as_of.data or "").strip(),
            checked=checked,
            review_by=self.review_by.data or review_date(kind or "study", checked),
            scope_states=scope.states,
            scope_counties=scope.counties,
            scope_places=scope.places,
            models=tuple(self.models.data or ()),
            statistic=self.statistic.data,
            story=self.story.data,
            confidence=self.confidence.data or CONFIDENCE[0],
            counter_claims=tuple((self.counter_claims.data or "").replace(",", " ").split()),
            questions=tuple(self.questions.data or ()),
            citations=tuple(
                (_id_of(row.source.data), row.locator.data, row.quote.data) for row in self._filled()
            ),
        )
        return tidied(typed)

    def draft(self) -> Draft:
        """The same for the press."""
        words = self.words()
        return Draft(**{field.name: getattr(words, field.name) for field in fields(Draft)})

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Whether it can be kept; what cannot is said at its field."""
        super().validate(extra_validators)
        told = set(self.errors)
        for says in self.scope().faults:
            _complain(self.about, says)
        for field in (self.reason, self.notice):
            for says in text_faults(tidy(field.data or ""), most=MOST[field.name]):
                _complain(field, says)
        if self.of is not None and not (self.reason.data or "").strip():
            _complain(self.reason, "Say in a few words why you change it.")
        for problem in problems(self.words(), self.claim_id, on=self.today):
            if problem.field not in told or problem.field == "citations":
                _complain(self._named(problem.field), problem.says)
        return not any(self.faults())  # "errors" does not know what was said later about a row of a list

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
    plain = {f.name: getattr(words, f.name) for f in fields(ClaimWords) if f.name not in _NOT_TYPED}
    rows = [
        {"source": f"{source}{DASH}{titles.get(source, '')}", "locator": locator, "quote": quote}
        for source, locator, quote in words.citations
    ]
    lists = {"questions": list(words.questions), "models": list(words.models)}
    answers = ", ".join(words.counter_claims)
    return plain | lists | {"counter_claims": answers, "about": written(words), "citations": rows}


def _id_of(typed: str | None) -> str:
    return (typed or "").split(DASH)[0].strip()


def _complain(field: Field, says: str) -> None:
    if says not in field.errors:
        field.errors = (*field.errors, says)
