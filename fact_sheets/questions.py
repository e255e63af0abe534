"""Questions to ask officials that fit the place's status and models."""

from typing import Literal

from fact_sheets.dossier import Dossier, OfficialQuestion
from fact_sheets.situation import Situation, situation_of
from fact_sheets.typesetting import set_words

Status = Literal["active", "pending", "none"]

_STATUS: dict[str, frozenset[Status]] = {
    "signed": frozenset({"active"}),
    "none_listed": frozenset({"none"}),
}
_WHATEVER_IT_IS: frozenset[Status] = frozenset({"active", "none"})


def questions(dossier: Dossier, most: int) -> tuple[str, ...]:
    """Up to ``most`` questions, spread over the dossier's list so that they do not all ask one thing."""
    situation = situation_of(dossier)
    fitting = [question for question in dossier.questions if _fits(question, situation)]
    special = [question for question in fitting if _is_special(question, situation)]
    chosen = _spread(special, most) + _spread([q for q in fitting if q not in special], most - len(special))
    order = {question.id: place for place, question in enumerate(dossier.questions)}
    return tuple(set_words(question.text) for question in sorted(chosen, key=lambda q: order[q.id]))


def _fits(question: OfficialQuestion, situation: Situation) -> bool:
    """Whether its statuses and models fit; where the status is unknown it must fit whatever it is."""
    statuses = _STATUS.get(situation.own, _WHATEVER_IT_IS)
    if question.statuses and not statuses <= set(question.statuses):
        return False
    return not question.models or not situation.models or bool(set(question.models) & set(situation.models))


def _is_special(question: OfficialQuestion, situation: Situation) -> bool:
    """Whether the question is meant for places like this one and not for every place."""
    return frozenset(question.statuses) == _STATUS.get(situation.own)


def _spread(questions: list[OfficialQuestion], most: int) -> list[OfficialQuestion]:
    """``most`` of the questions at even distances, the first always among them."""
    if most <= 0:
        return []
    if len(questions) <= most:
        return questions
    return [questions[place * len(questions) // most] for place in range(most)]
