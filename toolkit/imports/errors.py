"""Why an import was refused as a whole.

ImportRefused            nothing of the file was taken
├── UnreadableFile       not text, not a workbook, too large, or built to exhaust the reader
├── UnexpectedColumns    the columns that the dataset needs are not there
└── ListRefused          a readable list that must not replace the last one
    ├── PendingList      agencies that have asked, not agencies that have signed
    ├── ShrunkenList     far smaller than the last list: probably cut off
    └── DateTooEarly     the list claims to be older than its newest agreement, or than the last list

Each message is a sentence for the person at the command line: what is wrong and what to do.
"""


class ImportRefused(Exception):
    """Nothing of the file was taken."""


class UnreadableFile(ImportRefused):
    """The bytes are not what their name says, or are built to exhaust the reader."""


class UnexpectedColumns(ImportRefused):
    """The file lacks columns that the dataset cannot do without."""


class ListRefused(ImportRefused):
    """A readable list that must not replace the last one."""


class PendingList(ListRefused):
    """A list of agencies that have asked to join, published under the name of the signed list."""


class ShrunkenList(ListRefused):
    """A list much smaller than the last one."""


class DateTooEarly(ListRefused):
    """The list's date is before its newest agreement, or before the last list."""
