"""Which of the states' rules an organizer wants to see."""

from collections.abc import Mapping

from wtforms import Form, SelectField
from wtforms.fields.choices import SelectChoice

from toolkit.curation.records.rules import CALLED
from toolkit.extensions import lazy_gettext as _


def choices(said: Mapping[str, str]) -> list[SelectChoice]:
    """Choices of a field, from value to label."""
    return [SelectChoice(value, label) for value, label in said.items()]


class RuleFilter(Form):
    """Which rules to list. Read only, so it carries no token."""

    noun = SelectField(_("Kind"), default="", choices=[SelectChoice("", _("Any kind")), *choices(CALLED)])
    state = SelectField(_("State"), default="")
    standing = SelectField(
        _("Standing"),
        default="",
        choices=[
            SelectChoice("", _("Any")),
            SelectChoice("overdue", _("Overdue for another look")),
            SelectChoice("soon", _("Due within 30 days")),
            SelectChoice("not_verified", _("Prints as not verified")),
        ],
    )

    def offer(self, states: Mapping[str, str]) -> None:
        """The states that there are, by GEOID."""
        self.state.choices = [SelectChoice("", _("Any state")), *choices(states)]
