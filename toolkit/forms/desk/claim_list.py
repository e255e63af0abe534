"""What an organizer looks for among the claims. Read only, so it carries no token."""

from collections.abc import Collection, Iterable, Sequence

from wtforms import Form, IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, NumberRange, Optional

from toolkit.curation.claims.claim_list import BY_DATE, EXPIRES, OVERDUE, Choices, ClaimQuery
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.names import in_words
from toolkit.forms.text import Plain
from toolkit.ledger.claim_words import STANCES

MOST = 2**31 - 1
WHOLE_COUNTRY = "whole country"
TOO_LONG = _("That is longer than anything here. Type less of it.")
STATUSES = ("draft", "in_review", "approved", "retired")
WAITING = {
    "sign": _("I: sign"),
    "returned": _("I: mend what was returned"),
    "drafts": _("I: finish my drafts"),
    "others": _("Other readers"),
}
DUE = {OVERDUE: _("Review overdue"), EXPIRES: _("Review due within 30 days")}


class ClaimFilter(Form):
    """Which claims; an empty field asks for any."""

    q = StringField(_("Words or number"), validators=[Optional(), Length(max=200, message=TOO_LONG), Plain()])
    status = SelectField(_("Status"), default="")
    due = SelectField(_("Review"), default="")
    waits = SelectField(_("Who is to act"), default="")
    stance = SelectField(_("Who says it"), default="")
    topic = SelectField(_("Topic"), default="")
    question = SelectField(_("Contested question"), default="")
    source = SelectField(_("Source"), default="")
    place = StringField(
        _("Place, or: whole country"),
        validators=[Optional(), Length(max=100, message=TOO_LONG), Plain()],
    )
    order = SelectField(_("Order"), default="")
    page = IntegerField(validators=[Optional(), NumberRange(1, MOST)], default=1)

    def offer(self, known: Choices) -> None:
        """What there is to choose from."""
        self.status.choices = _choices(_("Any"), ((name, in_words(name)) for name in STATUSES))
        self.due.choices = _choices(_("Any time"), DUE.items())
        self.waits.choices = _choices(_("Any"), WAITING.items())
        self.stance.choices = _choices(_("Anybody"), ((name, _(said)) for name, said in STANCES.items()))
        self.topic.choices = _choices(_("Any"), ((name, in_words(name)) for name in known.topics))
        self.question.choices = _choices(_("Any"), known.questions)
        self.source.choices = _choices(_("Any"), known.sources)
        self.order.choices = _choices(_("By number"), [(BY_DATE, _("The first due first"))])

    @property
    def narrowed(self) -> bool:
        """Whether one of the fields is used that are folded away."""
        folded = (self.waits, self.stance, self.topic, self.question, self.source, self.place, self.order)
        return any(field.data or field.errors for field in folded)

    def wanted(self, geoids: Sequence[str], ids: Collection[str] | None) -> ClaimQuery:
        """The claims that are asked for, among ``ids``; a field that makes no sense asks for any."""
        return ClaimQuery(
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
