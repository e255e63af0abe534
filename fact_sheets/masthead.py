"""The masthead: the question at the top of the sheet and the main message under it, as they fit the place."""

from collections.abc import Mapping

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Cited
from fact_sheets.here import rule_in_words
from fact_sheets.typesetting import set_words


def question(brief: Brief) -> str:
    """The question that this place can answer."""
    return set_words(brief.says("title", brief.situation.agreements))


def topic(brief: Brief) -> str:
    """What the sheet is about, where there is no room for the question."""
    return set_words(brief.says("topic"))


def message(
    brief: Brief, notes: Notes, sources: int = 1, *, whole: bool = True, headed: bool = True
) -> tuple[Cited, ...]:
    """What the subject is and what is decided here, with at most ``sources`` for the state's rule.

    Where it is not ``whole``, what the place can still do is left to the rest of the sheet. Where it is not
    ``headed`` by the question or by what a law has decided, it says that itself.
    """
    what = Cited(set_words(brief.says("what_it_is")), notes.cite_one_of(brief.subject.sources))
    return (
        what,
        _what_is_decided(
            brief,
            notes,
            sources,
            {"room": "enough" if whole else "little", "headed": "yes" if headed else "no"},
        ),
    )


def decided_by(brief: Brief, notes: Notes) -> Cited | None:
    """Who decides here, by the most specific rule that was verified; None when there is none."""
    for rule in brief.local.decides:
        if rule.verified:
            return Cited(
                rule_in_words(rule, rule.review_by, brief.local.on),
                notes.cite_one_of(rule.source_ids),
            )
    return None


def _what_is_decided(brief: Brief, notes: Notes, sources: int, when: Mapping[str, str]) -> Cited:
    words = brief.says("decided", brief.situation.agreements, when)
    cited: tuple[int, ...] = ()
    if brief.local.policy is not None and brief.says.phrase("decided", when).cites == "rule":
        cited = notes.cite_sources(brief.local.policy.rule.source_ids[:sources])
    return Cited(set_words(words), cited)
