"""Quantities: shares told in percent, which count nobody, and the claims that tell them.

"98 % of the districts are back": the share belongs to what is claimed and never becomes a figure of people.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from accordingto.read.lexicons import load_lexicon
from accordingto.read.links import find_carriers
from accordingto.terms.claims import ClaimKind
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

STOP = re.compile(r"[.!?]\s|\n")
Told = tuple[ClaimKind, int]  # the list and the place in it of what tells a quantity


def quantity_pattern() -> re.Pattern[str]:
    """A number with a word for percent and what it is a share of: "98 % of the city's districts"."""
    table, spelled = load_lexicon("claims")["quantities"], load_lexicon("numbers")["small"]
    words = "|".join(spelled)
    number = rf"(?:\d+(?:[.,]\d+)?|(?:{words})(?:-(?:{words}))?)"
    percent = "|".join(map(re.escape, table["percent"]))
    of = rf"(?:\s+of\s+(?:(?:{'|'.join(table['before'])})\s+)?(?:[\w-]+['’]s\s+)?[\w-]+)?"
    return re.compile(rf"(?<![\w.,]){number}\s?(?:{percent})(?!\w){of}", re.IGNORECASE)


def read_quantities(reading: Reading, pattern: re.Pattern[str]) -> Mapping[Told, Anchor]:
    """The first quantity that each innermost statement tells, or each event told in the outlet's own voice."""
    report = reading.report
    found = [Anchor.at(report.id, report.body, match.span()) for match in pattern.finditer(report.body)]
    told: dict[Told, Anchor] = {}
    for anchor, carrier in zip(found, find_carriers(found, reading.statements), strict=True):
        teller = (ClaimKind.STATEMENT, carrier) if carrier is not None else _event_beside(reading, anchor)
        if teller is not None:
            told.setdefault(teller, anchor)
    return told


def _event_beside(reading: Reading, anchor: Anchor) -> Told | None:
    """The event told nearest to it, where no sentence ends between them."""
    starts = sorted((event.trigger.start, n) for n, event in enumerate(reading.events) if event.statement is None)
    at = bisect_left(starts, (anchor.start, -1))
    beside = [pair for pair in starts[max(0, at - 1) : at + 1] if _in_one_sentence(reading.report.body, pair, anchor)]
    nearest = min(beside, key=lambda pair: abs(pair[0] - anchor.start), default=None)
    return (ClaimKind.EVENT, nearest[1]) if nearest else None


def _in_one_sentence(body: str, event: Sequence[int], anchor: Anchor) -> bool:
    first, last = sorted((event[0], anchor.start))
    return STOP.search(body, first, last) is None
