"""What a speaker chooses and types. Only one sentence of their own is asked for; all else has a default.

No cookie, no token: see toolkit.edge. What is wrong with a text is judged by the press, which is why most
fields here have no rules of their own.
"""

from typing import Any, cast

from wtforms import (
    BooleanField,
    Form,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice

from toolkit.extensions import lazy_gettext as _
from toolkit.forms.names import in_words
from toolkit.publishing.meeting.bodies import Body
from toolkit.publishing.speaking.testimony import (
    DEFAULT_CAP,
    FORMATS,
    LONGEST,
    PAPERS,
    SHORTEST,
    CapUnit,
    Format,
    Paper,
    SpeakerError,
    Wishes,
    read_limit,
    say_limit,
)

PODIUM, EDIT = "podium", "edit"
POSITIONS = {
    "support": _("I support the program"),
    "oppose": _("I oppose the program"),
    "undecided": _("I have not decided"),
}
PAPER_NAMES: dict[Paper, str] = {
    "speaking": _("Speaking copy"),
    "leave-behind": _("Copy with sources for the clerk"),
    "if-asked": _("If-asked card"),
    "written": _("Written comment"),
}
FORMAT_NAMES: dict[Format, str] = {"pdf": "PDF", "docx": "Word", "txt": _("plain text")}
USUAL = Wishes(own="-")  # the defaults stand there


class Testimony(Form):
    """The form of one speaker. A text that the press refuses is told at its field by ``complain``."""

    own = TextAreaField(_("Your own sentence"))
    position = RadioField(
        _("Where do you stand?"),
        choices=[SelectChoice(*each) for each in POSITIONS.items()],
        validate_choice=False,
    )
    limit = StringField(_("Time to speak"), default=say_limit(USUAL.limit))
    name = StringField(_("Your name, if you will say it"))
    connection = StringField(_("Your connection to the place"))
    body = StringField(_("Who meets"))
    agenda_item = StringField(_("Agenda item"))
    pace = StringField(_("Your pace, in words a minute"), default=str(USUAL.pace))
    interpreter = BooleanField(_("An interpreter repeats each sentence after me"))
    double_time = BooleanField(_("The body doubles the time for that"))
    claims = SelectMultipleField(_("Points"), choices=[], validate_choice=False)
    fair_line = BooleanField(
        _("Say one fair line about those who see it differently"), default=USUAL.fair_line
    )
    copies = BooleanField(_("Say that I have copies for the clerk"), default=USUAL.copies)
    cap = StringField(_("Longest written comment"), default=str(DEFAULT_CAP))
    unit = RadioField(
        _("Counted in"),
        choices=[SelectChoice(unit, in_words(unit)) for unit in ("words", "characters")],
        default="words",
        validate_choice=False,
    )
    make = SelectField(
        _("What to make"),
        choices=[
            SelectChoice(PODIUM, _("Large text with a clock"), optgroup=_("On this screen")),
            *(
                SelectChoice(
                    f"{paper}.{each}",
                    _("%(paper)s, %(format)s", paper=name, format=FORMAT_NAMES[each]),
                    optgroup=name,
                )
                for paper, name in PAPER_NAMES.items()
                for each in FORMATS
            ),
        ],
        default=PODIUM,
        validate_choice=False,
    )

    def wishes(self) -> Wishes:
        """The choices as the press takes them. Raises SpeakerError, which names a field of this form."""
        return Wishes(
            own=self.own.data or "",
            position=cast(Any, self.position.data or USUAL.position),
            limit=read_limit(self.limit.data or self.limit.default),
            pace=_whole(self.pace, _("Write your pace as a number of words a minute, such as 130.")),
            interpreter=self.interpreter.data,
            double_time=self.double_time.data,
            body=self.body.data or "",
            agenda_item=self.agenda_item.data or "",
            name=self.name.data or "",
            connection=self.connection.data or "",
            claims=tuple(self.claims.data or ()),
            fair_line=self.fair_line.data,
            copies=self.copies.data,
        )

    def written_cap(self) -> tuple[int, CapUnit]:
        """The cap of a written comment. Raises SpeakerError."""
        unit: CapUnit = "characters" if self.unit.data == "characters" else "words"
        return _whole(self.cap, _("Write the longest length as a number, such as 400.")), unit

    def paper(self) -> tuple[Paper, Format] | None:
        """The paper that is wanted; None for the screen. Raises SpeakerError for one that we do not make."""
        wanted, _dot, form = (self.make.data or PODIUM).partition(".")
        if wanted == PODIUM:
            return None
        if wanted not in PAPERS or form not in FORMATS:
            raise SpeakerError("make", _("Choose one of the papers in the list."))
        return cast(Paper, wanted), cast(Format, form)

    def complain(self, error: SpeakerError) -> None:
        """Put what the press refused at its field."""
        self[error.field].errors = (str(error),)


def ruled_by(body: Body) -> dict[str, Any]:
    """What the form starts with at a body whose rules are known; the speaker may change it."""
    card = body.card
    rules: dict[str, Any] = {"body": body.name}
    if card.limit_seconds and SHORTEST <= card.limit_seconds <= LONGEST:
        rules["limit"] = say_limit(card.limit_seconds)
    if card.written_cap and card.written_unit:
        rules |= {"cap": str(card.written_cap), "unit": card.written_unit}
    return rules | {"double_time": bool(card.interpreter_double_time), "copies": card.copies != 0}


def _whole(field: StringField, otherwise: str) -> int:
    typed = (field.data or field.default).strip().replace(",", "")
    if not (typed.isascii() and typed.isdigit() and len(typed) < 7):
        raise SpeakerError(field.name, otherwise)
    return int(typed)
