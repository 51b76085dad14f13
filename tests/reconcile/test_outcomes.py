"""Outcomes: what later reports tell of an announcement, and what silence means once the hour has passed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from accordingto.reconcile.copies import find_copies
from accordingto.reconcile.outcomes import Dues, follow_commitments, follow_dues
from accordingto.reconcile.promises import Coming, Matter
from accordingto.terms.findings import OutcomeKind, Side
from accordingto.terms.spans import Anchor, Span
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


def test_what_two_voices_announce_is_told_together():
    second = invented(
        "An evacuation of Harrat was agreed. Buses will carry the wounded out early on Saturday, the mayor said.",
        outlet="Valley Post (invented)",
        published=date(2019, 5, 3),
        statements=[said("the mayor", "said", "Buses will carry the wounded out early on Saturday", act="announce")],
        events=[WHERE],
        announcements=[
            {"what": "Buses will carry the wounded out", "due": "on Saturday", "due_iso": "2019-05-04", "statement": 0}
        ],
    )
    found = follow_commitments([announced(), second])
    assert {"announced also by" in one.why for one in found} == {True}
    assert {one.kind for one in found} == {OutcomeKind.WAITING}


def test_who_announces_the_like_for_another_day_does_not_announce_the_same():
    later = invented(
        "An evacuation of Harrat was agreed. Buses will carry the wounded out on Monday, the Red Crescent said.",
        outlet="Valley Post (invented)",
        published=date(2019, 5, 3),
        statements=[said("the Red Crescent", "said", "Buses will carry the wounded out on Monday", act="announce")],
        events=[WHERE],
        announcements=[
            {
                "what": "Buses will carry the wounded out",
                "due": "on Monday",
                "due_iso": "2019-05-06",
                "statement": 0,
            }
        ],
    )
    assert not any("announced also by" in one.why for one in follow_commitments([announced(), later]))


def test_who_is_called_alike_is_named_once_among_those_who_announce_the_same():
    def post(outlet, source):
        text = f"An evacuation of Harrat was agreed. Buses will carry the wounded out early on Saturday, {source} said."
        what = "Buses will carry the wounded out"
        return invented(
            text,
            outlet=outlet,
            published=date(2019, 5, 3),
            statements=[said(source, "said", f"{what} early on Saturday", act="announce")],
            events=[WHERE],
            announcements=[{"what": what, "due": "on Saturday", "due_iso": "2019-05-04", "statement": 0}],
        )

    found = follow_commitments(
        [announced(), post("Valley Post (invented)", "a port source"), post("Courier (invented)", "the port source")]
    )
    assert all(one.why.count("port source") <= 1 for one in found)
    assert any("port source" in one.why for one in found)


def test_who_announces_the_same_is_told_in_one_order_whatever_sorts_of_thing_it_is():
    def coming(number, name, *topics):
        anchor = Anchor("r", (Span(number, number + 1),), "x")
        matter = Matter(frozenset(topics), frozenset({"art"}), frozenset(), frozenset(), frozenset())
        return Coming(number, Side(f"r{number}", anchor, (name,), date(2019, 5, 3)), None, name, name, False, matter)

    topics = [f"topic {number}" for number in range(9)]
    others = [coming(n, f"the {topic}", topic) for n, topic in enumerate(topics, start=1)]
    dues = [Dues(f"r{one.number}", f"r{one.number}", (one,), ()) for one in (coming(0, "the army", *topics), *others)]
    found = follow_dues(dues)[0]
    assert found.why.endswith("announced also by the topic 0, the topic 1, the topic 2")


def renewed(due, published=date(2019, 5, 4), words="Buses will take the wounded out"):
    return invented(
        f"An evacuation of Harrat was agreed. {words} on another day, the mayor said.",
        outlet="Valley Post (invented)",
        published=published,
        statements=[said("the mayor", "said", f"{words} on another day", act="announce")],
        events=[WHERE],
        announcements=[{"what": words, "due": "on another day", "due_iso": due, "statement": 0}],
    )


def by_report(reading, *readings):
    return next(o for o in follow_commitments([reading, *readings]) if o.report_id == reading.report.id)


def test_an_announcement_for_a_later_day_puts_off_the_first():
    first, second = announced(), renewed("2019-05-07")
    found = by_report(first, second)
    assert found.kind is OutcomeKind.DELAYED
    assert found.evidence[0].anchor.exact == "Buses will take the wounded out"
    assert by_report(second, first).kind is OutcomeKind.WAITING
    kept = later("Buses with the wounded arrived in Tel Soda from Harrat.", day=7)
    assert by_report(first, second, kept).kind is OutcomeKind.KEPT
    assert "before that it was told as delayed" in by_report(first, second, kept).why


@pytest.mark.parametrize(
    "other",
    [renewed("2019-05-04"), renewed("2019-05-07", words="Buses will take more of the wounded out")],
    ids=["the same day again", "a further one"],
)
def test_other_announcements_put_off_nothing(other):
    assert by_report(announced(), other).kind is OutcomeKind.WAITING


def test_news_of_other_people_is_no_outcome():
    assert outcome(announced(), later("The gunmen left Harrat on buses.")).kind is OutcomeKind.WAITING


def test_a_truce_that_one_side_calls_broken_and_the_other_denies_is_disputed():
    promised = invented(
        "A truce in Harrat was agreed. The army will keep the truce, General Omar Said said.",
        published=date(2019, 5, 3),
        statements=[said("General Omar Said", "said", "The army will keep the truce", act="announce")],
        events=[event("truce", type="AGREE", mode="ceasefire", place="Harrat")],
        announcements=[{"what": "The army will keep the truce", "due": None, "due_iso": None, "statement": 0}],
    )
    charge = later("The army broke the truce in Harrat, the Ferrymen's League said.", day=4)
    denial = later("The army denied that it had broken the truce in Harrat.", day=5, outlet="Valley Post (invented)")
    (found,) = follow_commitments([promised, charge, denial])
    assert found.kind is OutcomeKind.DISPUTED
    assert "Courier" in found.why
    assert "Valley Post" in found.why


def test_hours_late_run_to_the_hour_that_is_told():
    told = later("Buses left Harrat at 9.30am.", moment=datetime(2019, 5, 4, 18, tzinfo=UTC))
    assert outcome(announced(), told).hours_late == 5.5


def test_what_is_kept_before_its_hour_is_not_late():
    told = later("Buses left Harrat.", moment=datetime(2019, 5, 4, 3, tzinfo=UTC))
    assert outcome(announced(), told).hours_late == 0.0


def test_a_copy_of_the_news_is_no_second_evidence():
    text = (
        "News from Harrat. The evacuation of Harrat has begun, the harbour master said, and he asked for silence "
        "on the quay. The hall by the water had been made ready with straw and blankets, and the school cook had "
        "boiled soup."
    )
    one, two = (
        invented(
            text,
            outlet=outlet,
            published=date(2019, 5, 5),
            events=[event("News", type="CONSULT", mode=None, place="Harrat")],
        )
        for outlet in ("Courier (invented)", "Valley Post (invented)")
    )
    copies = find_copies(reading.report for reading in (one, two))
    assert copies
    (found,) = [o for o in follow_commitments((announced(), one, two), copies) if o.what.exact.startswith("Buses")]
    assert len(found.evidence) == 1


def test_what_is_due_at_the_end_of_the_calendar_is_still_followed():
    assert outcome(announced(due="9999-12-31"), later("Buses arrived from Harrat.")).kind is OutcomeKind.KEPT
    assert outcome(announced(due="9999-12-31"), now=datetime(2030, 1, 1, tzinfo=UTC)).kind is OutcomeKind.WAITING


def undertaking(what, place="Harrat", due="2019-05-04", published=date(2019, 5, 3), outlet="Meridian (invented)"):
    return invented(
        f"News of {place}. {what} on another day, the mayor said.",
        outlet=outlet,
        published=published,
        statements=[said("the mayor", "said", f"{what} on another day", act="announce")],
        events=[event("News", type="CONSULT", mode=None, place=place)],
        announcements=[{"what": what, "due": "on another day", "due_iso": due, "statement": 0}],
    )


TRUCE = "A truce will begin in Harrat"


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (TRUCE, "Jets carried out strikes on Harrat hours after the mediators announced a truce."),
        (TRUCE, "Several attempts at securing a long-lasting truce in Harrat have failed."),
        ("A convoy will bring aid to Harrat", "Nine people were killed as worshippers were leaving mosques in Harrat."),
        ("A convoy will bring aid to Harrat", "People in Harrat were eating rice, and there were few vegetables left."),
        ("A convoy will bring aid to Harrat", "Aid has not reached the district of Qalat in weeks."),
        ("Fighting will halt to allow aid into Harrat", "Each side used the new road to bring food into Harrat."),
        ("A corridor will open in Harrat", "Rebels pressed on to break a siege of Harrat that began in April."),
    ],
)
def test_what_is_told_of_something_else_is_no_outcome(what, sentence):
    assert by_report(undertaking(what), later(sentence)).kind is OutcomeKind.WAITING


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The truce took effect at noon.", OutcomeKind.BEGUN),
        ("The raids follow the collapse of the fragile truce.", OutcomeKind.BROKEN),
        ("The truce is being respected.", OutcomeKind.KEPT),
    ],
)
def test_what_is_told_of_the_undertaking_itself_is_its_outcome(sentence, kind):
    assert by_report(undertaking(TRUCE), later(sentence)).kind is kind


def test_what_a_sentence_dates_before_the_announcement_is_no_outcome():
    def told(day):
        return invented(
            "News from Harrat. The truce collapsed.",
            outlet="Courier (invented)",
            published=date(2019, 5, 5),
            events=[
                event("News", type="CONSULT", mode=None, place="Harrat"),
                event("collapsed", type="RETREAT", mode="ceasefire", place="Harrat", date=day, main=False),
            ],
        )

    assert by_report(undertaking(TRUCE), told("2019-02-02")).kind is OutcomeKind.WAITING
    assert by_report(undertaking(TRUCE), told("2019-05-04")).kind is OutcomeKind.BROKEN


def test_two_reports_of_one_undertaking_have_one_outcome():
    first = undertaking(TRUCE)
    again = undertaking("The guns will rest and a truce begin in Harrat", published=date(2019, 5, 5), outlet="Courier")
    effect = later("The truce took effect at midnight.", day=4, outlet="Valley Post (invented)")
    found = follow_commitments([first, again, effect])
    assert [one.kind for one in found] == [OutcomeKind.BEGUN] * 2
    assert {one.evidence for one in found} == {found[0].evidence}


def test_an_announcement_for_another_day_is_another_undertaking():
    renewed = undertaking(TRUCE, due="2019-05-09", published=date(2019, 5, 6), outlet="Courier")
    collapse = later("The truce collapsed.", day=5, outlet="Valley Post (invented)")
    assert by_report(undertaking(TRUCE), renewed, collapse).kind is not OutcomeKind.WAITING
    assert by_report(renewed, undertaking(TRUCE), collapse).kind is OutcomeKind.WAITING
