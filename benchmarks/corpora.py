"""The reports that speed is measured on: FA-KES where the folder `shared` lies beside the project, else examples/."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, cycle, islice
from pathlib import Path

from accordingto.terms.reports import Report

PROJECT = Path(__file__).resolve().parents[1]
FAKES = PROJECT.parent / "shared" / "data" / "fakes" / "reports.jsonl"
EXAMPLES = PROJECT / "examples" / "aleppo" / "reports.jsonl"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports to measure on, and what to call them."""

    name: str
    reports: tuple[Report, ...]

    @property
    def words(self) -> int:
        """Words between white space, titles included."""
        return sum(len(report.body.split()) for report in self.reports)


def load_corpus(size: int) -> Corpus:
    """The first `size` reports of FA-KES, filled up with altered copies where they run out; else of the examples."""
    path, name = (FAKES, "FA-KES") if FAKES.exists() else (EXAMPLES, "examples, altered and repeated")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return Corpus(name, tuple(islice(_altered(rows), size)))


def long_report(corpus: Corpus, words: int) -> Report:
    """One report of at least so many words: the corpus's texts, one after the other, as often as it takes."""
    pieces: list[str] = []
    missing = words
    for report in cycle(corpus.reports):
        if missing <= 0:
            break
        pieces.append(report.text)
        missing -= len(report.text.split())
    return Report.of(title="A long report", text="\n\n".join(pieces), published=date(2016, 12, 13))


def _altered(rows: list[dict[str, str]]) -> Iterator[Report]:
    for turn in count():
        for row in rows:
            yield _report(row, turn)


def _report(row: dict[str, str], turn: int) -> Report:
    # A later turn is another day and another lead, so that no two reports are the same and most are no copies.
    day = date.fromisoformat(row["published"][:10]) + timedelta(days=3 * turn)
    lead = f"Bulletin {turn} of {day:%d %B}.\n\n" if turn else ""
    ref = f"{row['id']}-{turn}"
    return Report.of(title=row["title"], text=lead + row["text"], outlet=row["outlet"], published=day, ref=ref)
