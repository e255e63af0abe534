"""Adding a second factor, to complete joining or beside those that one has."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.access import enrolment, passkeys, second_factor
from toolkit.access.enrolment import Welcome
from toolkit.access.errors import PasskeyRefused, WrongCode
from toolkit.forms.sign_in import AppCode, NewPasskey
from toolkit.views.guards import enrolling, sign_in_as, signed_in
from toolkit.views.installation import now, settings

pages = Blueprint("second_factor", __name__, url_prefix="/second-factor")


@pages.get("")
@enrolling
def choose() -> str:
    """A passkey or an app."""
    return _choice()


@pages.post("/app")
@enrolling
def offer() -> ResponseReturnValue:
    """Make a secret for an app."""
    second_factor.offer(signed_in())
    return redirect(url_for("second_factor.app"), 303)


@pages.get("/app")
@enrolling
def app() -> ResponseReturnValue:
    """The square to scan, and the field for the first code."""
    return _app(AppCode()) if signed_in().offered_secret else redirect(url_for("second_factor.choose"))


@pages.get("/app.svg")
@enrolling
def square() -> ResponseReturnValue:
    """The square itself."""
    secret = signed_in().offered_secret
    if secret is None:
        return redirect(url_for("second_factor.choose"))
    drawn = second_factor.square(secret, signed_in().person.email, settings().site_name)
    return Response(drawn, mimetype="image/svg+xml")


@pages.post("/app/code")
@enrolling
def take_app() -> ResponseReturnValue:
    """The app works."""
    form = AppCode()
    if signed_in().offered_secret is None:
        return redirect(url_for("second_factor.choose"), 303)
    if not form.validate():
        return _app(form), 400
    try:
        return _added(enrolment.with_app(signed_in(), form.code.data, now()))
    except WrongCode as refusal:
        form.code.errors = (str(refusal),)
        return _app(form), 403


@pages.post("/passkey/question")
@enrolling
def question() -> Response:
    """What the browser is to make a passkey for."""
    question = passkeys.ask_registration(signed_in(), settings().base_url, settings().site_name)
    return Response(question, mimetype="application/json")


@pages.post("/passkey")
@enrolling
def take_passkey() -> ResponseReturnValue:
    """The browser made a passkey."""
    form = NewPasskey()
    if not form.validate():
        return _choice(" ".join(str(error) for errors in form.errors.values() for error in errors)), 400
    label, base_url = form.label.data or "", settings().base_url
    try:
        return _added(
            enrolment.with_passkey(signed_in(), form.answer.data, label=label, base_url=base_url, now=now())
        )
    except PasskeyRefused as refusal:
        return _choice(str(refusal)), 403


def _choice(refusal: str = "") -> str:
    possible = passkeys.possible(settings().base_url, request.host_url.rstrip("/"))
    form = NewPasskey(formdata=None) if possible else None
    joining = signed_in().person.state == "joining"
    return render_template("second_factor/choose.html", passkey=form, refusal=refusal, joining=joining)


def _app(form: AppCode) -> str:
    return render_template("second_factor/app.html", form=form, secret=signed_in().offered_secret)


def _added(welcome: Welcome | None) -> ResponseReturnValue:
    if welcome is None:
        return redirect(url_for("account.security"), 303)
    sign_in_as(welcome.token)
    return render_template("second_factor/codes.html", codes=welcome.codes)
