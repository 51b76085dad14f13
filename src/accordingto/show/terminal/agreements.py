"""Accounts side by side: what is disputed, what only looks so, what has been updated, what independent voices share."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from accordingto.show.phrases import chain_words, day_words
from accordingto.show.sentences import counted_people
from accordingto.show.terminal.layout import ALARM, HEADING, NAME, QUIET, WORDS, indented, labelled, plain, section
from accordingto.show.words import one_line, quoted
from accordingto.terms.findings import Agreement, AgreementKind, Side
from accordingto.terms.readings import Reading

TITLES = {
    AgreementKind.CONTRADICTION: "Disputed",
    AgreementKind.COMPATIBLE: "Looks like a contradiction and is none,",
    AgreementKind.UPDATE: "Updated",
    AgreementKind.CORROBORATION: "Agreed by independent voices",
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS_SHOWN = 300


def agreement_sections(
    agreements: Iterable[Agreement], where: str, readings: Mapping[str, Reading]
) -> list[RenderableType]:
    """One section a kind, disputes first; with several readings each side names its report."""
    found = list(agreements)
    sections: list[RenderableType] = []
    for kind, title in TITLES.items():
        rows = [_row(number, one, readings) for number, one in enumerate(_of(found, kind), 1)]
        style = ALARM if kind is AgreementKind.CONTRADICTION else HEADING
        sections += section(f"{title} {where} ({len(rows)})", rows, style=style)
    return sections


def _of(agreements: list[Agreement], kind: AgreementKind) -> list[Agreement]:
    return [one for one in agreements if one.kind is kind]


def _row(number: int, agreement: Agreement, readings: Mapping[str, Reading]) -> RenderableType:
    dated = len({side.as_of for side in agreement.sides}) > 1  # one day for all sides needs no telling
    rows: list[tuple[str | Text, str | Text]] = [
        (LETTERS[i % 26], _side(side, readings, dated)) for i, side in enumerate(agreement.sides)
    ]
    rows.append(("why", plain(one_line(agreement.why))))
    return Group(plain(f"{number}. {agreement.about.value}", NAME), indented(labelled(rows, 3)))


def _side(side: Side, readings: Mapping[str, Reading], dated: bool) -> Text:
    reading = readings.get(side.report_id)
    words = Text(quoted(side.anchor.exact, WORDS_SHOWN), style=WORDS)
    words.append(f" {counted_people(reading, side.anchor)}".rstrip(), "not italic")
    words.append(f"\n{chain_words(side.chain)}", f"not italic {QUIET}")
    if reading and len(readings) > 1:
        words.append(f" [{one_line(reading.report.name)}]", f"not italic {QUIET}")
    if side.as_of and dated:
        words.append(f", as of {day_words(side.as_of)}", f"not italic {QUIET}")
    return words
