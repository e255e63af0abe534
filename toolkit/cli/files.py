"""What commands write, and the words for what cannot be written."""

from pathlib import Path

import click


def write(out: Path, data: bytes) -> None:
    """Put ``data`` where the option ``--out`` says."""
    try:
        out.write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}.") from error
