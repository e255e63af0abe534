"""What readers do with a claim: send it to review, sign, return, comment, retire, bring back."""

from collections.abc import Callable

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from toolkit.curation.claims import retiring
from toolkit.curation.errors import CurationError, NoticeMissing
from toolkit.curation.review import review
from toolkit.forms.desk.claim_review import ReviewForms, review_forms
from toolkit.publishing.issuing.claim_checks import faults
from toolkit.views.desk.claim_desk import find, show
from toolkit.views.guards import person, takes
from toolkit.views.installation import now, settings

pages = Blueprint("claim_review", __name__, url_prefix="/desk/claims/<slug:claim_id>")

Deed = Callable[[ReviewForms], None]


@pages.post("/submit")
@takes("claim.submit")
def submit(claim_id: str) -> ResponseReturnValue:
    """Send it to its readers."""

    def deed(forms: ReviewForms) -> None:
        words, base = forms.submit.words.data or "", forms.submit.base.data
        newest, readers = find(claim_id).newest, settings().readers
        found = faults(newest.text, newest.spoken or "")
        review.submit(claim_id, words, base=base, readers=readers, faults=found, by=person(), now=now())

    return _do(claim_id, "submit", deed)


@pages.post("/sign")
@takes("claim.approve")
def sign(claim_id: str) -> ResponseReturnValue:
    """Answer for a side."""

    def deed(forms: ReviewForms) -> None:
        side, base, readers = forms.sign.side.data, forms.sign.base.data, settings().readers
        review.approve(claim_id, side, base=base, readers=readers, by=person(), now=now())

    return _do(claim_id, "sign", deed)


@pages.post("/return")
@takes("claim.return")
def give_back(claim_id: str) -> ResponseReturnValue:
    """Back to who wrote it."""
    return _do(
        claim_id,
        "give_back",
        lambda forms: review.give_back(claim_id, forms.give_back.words.data, by=person(), now=now()),
    )


@pages.post("/comment")
@takes("claim.comment")
def comment(claim_id: str) -> ResponseReturnValue:
    """Say something."""
    return _do(
        claim_id,
        "comment",
        lambda forms: review.comment(claim_id, forms.comment.words.data, by=person(), now=now()),
    )


@pages.post("/retire")
@takes("claim.retire")
def retire(claim_id: str) -> ResponseReturnValue:
    """Withdraw it."""

    def deed(forms: ReviewForms) -> None:
        sentence, words = forms.retire.sentence.data or "", forms.retire.words.data or ""
        retiring.retire(claim_id, sentence, words, by=person(), now=now())

    return _do(claim_id, "retire", deed)


@pages.post("/bring-back")
@takes("claim.restore")
def bring_back(claim_id: str) -> ResponseReturnValue:
    """Make it a draft again."""

    def deed(forms: ReviewForms) -> None:
        retiring.bring_back(claim_id, forms.bring_back.words.data or "", by=person(), now=now())

    return _do(claim_id, "bring_back", deed)


def _do(claim_id: str, name: str, deed: Deed) -> ResponseReturnValue:
    """Do it and show the claim; where it is refused, show why, with everything that was typed."""
    shown = find(claim_id)
    forms = review_forms(shown.newest.number, shown.mine)
    form = getattr(forms, name)
    if not form.validate():
        return show(shown, forms), 400
    try:
        deed(forms)
    except CurationError as refusal:
        if isinstance(refusal, NoticeMissing) and "sentence" in form:
            form.sentence.errors = (str(refusal),)
        shown = find(claim_id)
        forms.rebase(shown.newest.number)
        return show(shown, forms, str(refusal), form.typed), 409
    return redirect(url_for("claim_desk.claim", claim_id=claim_id), 303)
