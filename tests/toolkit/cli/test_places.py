"""``flask places`` prints codes and labels for people and scripts."""

from tests.toolkit.cli.conftest import Run


def test_the_best_comes_first_one_a_line(run: Run) -> None:
    told = run("places", "fred", "md")
    assert told.exit_code == 0
    lines = [line.split("\t") for line in told.output.splitlines()]
    assert sorted(lines) == [
        ["24021", "Frederick County, Maryland"],
        ["2430325", "Frederick city, Maryland"],
    ]


def test_no_more_than_asked_for(run: Run) -> None:
    assert len(run("places", "jackson", "--limit", "1").output.splitlines()) == 1


def test_nothing_found_is_told_with_a_way_out(run: Run) -> None:
    told = run("places", "qqqqqq")
    assert told.exit_code == 1
    assert "“US”" in told.output
