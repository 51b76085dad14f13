"""Proportions: how much of a place is told of, "at least 98 % of the city's districts". No counts of people."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from accordingto.terms.claims import Proportion
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor

WHOLE = 100


@dataclass(frozen=True, slots=True)
class ProportionWords:
    """The words around a percentage of a place, and what each bound leaves open."""

    pattern: re.Pattern[str]
    from_below: frozenset[str]
    from_above: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "ProportionWords":
        bounds = _any_of([*table["from_below"], *table["from_above"], *table["about"]])
        number = r"(?P<number>\d{1,3}(?:[.,]\d{1,2})?)(?:\s?(?:-|to)\s?(?P<to>\d{1,3}(?:[.,]\d{1,2})?))?"
        place = rf"of\s+(?:[\w'’-]+\s+){{0,5}}?(?:{_any_of(table['places'])})\b(?!['’]s)"
        pattern = rf"\b(?:(?P<bound>{bounds})\s+)?{number}\s?(?:%|per\s?cent\b)\s+{place}"
        return cls(re.compile(pattern, re.IGNORECASE), frozenset(table["from_below"]), frozenset(table["from_above"]))


def find_proportions(report: Report, lexicon: ProportionWords) -> tuple[Proportion, ...]:
    """Every percentage of a place, in reading order; one over a hundred is none."""
    return tuple(_proportions(report, lexicon))


def _proportions(report: Report, lexicon: ProportionWords) -> Iterator[Proportion]:
    for match in lexicon.pattern.finditer(report.body):
        first = _number(match["number"])
        last = _number(match["to"]) if match["to"] else first
        if first <= last <= WHOLE:
            bound = " ".join((match["bound"] or "").lower().split())
            low = None if bound in lexicon.from_above else first
            high = None if bound in lexicon.from_below else last
            yield Proportion(Anchor.at(report.id, report.body, match.span()), low, high)


def _number(words: str) -> float:
    return float(words.replace(",", "."))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
