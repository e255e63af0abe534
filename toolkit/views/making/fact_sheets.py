"""Reading a sheet on screen before it is made, with the findings of balance beside it."""

from flask import Blueprint, Response, render_template, request

from toolkit.forms.edition import FirstSide, MakeSheet
from toolkit.forms.meetings import MeetingFacts
from toolkit.publishing.issuing.preview import preview, stylesheet
from toolkit.publishing.meeting.meetings import meetings_page
from toolkit.views.installation import settings, subject_id, today

pages = Blueprint("fact_sheets", __name__)


@pages.get("/places/<geoid:geoid>/fact-sheet")
def read(geoid: str) -> str:
    """The sheet as it would be made today; nothing is stored."""
    order = FirstSide(request.args)
    side = order.side if order.validate() else None
    shown = preview(geoid, today(), settings(), side, subject_id())
    return render_template(
        "fact_sheets/preview.html",
        preview=shown,
        form=MakeSheet(place=geoid, first=side or ""),
        facts=MeetingFacts(geoid=geoid, today=today(), first=side or ""),
        coming=meetings_page(geoid, today()).next_meetings,
        trouble="",
    )


@pages.get("/fact-sheet.css")
def style() -> Response:
    """The sheet's own stylesheet for screens."""
    return Response(stylesheet(), mimetype="text/css")
