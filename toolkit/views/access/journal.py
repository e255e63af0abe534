"""The event log as an admin reads it: filtered, a page at a time, or exported whole."""

from flask import Blueprint, Response, render_template, request
from werkzeug.datastructures import MultiDict

from toolkit.access import journal, journal_reading, people
from toolkit.forms.desk.journal import LogFilter
from toolkit.ledger import spreadsheet
from toolkit.views.guards import takes

pages = Blueprint("journal", __name__)


@pages.get("/desk/log")
@takes("journal.read")
def index() -> str:
    """A page of the log."""
    form = _filter()
    page = journal_reading.page(form.wanted(), form.page.data or 1)
    asked = {name: value for name, value in request.args.items() if name != "page" and value}
    names = {f"person:{number}": name for number, name in people.names()}
    return render_template("journal/index.html", form=form, page=page, asked=asked, names=names)


@pages.get("/desk/log.csv")
@takes("journal.read")
def as_csv() -> Response:
    """The rows that are asked for, as a table."""
    rows = journal_reading.as_rows(journal_reading.lines(_filter().wanted()))
    return _file(spreadsheet.table(journal_reading.COLUMNS, rows), "text/csv", "csv")


@pages.get("/desk/log.json")
@takes("journal.read")
def as_json() -> Response:
    """The rows that are asked for, with what it takes to check the chain."""
    lines = journal_reading.lines(_filter().wanted())
    return _file(journal_reading.as_json(lines, journal.verify().head), "application/json", "json")


def _filter() -> LogFilter:
    form = LogFilter(MultiDict(request.args))
    form.offer(people.names(), journal_reading.deeds())
    form.validate()
    return form


def _file(content: str, kind: str, ending: str) -> Response:
    answer = Response(content, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="event-log.{ending}"'
    return answer
