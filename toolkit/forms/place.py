"""The one field of the start page: which place?"""

from wtforms import Form, SearchField
from wtforms.validators import Length

from toolkit.extensions import lazy_gettext as _

LONGEST = 100


class PlaceSearch(Form):
    """A place as people type it."""

    q = SearchField(
        _("Your town, city, county or state"),
        description=_("For example: Frederick, Maryland – or Jackson township, Indiana"),
        validators=[
            Length(max=LONGEST, message=_("Please type at most %(max)d characters of the place’s name."))
        ],
        render_kw={"autocomplete": "off", "spellcheck": "false", "maxlength": None},
    )
