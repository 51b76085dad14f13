"""Accounts side by side: what is disputed, what only looks so, what has been updated, what independent voices share."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from accordingto.show.phrases import ABOUT, chain_words
from accordingto.show.sentences import gloss
from accordingto.show.terminal.layout import (
    ALARM,
    HEADING,
    NAME,
    QUIET,
    WORDS,
    asked_by,
    indented,
    labelled,
    plain,
    section,
)
from accordingto.show.words import one_line, quoted
from accordingto.terms.findings import Agreement, AgreementKind, Side
from accordingto.terms.readings import Reading
from accordingto.terms.times import day_words

TITLES = {
    AgreementKind.CONTRADICTION: "Disputed",
    AgreementKind.COMPATIBLE: "Looks like a contradiction and is none,",
    AgreementKind.UPDATE: "Later counts and corrections",
    AgreementKind.CORROBORATION: "Agreed by independent voices",
    AgreementKind.ALIKE: "Told alike, but not independently,",
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS_SHOWN = 300


def agreement_sections(
    agreements: Iterable[Agreement], where: str, readings: Mapping[str, Reading], *, kept: bool = False
) -> list[RenderableType]:
    """One section a kind, disputes first; with several readings each side names its report.

    What is `kept` in a case can be asked for by its name.
    """
    found = list(agreements)
    sections: list[RenderableType] = []
    for kind, title in TITLES.items():
        rows = [_row(number, one, readings, kept) for number, one in enumerate(_of(found, kind), 1)]
        style = ALARM if kind is AgreementKind.CONTRADICTION else HEADING
        sections += section(f"{title} {where} ({len(rows)})", rows, style=style)
    return sections


def _of(agreements: list[Agreement], kind: AgreementKind) -> list[Agreement]:
    return [one for one in agreements if one.kind is kind]


def _row(number: int, agreement: Agreement, readings: Mapping[str, Reading], kept: bool) -> RenderableType:
    dated = len({side.as_of for side in agreement.sides}) > 1  # one day for all sides needs no telling
    same = _same_words(agreement.sides)
    rows: list[tuple[str | Text, str | Text]] = [
        (LETTERS[i % 26], _side(sides, readings, dated)) for i, sides in enumerate(same)
    ]
    rows.append(("why", plain(one_line(agreement.why))))
    head = plain(f"{number}. {ABOUT[agreement.about]}", NAME)
    return Group(head.append(asked_by(agreement)) if kept else head, indented(labelled(rows, 3)))


def _same_words(sides: Iterable[Side]) -> list[list[Side]]:
    """Sides in which one voice says the same words: a reprint is no further side."""
    groups: dict[tuple[str, tuple[str, ...]], list[Side]] = {}
    for side in sides:
        groups.setdefault((side.anchor.exact.casefold(), side.chain[:1]), []).append(side)
    return list(groups.values())


def _side(sides: list[Side], readings: Mapping[str, Reading], dated: bool) -> Text:
    side, reading = sides[0], readings.get(sides[0].report_id)
    words = Text(quoted(side.anchor.exact, WORDS_SHOWN), style=WORDS)
    beside = gloss(reading, side.anchor)
    words.append(f" {beside}" if beside else "", "not italic")
    words.append(f"\n{chain_words(side.chain)}{_where(sides, readings)}", f"not italic {QUIET}")
    if side.as_of and dated:
        words.append(f", as of {day_words(side.as_of)}", f"not italic {QUIET}")
    return words


def _where(sides: list[Side], readings: Mapping[str, Reading]) -> str:
    """The reports the words stand in, named where there are several to choose from."""
    names = [one_line(readings[side.report_id].report.name) for side in sides if side.report_id in readings]
    return f" [{', '.join(dict.fromkeys(names))}]" if names and len(readings) > 1 else ""
