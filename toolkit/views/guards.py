"""Who is let in: every organizers' page has one guard, and no view runs before it.

    @pages.post("/desk/claims/<slug:claim_id>")
    @takes("claim.write")
    def save(claim_id: str) -> ResponseReturnValue:
        claims.revise(claim_id, by=person(), now=now(), ...)

takes("claim.write")   an organizer whose role reaches the deed; ``fresh`` wants the password given lately,
                       ``writes=False`` says that a form is only looked at, so that it waits for no writer
half_way               who gave the password and owes the second factor
enrolling              who joins and has no second factor yet, or adds another one
anyone                 pages on the way in: they have a cookie and a token against forgery, and nobody in it

Who is signed out goes to sign in and comes back; who may not is refused (403). The guard runs inside the
request's unit of work, so the person it finds is the one the deed works with.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, Literal, cast

from flask import (
    after_this_request,
    current_app,
    g,
    make_response,
    redirect,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from toolkit.access import roles, sessions
from toolkit.models import Person, SignedIn
from toolkit.views.access import way_back
from toolkit.views.installation import now

View = Callable[..., ResponseReturnValue]
Kind = Literal["takes", "half_way", "enrolling", "anyone"]
TOKEN = "token"  # noqa: S105  the name under which the cookie carries it


@dataclass(frozen=True, slots=True)
class Guard:
    """What a page asks of who opens it; ``view.guard`` says it to whoever lists the routes."""

    kind: Kind
    deed: str = ""
    fresh: bool = False
    writes: bool = True

    def stops(self) -> Response | None:
        """Where to send the visitor instead; None lets them in. Raises NotAllowed."""
        match self.kind:
            case "takes":
                return _stops_deed(self.deed) or (_stops_stale() if self.fresh else None)
            case "half_way":
                return _stops_half()
            case "enrolling":
                return _stops_enrolling()
            case "anyone":
                return None


def takes(deed: str, *, fresh: bool = False, writes: bool = True) -> Callable[[View], View]:
    """Let in whose role reaches ``deed``. KeyError for a deed that is not in the table of roles."""
    return _guarded(Guard("takes", deed if deed in roles.DEEDS else _unknown(deed), fresh, writes))


def guard_of(endpoint: str) -> Guard:
    """What the page of this name asks of who opens it."""
    return cast(Guard, vars(current_app.view_functions[endpoint])["guard"])


def signed_in() -> SignedIn:
    """The session of this browser, behind a guard that found one."""
    return cast(SignedIn, g.signed_in)


def person() -> Person:
    """The person who is signed in, behind a guard that found one."""
    return signed_in().person


def visitor() -> Person | None:
    """The organizer whose page this is, for templates; None where nobody is signed in whole."""
    row: SignedIn | None = g.get("signed_in")
    return row.person if row is not None and row.second_factor else None


def sign_in_as(token: str) -> None:
    """Give this browser a token of its own: whatever its cookie held before is gone."""
    session.clear()
    session[TOKEN] = token


def _guarded(guard: Guard) -> Callable[[View], View]:
    def hang(view: View) -> View:
        @wraps(view)
        def guarded(**values: Any) -> Response:
            g.signed_in = _found()
            answer = make_response(guard.stops() or view(**values))
            answer.headers.setdefault("Cache-Control", "no-store")
            return answer

        guarded.guard = guard  # type: ignore[attr-defined]
        return guarded

    return hang


half_way = _guarded(Guard("half_way"))
enrolling = _guarded(Guard("enrolling"))
anyone = _guarded(Guard("anyone"))


def _found() -> SignedIn | None:
    """The session that the cookie names; that it was seen is remembered after the page is done."""
    token, at = session.get(TOKEN), now()
    row = sessions.find(token, at) if token else None
    if row is not None and sessions.unseen(row, at):
        touch = partial(sessions.touch, current_app.extensions["engine"], row.id, at)
        after_this_request(lambda response: touch() or response)
    return row


def _stops_deed(deed: str) -> Response | None:
    if g.signed_in is None:
        return way_back.through("sign_in.ask")
    if not g.signed_in.second_factor:
        return redirect(url_for(_next_step(g.signed_in)))
    roles.require(g.signed_in.person, deed)
    return None


def _stops_stale() -> Response | None:
    return None if sessions.confirmed(signed_in(), now()) else way_back.through("account.confirm")


def _stops_half() -> Response | None:
    if g.signed_in is None:
        return redirect(url_for("sign_in.ask"))
    step = _next_step(g.signed_in)
    return None if step == "sign_in.second" else redirect(url_for(step))


def _stops_enrolling() -> Response | None:
    if g.signed_in is None:
        return redirect(url_for("sign_in.ask"))
    step = _next_step(g.signed_in)
    if step == "sign_in.second":  # the first factor alone must not add a second one
        return redirect(url_for(step))
    return None if step == "second_factor.choose" else _stops_stale()


def _next_step(row: SignedIn) -> str:
    """Where a session belongs."""
    if row.second_factor:
        return "desk.index"
    return "second_factor.choose" if row.person.state == "joining" else "sign_in.second"


def _unknown(deed: str) -> str:
    raise KeyError(f"{deed} is not in the table of roles")
