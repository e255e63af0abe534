"""``flask people``: the first admin, and the way back when no admin can get in."""

import click
from flask import current_app
from flask.cli import AppGroup

from toolkit.access import invitations
from toolkit.access import people as organizers
from toolkit.access.roles import Role
from toolkit.cli.work import now, work
from toolkit.models import Person

people = AppGroup("people", help="Organizers: invite, list, let-back.")


@people.command()
@click.argument("email")
@click.option("--role", type=click.Choice([role.label for role in Role]), default=Role.CONTRIBUTOR.label)
def invite(email: str, role: str) -> None:
    """Print a link by which EMAIL may join. It works once, within 7 days."""
    if email.count("@") != 1 or len(email.split()) != 1:
        raise click.BadParameter(f"“{email}” is no e-mail address.")
    with work(write=True):
        token = invitations.invite(email, Role.named(role), by=None, now=now())
    click.echo(_link(token))


@people.command("list")
def list_people() -> None:
    """Print everybody: address, role, state, name."""
    with work():
        rows = [(who.email, who.role, who.state, who.name) for who in organizers.everybody()]
    for row in rows:
        click.echo("\t".join(row))
    if not rows:
        click.echo("Nobody yet. “flask people invite EMAIL --role admin” prints the first link.")


@people.command("let-back")
@click.argument("email")
def let_back(email: str) -> None:
    """Print a link by which EMAIL sets a new password and second factor. It works once, for 15 minutes."""
    with work(write=True):
        token = invitations.let_back(person_with(email), by=None, now=now())
    click.echo(_link(token))


def person_with(email: str) -> Person:
    """The organizer with this address."""
    who = organizers.by_email(email)
    if who is None:
        raise click.ClickException(f"Nobody has the address {email}. “flask people list” shows everybody.")
    return who


def _link(token: str) -> str:
    return f"{current_app.extensions['settings'].base_url}{invitations.LINK}{token}"
