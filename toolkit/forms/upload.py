"""A file that an organizer sends, and what is asked before it changes anything."""

import re

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, DateField, Form, HiddenField, StringField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

MEGABYTE = 1024 * 1024
LARGEST = 2 * MEGABYTE
REQUEST_LIMIT = LARGEST + 64 * 1024  # the other fields, and what a browser writes between them
_ODD = re.compile(r"[^\w.()\[\] -]", re.ASCII)


def small_enough(_form: Form, field: FileField) -> None:
    """Refuse what no reader would take."""
    if field.data and len(content_of(field.data)) > LARGEST:
        raise ValidationError("This file is larger than 2 MB. Is it the right one?")


def content_of(file: FileStorage) -> bytes:
    """The bytes of the file; it can be asked more than once."""
    file.stream.seek(0)
    return file.stream.read()


def name_of(file: FileStorage) -> str:
    """Its name as we keep it: no folders, no characters that hide or turn others round."""
    last = (file.filename or "").replace("\\", "/").rpartition("/")[2]
    return _ODD.sub("_", last)[-120:] or "file"


def file_field(label: str, says: str) -> FileField:
    """A file of at most two megabytes."""
    return FileField(label, description=says, validators=[FileRequired("Choose a file first."), small_enough])


class SendList(FlaskForm):
    """ICE's newest list."""

    file = file_field(
        "ICE’s list (.xlsx or .csv)",
        "From ICE’s page, as it is. Nothing changes before you have seen what would.",
    )
    listed = DateField(
        "The list’s day, where its name does not say it",
        description="The day on which ICE published it.",
        validators=[Optional()],
    )


class ListDay(Form):
    """The day of a list, in the address of its preview. Read only, so it carries no token."""

    listed = DateField("The list’s day", validators=[Optional()])


class TakeList(FlaskForm):
    """The word that a list which was shown is to be loaded."""

    sha256 = HiddenField()
    since = HiddenField()
    listed = DateField(validators=[Optional()])
    smaller = BooleanField("I looked at ICE’s page: the list is whole, it is that much smaller")


class SendLibrary(FlaskForm):
    """A library that somebody edited."""

    file = file_field("The file (.yaml or .csv)", "Nothing changes before you have seen what would.")


class TakeLibrary(FlaskForm):
    """The word that what was shown is to be taken."""

    sha256 = HiddenField()
    reason = StringField(
        "Why you change it",
        description="A few words for the others. They stay in each claim’s history.",
        validators=[InputRequired("Say in a few words why."), Length(max=300, message="Shorten it to 300.")],
    )
    notice = StringField(
        "One sentence for people who hold a printed sheet",
        description="It is published for each of these claims; a “notice” in the file is for one.",
        validators=[Length(max=400, message="Shorten it to 400 characters.")],
    )
