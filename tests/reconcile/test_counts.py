"""Counts of one incident: what replaces what, what cannot both be right, and what only looks so."""

from datetime import date

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.terms.findings import About, AgreementKind
from tests.reconcile.invented import blame, event, figure, invented, said

TELLING = "A mine went off under the ferry at Harrat on Friday and killed {} people, {} said."


def count(outlet, words, low, high, source, day=3, bound=None, **more):
    return invented(
        TELLING.format(words, source),
        outlet=outlet,
        published=date(2019, 5, day),
        statements=[said(source, "said", f"killed {words} people")],
        events=[event("mine went off", place="Harrat", mode="bombing", statement=0)],
        figures=[figure(words, low, high, statement=0, **({"bound": bound} if bound else {}), **more)],
    )


def kinds(*readings):
    (found,) = compare_accounts(readings).incidents
    return {(a.kind, a.about) for a in found.agreements}


LEAGUE, MAYOR = "the Ferrymen's League", "the mayor Salma Idris"
KILLED = About.KILLED


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (("12", 12, 12, LEAGUE, 3), ("12", 12, 12, MAYOR, 3), AgreementKind.CORROBORATION),
        (("12", 12, 12, LEAGUE, 3), ("19", 19, 19, MAYOR, 4), AgreementKind.UPDATE),
        (("12", 12, 12, LEAGUE, 3), ("at least 19", 19, None, LEAGUE, 4), AgreementKind.UPDATE),
        (("12", 12, 12, LEAGUE, 3), ("seven", 7, 7, MAYOR, 4), AgreementKind.CONTRADICTION),
        (("12", 12, 12, LEAGUE, 3), ("19", 19, 19, MAYOR, 3), AgreementKind.CONTRADICTION),
        (("at least 12", 12, None, LEAGUE, 3), ("at least 19", 19, None, MAYOR, 3), AgreementKind.CONTRADICTION),
        (("at least 12", 12, None, LEAGUE, 4), ("15", 15, 15, MAYOR, 3), AgreementKind.COMPATIBLE),
        (("12", 12, 12, LEAGUE, 3), ("12", 12, 12, LEAGUE, 4), None),
    ],
    ids=[
        "two voices, one number",
        "a later and higher count",
        "the same body counts again",
        "a later and lower count by another",
        "rival exact counts",
        "rival tallies of one day",
        "an older exact count above a bound",
        "one voice repeated",
    ],
)
def test_two_counts_stand_to_each_other(one, other, kind):
    found = kinds(count("A (invented)", *one), count("B (invented)", *other))
    assert found == ({(kind, KILLED)} if kind else set())


def test_a_vague_number_disputes_nothing():
    vague = count("B (invented)", "dozens of", 24, None, MAYOR, bound="vague")
    assert kinds(count("A (invented)", "12", 12, 12, LEAGUE), vague) == set()


def test_part_and_whole_are_not_set_against_each_other():
    part = count("B (invented)", "four", 4, 4, MAYOR, who="children")
    assert kinds(count("A (invented)", "12", 12, 12, LEAGUE), part) == {(AgreementKind.COMPATIBLE, KILLED)}


def test_fewer_civilians_than_people_is_no_dispute_and_more_is_one():
    people = count("A (invented)", "12", 12, 12, LEAGUE)
    fewer = kinds(people, count("B (invented)", "nine", 9, 9, MAYOR, who="civilians"))
    assert fewer == {(AgreementKind.COMPATIBLE, KILLED)}
    assert kinds(people, count("B (invented)", "15", 15, 15, MAYOR, who="civilians")) == {
        (AgreementKind.CONTRADICTION, KILLED)
    }


def test_a_rising_toll_is_one_update_in_order_of_time():
    steps = [("43", 43, 3), ("70", 70, 4), ("112", 112, 5), ("126", 126, 6)]
    readings = [count(f"{n} (invented)", w, low, low, LEAGUE, day) for n, (w, low, day) in enumerate(steps)]
    (found,) = compare_accounts(readings).incidents
    (update,) = [a for a in found.agreements if a.kind is AgreementKind.UPDATE]
    assert [side.anchor.exact for side in update.sides] == ["43", "70", "112", "126"]
    assert "rises from “43” (the Ferrymen's League, 3 May 2019) to" in update.why
    assert "126" in update.why


def updates(*readings):
    (found,) = compare_accounts(readings).incidents
    return [[side.anchor.exact for side in a.sides] for a in found.agreements if a.kind is AgreementKind.UPDATE]


def test_two_voices_that_both_count_on_are_two_updates():
    league = (count("A (invented)", "12", 12, 12, LEAGUE), count("B (invented)", "19", 19, 19, LEAGUE, 4))
    mayor = (count("C (invented)", "seven", 7, 7, MAYOR), count("D (invented)", "nine", 9, 9, MAYOR, 4))
    assert sorted(updates(*league, *mayor)) == [["12", "19"], ["seven", "nine"]]


def test_a_count_below_what_was_known_before_is_no_step_of_a_rising_toll():
    low = count("B (invented)", "seven", 7, 7, MAYOR, 4)
    third = count("C (invented)", "15", 15, 15, "the Lake Council", 5)
    assert updates(count("A (invented)", "at least 12", 12, None, LEAGUE), low, third) == [["at least 12", "15"]]


def test_whoever_was_disputed_once_is_not_updated_by_the_other():
    readings = [
        count("A (invented)", "12", 12, 12, LEAGUE),
        count("B (invented)", "nine", 9, 9, MAYOR),
        count("C (invented)", "12", 12, 12, MAYOR, 4),
        count("D (invented)", "20", 20, 20, LEAGUE, 5),
    ]
    assert sorted(updates(*readings)) == [["12", "20"], ["nine", "12"]]


def test_a_voice_that_denies_what_another_says_does_not_update_it():
    text = (
        "A mine went off under the ferry at Harrat on Friday and killed {0} people, {1} said. {1} {2} the Red Brigade."
    )

    def accused(source, words, low, day, cue, stance):
        return invented(
            text.format(words, source, cue),
            outlet=f"{day} (invented)",
            published=date(2019, 5, day),
            statements=[said(source, "said", f"killed {words} people"), said(source, cue, "the Red Brigade")],
            events=[event("mine went off", place="Harrat", mode="bombing", statement=0)],
            figures=[figure(words, low, low, statement=0)],
            blame=[blame("the Red Brigade", 1, stance)],
        )

    spoken_for = accused("Colonel Omar Said", "seven", 7, 3, "spoke for", "denies")
    assert updates(spoken_for, accused(LEAGUE, "12", 12, 4, "blamed", "blames")) == []
    assert updates(spoken_for, accused(LEAGUE, "12", 12, 4, "also denied it for", "denies")) == [["seven", "12"]]


def test_the_reason_names_both_numbers_and_both_voices():
    (found,) = compare_accounts(
        [count("A (invented)", "12", 12, 12, LEAGUE), count("B (invented)", "seven", 7, 7, MAYOR)]
    ).incidents
    (dispute,) = found.agreements
    assert all(word in dispute.why for word in ("12", "seven", LEAGUE, MAYOR, "no number fits both"))


def test_two_voices_inside_one_report_can_dispute():
    reading = invented(
        "A mine killed 12 people at Harrat, the Ferrymen's League said. The mayor Salma Idris said seven people died.",
        statements=[
            said("the Ferrymen's League", "said", "A mine killed 12 people at Harrat"),
            said("The mayor Salma Idris", "said", "seven people died"),
        ],
        events=[event("mine", place="Harrat", mode="bombing")],
        figures=[figure("12", 12, 12, statement=0), figure("seven", 7, 7, statement=1)],
    )
    assert kinds(reading) == {(AgreementKind.CONTRADICTION, KILLED)}


def test_people_trapped_in_one_place_are_compared_without_an_incident():
    reading = invented(
        "Thousands of people are stuck in Harrat, the Ferrymen's League said. "
        "The mayor Salma Idris spoke of more than 9,000.",
        statements=[
            said("the Ferrymen's League", "said", "Thousands of people are stuck in Harrat"),
            said("The mayor Salma Idris", "spoke of", "more than 9,000"),
        ],
        events=[event("stuck", type="COERCE", mode="siege", place="Harrat")],
        figures=[
            figure("Thousands", 2000, None, bound="vague", harm="trapped", statement=0),
            figure("more than 9,000", 9000, None, bound="more than", harm="trapped", statement=1),
        ],
    )
    (found,) = [a for a in compare_accounts([reading]).agreements if a.about is About.TRAPPED]
    assert found.kind is AgreementKind.COMPATIBLE
    assert "sets no upper limit" in found.why


def test_a_count_over_a_war_disputes_no_count_of_one_incident():
    reading = invented(
        "A mine went off under the ferry at Harrat on Friday and killed 12 people. Since 2011 mines have killed 900.",
        outlet="B (invented)",
        events=[event("mine went off", place="Harrat", mode="bombing")],
        figures=[figure("12", 12, 12), figure("900", 900, 900, **{"text@": 1})],
    )
    assert kinds(count("A (invented)", "12", 12, 12, LEAGUE), reading) <= {(AgreementKind.CORROBORATION, KILLED)}
