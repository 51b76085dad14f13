"""Copies: shared wording, however retitled, cut or reordered; who took it from whom; and what is no copy."""

from datetime import date

import pytest

from accordingto.reconcile.copies import copy_roots, find_copies
from accordingto.terms.incidents import Direction
from accordingto.terms.reports import Report

WIRE = (
    "Rescue crews in the river town of Harrat dug in the ruins of a cannery on Friday after shells hit it at noon. "
    "The harbour master counted nineteen boats that had carried wounded workers across to the clinic at Tel Soda. "
    "A foreman who had gone out to smoke said the second shell came down where the women were packing sardines. "
    "Neighbours brought blankets and lamps because the power station had been dark since the beginning of the month. "
    "By nightfall the crews had found eleven bodies and were still calling the names of four who were missing."
)
RIVAL = (
    "A cannery burned in Harrat on Friday. Officials in the capital said that insurgents had stored fuel at its gates, "
    "and that a welder's torch rather than any shell set the place alight. Eleven employees lost their lives. "
    "The ministry promised the families a pension and sent an inspector who will write up what he finds in ten days."
)
SENTENCES = WIRE.split(". ")


def report(text, *, outlet="The Example (invented)", title="Cannery hit in Harrat", day=date(2019, 5, 3)):
    return Report.of(title=title, text=text, outlet=outlet, published=day)


def only(*reports):
    (copy,) = find_copies(reports)
    return copy


def direction(first, second):
    """Who copied, told from the first of the two given."""
    copy = only(first, second)
    turned = {Direction.FIRST_FROM_SECOND: "first", Direction.SECOND_FROM_FIRST: "second"}
    if copy.direction is Direction.UNKNOWN:
        return "unknown"
    copier = copy.first if turned[copy.direction] == "first" else copy.second
    return "first" if copier == first.id else "second"


@pytest.mark.parametrize(
    "text",
    [
        WIRE,
        WIRE.upper(),
        WIRE.replace(",", "").replace(".", " "),
        ". ".join(reversed(SENTENCES)),
        "Grief in the river town. " + WIRE,
    ],
    ids=["retitled", "in capitals", "without its marks", "reordered", "with a new first line"],
)
def test_a_text_taken_over_is_a_whole_copy(text):
    copy = only(report(WIRE), report(text, title="Eleven dead by the river", outlet="Courier (invented)"))
    assert copy.whole
    assert copy.overlap > 0.8


def test_a_text_cut_to_its_first_sentences_is_a_copy_in_part():
    copy = only(report(WIRE), report(". ".join(SENTENCES[:3]), outlet="Courier (invented)"))
    assert not copy.whole
    assert copy.overlap > 0.9


def test_two_borrowed_sentences_in_a_story_of_ones_own_are_a_part():
    copy = only(report(WIRE), report(f"{RIVAL} {'. '.join(SENTENCES[:2])}.", outlet="Courier (invented)"))
    assert not copy.whole
    assert 0.25 < copy.overlap < 0.6


@pytest.mark.parametrize(
    "other",
    [report(RIVAL, outlet="Courier (invented)"), report(f"{RIVAL} {SENTENCES[2]}.", outlet="Courier (invented)")],
    ids=["the same title alone", "one quotation in common"],
)
def test_a_telling_in_other_words_is_no_copy(other):
    assert find_copies([report(WIRE), other]) == ()


def test_standing_text_that_an_outlet_prints_for_months_is_no_copy():
    days = [date(2019, month, 3) for month in (1, 3, 5, 7)]
    about = (
        "The Example is read in nine countries and answers to nobody but its readers who own it between them and vote. "
    )
    fresh = [
        " ".join(
            f"{word}{month}"
            for word in [
                "the",
                "mayor",
                "opened",
                "a",
                "bridge",
                "and",
                "spoke",
                "at",
                "length",
                "about",
                "its",
                "many",
                "arches",
            ]
        )
        for month in range(4)
    ]
    reports = [report(f"{text}. {about * 3}", day=day) for text, day in zip(fresh, days, strict=True)]
    assert find_copies(reports) == ()


def test_a_credit_tells_who_copied():
    wire = report(WIRE, outlet="reuters", day=date(2019, 5, 4))
    reprint = report(f"{WIRE} ---Reuters", outlet="Courier (invented)", day=date(2019, 5, 3))
    assert direction(wire, reprint) == "second"


def test_an_invented_house_is_credited_when_it_is_in_the_case():
    wire = report(WIRE, outlet="Meridian News Agency (invented)")
    reprint = report(f"{WIRE}\n\nSource: Meridian News Agency", outlet="Courier (invented)")
    assert direction(reprint, wire) == "first"


def test_without_a_credit_the_later_day_copied():
    late = report(WIRE, outlet="Courier (invented)", day=date(2019, 5, 4))
    assert direction(late, report(WIRE)) == "first"


def test_of_one_day_the_cut_text_copied():
    cut = report(". ".join(SENTENCES[:3]), outlet="Courier (invented)")
    assert direction(report(WIRE), cut) == "second"


def test_of_one_day_and_length_nothing_is_known():
    assert direction(report(WIRE), report(WIRE, outlet="Courier (invented)")) == "unknown"


def test_reprints_of_reprints_go_back_to_one_text():
    first = report(WIRE)
    second = report(WIRE, outlet="Courier (invented)", day=date(2019, 5, 4))
    third = report(WIRE, outlet="Valley Post (invented)", day=date(2019, 5, 5))
    roots = copy_roots([r.id for r in (first, second, third)], find_copies([third, first, second]))
    assert set(roots.values()) == {first.id}


HISTORY = (
    "The estuary has been fought over since the spring of the flood year, when councils of the north rose against a "
    "levy on salt and the capital answered with gunboats. Some nine thousand people have lost their lives since then "
    "and a third of the villages stand empty, according to the registrars of the Lake Council who keep the only list."
)
OTHER_NEWS = (
    "Two fishing boats sank off Qalat on Saturday after a patrol opened up on them with a machine gun from the mole. "
    "Divers brought up four men and a boy before the light failed, and a woman who had held on to a crate swam ashore."
)


def test_the_history_of_a_war_below_two_stories_is_no_copy():
    assert (
        find_copies([report(f"{WIRE} {HISTORY}"), report(f"{OTHER_NEWS} {HISTORY}", outlet="Courier (invented)")]) == ()
    )


def test_news_that_one_has_above_and_the_other_below_is_a_copy():
    story = f"{OTHER_NEWS} {RIVAL} {'. '.join(SENTENCES[:4])}."
    assert not only(report(f"{WIRE} {HISTORY}"), report(story, outlet="Courier (invented)")).whole


@pytest.mark.parametrize(("later", "found"), [(3, 1), (4, 1), (20, 0)], ids=["that day", "next day", "weeks later"])
def test_a_part_taken_over_is_news_of_the_same_days(later, found):
    cut = report(f"{'. '.join(SENTENCES[:2])}. {RIVAL}", outlet="Courier (invented)", day=date(2019, 5, later))
    assert len(find_copies([report(WIRE), cut])) == found


def test_a_house_does_not_take_over_its_own_words_of_another_day():
    running = report(f"{'. '.join(SENTENCES[:2])}. {RIVAL}", title="Cannery still burns", day=date(2019, 5, 4))
    assert find_copies([report(WIRE), running]) == ()
    assert only(report(WIRE), report(WIRE, title="From our pages", day=date(2019, 5, 4))).whole


def test_thirty_words_of_the_news_are_enough():
    taken = " ".join(WIRE.split()[:31])
    brief = report(f"{taken}. Nobody knows yet who fired.", outlet="Courier (invented)")
    assert only(report(f"{WIRE} {HISTORY}"), brief).overlap > 0.8


def test_a_wire_told_anew_with_two_sentences_left_standing_is_no_copy():
    anew = f"{RIVAL} {OTHER_NEWS} {'. '.join(SENTENCES[:2])}."
    assert find_copies([report(f"{WIRE} {HISTORY}"), report(anew, outlet="Courier (invented)")]) == ()
