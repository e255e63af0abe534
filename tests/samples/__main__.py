"""``python -m tests.samples`` writes frederick-county-md.json anew from the facts that the project ships."""

from pathlib import Path

from fact_sheets import snapshot
from tests.samples import places

SAMPLE = Path(__file__).with_name("frederick-county-md.json")


def main() -> None:
    """Write the file."""
    SAMPLE.write_bytes(snapshot.edition_json(places.frederick_md(), ""))


if __name__ == "__main__":
    main()
