"""Signing in and out: the password first, then the second factor."""

from flask import Blueprint, Response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from toolkit.access import passkeys, second_factor, sessions, sign_in
from toolkit.access.errors import PasskeyRefused, SignInRefused, WrongCode
from toolkit.forms.sign_in import Code, PasskeyAnswer, SignIn
from toolkit.views.access import way_back
from toolkit.views.guards import TOKEN, anyone, half_way, sign_in_as, signed_in
from toolkit.views.installation import limits, now, settings

pages = Blueprint("sign_in", __name__)


@pages.get("/sign-in")
@anyone
def ask() -> str:
    """The form for address and password."""
    return render_template("sign_in/ask.html", form=SignIn())


@pages.post("/sign-in")
@anyone
def password() -> ResponseReturnValue:
    """The first step."""
    form = SignIn()
    if not form.validate():
        return render_template("sign_in/ask.html", form=form), 400
    try:
        token = sign_in.with_password(
            form.email.data, form.password.data, address=request.remote_addr, limits=limits(), now=now()
        )
    except SignInRefused as refusal:
        return render_template("sign_in/ask.html", form=form, refusal=str(refusal)), 403
    sign_in_as(token)
    return redirect(url_for("sign_in.second", next=way_back.onward()), 303)


@pages.get("/sign-in/second-factor")
@half_way
def second() -> str:
    """The form for the second step."""
    return _second(Code())


@pages.post("/sign-in/second-factor")
@half_way
def code() -> ResponseReturnValue:
    """The second step, by a code."""
    form = Code()
    if not form.validate():
        return _second(form), 400
    try:
        how = second_factor.check(signed_in().person, form.code.data, limits=limits(), now=now())
    except WrongCode as refusal:
        return _second(form, str(refusal)), 403
    return _signed_in(how)


@pages.post("/sign-in/passkey/question")
@half_way
def question() -> Response:
    """What the browser is to sign with a passkey."""
    return Response(passkeys.ask(signed_in(), settings().base_url), mimetype="application/json")


@pages.post("/sign-in/passkey")
@half_way
def passkey() -> ResponseReturnValue:
    """The second step, by a passkey."""
    form = PasskeyAnswer()
    try:
        passkeys.check(signed_in(), form.answer.data or "", base_url=settings().base_url)
    except PasskeyRefused as refusal:
        return _second(Code(formdata=None), str(refusal)), 403
    return _signed_in("passkey")


@pages.post("/sign-out")
@anyone
def out() -> ResponseReturnValue:
    """Sign this browser out."""
    sessions.end(session.get(TOKEN))
    session.clear()
    answer = redirect(url_for("sign_in.ask"), 303)
    if settings().secure:  # browsers heed it over HTTPS only
        answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def _second(form: Code, refusal: str = "") -> str:
    by_passkey = bool(signed_in().person.passkeys) and passkeys.possible(
        settings().base_url, request.host_url.rstrip("/")
    )
    return render_template("sign_in/second.html", form=form, passkey=by_passkey, refusal=refusal)


def _signed_in(how: str) -> ResponseReturnValue:
    sign_in_as(sign_in.complete(signed_in(), how=how, now=now()))
    return redirect(way_back.target(), 303)
