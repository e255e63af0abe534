"""A file that an organizer sends: at most two megabytes, under a name of harmless letters."""

import re

from flask_wtf.file import FileField, FileRequired
from werkzeug.datastructures import FileStorage
from wtforms import Form
from wtforms.validators import ValidationError

from toolkit.extensions import lazy_gettext as _

MEGABYTE = 1024 * 1024
LARGEST = 2 * MEGABYTE
REQUEST_LIMIT = LARGEST + 64 * 1024  # the other fields, and what a browser writes between them
_ODD = re.compile(r"[^\w.()\[\] -]", re.ASCII)


def small_enough(_form: Form, field: FileField) -> None:
    """Refuse what no reader would take."""
    if field.data and len(content_of(field.data)) > LARGEST:
        raise ValidationError(_("This file is larger than 2 MB. Is it the right one?"))


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
    return FileField(
        label, description=says, validators=[FileRequired(_("Choose a file first.")), small_enough]
    )
