"""How announcements are read: what is said to be coming, when it is due, and by whom."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.read.commitments import CommitmentWords, read_commitments
from accordingto.read.sentences import Page, SentenceWords, divide
from accordingto.terms.attributions import Act, Attribution, Form
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.reports import Report
from accordingto.terms.times import TimeKind, TimeMention

WORDS = CommitmentWords.load()
SENTENCES = SentenceWords.load()
DAY = date(2016, 12, 13)
EAST = timezone(timedelta(hours=2))
ReportOf = Callable[..., Report]


def page_of(report: Report) -> Page:
    return divide(report, SENTENCES)


def spans_of(page: Page, words: str) -> tuple[int, int]:
    start = page.body.index(words, len(page.report.title))
    return start, start + len(words)


def said(page: Page, content: str, cue: str, act: Act = Act.ANNOUNCE) -> Attribution:
    cue_anchor, content_anchor = page.anchor(spans_of(page, cue)), page.anchor(spans_of(page, content))
    return Attribution(None, (), cue_anchor, content_anchor, Form.INDIRECT, act, None)


def clock(page: Page, words: str, moment: datetime) -> TimeMention:
    day = moment.date()
    return TimeMention(page.anchor(spans_of(page, words)), TimeKind.TIME, None, day, day, 1, moment)


def day_of(page: Page, words: str, day: date) -> TimeMention:
    return TimeMention(page.anchor(spans_of(page, words)), TimeKind.DATE, day.isoformat(), day, day, 1)


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Talks are due to begin in Geneva.", "Talks are due to begin in Geneva"),
        ("Rebels vowed to open the road to the town.", "to open the road to the town"),
        ("Rebels vowed on Sunday to open the road.", "to open the road"),
        ("The army is preparing for an operation on the border.", "an operation on the border"),
        ("The ministry announced a truce in the old town.", "a truce in the old town"),
        ("The evacuation was imminent.", "The evacuation was imminent"),
        ("The rebels vowed in a speech on Sunday to open the road.", "to open the road"),
        ("We pledge to open the road to the town.", "to open the road to the town"),
        ("They fled a deadline to leave the old town.", "to leave the old town"),
        (
            "The ministry declared a pause in the raids as part of the talks.",
            "a pause in the raids as part of the talks",
        ),
    ],
)
def test_a_firm_word_tells_of_a_plan_in_any_voice(report_of: ReportOf, sentence: str, what: str) -> None:
    (plan,) = read_commitments(page_of(report_of(sentence)), (), (), (), WORDS)
    assert (plan.what.exact, plan.statement, plan.due_at, plan.due_day) == (what, None, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Five were injured due to a rocket attack on the square.",
        "The toll is expected to rise, the clinic said.",
        "The buses will not leave the square.",
        "If the deal holds the buses would leave the square.",
        "The general was set to music by nobody.",
        "She announced a prize for bakers.",
        "It opens the way for IS to move on the old town.",
        "No one will open the road to the town.",
        "The army foiled the imminent attack on the old town.",
        "Six more names were announced in talks on the old town.",
        "The two sides announced a deal meant to bring a truce.",
        "Guns were reportedly preparing to attack the town.",
        "The town was quiet after the army announced the operation.",
    ],
)
def test_causes_tolls_refusals_and_conditions_are_no_plans(report_of: ReportOf, sentence: str) -> None:
    assert read_commitments(page_of(report_of(sentence)), (), (), (), WORDS) == ()


def test_what_a_statement_announces_stands_without_its_cue_and_its_hour(report_of: ReportOf) -> None:
    page = page_of(report_of("A truce holds and buses will start to leave at 6.00am (4.00am GMT), an officer said."))
    statements = (said(page, "A truce holds and buses will start to leave at 6.00am (4.00am GMT)", "said"),)
    times = (clock(page, "6.00am (4.00am GMT)", datetime(2016, 12, 13, 6, tzinfo=EAST)),)
    (plan,) = read_commitments(page, statements, (), times, WORDS)
    assert (plan.what.exact, plan.statement) == ("buses will start to leave", 0)
    assert plan.due == times[0].anchor


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Ambulances will take the wounded out on Friday", "Ambulances will take the wounded out"),
        (
            "Lorries will deliver the victims their blankets on Friday",
            "Lorries will deliver the victims their blankets",
        ),
        ("The dead will remain in the square on Friday", None),
    ],
)
def test_the_wounded_may_be_carried_out_while_a_toll_only_rises(
    report_of: ReportOf, sentence: str, what: str | None
) -> None:
    page = page_of(report_of(f"{sentence}, according to the clinic."))
    friday = day_of(page, "Friday", date(2016, 12, 16))
    plans = read_commitments(page, (said(page, sentence, "according to"),), (), (friday,), WORDS)
    assert [plan.what.exact for plan in plans] == ([what] if what else [])


@pytest.mark.parametrize(
    ("act", "sentence", "what"),
    [
        (Act.JUDGE, "it will continue a halt on raids", "it will continue a halt on raids"),
        (Act.WARN, "the last meeting will be held soon", "the last meeting will be held soon"),
        (Act.WARN, "the last meeting will be held", None),
        (Act.JUDGE, "the raids will continue soon", None),
        (Act.DEMAND, "it will continue a halt on raids", None),
    ],
)
def test_what_is_heard_as_a_warning_commits_who_speaks_of_himself_or_names_when(
    report_of: ReportOf, act: Act, sentence: str, what: str | None
) -> None:
    page = page_of(report_of(f"The council said {sentence}."))
    plans = read_commitments(page, (said(page, sentence, "said", act),), (), (), WORDS)
    assert [plan.what.exact for plan in plans] == ([what] if what else [])


@pytest.mark.parametrize(
    ("sentence", "time", "kind", "what"),
    [
        ("The army announced a truce for three days.", "three days", TimeKind.DURATION, "a truce for three days"),
        ("The army announced a Friday truce in the town.", "Friday", TimeKind.DATE, "a Friday truce in the town"),
        ("The army announced a truce from Friday.", "Friday", TimeKind.DATE, "a truce"),
    ],
)
def test_a_plan_ends_before_its_day_but_holds_how_long_it_lasts(
    report_of: ReportOf, sentence: str, time: str, kind: TimeKind, what: str
) -> None:
    page = page_of(report_of(sentence))
    when = TimeMention(page.anchor(spans_of(page, time)), kind, None, None, None, None)
    (plan,) = read_commitments(page, (), (), (when,), WORDS)
    assert plan.what.exact == what


def test_a_truce_told_of_by_who_announced_it_is_a_plan(report_of: ReportOf) -> None:
    page = page_of(report_of("A two-day truce in the town announced by the army did not hold."))
    statements = (said(page, "A two-day truce in the town", "announced"),)
    (plan,) = read_commitments(page, statements, (), (), WORDS)
    assert (plan.what.exact, plan.statement) == ("A two-day truce in the town", 0)


def test_an_hour_without_a_day_is_the_next_such_hour_after_publication(report_of: ReportOf) -> None:
    page = page_of(report_of("Buses will leave at 6.00am (4.00am GMT), an officer said."))
    statements = (said(page, "Buses will leave at 6.00am (4.00am GMT)", "said"),)
    times = (clock(page, "6.00am (4.00am GMT)", datetime(2016, 12, 13, 6, tzinfo=EAST)),)
    (plan,) = read_commitments(page, statements, (), times, WORDS)
    assert plan.due_at == datetime(2016, 12, 14, 6, tzinfo=EAST)
    assert plan.due_at.astimezone(UTC).isoformat() == "2016-12-14T04:00:00+00:00"
    assert plan.due_day == date(2016, 12, 14)


def test_a_day_is_the_last_on_which_it_can_be_kept(report_of: ReportOf) -> None:
    page = page_of(report_of("A truce would begin Monday, the envoy said."))
    monday = date(2016, 12, 19)
    times = (day_of(page, "Monday", monday),)
    (plan,) = read_commitments(page, (said(page, "A truce would begin Monday", "said"),), (), times, WORDS)
    assert (plan.what.exact, plan.due_at, plan.due_day) == ("A truce would begin", None, monday)


@pytest.mark.parametrize(
    ("words", "read", "due"),
    [
        ("Friday", date(2016, 12, 9), date(2016, 12, 16)),  # the Friday that has gone by is not the one to come
        ("Friday", date(2016, 12, 16), date(2016, 12, 16)),
        ("last week", date(2016, 12, 9), None),
    ],
)
def test_what_is_to_come_is_due_on_no_day_that_has_gone_by(
    report_of: ReportOf, words: str, read: date, due: date | None
) -> None:
    page = page_of(report_of(f"A truce would begin {words}, the envoy said.", published=DAY))
    statements = (said(page, f"A truce would begin {words}", "said"),)
    (plan,) = read_commitments(page, statements, (), (day_of(page, words, read),), WORDS)
    assert plan.due_day == due


@pytest.mark.parametrize("act", [Act.DEMAND, Act.ACCUSE, Act.JUDGE, Act.DENY, Act.WARN])
def test_demands_charges_and_opinions_commit_nobody(report_of: ReportOf, act: Act) -> None:
    page = page_of(report_of("The siege will start a famine, the envoy said."))
    statements = (said(page, "The siege will start a famine", "said", act),)
    assert read_commitments(page, statements, (), (), WORDS) == ()


def test_in_the_outlets_voice_a_bare_will_needs_a_day_or_a_deal(report_of: ReportOf) -> None:
    page = page_of(report_of("Buses will leave the square on Monday. A deal was struck."))
    assert read_commitments(page, (), (), (), WORDS) == ()
    monday = day_of(page, "Monday", date(2016, 12, 19))
    assert len(read_commitments(page, (), (), (monday,), WORDS)) == 1
    deal = Event(EventType.AGREE, None, page.anchor(spans_of(page, "deal was struck")), Status.OCCURRED)
    assert len(read_commitments(page, (), (deal,), (), WORDS)) == 1


@pytest.mark.parametrize(
    ("content", "what"),
    [
        # who speaks for himself is held to whatever he does
        ("we will answer every letter", "we will answer every letter"),
        ("it would probe the fire", "it would probe the fire"),
        # somebody is to do it, or it is to be done
        ("the council will discuss who lit the fire", "the council will discuss who lit the fire"),
        ("the pit will be closed by the firm", "the pit will be closed by the firm"),
        ("the ferry will continue to carry bread", "the ferry will continue to carry bread"),
        ("the league agreed to form a guard", "to form a guard"),
        ("the firm is preparing to open the road", "to open the road"),
        # mere outcomes, conditions, asides and what an enemy has in mind
        ("the winter will be hard for all", None),
        ("prices will soar in the town", None),
        ("it would send a ship if the port opened", None),
        ("the text in which terms will be given is lost", None),
        ("militants were preparing to open the dam", None),
        ("it was closing two schools", None),
    ],
)
def test_somebody_is_held_to_what_somebody_does(report_of: ReportOf, content: str, what: str | None) -> None:
    page = page_of(report_of(f"The clerk said {content}."))
    plans = read_commitments(page, (said(page, content, "said", Act.ASSERT),), (), (), WORDS)
    assert [plan.what.exact for plan in plans] == ([what] if what else [])


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("it was closing two schools", "it was closing two schools"),
        ("prices would fall in spring", "prices would fall in spring"),
        ("the winter will be hard for all", None),
    ],
)
def test_what_is_announced_need_be_no_deed(report_of: ReportOf, content: str, what: str | None) -> None:
    page = page_of(report_of(f"The clerk said {content}."))
    plans = read_commitments(page, (said(page, content, "said"),), (), (), WORDS)
    assert [plan.what.exact for plan in plans] == ([what] if what else [])


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("A two-day truce announced by the army held.", "A two-day truce"),
        ("The town hoped for the army's promise of a short pause.", "a short pause"),
        (
            "Under the deal the guards would hand over the bridge.",
            "Under the deal the guards would hand over the bridge",
        ),
        ("The army declared a fraught truce over.", None),
        ("An announced offensive on the port entered its second day.", None),
    ],
)
def test_a_truce_that_is_over_is_not_to_come(report_of: ReportOf, sentence: str, what: str | None) -> None:
    plans = read_commitments(page_of(report_of(sentence)), (), (), (), WORDS)
    assert [plan.what.exact for plan in plans] == ([what] if what else [])


def test_an_announcement_is_tied_to_the_event_it_names(report_of: ReportOf) -> None:
    page = page_of(report_of("Residents will be evacuated, and will leave by bus, the envoy said."))
    statements = (said(page, "Residents will be evacuated", "said"),)
    event = Event(EventType.RETREAT, "evacuate", page.anchor(spans_of(page, "evacuated")), Status.PLANNED)
    plans = read_commitments(page, statements, (event,), (), WORDS)
    assert (plans[0].event, plans[0].statement) == (0, 0)


def test_the_outlets_summary_of_an_announcement_is_not_a_second_one(report_of: ReportOf) -> None:
    text = "Residents are to be evacuated soon. The evacuation is imminent, the envoy said."
    page = page_of(report_of(text))
    statements = (said(page, "The evacuation is imminent", "said"),)
    trigger = page.anchor(spans_of(page, "evacuated"))
    assert len(read_commitments(page, statements, (), (), WORDS)) == 2
    named = Event(EventType.RETREAT, "evacuate", trigger, Status.PLANNED)
    both = read_commitments(page, (said(page, text[:-1], "said"),), (named,), (), WORDS)
    assert all(plan.statement == 0 for plan in both)


def test_the_first_case_announces_buses_for_three_in_the_morning(shared: Path) -> None:
    from accordingto.ingest.tables import report_of_row
    from accordingto.read.reader import Reader
    from evals.shared import gold_rows

    assert shared
    plans = Reader().read(report_of_row(gold_rows("seed")[0])).announcements
    buses = next(plan for plan in plans if plan.what.exact.startswith("buses"))
    assert buses.due_at is not None
    assert buses.due_at.utcoffset() == timedelta(hours=2)
    assert buses.due_at.astimezone(UTC) == datetime(2016, 12, 14, 3, tzinfo=UTC)
    assert any("imminent" in plan.what.exact for plan in plans)
    assert any(plan.what.exact == "only fighters would be leaving the city" for plan in plans)


FRAGMENTS = st.lists(
    st.sampled_from(
        ["buses", "will", "start", "vowed to", "announced a", "truce", "is due to begin", "imminent", ".", ",", "\n\n"]
    )
    | st.text(max_size=8),
    max_size=40,
)


@given(FRAGMENTS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_the_same_twice_with_anchors_that_hold(fragments: list[str]) -> None:
    report = Report.of(title="Notes", text=" ".join(fragments), published=DAY)
    plans = read_commitments(page_of(report), (), (), (), WORDS)
    assert plans == read_commitments(page_of(report), (), (), (), WORDS)
    for plan in plans:
        plan.what.check(report.body)
        if plan.due:
            plan.due.check(report.body)
