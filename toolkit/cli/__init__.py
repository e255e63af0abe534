"""The command line: the same deeds as the pages, for people at a terminal and for scripts."""

from flask import Flask

from toolkit.cli.deferred import Deferred

COMMANDS = (
    Deferred("db", "database:db", "The database's shape: upgrade, downgrade, current."),
    Deferred("data", "imports:data", "The facts that ship with the project: load, freeze."),
    Deferred("import", "imports:imports", "Newer facts from official files: agreements, jurisdictions."),
    Deferred("editions", "editions:editions", "Issued editions: check, verify."),
    Deferred(
        "fact-sheet",
        "fact_sheet:fact_sheet",
        "Make the fact sheet of a place as a PDF, with the code by which a copy can be checked.",
    ),
    Deferred(
        "places", "places:places", "Print GEOID and label of the places that WORDS may mean, best first."
    ),
    Deferred("bodies", "bodies:bodies", "Public bodies with their rules for speaking: list, load."),
    Deferred("meetings", "bodies:meetings_", "Meetings of public bodies: ics."),
    Deferred(
        "testimony",
        "testimony:testimony",
        "Write one speaker's testimony: speaking copy, copy with sources, if-asked card or written comment.",
    ),
    Deferred(
        "deal",
        "deal:deal",
        "Deal the claims that a position may say: nobody repeats another's, and all make one ask.",
    ),
    Deferred("people", "people:people", "Organizers: invite, list, let-back."),
    Deferred("journal", "journal:journal", "The event log: verify."),
    Deferred("library", "library:library", "The library of claims as one file: export, import."),
    Deferred("links", "links:links", "Links of sources: check."),
    Deferred(
        "doctor",
        "doctor:doctor",
        "Look over machine and installation; exit 1 when something does not work.",
    ),
)


def register(app: Flask) -> None:
    """Hang every command on ``flask``."""
    for command in COMMANDS:
        app.cli.add_command(command)
