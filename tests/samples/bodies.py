"""Files of public bodies as an organizer writes them."""

COUNCIL = """
[[body]]
id = "frederick-council"
geoid = "24021"
name = "County Council"
time_zone = "America/New_York"
clerk = "the clerk of the council"
clerk_phone = "301-555-0123"
limit_seconds = 180
written_cap = 200
written_unit = "words"
copies = 9
verified_on = 2026-11-02
verified_by = "a volunteer, by phone"

[[body.meeting]]
id = "frederick-council-december"
starts = 2026-12-08T17:30:00
minutes = 150
room = "Hearing room"
address = "Winchester Hall, 12 East Church Street"
agenda_item = "7"
sign_up = "card at the door"
signup_closes = 2026-12-08T17:00:00
"""
CANCELLED = COUNCIL + 'status = "cancelled"\n'


def body(**fields: str) -> bytes:
    """A file with one body, whose fields are given as TOML writes their values; an empty one is left out."""
    known = {
        "id": '"council"',
        "geoid": '"24021"',
        "name": '"County Council"',
        "time_zone": '"America/New_York"',
        "source_url": '"https://county.example.gov/rules"',
        "as_of": '"2026"',
    }
    lines = (f"{name} = {value}" for name, value in (known | fields).items() if value)
    return "\n".join(["[[body]]", *lines, ""]).encode()


def meeting(**fields: str) -> bytes:
    """A file with one body that has one meeting."""
    known = {"id": '"next"', "starts": "2026-12-08T18:30:00"}
    lines = (f"{name} = {value}" for name, value in (known | fields).items())
    return body() + "\n".join(["[[body.meeting]]", *lines, ""]).encode()
