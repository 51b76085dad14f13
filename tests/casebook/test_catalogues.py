"""The catalogue that the record keeps says what the whole case says, after whatever was done to it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.casebook import open_case
from accordingto.casebook.catalogues import Catalogue
from accordingto.casebook.wholes import WholeCatalogue
from accordingto.terms.findings import AgreementKind, OutcomeKind
from accordingto.terms.readings import ReaderName
from accordingto.terms.summaries import Wanted
from tests.casebook.test_growth import keep
from tests.reconcile.growing import DAY, OUTLETS, cases, read_anew
from tests.reconcile.invented import event, invented, said

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
    yield "tolls", catalogue.tolls([one.id for one in every])
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
@settings(max_examples=15, deadline=None)
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


TOLD = (
    "Buses with the wounded arrived in Tel Soda from Harrat.",
    "The evacuation of Harrat was postponed because of mines.",
    "The evacuation of Harrat was called off.",
    "Nothing is heard of the well.",
)
SAID_ON = (date(2019, 5, 3), date(2019, 5, 1), date(2019, 4, 17), datetime(2019, 5, 4, 1, tzinfo=UTC), date(2035, 1, 1))
DUES = ("2019-05-04T04:00:00Z", "2019-05-04", "2019-06-20", "2035-01-02", "9999-12-31", None)
WHERE = event("evacuation", type="AGREE", mode="evacuation", place="Harrat")


def announced(due, published, outlet):
    """One announcement, which several outlets may print on several days."""
    return invented(
        "An evacuation of Harrat was agreed. Buses will take the wounded out at 6.00am, a nurse said.",
        published=published,
        outlet=outlet,
        statements=[said("a nurse", "said", "Buses will take the wounded out at 6.00am", act="announce")],
        events=[WHERE],
        announcements=[{"what": "Buses will take the wounded out", "due": "at 6.00am", "due_iso": due, "statement": 0}],
    )


def later(sentence, days, outlet):
    return invented(
        f"News from Harrat. {sentence}",
        outlet=outlet,
        published=date(2019, 5, 1) + timedelta(days=days),
        events=[event("News", type="CONSULT", mode=None, place="Harrat")],
    )


ANNOUNCED = st.builds(announced, st.sampled_from(DUES), st.sampled_from(SAID_ON), st.sampled_from(OUTLETS))
LATER = st.builds(later, st.sampled_from(TOLD), st.integers(0, 60) | st.just(5730), st.sampled_from(OUTLETS))


@given(
    st.lists(ANNOUNCED, min_size=1, max_size=5),
    st.lists(LATER, max_size=5),
    st.randoms(use_true_random=False),
    st.sampled_from([datetime(2019, 5, 4, 5, tzinfo=UTC), datetime(2019, 5, 20), datetime(2036, 1, 1, tzinfo=UTC)]),
)
@settings(max_examples=20, deadline=None)
def test_what_became_of_announcements_is_kept_up_as_reports_come_and_change(coming, news, chance, now):
    reports = list({reading.report.id: reading for reading in (*coming, *news)}.values())
    chance.shuffle(reports)
    with open_case(":memory:") as case:
        for start in range(0, len(reports), 2):
            keep(case, reports[start : start + 2])
            case.reconcile()
        assert_followed(case, now)
        changed = [replace(r, announcements=(), events=(), claims=(), reader=ANEW) for r in reports[:2]]
        keep(case, changed)
        case.reconcile()
        assert_followed(case, now)


ANEW = ReaderName("anew", "2", "invented")


def assert_followed(case, now):
    for clock in (None, now):
        whole, kept = WholeCatalogue(case, now=clock), case.catalogue(now=clock)
        for kind in OutcomeKind:
            assert kept.promises([kind], 0, 99) == whole.promises([kind], 0, 99)
        for report in case.reports():
            assert kept.outcomes_of([report.id]) == whole.outcomes_of([report.id])


def test_announcements_are_followed_in_the_cases_made_for_it():
    """So that the test above does not hold because nothing is ever announced or told."""
    with open_case(":memory:") as case:
        keep(case, [announced(due, SAID_ON[0], OUTLETS[0]) for due in DUES[3:4]])
        keep(case, [later(TOLD[0], 4, OUTLETS[1]), announced(DUES[1], date(2019, 4, 30), OUTLETS[2])])
        case.reconcile()
        found = case.catalogue(now=datetime(2036, 1, 1, tzinfo=UTC))
        assert found.promises([OutcomeKind.KEPT], 0, 9).total == 1
        assert sum(found.promises([kind], 0, 9).total for kind in OutcomeKind) >= 1
        assert found.promises([OutcomeKind.KEPT], 0, 9).items[0][0].evidence


def test_the_catalogue_of_the_example_is_that_of_the_whole_case():
    with open_case(":memory:") as case:
        case.ingest(EXAMPLES)
        case.read()
        case.reconcile()
        assert_whole(case)
        for day in range(12, 25):
            assert_whole(case, datetime(2016, 12, day, tzinfo=UTC))
