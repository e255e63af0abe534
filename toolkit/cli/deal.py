"""``flask deal``: the points dealt among many speakers, as cards, as a plan, as one text, or for programs."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from toolkit.cli.fact_sheet import ON, PLACE, SUBJECT, desk
from toolkit.cli.testimony import ending, geoid_of, told_of_options, typed
from toolkit.cli.work import OUT_FILE, today, told, write
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.speaking import deals
from toolkit.publishing.speaking.deals import DealOrder
from toolkit.publishing.speaking.testimony import POSITIONS, Format, Paper, read_limit

POOLED = "pooled"
Asked = tuple[str, date, DealOrder]  # for which GEOID and day, and what is to be dealt
PAPERS: dict[str, Paper] = {"deal": "deal", "plan": "plan", "cards": "cards"}


@click.command("deal")
@with_appcontext
@PLACE
@SUBJECT
@click.option("--position", type=click.Choice(POSITIONS), default="undecided", show_default=True)
@click.option("--speakers", type=int, required=True, help="How many speak, from 1 to 60.")
@click.option("--limit", default="2:00", show_default=True, help="Time for each, from 0:30 to 5:00.")
@click.option("--seed", default="1", show_default=True, help="The same seed deals the same cards.")
@click.option("--absent", type=int, multiple=True, help="Number of a speaker who stays home.")
@click.option("--pace", type=int, default=130, show_default=True, help="Words a minute, from 100 to 180.")
@click.option(
    "--paper",
    type=click.Choice([*PAPERS, POOLED]),
    default="deal",
    show_default=True,
    help="Plan and cards (deal), one of them, or one text for a spokesperson (pooled).",
)
@click.option("--pooled", default="6:00", show_default=True, help="Time for one spokesperson.")
@click.option("--own", default="", help="The group’s own sentence in its one text; “-” reads it from stdin.")
@click.option("--out", type=OUT_FILE, help="File to write: .pdf, .txt, and .docx for the pooled text.")
@click.option("--json", "as_json", is_flag=True, help="Print who says which claims instead.")
@ON
def deal(
    text: str, subject: str, limit: str, out: Path | None, as_json: bool, day: datetime | None, **more: Any
) -> None:
    """Deal the claims that a position may say: nobody repeats another's, and all make one ask."""
    if out is None and not as_json:
        raise click.UsageError("Say where to write with --out, or ask for --json.")
    paper, pooled, own = (more.pop(name) for name in ("paper", "pooled", "own"))
    with told(), told_of_options():
        asked = geoid_of(text), today(day), DealOrder(limit=read_limit(limit), **more)
        press_room = desk(subject)
        if as_json:
            data = deals.cards_json(press_room, *asked).encode()
        else:
            data = _paper(press_room, asked, paper, ending(out or Path()), read_limit(pooled), typed(own))
    if out is None:
        click.echo(data.decode())
    else:
        write(out, data)
        click.echo(f"Wrote {out}.")


def _paper(press_room: PressRoom, asked: Asked, paper: str, form: Format, pooled: int, own: str) -> bytes:
    kind = "cards" if (paper, form) == ("deal", "txt") else paper
    if kind != POOLED and form != "pdf" and (kind, form) != ("cards", "txt"):
        raise click.BadParameter(f"There is no .{form} of this paper.", param_hint="--out")
    with press_room.renderers:
        if kind == POOLED:
            return deals.spokesperson(press_room, *asked, limit=pooled, own=own, form=form)
        return deals.document(press_room, *asked, paper=PAPERS[kind], form=form)
