"""Ids are hashes of content: the same thing has the same id on any machine and any engine."""

import hashlib

CONSONANTS = "bdfghjklmnprstvz"
VOWELS = "aiou"


def content_id(kind: str, *parts: object) -> str:
    """32 hexadecimal digits that stand for these parts; `kind` keeps a report and an event of the same words apart."""
    digest = hashlib.blake2b(kind.encode(), digest_size=16)
    for part in parts:
        piece = "\x00" if part is None else str(part)
        digest.update(f"{len(piece)}:{piece}".encode(errors="surrogatepass"))
    return digest.hexdigest()


def speakable(long_id: str) -> str:
    """The first 32 bits of an id as two words that can be said over a telephone (proquints, Wilkerson 2009)."""
    return f"{_proquint(int(long_id[:4], 16))}-{_proquint(int(long_id[4:8], 16))}"


def goes_by(long_id: str, asked: str) -> bool:
    """Whether somebody who asks for this means that id: its beginning, or its speakable name."""
    return bool(asked) and (long_id.startswith(asked) or speakable(long_id) == asked)


def _proquint(bits: int) -> str:
    return (
        CONSONANTS[bits >> 12 & 15]
        + VOWELS[bits >> 10 & 3]
        + CONSONANTS[bits >> 6 & 15]
        + VOWELS[bits >> 4 & 3]
        + CONSONANTS[bits & 15]
    )
