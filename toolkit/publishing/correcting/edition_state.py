"""The state of an edition for scripts, and for who wants to compare a file with its fingerprint offline."""

import json
from datetime import date

from toolkit.publishing.correcting.edition_page import ChangedClaim, EditionPage


def as_json(page: EditionPage, base_url: str, on: date) -> str:
    """The state on this day. Keys stay as they are; new ones may be added."""
    state = {
        "code": page.code,
        "state": page.state,
        "checked_on": on.isoformat(),
        "title": page.title,
        "place": {"geoid": page.geoid, "label": page.place_label},
        "format": page.format,
        "language": page.language,
        "issued_on": page.issued_on.isoformat(),
        "printed_review_by": _day(page.review_by),
        "review_by": _day(page.due),
        "claims": [claim.id for claim in page.claims],
        "concerned": [_concerned(change) for change in page.changes],
        "told_otherwise": [_concerned(change) for change in page.retold],
        "of_the_place": [{"about": fact.what, "printed": fact.was, "now": fact.today} for fact in page.facts],
        "newest_list": _day(page.newest_list),
        "no_longer_true": [{"claim": claim.claim_id, "since": _day(claim.until)} for claim in page.ended],
        "newer": _newer(page, base_url),
        "page": f"{base_url}/editions/{page.code}",
        "pdf": {
            "url": f"{base_url}/editions/{page.code}.pdf",
            "sha256": page.pdf_sha256,
            "bytes": page.pdf_bytes,
        },
        "facts": {"sha256": page.dossier_sha256},
    }
    return json.dumps(state, ensure_ascii=False, indent=1)


def _concerned(change: ChangedClaim) -> dict[str, object]:
    return {
        "claim": change.claim_id,
        "state": change.state,
        "printed": change.was,
        "now": change.today,
        "only_sources_changed": change.sources_only,
        "corrections": [
            {"made_on": notice.made_on.isoformat(), "kind": notice.kind, "sentence": notice.sentence}
            for notice in change.notices
        ],
    }


def _newer(page: EditionPage, base_url: str) -> dict[str, str] | None:
    if page.newer is None:
        return None
    newer = page.newer
    return {
        "code": newer.code,
        "issued_on": newer.issued_on.isoformat(),
        "page": f"{base_url}/editions/{newer.code}",
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
