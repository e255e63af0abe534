"""Local times: what a change of the clocks skips or repeats, and zones where the clocks never change."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.samples.meetings import at
from toolkit.models.local_time import LocalTimeError, RepeatedTime, moment, zone

NEW_YORK = "America/New_York"
NO_CHANGE = ["America/Phoenix", "Pacific/Honolulu", "America/Puerto_Rico"]
NIGHTS_OF_CHANGE = [at("2027-03-14T02:30"), at("2027-11-07T01:30")]


def test_an_ordinary_time_is_one_moment_summer_and_winter() -> None:
    winter = moment(at("2026-12-08T18:30"), NEW_YORK)
    summer = moment(at("2027-07-06T18:30"), NEW_YORK)
    assert winter.astimezone(UTC) == datetime(2026, 12, 8, 23, 30, tzinfo=UTC)
    assert summer.astimezone(UTC) == datetime(2027, 7, 6, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize("second", [None, False, True])
def test_a_skipped_time_does_not_exist_whatever_is_said(second: bool | None) -> None:
    with pytest.raises(LocalTimeError, match="does not exist"):
        moment(at("2027-03-14T02:30"), NEW_YORK, second)


@pytest.mark.parametrize("local", [at("2027-03-14T01:59"), at("2027-03-14T03:00")])
def test_the_times_around_a_skipped_one_do(local: datetime) -> None:
    assert moment(local, NEW_YORK).replace(tzinfo=None) == local


def test_a_repeated_time_asks_which_one() -> None:
    local = at("2027-11-07T01:30")
    with pytest.raises(RepeatedTime, match="comes twice"):
        moment(local, NEW_YORK)
    first, later = (moment(local, NEW_YORK, second) for second in (False, True))
    assert later.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)
    assert (first.tzname(), later.tzname()) == ("EDT", "EST")


def test_the_answer_counts_for_nothing_where_there_is_one_such_time() -> None:
    local = at("2027-11-07T03:30")
    assert moment(local, NEW_YORK, True) == moment(local, NEW_YORK, False) == moment(local, NEW_YORK)


@pytest.mark.parametrize("name", NO_CHANGE)
@pytest.mark.parametrize("local", NIGHTS_OF_CHANGE)
def test_where_the_clocks_never_change_every_time_exists_once(name: str, local: datetime) -> None:
    assert moment(local, name).replace(tzinfo=None, fold=0) == local
    assert (
        moment(at("2027-07-01T00:00"), name).utcoffset() == moment(at("2027-01-01T00:00"), name).utcoffset()
    )


@pytest.mark.parametrize("name", ["", "Eastern", "America/Nowhere", "../../etc/passwd"])
def test_only_names_of_zones_are_zones(name: str) -> None:
    with pytest.raises(LocalTimeError, match=r"is not a time zone"):
        zone(name)
