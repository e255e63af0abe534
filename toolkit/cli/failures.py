"""How a command says what went wrong: a sentence and an exit code, never a traceback for what is foreseen."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import OperationalError, ProgrammingError

from toolkit.ledger.errors import UnknownSubject
from toolkit.publishing.errors import AmbiguousPlace, NotBalanced, PublishingError

CHOICES_SHOWN = 30
DATABASE = "The database cannot be read. “flask doctor” says why; “make setup” creates and fills it."


class SeveralPlaces(click.ClickException):
    """The name means several places; the message lists them."""

    exit_code = 2


@contextmanager
def told() -> Iterator[None]:
    """Turn the errors of publishing and of an unusable database into click's."""
    try:
        yield
    except AmbiguousPlace as error:
        raise _several(error) from error
    except NotBalanced as error:
        lines = [f"  {finding.sentence}: {finding.numbers}" for finding in error.findings]
        raise click.ClickException("\n".join([str(error), *lines])) from error
    except (PublishingError, UnknownSubject) as error:
        raise click.ClickException(str(error)) from error
    except (OperationalError, ProgrammingError) as error:
        raise click.ClickException(DATABASE) from error


def _several(error: AmbiguousPlace) -> SeveralPlaces:
    shown = [f"  {geoid}\t{label}" for geoid, label in error.choices[:CHOICES_SHOWN]]
    left = len(error.choices) - len(shown)
    if left > 0:
        shown.append(f"  and {left} more; add the county or the state")
    return SeveralPlaces("\n".join([f"{error} Use the code of the one you mean:", *shown]))
