"""Settings, read once from the environment; every default is safe in production and fit to be public."""

import os
import secrets
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

FIRST_SUBJECT = "287g"  # of rows from before there was a second one
ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What an installation may choose. Names in the environment are the field names in capitals."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore")

    instance_dir: Path = Field(
        ROOT / "instance", description="where the database, the shelf and the key are kept"
    )
    database_url: str = Field("", description="SQLAlchemy URL; empty means SQLite in the instance folder")
    base_url: str = Field("http://127.0.0.1:8000", description="public address, printed on every sheet")
    trusted_hosts: str = Field(
        "", description="host names that may be asked for, comma-separated; empty allows all"
    )
    site_name: str = Field(
        "287(g) fact sheets",
        description="the site’s name in feeds, letters, calendars and authenticator apps",
    )
    file_stem: str = Field(
        "", pattern=r"^[a-z0-9-]*$", description="what the names of files for download begin with"
    )
    made_by: str = Field(
        "a volunteer-run public-meeting toolkit", description="who makes the sheets, as printed"
    )
    funding: str = Field("no outside funding", description="who pays, as printed after 'Funding:'")
    corrections: str = Field(
        "", description="e-mail address or page for corrections; empty means the edition's page"
    )
    readers: Literal[1, 2] = Field(
        2, description="people who did not write it that approve a claim with a side; sheets say if it is one"
    )
    proxies: int = Field(
        0, ge=0, le=5, description="reverse proxies in front, whose X-Forwarded-For and -Proto are believed"
    )
    smtp_url: str = Field(
        "",
        repr=False,
        description="smtp://user:password@host:587 or smtps://…, for letters to organizers; empty sends none",
    )
    mail_from: str = Field("", description="the sender's address of those letters")
    today: date | None = Field(
        None, description="the day to take for today (for tests and demonstrations); empty means the real one"
    )
    render_workers: int = Field(2, ge=1, le=16, description="processes that make PDFs")
    render_queue: int = Field(
        8, ge=0, le=200, description="how many may wait for a PDF before others are told to try again"
    )
    render_seconds: float = Field(8.0, gt=0, description="a PDF that takes longer is given up")
    render_memory_mib: int = Field(
        1024, ge=256, description="address space that one rendering process may use"
    )

    @field_validator("base_url")
    @classmethod
    def _plain_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("BASE_URL must start with http:// or https://")
        return value.rstrip("/")

    @field_validator("smtp_url")
    @classmethod
    def _post_office(cls, value: str) -> str:
        if value and not value.startswith(("smtp://", "smtps://")):
            raise ValueError("SMTP_URL must start with smtp:// or smtps://")
        return value

    @cached_property
    def secure(self) -> bool:
        """Whether people reach the site over HTTPS, so that cookies may be tied to it."""
        return self.base_url.startswith("https://")

    @cached_property
    def database(self) -> str:
        """The URL to connect to; a plain postgresql:// address gets the driver that is installed."""
        if not self.database_url:
            return f"sqlite:///{self.instance_dir / 'toolkit.sqlite'}"
        for plain in ("postgres://", "postgresql://"):
            if self.database_url.startswith(plain):
                return "postgresql+psycopg://" + self.database_url.removeprefix(plain)
        return self.database_url

    @cached_property
    def shelf_dir(self) -> Path:
        """Where the bytes of issued editions are kept."""
        return self.instance_dir / "shelf"

    def secret_key(self) -> str:
        """The key that signs forms: made at first use, readable by this user only."""
        path = self.instance_dir / "secret_key"
        try:
            return path.read_text().strip()
        except FileNotFoundError:
            self.instance_dir.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_hex(32))
            return path.read_text().strip()
