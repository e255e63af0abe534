"""Claims that say nearly the same are found, also those that were written or changed a moment ago."""

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests import factories
from tests.claim_words import GOOD, words
from toolkit.curation.claims import claims
from toolkit.curation.claims.near import near
from toolkit.database import unit_of_work
from toolkit.models import Person

SAID = "A group of sheriffs says that this program helps a jail hand over people held for serious crimes."


def found(text: str, but: str | None = None) -> list[str]:
    return [each.claim_id for each in near(text, but)]


def test_a_claim_in_slightly_other_words(work: Session) -> None:
    (nearest,) = near(SAID)
    assert nearest.claim_id == "s-1"
    assert nearest.text.startswith("A group of sheriffs")
    assert 75 < nearest.share < 100
    assert found(SAID.upper()) == ["s-1"]


def test_the_claim_itself_and_a_few_words_are_near_nothing(work: Session) -> None:
    assert found(SAID, but="s-1") == []
    assert found("A group of sheriffs says") == []
    assert found("Nothing in here is like any of the other claims of this library.") == []


def test_what_was_written_and_changed_since(engine: Engine) -> None:
    with unit_of_work(engine, write=True) as work:
        work.add(factories.person("ann@example.org", id=101))
    with unit_of_work(engine, write=True) as work:
        assert found(GOOD.text) == []
        claims.write(GOOD, reason="", by=work.get_one(Person, 101), now=factories.NOW)
        assert found(GOOD.text) == ["saf-01"]
    with unit_of_work(engine, write=True) as work:
        other = words(text="A mayor wrote that the city would rather pay for lights and sidewalks this year.")
        told = {"reason": "Another.", "notice": "", "now": factories.NOW}
        claims.revise("saf-01", other, base=1, by=work.get_one(Person, 101), **told)
        assert (found(GOOD.text), found(other.text)) == ([], ["saf-01"])
        work.rollback()
    with unit_of_work(engine):
        assert found(GOOD.text) == ["saf-01"]


def test_a_claim_that_was_rolled_back_is_forgotten(engine: Engine) -> None:
    with unit_of_work(engine, write=True) as work:
        ann = factories.person("ann@example.org")
        work.add(ann)
        work.flush()
        claims.write(GOOD, reason="", by=ann, now=factories.NOW)
        assert found(GOOD.text) == ["saf-01"]
        work.rollback()
    with unit_of_work(engine):
        assert found(GOOD.text) == []
