"""Rules: the same figures under each name, what each leaves out, and what holds of every toll whatever the figures."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.copies import find_copies
from accordingto.reconcile.rules import RULES
from accordingto.reconcile.tolls import find_tolls
from accordingto.reconcile.voices import Voices
from accordingto.terms.events import EventType
from accordingto.terms.figures import Harm, Who
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.tolls import TollRule
from tests.reconcile.invented import blame, event, figure, invented, said

DAY = date(2019, 5, 3)


def counted(outlet, source, words, low, high, day=0, *, parts=(), more="", **figures):
    """An invented report of one blast: who gives which count of the dead, so many days after it."""
    text = f"A blast tore through the depot at Harrat on Friday; {source} said {words} were killed"
    text += "".join(f", including {part['text']}" for part in parts) + f". {more}"
    return invented(
        text,
        outlet=outlet,
        published=DAY + timedelta(days=day),
        statements=[said(source, "said", f"{words} were killed")],
        events=[event("blast", place="Harrat", mode="bombing", statement=0)],
        figures=[figure(words, low, high, statement=0, **figures), *parts],
    )


def incident_of(readings):
    accounts = tuple(sorted(Account(reading.report.id, 0) for reading in readings))
    return Incident("1" * 32, EventType.ASSAULT, "bombing", DAY.isoformat(), "Harrat", accounts, (), True)


def tolls(*readings):
    """The tolls of all these accounts of one incident, by rule, harm and kind of people."""
    voices = Voices.of(readings, find_copies(reading.report for reading in readings))
    found = find_tolls(incident_of(readings), voices)
    return {(toll.rule, toll.harm, toll.who): toll for toll in found}


def killed(rule, *readings, who=Who.PEOPLE):
    return tolls(*readings)[rule, Harm.KILLED, who]


CLINIC = counted("A (invented)", "the Harrat clinic", "12", 12, 12)
CLINIC_AGAIN = counted("B (invented)", "the Harrat clinic", "at least 19", 19, None, 1)
GOVERNOR = counted("C (invented)", "the governor Omar Said", "nine", 9, 9, 1)
LEAGUE = counted("D (invented)", "the Ferrymen's League", "17", 17, 17, 1)


@pytest.mark.parametrize(
    ("rule", "low", "best", "high", "kept", "left"),
    [
        (TollRule.ALL, 9, None, None, 4, 0),
        (TollRule.LATEST, 9, None, None, 3, 1),
        (TollRule.INDEPENDENT, 9, None, None, 3, 1),
        (TollRule.CONSERVATIVE, 9, 9, 9, 3, 1),
        (TollRule.GED, 9, 9, None, 3, 1),
        (TollRule.CONTESTED, 9, None, None, 3, 1),
    ],
)
def test_each_rule_says_its_number_what_it_stands_on_and_what_it_leaves_out(rule, low, best, high, kept, left):
    found = killed(rule, CLINIC, CLINIC_AGAIN, GOVERNOR, LEAGUE)
    assert (found.low, found.best, found.high) == (low, best, high)
    assert (len(found.entries), len(found.left_out)) == (kept, left)
    assert found.why
    assert all(one.why for one in found.left_out)


@pytest.mark.parametrize(
    ("told", "low", "high", "top"),
    [
        ([("15", 15, 15), ("more than 30", 30, None), ("32", 32, 32), ("at least 50", 50, None)], 15, None, 50),
        ([("12", 12, 12), ("over 65", 65, None)], 12, None, 65),
        ([("at least 12", 12, None), ("40", 40, 40)], 12, 40, 40),
        ([("at least 12", 12, None)], 12, None, 12),
    ],
)
def test_a_toll_that_is_open_above_still_knows_the_highest_number_that_anyone_gives(told, low, high, top):
    sources = ("the Harrat clinic", "the governor Omar Said", "the Ferrymen's League", "a fireman")
    readings = [counted(f"{source[4]} (invented)", source, *one) for source, one in zip(sources, told, strict=False)]
    found = killed(TollRule.ALL, *readings)
    assert (found.low, found.high, found.top) == (low, high, top)


def test_a_part_knows_the_people_that_its_own_report_counts_it_among():
    part = [figure("nine children", 9, 9, who="children", part_of=0)]
    told = counted("A (invented)", "the clinic", "12 civilians", 12, 12, parts=part, who="civilians")
    (entry,) = killed(TollRule.ALL, told, who=Who.CHILDREN).entries
    assert entry.inside is Who.CIVILIANS
    assert [one.inside for one in killed(TollRule.ALL, told, who=Who.CIVILIANS).entries] == [None]


def test_of_a_number_that_a_report_gives_twice_the_one_inside_its_whole_stands():
    part = [figure("nine children", 9, 9, who="children", part_of=0)]
    told = counted("A (invented)", "the clinic", "12", 12, 12, parts=part)
    whole, share = told.figures
    told = replace(told, figures=(whole, replace(share, part_of=None), share))
    assert [one.inside for one in killed(TollRule.ALL, told, who=Who.CHILDREN).entries] == [Who.PEOPLE]


def test_what_an_origin_gives_is_open_above_its_own_highest_number():
    found = killed(TollRule.ALL, CLINIC, CLINIC_AGAIN)
    assert [(one.low, one.high, one.top) for one in found.by_origin] == [(12, None, 19)]


def test_every_rule_has_a_function_that_cites_its_basis_and_a_meaning_for_people():
    assert set(RULES) == set(TollRule)
    assert all(RULES[rule].__doc__ and rule.meaning and rule.basis for rule in TollRule)
    assert "ACLED" in RULES[TollRule.CONSERVATIVE].__doc__
    assert "UCDP GED" in RULES[TollRule.GED].__doc__
    assert "Airwars" in RULES[TollRule.CONTESTED].__doc__


def test_the_conservative_rule_leaves_out_what_a_page_tells_as_an_earlier_count():
    text = "A blast tore through the depot at Harrat on Friday. 17 are dead; a fireman had earlier reported two killed."
    found = killed(
        TollRule.CONSERVATIVE,
        invented(
            text,
            published=DAY,
            statements=[said("a fireman", "reported", "two killed")],
            events=[event("blast", place="Harrat", mode="bombing")],
            figures=[figure("17", 17, 17), figure("two", 2, 2, statement=0)],
        ),
    )
    assert found.best == 17
    assert [(one.entry.low, one.why) for one in found.left_out] == [(2, "a later count, grown from it, replaces it")]


def test_another_voice_that_does_not_know_of_a_count_replaces_it_in_no_rule():
    early = counted("E (invented)", "a fireman", "two", 2, 2)
    found = killed(TollRule.CONSERVATIVE, early, LEAGUE)
    assert (found.best, found.left_out) == (2, ())


def test_what_has_grown_does_not_depend_on_which_report_has_a_breakdown():
    # The order in which counts are looked at once decided which of them a later one replaces.
    part = [figure("one other", 1, 1, part_of=0)]
    bare, other = counted("A", "the Harrat clinic", "at least 1", 1, None), counted("B", "Omar Said", "2", 2, 2, 1)
    with_part = counted("C", "the Harrat clinic", "1", 1, 1, parts=part)
    alone = replace(with_part, figures=with_part.figures[:1])
    assert killed(TollRule.CONSERVATIVE, bare, other, with_part).best == 1
    assert killed(TollRule.CONSERVATIVE, bare, other, alone).best == 1


def test_the_conservative_rule_takes_the_lowest_of_counts_that_stand_against_each_other():
    rival = counted("E (invented)", "a fireman", "two", 2, 2)
    assert killed(TollRule.CONSERVATIVE, rival, CLINIC, LEAGUE).best == 2


@pytest.mark.parametrize(
    ("words", "low", "coded"),
    [("dozens", 24, 12), ("tens", 20, 10), ("Hundreds", 200, 100), ("dozens of hundreds", 2400, 1200)],
)
def test_a_vague_word_is_coded_as_acled_does_where_nobody_gives_a_number(words, low, coded):
    vague = counted("E (invented)", "a fireman", words, low, None, 1, bound="vague")
    found = killed(TollRule.CONSERVATIVE, vague)
    assert (found.low, found.best, found.high) == (coded, coded, coded)
    assert f"“{words}” is coded as {coded}" in found.why
    beside = killed(TollRule.CONSERVATIVE, vague, GOVERNOR)
    assert beside.best == 9
    assert [one.why for one in beside.left_out] == ["a vague word beside numbers"]


def test_another_vague_word_keeps_the_number_that_it_is_read_as():
    several = counted("E (invented)", "a fireman", "several", 3, None, bound="vague")
    assert killed(TollRule.CONSERVATIVE, several).best == 3


def test_only_up_to_gives_no_conservative_number():
    found = killed(TollRule.CONSERVATIVE, counted("E (invented)", "a fireman", "up to 40", None, 40, bound="up to"))
    assert (found.low, found.best, found.high) == (None, None, 40)
    assert "none of them gives a lowest number" in found.why


def test_best_is_the_last_figure_of_a_named_source():
    found = killed(TollRule.GED, GOVERNOR, counted("E (invented)", "an army source", "30", 30, 30, 3))
    assert (found.low, found.best, found.high) == (9, 9, 30)
    assert "the governor Omar Said, as of 4 May 2019" in found.why


def test_without_a_named_source_there_is_no_best():
    found = killed(TollRule.GED, counted("E (invented)", "an army source", "30", 30, 30))
    assert found.best is None
    assert "no best" in found.why


def denying(day=1, **more):
    return invented(
        "The army denied that a blast had struck the depot at Harrat on Friday.",
        outlet="F (invented)",
        published=DAY + timedelta(days=day),
        statements=[said("The army", "denied", "a blast had struck the depot at Harrat", act="deny")],
        events=[event("blast", place="Harrat", mode="bombing", status="denied", statement=0)],
        **more,
    )


def test_a_denial_that_it_took_place_sets_the_minimum_to_0_under_one_rule_only():
    found = tolls(CLINIC, GOVERNOR, denying())
    lows = {rule: toll.low for (rule, _, _), toll in found.items()}
    assert lows.pop(TollRule.CONTESTED) == 0
    assert set(lows.values()) == {9}
    assert "the army denied that “blast” took place" in found[TollRule.CONTESTED, Harm.KILLED, Who.PEOPLE].why


@pytest.mark.parametrize(("fighters", "low"), [("12", 0), ("15", 12)])
def test_as_many_counted_as_fighters_by_another_contest_that_they_were_civilians(fighters, low):
    civil = counted("A (invented)", "the Harrat clinic", "12", 12, 12, who="civilians")
    number = int(fighters)
    armed = counted("B (invented)", "the Coast Command", fighters, number, number, who="fighters")
    found = killed(TollRule.CONTESTED, civil, armed, who=Who.CIVILIANS)
    assert found.low == low


def test_a_denial_of_its_own_part_does_not_contest_the_harm():
    own = denying(blame=[blame("The army", 0, "denies")])
    assert killed(TollRule.CONTESTED, CLINIC, GOVERNOR, own).low == 9


def test_that_it_is_over_is_no_denial_that_it_took_place():
    over = invented(
        "The army said the blast at Harrat on Friday was over.",
        outlet="F (invented)",
        published=DAY,
        statements=[said("The army", "said", "the blast at Harrat on Friday was over")],
        events=[event("blast", place="Harrat", mode="bombing", status="denied", statement=0)],
    )
    assert killed(TollRule.CONTESTED, CLINIC, GOVERNOR, over).low == 9


def test_origins_of_one_side_are_marked():
    readings = [CLINIC, GOVERNOR]
    voices = Voices.of(readings, ())
    sides = {report_id: replace(own, side="the coast") for report_id, own in voices.own.items()}
    bare = [replace(r, figures=tuple(replace(f, statement=None) for f in r.figures)) for r in readings]
    voices = replace(voices, own=sides, readings={r.report.id: r for r in bare})
    (found,) = [t for t in find_tolls(incident_of(readings), voices) if t.rule is TollRule.INDEPENDENT]
    assert "2 origins that share no link, both of one side (the coast)" in found.why
    assert {entry.side for entry in found.entries} == {"the coast"}


def test_the_growth_of_a_toll_is_told_step_by_step_in_order_of_time():
    steps = [("43", 43, 0), ("70", 70, 0), ("100", 100, 1), ("112", 112, 2), ("126", 126, 3)]
    sources = [
        "the Harrat clinic",
        "the Ferrymen's League",
        "the Ferrymen's League",
        "Omar Said",
        "the Ferrymen's League",
    ]
    readings = [
        counted(f"{source} {words} (invented)", source, words, low, low, day)
        for source, (words, low, day) in zip(sources, steps, strict=True)
    ]
    found = killed(TollRule.ALL, *reversed(readings))
    assert [(entry.low, entry.origin) for entry in found.growth] == [
        (low, source) for source, (_, low, _) in zip(sources, steps, strict=True)
    ]
    assert {one.origin: (one.low, one.high) for one in found.by_origin}["the Ferrymen's League"] == (70, 126)


def test_an_origin_that_repeats_its_number_takes_no_further_step():
    again = counted("B (invented)", "the Harrat clinic", "12", 12, 12, 2)
    assert [entry.as_of for entry in killed(TollRule.ALL, again, CLINIC).growth] == [DAY]


def test_the_tolls_of_compared_accounts_are_asked_for_by_rule():
    (found,) = compare_accounts([CLINIC, GOVERNOR]).incidents
    assert [toll.rule for toll in found.under()] == [TollRule.ALL]
    assert [toll.best for toll in found.under(TollRule.GED)] == [9]


# What holds whatever the figures are.

SOURCES = ("the Harrat clinic", "the governor Omar Said", "an army source", "the Ferrymen's League", "the rescue corps")


@st.composite
def figures_given(draw):
    """The words, the bounds and the sides of one count, as a report may give it."""
    low = draw(st.integers(1, 400))
    shape = draw(st.sampled_from(["exact", "at least", "up to", "range", "vague"]))
    match shape:
        case "exact":
            return str(low), low, low, shape
        case "at least":
            return f"at least {low}", low, None, shape
        case "up to":
            return f"up to {low}", None, low, shape
        case "range":
            high = low + draw(st.integers(1, 50))
            return f"between {low} and {high}", low, high, shape
        case _:
            return draw(st.sampled_from([("dozens", 24, None, shape), ("hundreds", 200, None, shape)]))


@st.composite
def reports(draw):
    """Up to six reports of one blast, some with a part of their count."""
    given = draw(
        st.lists(st.tuples(figures_given(), st.sampled_from(SOURCES), st.integers(0, 4)), min_size=1, max_size=6)
    )
    found = []
    for number, ((words, low, high, bound), source, day) in enumerate(given):
        share = draw(st.one_of(st.none(), st.integers(1, 500)))
        who = draw(st.sampled_from(["people", "children", "fighters"]))
        parts = [] if share is None else [figure(f"{share} others", share, share, who=who, part_of=0)]
        found.append(counted(f"Paper {number} (invented)", source, words, low, high, day, parts=parts, bound=bound))
    return found


def ordered(toll):
    known = [number for number in (toll.low, toll.best, toll.high) if number is not None]
    return known == sorted(known)


@settings(max_examples=100, deadline=None)
@given(reports())
def test_low_is_never_above_best_nor_best_above_high(readings):
    assert all(ordered(toll) for toll in tolls(*readings).values())


@settings(max_examples=100, deadline=None)
@given(reports())
def test_every_number_of_a_rule_is_one_that_an_entry_gives(readings):
    for (rule, _, _), toll in tolls(*readings).items():
        own = {number for entry in toll.entries for number in (entry.low, entry.high)}
        if rule is TollRule.CONSERVATIVE:
            own |= {12, 100}  # "dozens" and "hundreds", in a recorder's code
        assert {toll.low, toll.best, toll.high} <= own | {None}


@settings(max_examples=100, deadline=None)
@given(reports())
def test_what_a_rule_stands_on_and_what_it_leaves_out_are_all_the_figures_each_once(readings):
    found = tolls(*readings)
    for (_, harm, who), toll in found.items():
        marks = [(e.report_id, e.figure) for e in (*toll.entries, *(one.entry for one in toll.left_out))]
        every = [(e.report_id, e.figure) for e in found[TollRule.ALL, harm, who].entries]
        assert sorted(marks) == sorted(every)


@settings(max_examples=100, deadline=None)
@given(reports())
def test_a_part_never_makes_the_toll_of_its_whole(readings):
    without = [replace(reading, figures=reading.figures[:1]) for reading in readings]
    for rule in TollRule:
        whole, alone = killed(rule, *readings), killed(rule, *without)
        assert (whole.low, whole.best, whole.high) == (alone.low, alone.best, alone.high)


LONG = (
    "The depot held paint and rope, said its keeper, who had left for tea a minute before it burned. Firemen from "
    "three villages brought water in milk churns until the river pump came late in the afternoon, and a ferry waited."
)


@settings(max_examples=60, deadline=None)
@given(reports(), st.integers(0, 5), st.integers(0, 4))
def test_a_copy_never_changes_the_toll_of_independent_origins(readings, which, later):
    chosen = readings[which % len(readings)]
    original = _longer(chosen, chosen.report.outlet, 0)
    rest = [reading for reading in readings if reading is not chosen]
    copy = _longer(chosen, "Reprinter (invented)", later)
    assert find_copies([original.report, copy.report])
    found, with_copy = tolls(original, *rest), tolls(original, copy, *rest)
    for key, toll in found.items():
        if key[0] in (TollRule.INDEPENDENT, TollRule.GED, TollRule.LATEST, TollRule.CONSERVATIVE):
            again = with_copy[key]
            assert (again.low, again.best, again.high) == (toll.low, toll.best, toll.high)
            assert len(again.entries) == len(toll.entries)


def _longer(reading, outlet, later):
    """The reading with enough text that a reprint of it is known, under this outlet, so many days later."""
    report = reading.report
    day = report.published + timedelta(days=later)
    told = invented(f"{report.text} {LONG}", outlet=outlet, published=day).report
    moved = {"report_id": told.id}

    def at(anchor):
        return replace(anchor, **moved) if anchor else None

    said_ = tuple(
        replace(s, source=at(s.source), cue=at(s.cue), content=at(s.content), entity=None) for s in reading.statements
    )
    events = tuple(replace(e, trigger=at(e.trigger), place=at(e.place), time=at(e.time)) for e in reading.events)
    figures = tuple(replace(f, anchor=at(f.anchor)) for f in reading.figures)
    return replace(reading, report=told, statements=said_, entities=(), events=events, figures=figures)
