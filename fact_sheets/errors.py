"""What can go wrong in the press.

PressError
├── DossierError      the facts handed in cannot be read
├── CodeError         what was typed is not the code of an edition
├── UnsafeLink        a link that may not be printed
└── RenderError       the renderer could not make the PDF
    └── Overfull      the page would not hold what it must
"""


class PressError(Exception):
    """Root of everything the press raises on purpose."""


class DossierError(PressError):
    """The dossier is not readable; the message names the field and what is wrong with it."""


class CodeError(PressError):
    """What was typed cannot be the code of an edition; the message is worded for the person who typed it."""


class UnsafeLink(PressError):
    """A link whose scheme is not http, https or mailto; it must not reach paper."""


class RenderError(PressError):
    """The renderer could not make the PDF."""


class Overfull(RenderError):
    """Even the smallest selection does not fit the sheet of paper."""
