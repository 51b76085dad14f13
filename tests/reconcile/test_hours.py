"""Hours: dawn and half past three are two times; a night, a time zone and a long day are not."""

from dataclasses import replace
from datetime import date

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.hours import read_hour
from accordingto.terms.findings import About, AgreementKind
from tests.reconcile.invented import event, figure, invented, said

AGAINST, BOTH, AGREE = AgreementKind.CONTRADICTION, AgreementKind.COMPATIBLE, AgreementKind.CORROBORATION
LEAGUE, MAYOR = "the Ferrymen's League", "the mayor Salma Idris"


def told(words, source=LEAGUE, outlet="A (invented)", day="2019-05-03", time=None, status="occurred", published=4):
    text = f"A market was struck {words} in Harrat and 23 people were killed, {source} said. The quay was closed."
    return invented(
        text,
        outlet=outlet,
        published=date(2019, 5, published),
        statements=[said(source, "said", text[: text.index(",")])],
        events=[event("struck", place="Harrat", statement=0, date=day, time=time, status=status, mode="airstrike")],
        figures=[figure("23", 23, 23, statement=0)],
    )


def times(*readings):
    found = [a for incident in compare_accounts(readings).incidents for a in incident.agreements]
    return [a for a in found if a.about is About.TIME]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("at dawn", "at 3.30 pm", AGAINST),
        ("at dawn", "in the evening", AGAINST),
        ("at 6 am", "at 3pm", AGAINST),
        ("at 06:15", "at 18:15", AGAINST),
        ("before dawn", "at noon", AGAINST),
        ("in the small hours", "at midday", AGAINST),
        ("around midnight", "in the afternoon", AGAINST),
        ("at 0700 GMT", "at 1015 GMT", AGAINST),  # both in one zone
        ("at daybreak", "during Friday prayers", AGAINST),
        ("at sunset", "early in the morning", AGAINST),
        ("at 11.30pm", "at 4 p.m.", AGAINST),
        ("at first light", "at nightfall", AGAINST),
        ("in the morning", "in the late afternoon", AGAINST),
        ("from dawn", "in the evening", BOTH),
        ("from dawn", "until the evening", None),  # until when, not when
        ("since the morning", "at dusk", None),  # since when, not when
        ("at dawn and again later", "at 3.30 pm", BOTH),  # it came again
        ("in waves that began at dawn", "at 5 pm", BOTH),
        ("at 5.00am", "at 3.00am GMT", BOTH),  # local time and GMT
        ("at 7 am", "at 9 am", BOTH),
        ("in the morning", "around midday", BOTH),
        ("overnight", "before dawn", BOTH),
        ("in the evening", "at night", BOTH),
        ("at dawn", "at dawn", AGREE),
        ("at 6.30 am", "at 06:30", AGREE),
        ("at 6.30 am", "at 6.45 am", AGREE),
        ("in the morning", "at 8 am", None),
        ("at night", "at 11 pm", None),
        ("at dawn", "on Friday", None),
        ("with 3.5 tonnes of explosives", "at dawn", None),
        ("at 3 o'clock", "at dawn", None),  # of the morning or of the afternoon
        ("as the mayor told reporters at 3pm", "at dawn", None),  # when it was said
    ],
)
def test_two_times_of_one_day(one, other, kind):
    for first, second in ((one, other), (other, one)):
        found = times(told(first), told(second, MAYOR, "B (invented)"))
        assert [a.kind for a in found] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (("on Friday", "2019-05-03"), ("on Wednesday", "2019-05-01"), AGAINST),
        (("on Friday", "2019-05-03"), ("on Tuesday", "2019-04-30"), AGAINST),
        (("on Friday afternoon", "2019-05-03"), ("on Thursday morning", "2019-05-02"), AGAINST),
        (("on Friday", "2019-05-03"), ("on Thursday", "2019-05-02"), BOTH),
        (("late on Thursday night", "2019-05-02"), ("at dawn on Friday", "2019-05-03"), BOTH),
        (("on Thursday evening", "2019-05-02"), ("on Friday", "2019-05-03"), BOTH),
        (("at midnight on Thursday", "2019-05-02"), ("at 1 am on Friday", "2019-05-03"), BOTH),
        (("on Friday", "2019-05-03"), ("on Friday", "2019-05-03"), None),
        (("on Friday", "2019-05-03"), ("this week", "2019-04-29/2019-05-03"), None),
    ],
)
def test_two_days_of_one_incident(one, other, kind):
    first = told(one[0], day=one[1], time=one[0].removeprefix("on "))
    second = told(other[0], MAYOR, "B (invented)", day=other[1], time=other[0].removeprefix("on "))
    assert [a.kind for a in times(first, second)] == ([kind] if kind else [])


def test_what_is_still_going_on_has_no_one_hour():
    going = told("at dawn", status="ongoing")
    assert [a.kind for a in times(going, told("at 3.30 pm", MAYOR, "B (invented)"))] == [BOTH]


def test_both_times_stand_side_by_side_with_the_reason():
    (found,) = times(told("at dawn"), told("at 3.30 pm", MAYOR, "B (invented)"))
    assert {side.anchor.exact for side in found.sides} == {"at dawn", "3.30 pm"}
    assert found.why.endswith("no less than 8.5 hours lie between the two")


@pytest.mark.parametrize(
    ("words", "exact", "first"),
    [
        ("the strike at 3.30pm local time", "3.30pm", 15.5),
        ("hit at 12 am", "12 am", 0.0),
        ("hit at 12 noon", "noon", 11.5),
        ("at 1615 GMT the mine went off", "1615 ", 16.25),
        ("at 22:35 shells fell", "22:35", 22.583333333333332),
    ],
)
def test_a_clock_is_read_as_hours_from_midnight(words, exact, first):
    hour, (start, end) = read_hour(words)
    assert (words[start:end], hour.first) == (exact, first)


def test_a_battle_has_no_one_day():
    one, other = (
        told("on Wednesday", day="2019-05-01", time="Wednesday"),
        told("on Friday", MAYOR, "B (invented)", day="2019-05-03", time="Friday"),
    )
    fought = [replace(r, events=(replace(r.events[0], mode="ground-fighting"),)) for r in (one, other)]
    assert times(*fought) == []
