"""Deputies: a body and whoever speaks for it are one voice; a branch with a voice of its own stays one."""

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.deputies import find_principals, find_wholes, one_key_each
from accordingto.reconcile.speakers import Speaker
from tests.reconcile.invented import event, figure, invented, said


def speakers(*names):
    return tuple(Speaker(f"voice:{name}", name, named=True) for name in names)


@pytest.mark.parametrize(
    ("body", "person"),
    [
        ("The army", "an army spokesman, Colonel Omar Said"),
        ("The army", "a spokesman for the army"),
        ("the Ferrymen's League", "Salma Idris, head of the Ferrymen's League"),
        ("the Ferrymen's League", "its director, Salma Idris"),
        ("Qalat", "Qalat's ambassador to the Lake Council"),
    ],
)
def test_an_office_holder_speaks_for_the_body_it_names(body, person):
    assert find_principals(speakers(body, person)) == {f"voice:{person}": f"voice:{body}"}


@pytest.mark.parametrize(
    ("body", "person"),
    [
        ("The army", "a harbour official"),
        ("the Lake Council", "the Lake Council human rights office"),  # a branch speaks for itself
        ("the rebels", "a rebel commander"),  # a crowd has no one voice
        ("The army", "an army barber"),
    ],
)
def test_others_are_voices_of_their_own(body, person):
    assert find_principals(speakers(body, person)) == {}


def test_of_two_bodies_named_it_speaks_for_the_first():
    person = "Qalat's ambassador to the Lake Council"
    found = find_principals(speakers("the Lake Council", "Qalat", person))
    assert found == {f"voice:{person}": "voice:Qalat"}


def test_a_branch_is_not_independent_of_its_whole():
    whole, branch = speakers("the Lake Council", "the Lake Council human rights office")
    assert find_wholes(branch, (whole, branch)) == {"voice:the Lake Council"}
    assert find_wholes(whole, (whole, branch)) == frozenset()


def test_a_person_who_speaks_for_the_army_in_two_reports_makes_it_one_army():
    colonel = "voice:omar-said"
    found = one_key_each([{colonel: "unnamed:1:army"}, {colonel: "unnamed:2:army"}])
    assert found == {colonel: "unnamed:1:army", "unnamed:2:army": "unnamed:1:army"}


def harrat(*sources, outlet="The Example (invented)"):
    """A report in which each (source, number of people killed) counts the dead of one blast."""
    text = " ".join(f"{source} said {words} people died in the blast." for source, words, _ in sources)
    return invented(
        f"A blast shook Harrat on Friday. {text}",
        outlet=outlet,
        statements=[said(source, "said", f"{words} people died") for source, words, _ in sources],
        events=[event("blast", place="Harrat", mode="bombing")],
        figures=[figure(words, low, low, statement=n) for n, (_, words, low) in enumerate(sources)],
    )


def test_a_body_and_its_spokesman_are_one_origin_named_for_the_body():
    (found,) = compare_accounts(
        [harrat(("The army", "23", 23), ("An army spokesman, Colonel Omar Said,", "23", 23))]
    ).incidents
    (origin,) = found.origins
    assert origin.name == "The army"
    assert [chain[0].name for chain in origin.chains] == ["The army", "An army spokesman, Colonel Omar Said,"]
    assert found.agreements == ()  # who says a number twice corroborates nothing


def test_the_spokesman_alone_in_another_report_is_the_same_origin():
    both = harrat(("The army", "23", 23), ("An army spokesman, Colonel Omar Said,", "23", 23))
    alone = harrat(("An army spokesman, Colonel Omar Said,", "23", 23), outlet="Courier (invented)")
    (found,) = compare_accounts([both, alone]).incidents
    assert [len(origin.report_ids) for origin in found.origins] == [2]


def test_whose_key_is_a_body_already_speaks_for_no_other_that_spoke_before():
    militia, league = speakers("the Sheave militia", "the Ferrymen's League")
    head = Speaker(league.key, "its head Salma Idris", named=True, deputy=True)
    assert find_principals((league, militia, head)) == {}
    assert find_principals((militia, head)) == {}
    again = Speaker(league.key, "its head Salma Idris", named=True)
    assert find_principals((league, militia, again)) == {}
