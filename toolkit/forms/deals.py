"""What dealing the points asks: how many speak, for how long, for what. Nothing in it is about a person.

The first form is an address, so that all speakers can open the same plan; the second asks for paper or for
one text, and may hold a sentence of the group's own. No cookie, no token: see toolkit.edge.
"""

import re
from collections.abc import Sequence
from typing import Any, cast

from wtforms import Form, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from toolkit.extensions import lazy_gettext as _
from toolkit.forms.testimony import FORMAT_NAMES, POSITIONS
from toolkit.publishing.meeting.bodies import Body
from toolkit.publishing.speaking.deals import LONGEST_POOLED, MOST_SPEAKERS, DealOrder
from toolkit.publishing.speaking.testimony import FORMATS, Format, Paper, SpeakerError, read_limit, say_limit

PODIUM, POOLED = "podium", "pooled"
CARDS: dict[str, Paper] = {"deal": "deal", "plan": "plan", "cards": "cards"}
USUAL_GROUP = 360  # seconds that a body gives one spokesperson
_NUMBERS = re.compile(r"[\s,;]+")


class DealForm(Form):
    """Speakers, time, side and seed: what stands in the address."""

    position = RadioField(
        _("What do you ask for?"),
        choices=[SelectChoice(*each) for each in POSITIONS.items()],
        validate_choice=False,
    )
    speakers = StringField(_("How many will speak?"))
    limit = StringField(_("Time for each"), default=say_limit(120))
    absent = StringField(_("Who stays home?"))
    seed = StringField(_("Seed"))

    @property
    def asked(self) -> bool:
        """Whether somebody wants cards, and not only the form."""
        return bool(self.speakers.data)

    def wanted(self) -> DealOrder:
        """What is to be dealt. Raises SpeakerError, which names a field of this form."""
        return DealOrder(
            position=cast(Any, self.position.data or "undecided"),
            speakers=_whole("speakers", self.speakers.data),
            limit=read_limit(self.limit.data or self.limit.default),
            seed=(self.seed.data or "").strip().lower() or "1",
            absent=tuple(_whole("absent", each) for each in _NUMBERS.split(self.absent.data or "") if each),
        )

    def complain(self, error: SpeakerError) -> None:
        """Put what cannot be used at its field."""
        self[error.field].errors = (str(error),)


class DealPapers(DealForm):
    """The same, with what is to be made of it."""

    pooled = StringField(_("Time for the one speaker"), default=say_limit(USUAL_GROUP))
    own = TextAreaField(_("A sentence of the group’s own"))
    make = SelectField(
        _("What to make"),
        choices=[
            SelectChoice(f"{POOLED}.{PODIUM}", _("On this screen, with a clock")),
            *(
                SelectChoice(f"{POOLED}.{form}", _("Speaking copy, %(format)s", format=FORMAT_NAMES[form]))
                for form in FORMATS
            ),
        ],
        validate_choice=False,
    )

    def paper(self) -> tuple[Paper | None, Format | None]:
        """Cards, plan or both; None for the one text. And the format; None for the screen.

        Raises SpeakerError for one that is not made.
        """
        paper, _dot, form = (self.make.data or "").partition(".")
        if paper == POOLED and form in (PODIUM, *FORMATS):
            return None, None if form == PODIUM else cast(Format, form)
        if paper in CARDS and (form == "pdf" or (paper, form) == ("cards", "txt")):
            return CARDS[paper], cast(Format, form)
        raise SpeakerError("make", _("Choose one of the papers on the page."))

    def pooled_limit(self) -> int:
        """Seconds for the one speaker. Raises SpeakerError."""
        try:
            return read_limit(self.pooled.data or self.pooled.default)
        except SpeakerError as error:
            raise SpeakerError("pooled", str(error)) from error


def pooled_by(bodies: Sequence[Body]) -> dict[str, str]:
    """The time that a body here gives one speaker for several, where its rules say so."""
    minutes = [body.card.pooling_minutes for body in bodies if body.card.pooling_minutes]
    return {"pooled": say_limit(min(minutes[0] * 60, LONGEST_POOLED))} if minutes else {}


def _whole(field: str, typed: str | None) -> int:
    plain = (typed or "").strip()
    if plain.isascii() and plain.isdigit() and 1 <= int(plain[:4]) <= MOST_SPEAKERS and len(plain) < 4:
        return int(plain)
    if field == "speakers":
        raise SpeakerError(field, _("Write a number of speakers from 1 to %(most)s.", most=MOST_SPEAKERS))
    says = _("Write the numbers of speakers, such as 4, 9, from 1 to %(most)s.", most=MOST_SPEAKERS)
    raise SpeakerError(field, says)
