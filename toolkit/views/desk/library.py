"""The library in and out: taken as one file, edited, sent back, shown, and only then made drafts of."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.access import roles, uploads
from toolkit.curation.errors import CurationError, NotFit
from toolkit.curation.library import library, library_import, library_preview
from toolkit.curation.library.library_preview import KINDS, LibraryPreview
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.library import SendLibrary, TakeLibrary
from toolkit.forms.desk.upload import content_of, name_of
from toolkit.ledger import subjects
from toolkit.models import Upload
from toolkit.views.guards import person, takes
from toolkit.views.installation import now, today
from toolkit.views.uploads import may_send_files

pages = Blueprint("library", __name__, url_prefix="/desk/library")
may_send_files(pages, "library.send")
SHOWN = 100  # claims of each kind
GONE = _("There is no file waiting: it was taken, dropped or is older than a day. Send it again.")


@pages.get("")
@takes("library.export")
def index() -> str:
    """Take it out, or send it back."""
    return _asking(SendLibrary(formdata=None))


@pages.get("/claims.yaml")
@takes("library.export")
def as_yaml() -> Response:
    """Everything, to read and edit."""
    return _file(library.as_yaml(by=person(), topic=_topic()), "application/yaml", "yaml")


@pages.get("/claims.csv")
@takes("library.export")
def as_csv() -> Response:
    """The claims as a table."""
    return _file(library.as_csv(by=person(), topic=_topic()), "text/csv", "csv")


@pages.post("")
@takes("library.import")
def send() -> ResponseReturnValue:
    """Keep the file and show what it would change."""
    form = SendLibrary()
    if not form.validate():
        return _asking(form), 400
    name, content = name_of(form.file.data), content_of(form.file.data)
    try:
        library_preview.preview(content, name, on=today())
    except NotFit as error:
        form.file.errors = error.problems
        return _asking(form), 400
    uploads.keep("library", name, content, by=person(), now=now())
    return redirect(url_for("library.show"), 303)


@pages.get("/preview")
@takes("library.import")
def show() -> ResponseReturnValue:
    """What the file that was sent would change."""
    file = _waiting()
    if file is None:
        return redirect(url_for("library.index"), 303)
    return _shown(file, TakeLibrary(formdata=None, sha256=file.sha256))


@pages.post("/take")
@takes("library.import")
def take() -> ResponseReturnValue:
    """Make drafts of what was shown."""
    form, file = TakeLibrary(), _waiting()
    if file is None or form.sha256.data != file.sha256:
        return _asking(SendLibrary(formdata=None), GONE), 409
    if not form.validate():
        return _shown(file, form, status=400)
    reason, notice = form.reason.data, form.notice.data or ""
    try:
        done = library_import.take(
            file.content, file.name, reason=reason, notice=notice, on=today(), by=person(), now=now()
        )
    except CurationError as error:
        return _shown(file, form, str(error), status=409)
    uploads.drop("library", by=person())
    return render_template("library/done.html", done=done)


@pages.post("/drop")
@takes("library.import")
def drop() -> ResponseReturnValue:
    """Forget the file."""
    uploads.drop("library", by=person())
    return redirect(url_for("library.index"), 303)


def _asking(form: SendLibrary, trouble: str = "") -> str:
    may_send = roles.may(person(), "library.import")
    return render_template(
        "library/index.html",
        form=form,
        may_send=may_send,
        waiting=_waiting() if may_send else None,
        topics=subjects.topics(),
        trouble=trouble,
    )


def _shown(file: Upload, form: TakeLibrary, trouble: str = "", status: int = 200) -> Response:
    shown: LibraryPreview = library_preview.preview(file.content, file.name, on=today())
    page = render_template(
        "library/preview.html", file=file, shown=shown, form=form, kinds=KINDS, most=SHOWN, trouble=trouble
    )
    return make_response(page, status)


def _topic() -> str:
    topic = request.args.get("topic", "")
    return topic if topic in subjects.topics() else ""


def _waiting() -> Upload | None:
    return uploads.waiting("library", by=person(), now=now())


def _file(content: str, kind: str, ending: str) -> Response:
    answer = Response(content, mimetype=kind)
    stem = f"claims-{_topic()}" if _topic() else "claims"
    answer.headers["Content-Disposition"] = f'attachment; filename="{stem}.{ending}"'
    return answer
