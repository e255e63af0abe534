"""The newest list of agreements comes in by the browser: sent, shown, and only then loaded."""

from datetime import date

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.access import uploads
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.agreements import ListDay, SendList, TakeList
from toolkit.forms.desk.upload import content_of, name_of
from toolkit.imports.errors import ImportRefused
from toolkit.imports.roster import list_file, list_preview, load_list, register
from toolkit.imports.roster.list_preview import CHANGES, ListPreview
from toolkit.models import Upload
from toolkit.publishing.wording import say_date
from toolkit.views.guards import person, takes
from toolkit.views.installation import now, today
from toolkit.views.uploads import may_send_files

pages = Blueprint("agreements", __name__, url_prefix="/desk/agreements")
may_send_files(pages, "agreements.send")
MEANWHILE = _("Somebody loaded a list meanwhile. This is what yours would change now.")
SHOWN = 100  # rows of each kind; the table has them all
GONE = _("There is no list waiting: it was loaded, dropped or is older than a day. Send the file again.")


@pages.get("")
@takes("agreements.import")
def index() -> str:
    """Which list is loaded, and the form for the next one."""
    return _asking(SendList(formdata=None))


@pages.post("")
@takes("agreements.import")
def send() -> ResponseReturnValue:
    """Keep the file and show what it would change."""
    form = SendList()
    if not form.validate():
        return _asking(form), 400
    name, content = name_of(form.file.data), content_of(form.file.data)
    try:
        listed = list_file.read(content, name, today())
    except ImportRefused as error:
        form.file.errors = (str(error),)
        return _asking(form), 400
    if same := register.loaded(listed.sha256):
        day = say_date(same.list_date)
        form.file.errors = (_("This very file is loaded already, as the list of %(day)s.", day=day),)
        return _asking(form), 409
    uploads.keep("agreements", name, content, by=person(), now=now())
    return redirect(url_for("agreements.show", listed=form.listed.data or None), 303)


@pages.get("/preview")
@takes("agreements.import")
def show() -> ResponseReturnValue:
    """What the list that was sent would change."""
    file = _waiting()
    return _shown(file) if file else redirect(url_for("agreements.index"), 303)


@pages.get("/preview.csv")
@takes("agreements.import")
def as_csv() -> ResponseReturnValue:
    """Every row of it."""
    file = _waiting()
    if file is None:
        return redirect(url_for("agreements.index"), 303)
    try:
        shown = _preview(file, _day())
    except ImportRefused:
        return redirect(url_for("agreements.show", listed=_day()), 303)
    answer = Response(list_preview.csv_of(shown.lines), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="list-{shown.day}.csv"'
    return answer


@pages.post("/take")
@takes("agreements.import")
def take() -> ResponseReturnValue:
    """Load the list that was shown."""
    form, file = TakeList(), _waiting()
    if file is None or form.sha256.data != file.sha256:
        return _asking(SendList(formdata=None), GONE), 409
    if form.since.data != _last():
        return _shown(file, form, MEANWHILE), 409
    try:
        done = load_list.import_list(
            file.content, file.name, form.listed.data, today(),
            smaller=form.smaller.data, by=person(), now=now(),
        )  # fmt: skip
    except ImportRefused as error:
        return _shown(file, form, str(error))
    uploads.drop("agreements", by=person())
    return render_template("agreements/done.html", done=done)


@pages.post("/drop")
@takes("agreements.import")
def drop() -> ResponseReturnValue:
    """Forget the file."""
    uploads.drop("agreements", by=person())
    return redirect(url_for("agreements.index"), 303)


def _asking(form: SendList, trouble: str = "") -> str:
    return render_template(
        "agreements/index.html", form=form, last=register.newest(), waiting=_waiting(), trouble=trouble
    )


def _shown(file: Upload, form: TakeList | None = None, trouble: str = "") -> Response:
    """The preview; where the list may not be loaded, why, and a field for its day."""
    day = form.listed.data if form else _day()
    form = form or TakeList(formdata=None, sha256=file.sha256, listed=day)
    form.since.data = _last()
    try:
        shown = _preview(file, day)
    except ImportRefused as error:
        page = render_template("agreements/refused.html", file=file, why=error, form=ListDay(listed=day))
        return make_response(page, 409)
    page = render_template(
        "agreements/preview.html", shown=shown, form=form, kinds=CHANGES, most=SHOWN, trouble=trouble, day=day
    )
    return make_response(page, 409 if trouble else 200)


def _preview(file: Upload, day: date | None) -> ListPreview:
    return list_preview.preview(file.content, file.name, day, today())


def _day() -> date | None:
    form = ListDay(request.args)
    return form.listed.data if form.validate() else None


def _waiting() -> Upload | None:
    return uploads.waiting("agreements", by=person(), now=now())


def _last() -> str:
    last = register.newest()
    return last.sha256 if last else ""
