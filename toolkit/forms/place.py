"""The one field of the start page: which place?"""

from wtforms import Form, SearchField
from wtforms.validators import Length

LONGEST = 100


class PlaceSearch(Form):
    """A place as people type it."""

    q = SearchField(
        "Your town, city, county or state",
        description="For example: Frederick, Maryland – or Jackson township, Indiana",
        validators=[
            Length(max=LONGEST, message=f"Please type at most {LONGEST} characters of the place’s name.")
        ],
        render_kw={"autocomplete": "off", "spellcheck": "false", "maxlength": None},
    )
