"""One's own account: name, password, second factors, and where one is signed in."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.access import account, second_factor, sessions, sign_in
from toolkit.access.errors import SignInRefused, WeakPassword
from toolkit.forms.sign_in import Confirm, NewPassword, Rename
from toolkit.views.access import way_back
from toolkit.views.guards import person, signed_in, takes
from toolkit.views.installation import limits, now

pages = Blueprint("account", __name__, url_prefix="/desk/account")


@pages.get("")
@takes("account.own")
def index() -> str:
    """Name, and the browsers that are signed in."""
    return _index(Rename(name=person().name))


@pages.post("/name")
@takes("account.own")
def rename() -> ResponseReturnValue:
    """Another name."""
    form = Rename()
    if not form.validate():
        return _index(form), 400
    account.rename(signed_in(), form.name.data, now())
    return redirect(url_for("account.index"), 303)


@pages.post("/sign-out-others")
@takes("account.own")
def sign_out_others() -> ResponseReturnValue:
    """Sign out everywhere but here."""
    sessions.end_others(signed_in(), now())
    return redirect(url_for("account.index"), 303)


@pages.get("/confirm")
@takes("account.own")
def confirm() -> str:
    """The password once more, before something grave."""
    return render_template("account/confirm.html", form=Confirm())


@pages.post("/confirm")
@takes("account.own")
def confirmed() -> ResponseReturnValue:
    """The password was given again."""
    form = Confirm()
    if not form.validate():
        return render_template("account/confirm.html", form=form), 400
    try:
        sign_in.confirm(
            signed_in(), form.password.data, address=request.remote_addr, limits=limits(), now=now()
        )
    except SignInRefused as refusal:
        form.password.errors = (str(refusal),)
        return render_template("account/confirm.html", form=form), 403
    return redirect(way_back.target(), 303)


@pages.get("/security")
@takes("account.own", fresh=True)
def security() -> str:
    """Password, passkeys, app and recovery codes."""
    return _security(NewPassword())


@pages.post("/password")
@takes("account.own", fresh=True)
def password() -> ResponseReturnValue:
    """Another password; other browsers are signed out."""
    form = NewPassword()
    if not form.validate():
        return _security(form), 400
    try:
        account.change_password(signed_in(), form.password.data, now())
    except WeakPassword as refusal:
        form.password.errors = (str(refusal),)
        return _security(form), 400
    return redirect(url_for("account.security"), 303)


@pages.post("/recovery-codes")
@takes("account.own", fresh=True)
def recovery_codes() -> str:
    """Fresh codes, shown once."""
    return render_template("second_factor/codes.html", codes=account.renew_recovery_codes(signed_in(), now()))


@pages.post("/app/remove")
@takes("account.own", fresh=True)
def remove_app() -> ResponseReturnValue:
    """Take the app's codes no more."""
    account.remove_app(signed_in(), now())
    return redirect(url_for("account.security"), 303)


@pages.post("/passkeys/<string(maxlength=64):mark>/remove")
@takes("account.own", fresh=True)
def remove_passkey(mark: str) -> ResponseReturnValue:
    """Take a passkey no more."""
    account.remove_passkey(signed_in(), mark, now())
    return redirect(url_for("account.security"), 303)


def _index(form: Rename) -> str:
    browsers = sessions.open_for(person(), now())
    return render_template("account/index.html", form=form, browsers=browsers, signed_in=signed_in())


def _security(form: NewPassword) -> str:
    left = second_factor.codes_left(person())
    return render_template("account/security.html", form=form, person=person(), codes_left=left)
