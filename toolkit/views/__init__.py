"""The pages: requests come in here, one file per noun, a view is load, form, deed, redirect."""

from flask import Flask

from toolkit.views.access.account import pages as account
from toolkit.views.access.join import pages as join
from toolkit.views.access.journal import pages as journal
from toolkit.views.access.people import pages as people
from toolkit.views.access.second_factor import pages as second_factor
from toolkit.views.access.sign_in import pages as sign_in
from toolkit.views.addresses import teach_addresses
from toolkit.views.desk.agreements import pages as agreements
from toolkit.views.desk.bodies import pages as bodies
from toolkit.views.desk.claim_bulk import pages as claim_bulk
from toolkit.views.desk.claim_desk import pages as claim_desk
from toolkit.views.desk.claim_editor import pages as claim_editor
from toolkit.views.desk.claim_history import pages as claim_history
from toolkit.views.desk.claim_review import pages as claim_review
from toolkit.views.desk.desk import pages as desk
from toolkit.views.desk.desk import teach_desk
from toolkit.views.desk.desk_meetings import pages as desk_meetings
from toolkit.views.desk.library import pages as library
from toolkit.views.desk.rules import pages as rules
from toolkit.views.desk.source_desk import pages as source_desk
from toolkit.views.desk.subjects import pages as subject_desk
from toolkit.views.desk.suggestions import pages as suggestions
from toolkit.views.errors import answer_errors
from toolkit.views.health import pages as health
from toolkit.views.making.deals import pages as deals
from toolkit.views.making.editions import pages as editions
from toolkit.views.making.fact_sheets import pages as fact_sheets
from toolkit.views.making.meetings import pages as meetings
from toolkit.views.making.places import pages as places
from toolkit.views.making.testimony import pages as testimony
from toolkit.views.reading.about import pages as about
from toolkit.views.reading.claims import pages as claims
from toolkit.views.reading.corrections import pages as corrections
from toolkit.views.reading.glossary import pages as glossary
from toolkit.views.reading.sources import pages as sources
from toolkit.views.reading.suggest import pages as suggest
from toolkit.views.reading.timeline import pages as timeline
from toolkit.views.wording import teach_words

PAGES = (
    *(about, claims, corrections, deals, editions, fact_sheets, glossary, health),
    *(meetings, places, sources, suggest, suggestions, testimony, timeline),
)

FOR_ORGANIZERS = (
    *(sign_in, join, second_factor, account, desk, people, journal),
    *(claim_desk, claim_review, claim_bulk, claim_editor, claim_history),
    *(source_desk, agreements, rules, subject_desk, bodies, desk_meetings, library),
)

# Those whose pages are about one subject: under the slug of another than the first they are about that.
OF_A_SUBJECT = (
    places,
    fact_sheets,
    editions,
    testimony,
    deals,
    meetings,
    claims,
    sources,
    glossary,
    timeline,
)


def register(app: Flask) -> None:
    """Hang every page and error page on the app."""
    teach_addresses(app)
    teach_words(app)
    teach_desk(app)
    answer_errors(app)
    for pages in (*PAGES, *FOR_ORGANIZERS):
        app.register_blueprint(pages)
