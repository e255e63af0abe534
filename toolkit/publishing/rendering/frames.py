"""How a renderer and its keeper talk over a pipe: one byte of kind, four of length, then that many bytes."""

from struct import Struct

READY = b"R"  # the renderer is warm
SHEET = b"S"  # to the renderer: an edition's file, for a fact sheet
COPY = b"C"  # to the renderer: a meeting as one line of JSON, then the file of the edition to copy for it
TESTIMONY = b"T"  # to the renderer: a parcel of testimony as JSON
ERRATA = b"E"  # to the renderer: what of a sheet was corrected, as JSON, for strips
DONE = b"D"  # from the renderer: the document
FAILED = b"F"  # from the renderer: why there is none, a sentence in UTF-8
FAILED_AND_GONE = b"G"  # the same, and the renderer ends

HEADER = Struct(">cI")


def frame(kind: bytes, payload: bytes = b"") -> bytes:
    """The bytes of one message."""
    return HEADER.pack(kind, len(payload)) + payload


def split(received: bytes | bytearray) -> tuple[bytes, bytes] | None:
    """Kind and payload of the message that ``received`` holds, None while it is not whole."""
    if len(received) < HEADER.size:
        return None
    kind, length = HEADER.unpack_from(received)
    end = HEADER.size + length
    return (kind, bytes(received[HEADER.size : end])) if len(received) >= end else None
