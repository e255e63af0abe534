"""Which of the states' rules an organizer wants to see."""

from collections.abc import Mapping

from wtforms import Form, SelectField
from wtforms.fields.choices import SelectChoice

from toolkit.curation.rules import CALLED


def choices(said: Mapping[str, str]) -> list[SelectChoice]:
    """Choices of a field, from value to label."""
    return [SelectChoice(value, label) for value, label in said.items()]


class RuleFilter(Form):
    """Which rules to list. Read only, so it carries no token."""

    noun = SelectField("Kind", default="", choices=[SelectChoice("", "Any kind"), *choices(CALLED)])
    state = SelectField("State", default="")
    standing = SelectField(
        "Standing",
        default="",
        choices=[
            SelectChoice("", "Any"),
            SelectChoice("overdue", "Overdue for another look"),
            SelectChoice("soon", "Due within 30 days"),
            SelectChoice("not_verified", "Prints as not verified"),
        ],
    )

    def offer(self, states: Mapping[str, str]) -> None:
        """The states that there are, by GEOID."""
        self.state.choices = [SelectChoice("", "Any state"), *choices(states)]
