"""The catalogue that the record keeps says what the whole case says, after whatever was done to it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.casebook import open_case
from accordingto.casebook.catalogues import Catalogue
from accordingto.casebook.wholes import WholeCatalogue
from accordingto.terms.findings import AgreementKind, OutcomeKind
from accordingto.terms.summaries import Wanted
from tests.casebook.test_growth import keep
from tests.reconcile.growing import DAY, cases, read_anew

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "aleppo"
WANTED = (
    Wanted(),
    Wanted(all=True),
    Wanted(disputed=True, all=True),
    Wanted(place="QALAT", all=True),
    Wanted(type="ASSAULT"),
    Wanted(since=DAY.isoformat()),
    Wanted(until=DAY.isoformat(), all=True),
    Wanted(since="2016-12-14", until="2016-12-15", all=True),
)
WORDS = ((), ("assault",), ("2019", "may"), ("qalat,",), ("sukkari",), ("not", "named,"), ("ba",), ("nothing-like-it",))
MOST = 3


def told(catalogue: Catalogue) -> Iterator[tuple[str, Any]]:
    """Everything that a catalogue is asked for, with the answer."""
    yield "clock", catalogue.clock
    yield "numbers", catalogue.numbers()
    newest = catalogue.newest(MOST)
    yield "newest", newest
    every = catalogue.summaries(Wanted(all=True), 0, 1000).items
    for one in every:
        found = catalogue.incident(one.name)
        yield f"alike {one.name}", catalogue.alike(found.incident, MOST)
        yield f"outcomes {one.name}", catalogue.outcomes_of(found.incident.report_ids)
    for report in newest:
        yield f"of {report.id}", catalogue.summaries_of(report.id)
    for wanted in WANTED:
        days = catalogue.days(wanted)
        pins = catalogue.pins(wanted, MOST)
        yield f"{wanted}", catalogue.summaries(wanted, 1, MOST)
        yield f"days {wanted}", days
        yield f"on {wanted}", catalogue.on(wanted, [day for day, _ in days][:MOST], 1)
        yield f"pins {wanted}", pins
        yield f"placed {wanted}", catalogue.placed(wanted, [pin for pin, _ in pins.items], 1)
        yield f"unplaced {wanted}", catalogue.unplaced(wanted, 0, MOST)
    yield from told_of_voices(catalogue)


def told_of_voices(catalogue: Catalogue) -> Iterator[tuple[str, Any]]:
    for words in WORDS:
        yield f"titled {words}", catalogue.titled(words, what, when, MOST)
        yield f"voices {words}", catalogue.voices(words, 0, MOST)
    for voice in catalogue.voices((), 0, 1000).items:
        yield f"voice {voice.key}", (catalogue.voice(voice.key), catalogue.names(voice.key))
        yield f"spoken {voice.key}", catalogue.spoken(voice.key, 1, MOST)
        for kind in AgreementKind:
            yield f"heard {voice.key} {kind}", catalogue.heard(voice.key, kind, 0, MOST) if kind in SHOWN else None
    yield "nobody", catalogue.voice("nobody")
    for kind in OutcomeKind:
        yield f"promises {kind}", catalogue.promises([kind], 0, MOST)
    yield "promises", catalogue.promises(list(OutcomeKind), 1, MOST)


SHOWN = (AgreementKind.CONTRADICTION, AgreementKind.CORROBORATION, AgreementKind.UPDATE)


def what(kind, mode):
    return f"{kind} ({mode})".casefold()


def when(date):
    return (date or "day not known").casefold()


def assert_whole(case, now=None):
    assert dict(told(case.catalogue(now=now))) == dict(told(WholeCatalogue(case, now=now)))


@given(cases(10), st.randoms(use_true_random=False), st.integers(-3, 40))
@settings(max_examples=30, deadline=None)
def test_the_catalogue_says_what_the_whole_case_says_however_it_came_to_be(reports, chance, days):
    with open_case(":memory:") as case:
        left = list(reports)
        while left:
            keep(case, [left.pop() for _ in range(min(len(left), chance.randrange(1, 5)))])
            case.reconcile()
        now = datetime.combine(DAY, datetime.min.time(), UTC) + timedelta(days=days)
        assert_whole(case)
        assert_whole(case, now)
        keep(case, [read_anew(reading) for reading in reports[::2]])
        case.reconcile()
        assert_whole(case, now)


def test_the_catalogue_of_the_example_is_that_of_the_whole_case():
    with open_case(":memory:") as case:
        case.ingest(EXAMPLES)
        case.read()
        case.reconcile()
        assert_whole(case)
        for day in range(12, 25):
            assert_whole(case, datetime(2016, 12, day, tzinfo=UTC))
