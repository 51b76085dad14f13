"""Ids are hashes of content: the same thing has the same id on any machine and any engine."""

import hashlib
import json
import re
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, ClassVar

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


class Finding:
    """What comparing found: it has an id, a hash of what it is, so that it can be asked for and explained.

    Fields in `BESIDE` only explain it, or change with the clock: they are no part of what it is. Nor is a field that
    stands at its default, so that a noun may gain fields and keep its ids.
    """

    __slots__ = ()
    BESIDE: ClassVar[frozenset[str]] = frozenset({"why"})

    @property
    def id(self) -> str:
        return content_id(type(self).__name__.lower(), json.dumps(_content(self, self.BESIDE), sort_keys=True))

    @property
    def spoken(self) -> str:
        """A short id that can be said aloud."""
        return speakable(self.id)


def _content(value: Any, beside: frozenset[str] = frozenset()) -> Any:
    if is_dataclass(value):
        told = ((field, getattr(value, field.name)) for field in fields(value) if field.name not in beside)
        return {field.name: _content(item) for field, item in told if field.default is MISSING or item != field.default}
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [_content(item) for item in value]
        case _:
            return value


def goes_by(long_id: str, asked: str) -> bool:
    """Whether somebody who asks for this means that id: its beginning, or its speakable name."""
    return bool(asked) and (long_id.startswith(asked) or speakable(long_id) == asked)


def beginning_of(asked: str) -> str | None:
    """How every id begins that somebody means who asks for this; None where no id can."""
    if _HEX.fullmatch(asked):
        return asked
    spoken = _SPOKEN.fullmatch(asked)
    return "".join(f"{_bits(word):04x}" for word in spoken.groups()) if spoken else None


_HEX = re.compile("[0-9a-f]{1,32}")
_SPOKEN = re.compile(
    "-".join([f"({''.join(f'[{letters}]' for letters in (CONSONANTS, VOWELS) * 2)}[{CONSONANTS}])"] * 2)
)


def may_be_spoken(part: str) -> bool:
    """Whether there could be a speakable id of which this is a part: most words of English are none."""
    pattern = (CONSONANTS, VOWELS, CONSONANTS, VOWELS, CONSONANTS)
    letters = (*pattern, "-", *pattern)
    starts = range(len(letters) - len(part) + 1)
    return any(all(letter in letters[start + n] for n, letter in enumerate(part)) for start in starts)


def _bits(word: str) -> int:
    bits = 0
    for letter in word:
        letters = CONSONANTS if letter in CONSONANTS else VOWELS
        bits = bits * len(letters) + letters.index(letter)
    return bits


def _proquint(bits: int) -> str:
    return (
        CONSONANTS[bits >> 12 & 15]
        + VOWELS[bits >> 10 & 3]
        + CONSONANTS[bits >> 6 & 15]
        + VOWELS[bits >> 4 & 3]
        + CONSONANTS[bits & 15]
    )
