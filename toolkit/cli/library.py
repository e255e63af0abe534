"""``flask library``: the library of claims as one file, out and in."""

from pathlib import Path

import click
from flask.cli import AppGroup

from toolkit.cli.people import person_with
from toolkit.cli.work import IN_FILE, OUT_FILE, now, today, work, write
from toolkit.curation.library import library as whole
from toolkit.curation.library import library_import, library_preview
from toolkit.curation.library.library_preview import LibraryPreview
from toolkit.ledger import subjects

library = AppGroup("library", help="The library of claims as one file: export, import.")
AS = click.option("--as", "email", required=True, help="e-mail address of the organizer who does it")


@library.command()
@click.argument("file", type=OUT_FILE)
@click.option("--topic", help="only the claims of this topic")
@AS
def export(file: Path, topic: str | None, email: str) -> None:
    """Write the library to FILE: a table where its name ends in .csv, else YAML."""
    written = whole.as_csv if file.suffix.lower() == ".csv" else whole.as_yaml
    with work():
        if topic and topic not in subjects.topics():
            raise click.ClickException(f"There is no topic {topic}: {', '.join(subjects.topics())}.")
        text = written(by=person_with(email), topic=topic or "")
    write(file, text.encode())
    click.echo(f"Wrote {file}.")


@library.command("import")
@click.argument("file", type=IN_FILE)
@click.option("--preview/--yes", default=True, help="say what would change (the default), or make the drafts")
@click.option("--reason", default="", help="why, for the history")
@click.option("--notice", default="", help="one public sentence, where printed words change")
@AS
def import_(file: Path, preview: bool, reason: str, notice: str, email: str) -> None:
    """Say what FILE would change; with ``--yes`` make drafts of what is new or changed."""
    content, began, day = file.read_bytes(), now(), today()
    with work():
        _say(library_preview.preview(content, file.name, on=day))
    if preview:
        click.echo("Nothing was changed. Give --yes to make the drafts.")
        return
    with work(write=True):
        done = library_import.take(
            content, file.name, reason=reason, notice=notice, on=day, by=person_with(email), now=began
        )
    click.echo(f"{len(done.new)} new drafts, {len(done.changed)} changed; {done.left} left as they are.")


def _say(shown: LibraryPreview) -> None:
    for line in shown.lines:
        if line.kind != "unchanged":
            told_of = "; ".join((*line.problems, *(change.label for change in line.changes)))
            click.echo(f"{line.line}\t{line.claim_id or 'new'}\t{line.kind}\t{told_of}")
    click.echo(", ".join(f"{number} {kind}" for kind, number in shown.counts.items()))
