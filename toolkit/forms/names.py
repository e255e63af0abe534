"""Names that tables hold, and sentences of the subject, as pages and forms show them."""

from functools import partial

from toolkit.extensions import gettext, lazy
from toolkit.extensions import lazy_gettext as _
from toolkit.publishing.knowing.page_words import current

# What tables and the rooms below hold and pages show: it stands here so that the catalogue has it.
NAMES = (
    *(_("draft"), _("in review"), _("approved"), _("retired"), _("contributor"), _("reviewer"), _("admin")),
    *(_("statute"), _("regulation"), _("executive order"), _("state law"), _("court"), _("federal agency")),
    *(_("oversight body"), _("official"), _("academic study"), _("news"), _("law enforcement association")),
    *(_("advocacy supportive"), _("advocacy critical"), _("association"), _("explainer"), _("reference")),
    *(_("commentary"), _("independent"), _("government operator"), _("supportive"), _("critical")),
    *(_("mixed"), _("open"), _("answered"), _("set aside"), _("dead"), _("failing"), _("home page")),
    *(_("refused"), _("current"), _("review overdue"), _("changed"), _("withdrawn"), _("prints again")),
    *(_("told more exactly now"), _("no longer printed")),
    *(_("supporters"), _("critics"), _("words"), _("characters"), _("partial"), _("unclear"), _("requires")),
    *(_("encourages"), _("no statewide rule"), _("limits"), _("prohibits"), _("sheriffs")),
    *(_("county jails"), _("city police"), _("state agencies"), _("study"), _("audit"), _("law")),
    *(_("official figure"), _("official statement"), _("group"), _("news report"), _("Not in dispute")),
    *(_("recorded"), _("ended"), _("none"), _("unknown"), _("pending"), _("high"), _("medium"), _("low")),
    *(_("Contested question"), _("Contested questions"), _("Question for officials")),
    *(_("Questions for officials"), _("Term"), _("Terms"), _("Event"), _("Timeline"), _("Change")),
    *(_("Before and after"), _("The question"), _("What is not known"), _("Topic"), _("The term")),
    *(_("Where the place’s own agency is"), _("Only about these"), _("Claims that say more")),
    *(_("What it means"), _("What happened"), _("When"), _("What changed"), _("Before"), _("After")),
    *(_("Sources"), _("How sure we are")),
    *(_("Supporters say"), _("Critics say"), _("The evidence is mixed")),
    *(_("From the starter library, not yet read here."), _("Read by nobody who did not write it.")),
    *(_("Read by one person who did not write it."), _("Read by two people who did not write it.")),
)


def say_name(name: str) -> str:
    """A name that tables hold, as readers see it: "in review"."""
    return gettext(name.replace("-", " ").replace("_", " "))


def in_words(name: str) -> str:
    """The same where it is shown, for forms."""
    return lazy(partial(say_name, name))


def says(key: str) -> str:
    """The sentence that the subject has for this key, where it is shown."""
    return lazy(lambda: current().says(key))
