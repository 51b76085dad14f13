"""Agreement beyond the incident: over or not, who leaves, who is spared, and who calls whom a liar."""

from datetime import date

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.terms.findings import About, AgreementKind
from accordingto.terms.reports import UNKNOWN_OUTLET
from tests.reconcile.invented import event, figure, invented, said

CITY = event("truce", type="AGREE", mode="ceasefire", place="Harrat")


def quoting(*statements, outlet="The Example (invented)", day=3, place="Harrat", **more):
    """A report from Harrat in which each (source, content) is said."""
    text = f"A truce was talked of in {place}. " + " ".join(f"{source} said {words}." for source, words in statements)
    return invented(
        text,
        outlet=outlet,
        published=date(2019, 5, day),
        statements=[said(source, "said", words, **more) for source, words in statements],
        events=[{**CITY, "place": place}],
    )


def disputes(about, *readings):
    found = compare_accounts(readings).agreements
    return [a for a in found if a.kind is AgreementKind.CONTRADICTION and a.about is about]


OVER = ("General Omar Said", "all operations in the port have ended")
GOING = ("The Ferrymen's League", "the shelling of the port has gone on without pause and continues tonight")


@pytest.mark.parametrize("over", ["the battle for Harrat is over", "hostilities have ceased", "the fighting has ended"])
@pytest.mark.parametrize("going", ["the clinic is under heavy fire", "barrages continue", "incessant shelling"])
def test_over_stands_against_going_on(over, going):
    (found,) = disputes(About.ONGOING, quoting(("General Omar Said", over), ("The League", going)))
    assert [side.anchor.exact for side in found.sides] == [over, going]
    assert "said it is over" in found.why


@pytest.mark.parametrize(
    "words",
    [
        "the fighting is far from over",
        "the shelling must be halted before talks",
        "operations will go on until the battle is over",
        "the last clashes displaced thousands over the winter",
    ],
)
def test_what_is_not_said_to_be_over_is_not_over(words):
    assert disputes(About.ONGOING, quoting(("General Omar Said", words), GOING)) == []


def test_a_demand_that_fighting_stop_does_not_say_that_it_has():
    assert disputes(About.ONGOING, quoting(("General Omar Said", "the shelling has ended"), GOING, act="demand")) == []


def test_the_dispute_also_stands_across_reports():
    one, other = quoting(OVER), quoting(GOING, outlet="Courier (invented)", day=4)
    (found,) = disputes(About.ONGOING, one, other)
    assert len(found.report_ids) == 2


@pytest.mark.parametrize("other", [{"place": "Qalat"}, {"day": 9}], ids=["another place", "a week later"])
def test_elsewhere_or_later_it_may_well_go_on(other):
    elsewhere = quoting(("The League", "the shelling of the town continues"), outlet="Courier (invented)", **other)
    assert disputes(About.ONGOING, quoting(OVER), elsewhere) == []


def test_one_voice_does_not_dispute_itself():
    assert disputes(About.ONGOING, quoting(OVER, ("General Omar Said", "the shelling continues"))) == []


def test_only_these_leave_against_others_who_leave():
    reading = quoting(
        ("General Omar Said", "only gunmen would board the ferries"),
        ("The League", "families as well as gunmen were boarding the ferries"),
    )
    (found,) = disputes(About.WHO, reading)
    assert "named the only ones concerned" in found.why


def test_only_these_leave_against_an_event_with_others():
    reading = invented(
        "Gunmen and villagers will be taken out of Harrat. Only gunmen would leave, General Omar Said said.",
        statements=[said("General Omar Said", "said", "Only gunmen would leave")],
        events=[
            event(
                "taken out",
                type="RETREAT",
                mode="evacuate",
                status="planned",
                actor=["Gunmen and villagers"],
                place="Harrat",
            )
        ],
    )
    (found,) = disputes(About.WHO, reading)
    assert {side.anchor.exact for side in found.sides} == {"Only gunmen would leave", "Gunmen and villagers"}


def test_an_outlet_that_nobody_named_is_called_so():
    reading = invented(
        "Gunmen and villagers will be taken out of Harrat. Only gunmen would leave, General Omar Said said.",
        outlet=UNKNOWN_OUTLET,
        statements=[said("General Omar Said", "said", "Only gunmen would leave")],
        events=[
            event(
                "taken out",
                type="RETREAT",
                mode="evacuate",
                status="planned",
                actor=["Gunmen and villagers"],
                place="Harrat",
            )
        ],
    )
    (found,) = disputes(About.WHO, reading)
    assert "an outlet that is not named told of others too" in found.why


@pytest.mark.parametrize(
    ("only", "leaving", "disputed"),
    [
        ("only gunmen and their families would board the ferries", "families and gunmen were boarding", False),
        ("only gunmen and their families would board the ferries", "civilians and gunmen were boarding", True),
        ("not only gunmen would board the ferries", "civilians and gunmen were boarding", False),
        ("the gunmen would be the only losers", "civilians and gunmen were boarding", False),
    ],
)
def test_the_only_ones_are_all_that_are_named_with_only(only, leaving, disputed):
    reading = quoting(("General Omar Said", only), ("The League", leaving))
    assert bool(disputes(About.WHO, reading)) is disputed


def test_only_these_leave_is_no_dispute_when_nobody_else_does():
    reading = quoting(("General Omar Said", "only gunmen would leave"), ("The League", "the rebels are leaving"))
    assert disputes(About.WHO, reading) == []


SPARED = "No one will hurt the residents, General Omar Said said. The League counted 14 residents killed in Harrat."


def spared(harm="killed", who="civilians"):
    return invented(
        SPARED,
        statements=[
            said("General Omar Said", "said", "No one will hurt the residents", act="deny"),
            said("The League", "counted", "14 residents killed in Harrat"),
        ],
        events=[event("killed", place="Harrat", mode="shooting", statement=1)],
        figures=[figure("14", 14, 14, statement=1, harm=harm, who=who)],
    )


def test_nobody_is_harmed_stands_against_a_count_of_the_killed():
    (found,) = disputes(About.HAPPENED, spared())
    assert [side.anchor.exact for side in found.sides] == ["No one will hurt the residents", "14"]
    assert found.sides[0].chain == ("General Omar Said", "The Example (invented)")


@pytest.mark.parametrize("more", [{"harm": "evacuated"}, {"who": "fighters"}])
def test_it_does_not_stand_against_other_counts(more):
    assert disputes(About.HAPPENED, spared(**more)) == []


def lying(content, source="The French envoy", cue="accused"):
    return invented(
        "Russia's delegate said the port was calm. The envoy of Turkey said the port was burning. "
        f"{source} {cue} {content}.",
        statements=[
            said("Russia's delegate", "said", "the port was calm"),
            said("The envoy of Turkey", "said", "the port was burning"),
            said(source, cue, content, act="accuse"),
        ],
    )


@pytest.mark.parametrize(
    ("content", "attacked"),
    [
        ("Moscow of spreading lies", "the port was calm"),
        ("Turkey of a hoax", "the port was burning"),
        ("Ankara and others of disinformation about the port", "the port was burning"),
    ],
)
def test_an_accusation_of_lying_is_linked_to_what_it_attacks(content, attacked):
    (found,) = disputes(About.TRUTHFULNESS, lying(content))
    assert [side.anchor.exact for side in found.sides] == [content, attacked]


def test_you_in_an_accusation_is_whoever_is_addressed():
    reading = invented(
        "Russia's delegate said the port was calm. "
        "The French envoy turned to his Russian colleague and told him: you lied to us.",
        statements=[
            said("Russia's delegate", "said", "the port was calm"),
            said("The French envoy", "told", "you lied to us", act="accuse"),
        ],
    )
    (found,) = disputes(About.TRUTHFULNESS, reading)
    assert found.sides[1].anchor.exact == "the port was calm"


@pytest.mark.parametrize("content", ["Moscow of shelling the port", "Qalat lies nine miles from the port"])
def test_other_accusations_attack_no_truthfulness(content):
    assert disputes(About.TRUTHFULNESS, lying(content)) == []


def test_every_side_stands_on_the_words_of_its_report():
    readings = [quoting(OVER, GOING), spared(), lying("Moscow of spreading lies")]
    bodies = {reading.report.id: reading.report.body for reading in readings}
    found = compare_accounts(readings).agreements
    assert found
    for side in (side for agreement in found for side in agreement.sides):
        side.anchor.check(bodies[side.report_id])
        assert side.chain
