"""What an organizer looks for among the claims. Read only, so it carries no token."""

from collections.abc import Collection, Iterable, Sequence

from wtforms import Form, IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, NumberRange, Optional

from toolkit.curation.claim_list import BY_DATE, EXPIRES, OVERDUE, Choices, Wanted
from toolkit.forms.text import Plain
from toolkit.ledger.claim_words import STANCES

MOST = 2**31 - 1
WHOLE_COUNTRY = "whole country"
TOO_LONG = "That is longer than anything here. Type less of it."
STATUSES = ("draft", "in_review", "approved", "retired")
WAITING = {
    "sign": "I: sign",
    "returned": "I: mend what was returned",
    "drafts": "I: finish my drafts",
    "others": "Other readers",
}
DUE = {OVERDUE: "Review overdue", EXPIRES: "Review due within 30 days"}


class ClaimFilter(Form):
    """Which claims; an empty field asks for any."""

    q = StringField("Words or number", validators=[Optional(), Length(max=200, message=TOO_LONG), Plain()])
    status = SelectField("Status", default="")
    due = SelectField("Review", default="")
    waits = SelectField("Who is to act", default="")
    stance = SelectField("Who says it", default="")
    topic = SelectField("Topic", default="")
    question = SelectField("Contested question", default="")
    source = SelectField("Source", default="")
    place = StringField(
        "Place, or: whole country",
        validators=[Optional(), Length(max=100, message=TOO_LONG), Plain()],
    )
    order = SelectField("Order", default="")
    page = IntegerField(validators=[Optional(), NumberRange(1, MOST)], default=1)

    def offer(self, known: Choices) -> None:
        """What there is to choose from."""
        self.status.choices = _choices("Any", ((name, name.replace("_", " ")) for name in STATUSES))
        self.due.choices = _choices("Any time", DUE.items())
        self.waits.choices = _choices("Any", WAITING.items())
        self.stance.choices = _choices("Anybody", STANCES.items())
        self.topic.choices = _choices("Any", ((name, name.replace("-", " ")) for name in known.topics))
        self.question.choices = _choices("Any", known.questions)
        self.source.choices = _choices("Any", known.sources)
        self.order.choices = _choices("By number", [(BY_DATE, "The first due first")])

    @property
    def narrowed(self) -> bool:
        """Whether one of the fields is used that are folded away."""
        folded = (self.waits, self.stance, self.topic, self.question, self.source, self.place, self.order)
        return any(field.data or field.errors for field in folded)

    def wanted(self, geoids: Sequence[str], ids: Collection[str] | None) -> Wanted:
        """The claims that are asked for, among ``ids``; a field that makes no sense asks for any."""
        return Wanted(
            text=self._said("q"),
            topic=self._said("topic"),
            question=self._said("question"),
            stance=self._said("stance"),
            status=self._said("status"),
            source=self._said("source"),
            geoids=tuple(geoids),
            whole_country=self.asks_whole_country,
            due=self._said("due"),
            ids=ids,
            order=self._said("order"),
        )

    @property
    def asks_whole_country(self) -> bool:
        """Whether claims are asked for that name no place."""
        return self._said("place").strip().lower() in (WHOLE_COUNTRY, "us")

    @property
    def place_name(self) -> str:
        """The name or code of a place that is asked for."""
        return "" if self.asks_whole_country else self._said("place").strip()

    def _said(self, name: str) -> str:
        return "" if name in self.errors else str(self[name].data or "")


def _choices(anything: str, known: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    return [SelectChoice("", anything), *(SelectChoice(*each) for each in known)]
