"""Agreements of any kind on a page: words side by side, and the sentence that says why."""

from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.show.phrases import ABOUT, capital
from accordingto.show.web.pages.parts import Quote, side_quote, told_once
from accordingto.show.words import one_line
from accordingto.terms.findings import Agreement, AgreementKind, IncidentFindings
from accordingto.terms.readings import Reading


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Words side by side, what they are about, and the sentence that says why. `more` sides are not shown here."""

    about: str
    why: str
    sides: tuple[Quote, ...]
    more: int = 0


def disagreements_of(
    found: IncidentFindings, kind: AgreementKind, readings: Mapping[str, Reading]
) -> tuple[Disagreement, ...]:
    """The agreements of one kind that comparing found in this incident."""
    return tuple(disagreement(one, readings) for one in found.agreements if one.kind is kind)


def disagreement(agreement: Agreement, readings: Mapping[str, Reading], most: int | None = None) -> Disagreement:
    """An agreement of any kind with its sides, or so many of them, as quotations."""
    shown = agreement.sides[:most]
    quotes = (side_quote(side, readings) for side in shown)
    return Disagreement(
        capital(ABOUT[agreement.about]),
        f"{capital(one_line(agreement.why).rstrip('.'))}.",
        told_once(q for q in quotes if q),
        len(agreement.sides) - len(shown),
    )
