"""Accounts side by side: what is disputed, what only looks so, what has been updated, what independent voices share."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from accordingto.show.phrases import chain_words, day_words
from accordingto.show.terminal.layout import ALARM, HEADING, NAME, QUIET, WORDS, indented, labelled, plain, section
from accordingto.show.words import one_line, quoted
from accordingto.terms.findings import Agreement, AgreementKind, Side

TITLES = {
    AgreementKind.CONTRADICTION: "Disputed",
    AgreementKind.COMPATIBLE: "Looks like a contradiction and is none,",
    AgreementKind.UPDATE: "Updated",
    AgreementKind.CORROBORATION: "Agreed by independent voices",
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS_SHOWN = 300


def agreement_sections(
    agreements: Iterable[Agreement], where: str, names: Mapping[str, str] | None = None
) -> list[RenderableType]:
    """One section a kind, disputes first; `names` adds each report's name to its side."""
    found = list(agreements)
    sections: list[RenderableType] = []
    for kind, title in TITLES.items():
        rows = [_row(number, one, names or {}) for number, one in enumerate(_of(found, kind), 1)]
        style = ALARM if kind is AgreementKind.CONTRADICTION else HEADING
        sections += section(f"{title} {where} ({len(rows)})", rows, style=style)
    return sections


def _of(agreements: list[Agreement], kind: AgreementKind) -> list[Agreement]:
    return [one for one in agreements if one.kind is kind]


def _row(number: int, agreement: Agreement, names: Mapping[str, str]) -> RenderableType:
    rows: list[tuple[str | Text, str | Text]] = [
        (LETTERS[i % 26], _side(side, names)) for i, side in enumerate(agreement.sides)
    ]
    rows.append(("why", plain(one_line(agreement.why))))
    return Group(plain(f"{number}. {agreement.about.value}", NAME), indented(labelled(rows, 3)))


def _side(side: Side, names: Mapping[str, str]) -> Text:
    words = Text(quoted(side.anchor.exact, WORDS_SHOWN), style=WORDS)
    words.append(f"\n{chain_words(side.chain)}", f"not italic {QUIET}")
    if side.report_id in names:
        words.append(f" [{one_line(names[side.report_id])}]", f"not italic {QUIET}")
    if side.as_of:
        words.append(f", as of {day_words(side.as_of)}", f"not italic {QUIET}")
    return words
