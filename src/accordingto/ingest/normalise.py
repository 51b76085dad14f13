"""Bytes become text and broken text is mended, each with a note that says what was done."""

import re
import unicodedata

import ftfy
from ftfy.badness import is_bad

from accordingto.errors import UnreadableFile

BOMS = (("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))
# White space that may stand in a text; every other control character of the first block is taken for a space.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
HALF = re.compile(r"[\ud800-\udfff]")  # half of a surrogate pair ("\\ud800" in JSON): no file can hold it
UNEXPLAINED = re.compile(r"[\x80-\x84\x86-\x9f]")
DAMAGE = re.compile(r"[\x80-\x84\x86-\x9f\ufffd]")
STRANGE = frozenset({"So", "Cc", "Cn", "Co"})  # symbols and controls: what a wrong guess at an encoding yields
# Quotation marks stay as they are printed.
ENCODING_ONLY = ftfy.TextFixerConfig(fix_c1_controls=False, uncurl_quotes=False, normalization=None)


def decode(data: bytes, *, where: str) -> tuple[str, tuple[str, ...]]:
    """The bytes as text with "\\n" at line ends, and a note when they were not UTF-8; UnreadableFile when no text."""
    for encoding, mark in BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, where), ()
    if b"\x00" in data:
        raise UnreadableFile(f"{where}: holds binary data, not text; export it as plain text, JSONL or CSV")
    try:
        return _plain_lines(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        return _decoded(data, "cp1252", where), ("the file was not UTF-8; read as Windows-1252",)


def mend(*texts: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The texts of one report with their mojibake undone, and notes on what was and was not done.

    All or nothing: where an encoding does not explain everything the text is left as it stood, since a half-guessed
    character is a false one.
    """
    whole = tuple(replace_halves(text) for text in texts)
    halves = sum(len(HALF.findall(text)) for text in texts)
    lines, controls = zip(*(CONTROL.subn(" ", _plain_lines(text)) for text in whole), strict=True)
    mended = tuple(_without_mojibake(text) for text in lines)
    if any(UNEXPLAINED.search(text) or _is_guesswork(before, text) for before, text in zip(lines, mended, strict=True)):
        mended = lines
    damage = sum(len(DAMAGE.findall(text)) for text in mended) - halves
    notes = (
        (halves, "halves of characters replaced by U+FFFD"),
        (sum(controls), "control characters taken for spaces"),
        (sum(a != b for a, b in zip(lines, mended, strict=True)), "texts of the report had mojibake, mended"),
        (damage, "characters are damaged beyond mending and kept as they stood"),
    )
    return mended, tuple(f"{count} {words}" for count, words in notes if count)


def replace_halves(text: str) -> str:
    """The text with U+FFFD in place of each lone half of a character."""
    return HALF.sub("\ufffd", text)


def _decoded(data: bytes, encoding: str, where: str) -> str:
    try:
        return _plain_lines(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{where}: byte {error.start} is neither UTF-8 nor Windows-1252; save the file as UTF-8"
        ) from error


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_mojibake(text: str) -> str:
    if text.isascii() or not is_bad(text):
        return text
    return "\n".join(ftfy.fix_encoding(line, ENCODING_ONLY) for line in text.split("\n"))


def _is_guesswork(text: str, mended: str) -> bool:
    """Whether the mend brought in symbols that no report is written in."""
    return any(unicodedata.category(character) in STRANGE for character in set(mended) - set(text))
