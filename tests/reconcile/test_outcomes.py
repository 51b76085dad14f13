"""Outcomes: what later reports tell of an announcement, and what silence means once the hour has passed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from accordingto.reconcile.copies import find_copies
from accordingto.reconcile.outcomes import follow_commitments
from accordingto.terms.findings import OutcomeKind
from tests.reconcile.invented import event, invented, said

DUE = "2019-05-04T04:00:00Z"
WHERE = event("evacuation", type="AGREE", mode="evacuation", place="Harrat")


def announced(due=DUE, published=date(2019, 5, 3)):
    return invented(
        "An evacuation of Harrat was agreed. Buses will take the wounded out at 6.00am, a nurse said.",
        published=published,
        statements=[said("a nurse", "said", "Buses will take the wounded out at 6.00am", act="announce")],
        events=[WHERE],
        announcements=[{"what": "Buses will take the wounded out", "due": "at 6.00am", "due_iso": due, "statement": 0}],
    )


def later(sentence, day=5, outlet="Courier (invented)", moment=None):
    return invented(
        f"News from Harrat. {sentence}",
        outlet=outlet,
        published=moment or date(2019, 5, day),
        events=[event("News", type="CONSULT", mode=None, place="Harrat")],
    )


def outcome(*readings, now=None):
    found = [o for o in follow_commitments(readings, now=now) if o.what.exact.startswith("Buses")]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Buses with the wounded arrived in Tel Soda from Harrat.", OutcomeKind.KEPT),
        ("The first convoy of buses set out from Harrat at dawn.", OutcomeKind.BEGUN),
        ("The evacuation of Harrat was postponed because of mines.", OutcomeKind.DELAYED),
        ("Buses sent to Harrat were turned back at the bridge.", OutcomeKind.DELAYED),
        ("The evacuation of Harrat was called off.", OutcomeKind.BROKEN),
        ("The evacuation of Harrat, halted on Saturday, has resumed.", OutcomeKind.BEGUN),
    ],
)
def test_a_later_report_tells_what_became_of_it(sentence, kind):
    found = outcome(announced(), later(sentence))
    assert found.kind is kind
    assert sentence.rstrip(".") in found.why
    assert found.evidence[0].anchor.exact == sentence.rstrip(".")


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        (None, OutcomeKind.WAITING),
        (datetime(2019, 5, 4, 3, tzinfo=UTC), OutcomeKind.WAITING),
        (datetime(2019, 5, 4, 5, tzinfo=UTC), OutcomeKind.OVERDUE),
    ],
    ids=["no clock", "an hour before", "an hour after"],
)
def test_silence_is_judged_by_the_clock_that_is_handed_in(now, kind):
    assert outcome(announced(), now=now).kind is kind


def test_what_is_due_at_no_time_is_never_overdue():
    assert outcome(announced(due=None), now=datetime(2030, 1, 1, tzinfo=UTC)).kind is OutcomeKind.WAITING


def test_a_day_is_overdue_only_when_it_is_over():
    assert outcome(announced(due="2019-05-04"), now=datetime(2019, 5, 4, 23, tzinfo=UTC)).kind is OutcomeKind.WAITING
    assert outcome(announced(due="2019-05-04"), now=datetime(2019, 5, 5, 1, tzinfo=UTC)).kind is OutcomeKind.OVERDUE


@pytest.mark.parametrize(
    "other",
    [
        later("The evacuation of Harrat was called off.", day=2),
        later("The evacuation of Harrat was called off.", day=30),
        later("The trial of the ferryman began in Harrat."),
        invented(
            "The evacuation of Qalat was called off.",
            published=date(2019, 5, 5),
            events=[event("evacuation", type="RETREAT", mode="evacuate", place="Qalat")],
        ),
    ],
    ids=["told before", "weeks later", "of something else", "of another place"],
)
def test_other_news_is_no_outcome(other):
    assert outcome(announced(), other).kind is OutcomeKind.WAITING


def test_the_latest_news_stands():
    readings = (
        announced(),
        later("The evacuation of Harrat was postponed."),
        later("Buses left the town of Harrat.", day=6),
    )
    found = outcome(*readings)
    assert found.kind is OutcomeKind.KEPT
    assert len(found.evidence) == 2


def test_two_voices_of_one_day_dispute_it():
    found = outcome(
        announced(),
        later("The evacuation of Harrat was called off."),
        later("Buses arrived from Harrat with the wounded.", outlet="Valley Post (invented)"),
    )
    assert found.kind is OutcomeKind.DISPUTED
    assert "Valley Post" in found.why


def test_hours_late_run_from_the_due_moment_to_the_report():
    told = later("Buses set out from Harrat.", moment=datetime(2019, 5, 4, 10, 30, tzinfo=UTC))
    assert outcome(announced(), told).hours_late == 6.5
    assert outcome(announced(), later("Buses set out from Harrat.")).hours_late is None


WIRE = (
    "An evacuation of Harrat was agreed on Friday. Buses will take the wounded out at 6.00am, a nurse said. "
    "The hall by the quay had been made ready with straw and blankets, and the school cook had boiled soup for two "
    "hundred. Men with lanterns walked the road as far as the mill and came back at ten to say that it was clear."
)
REPORT = "The evacuation of Harrat has begun, the harbour master said, and he asked for silence on the quay."


def printed(outlet, published, due, text=WIRE):
    return invented(
        text,
        outlet=outlet,
        published=published,
        statements=[said("a nurse", "said", "Buses will take the wounded out at 6.00am", act="announce")],
        events=[WHERE],
        announcements=[{"what": "Buses will take the wounded out", "due": "at 6.00am", "due_iso": due, "statement": 0}],
    )


def test_a_reprint_is_judged_as_of_what_it_repeats():
    first = printed("Meridian (invented)", datetime(2019, 5, 3, 21, tzinfo=UTC), DUE)
    reprint = printed("Courier (invented)", datetime(2019, 5, 4, 1, tzinfo=UTC), "2019-05-05T04:00:00Z")
    news = later("Buses set out from Harrat.", moment=datetime(2019, 5, 4, 10, tzinfo=UTC))
    copies = find_copies(reading.report for reading in (first, reprint, news))
    outcomes = follow_commitments((first, reprint, news), copies)
    assert [(o.kind, o.hours_late) for o in outcomes] == [(OutcomeKind.BEGUN, 6.0)] * 2
    assert {o.report_id for o in outcomes} == {first.report.id, reprint.report.id}
    for one in outcomes:
        one.what.check(next(r.report.body for r in (first, reprint) if r.report.id == one.report_id))


def test_a_reprint_of_the_announcement_is_no_news_of_it():
    first = printed("Meridian (invented)", date(2019, 5, 3), DUE, f"{WIRE} {REPORT}")
    reprint = printed("Courier (invented)", date(2019, 5, 4), DUE, f"{WIRE} {REPORT}")
    copies = find_copies(reading.report for reading in (first, reprint))
    assert {o.kind for o in follow_commitments((first, reprint), copies)} == {OutcomeKind.WAITING}
    assert OutcomeKind.BEGUN in {o.kind for o in follow_commitments((first, reprint))}


def test_a_report_dated_in_its_text_alone_tells_of_that_day():
    dated = later("Buses sent to Harrat were turned back at the bridge.")
    dated = replace(dated, report=replace(dated.report, published=None, written=date(2019, 5, 4)))
    found = outcome(announced(published=datetime(2019, 5, 4, 1, tzinfo=UTC)), dated)
    assert found.kind is OutcomeKind.DELAYED
    assert found.evidence[0].as_of == date(2019, 5, 4)
    assert "told last on 4 May 2019: " in found.why


def test_a_moment_is_told_by_the_clock_that_everybody_shares():
    told = later("Buses set out from Harrat.", moment=datetime(2019, 5, 4, 10, 30, tzinfo=timezone(timedelta(hours=2))))
    assert "told last on 4 May 2019, 08:30 UTC: " in outcome(announced(), told).why


def test_the_order_of_readings_changes_nothing():
    readings = [announced(), later("The evacuation was postponed."), later("Buses arrived from Harrat.", day=7)]
    assert follow_commitments(readings) == follow_commitments(readings[::-1])
