"""Questions to ask officials that fit the place's status and models."""

from fact_sheets.brief import Brief
from fact_sheets.dossier import OfficialQuestion
from fact_sheets.situation import Situation

_KNOWN = ("recorded", "ended", "none")
_WHATEVER_IT_IS = frozenset({"recorded", "none"})


def questions(brief: Brief, most: int) -> tuple[OfficialQuestion, ...]:
    """Up to ``most`` questions, spread over the library's list so that they do not all ask one thing."""
    situation = brief.situation
    fitting = [question for question in brief.library.questions if _fits(question, situation)]
    special = [question for question in fitting if _is_special(question, situation)]
    chosen = _spread(special, most) + _spread([q for q in fitting if q not in special], most - len(special))
    order = {question.id: place for place, question in enumerate(brief.library.questions)}
    return tuple(sorted(chosen, key=lambda question: order[question.id]))


def _fits(question: OfficialQuestion, situation: Situation) -> bool:
    """Whether its statuses and models fit; where the status is unknown, that or whatever it may be."""
    wanted = set(question.statuses)
    if wanted and situation.own not in wanted and not _statuses(situation) <= wanted:
        return False
    return not question.models or not situation.models or bool(set(question.models) & set(situation.models))


def _is_special(question: OfficialQuestion, situation: Situation) -> bool:
    """Whether the question is meant for places like this one and not for every place."""
    return situation.own in _KNOWN and set(question.statuses) == {situation.own}


def _statuses(situation: Situation) -> frozenset[str]:
    """What is known of the place's own agencies, or everything that may be the case."""
    return frozenset({situation.own}) if situation.own in _KNOWN else _WHATEVER_IT_IS


def _spread(questions: list[OfficialQuestion], most: int) -> list[OfficialQuestion]:
    """``most`` of the questions at even distances, the first always among them."""
    if most <= 0:
        return []
    if len(questions) <= most:
        return questions
    return [questions[place * len(questions) // most] for place in range(most)]
