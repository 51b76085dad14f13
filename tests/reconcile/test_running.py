"""Running totals: counts of a war or a month stand in a list of their own and never in an incident's toll."""

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.lexicons import load_lexicon
from accordingto.terms.figures import Harm, Who
from accordingto.terms.tolls import TollRule
from tests.reconcile.invented import event, figure, invented

BLAST = "A blast at the depot of Harrat killed 12 people on Friday."


def telling(sentence, *figures, events=(), **more):
    blast = event("blast", place="Harrat", mode="bombing", **more)
    return invented(f"{BLAST} {sentence}", events=[blast, *events], figures=[figure("12", 12, 12), *figures])


def found(*readings):
    (incident,) = compare_accounts(readings).incidents
    toll = {t.who: (t.low, t.high) for t in incident.tolls if (t.rule, t.harm) == (TollRule.ALL, Harm.KILLED)}
    return toll, {(total.entry.anchor.exact, total.over) for total in incident.running}


@pytest.mark.parametrize(
    ("sentence", "words", "over"),
    [
        ("More than 40,000 have been killed since 2011.", "More than 40,000", "since 2011"),
        (
            "At least 70 have died since the conflict began in March 2017.",
            "70",
            "since the conflict began in March 2017",
        ),
        ("Since the war erupted some 900 people have been killed.", "some 900", "Since the war"),
        ("In the past two months 300 have been killed in the valley.", "300", "In the past two months"),
        ("The six-year-old civil war has killed 800 people.", "800", "six-year-old civil war"),
        ("So far this month 61 people were killed.", "61", "So far this month"),
        ("The dead among the dockers are 61 over the last 15 days.", "61", "over the last 15 days"),
        ("In recent days 61 people have been killed.", "61", "In recent days"),
        ("Over 61 people have been killed as a result of these violations.", "61", "as a result of these violations"),
        (
            "Raids in and around the valley have killed 61 since a U.S.-brokered lull collapsed on Monday.",
            "61",
            "since a U.S.-brokered lull",
        ),
        ("Since Sept. 19, when the truce was called off, 61 people have been killed.", "61", "Since Sept. 19"),
        (
            "Raids on the valley have grown since rebels came up from the coast on March 31. The raids have killed 61.",
            "61",
            "since rebels came up from the coast on March 31",
        ),
        (
            "Raids have grown since the campaign began. The raids have killed many. Another 61 people have died.",
            "61",
            "since the campaign",
        ),
        ("On Monday 61 people were killed in similar mortar attacks on the port.", "61", "in similar mortar attacks"),
    ],
)
def test_a_count_of_more_than_the_incident_stands_apart(sentence, words, over):
    toll, running = found(telling(sentence, figure(words, 61, None)))
    assert toll == {Who.PEOPLE: (12, 12)}
    assert running == {(words, over)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The clinic put the dead at 19 since dawn.",
        "It was the deadliest blast since 2011 and killed 19 people.",
        "The dead, 19 in all, lay in the town, which has been besieged since 2013.",
        "It killed 19 in the second attack this month.",
        "In the past 24 hours 19 people were killed.",
        "Over the last two days 19 people were killed.",
        "Shelling has grown since the war began. Another 19 were killed on the pier.",
        "Shelling has grown since the war began. The governor counted 19 dead.",
        "The raids have killed 19 people.",
    ],
)
def test_other_words_of_time_leave_the_count_in_the_toll(sentence):
    toll, running = found(telling(sentence, figure("19", 19, 19)))
    assert toll == {Who.PEOPLE: (12, 19)}
    assert not running


def test_the_words_belong_to_the_nearest_count_of_the_sentence():
    sentence = "It killed 19 at the pier, and the war has taken 700 lives since 2011."
    war = event("war", mode="other", date=None, main=False)
    toll, running = found(telling(sentence, figure("19", 19, 19), figure("700", 700, 700, event=1), events=[war]))
    assert toll == {Who.PEOPLE: (12, 19)}
    assert running == {("700", "since 2011")}


def test_a_count_that_hangs_on_a_campaign_in_the_background_is_a_running_total():
    shelling = event("shelling", date="2019-01/2019-05-03", main=False)
    reading = telling("The shelling of the coast has killed 340.", figure("340", 340, 340, event=1), events=[shelling])
    toll, running = found(reading)
    assert toll == {Who.PEOPLE: (12, 12)}
    assert running == {("340", "counted from 2019-01-01 to 2019-05-03")}


def test_no_single_incident_kills_tens_of_thousands():
    toll, running = found(
        telling("The war has killed 400,000 people.", figure("400,000", 400_000, 400_000, event=None))
    )
    assert toll == {Who.PEOPLE: (12, 12)}
    assert running == {("400,000", "more than any single incident harms")}


def test_the_parts_of_a_running_total_stay_with_it():
    part = figure("90 children", 90, 90, who="children", part_of=1)
    toll, running = found(
        telling("Since 2011 some 700, 90 children among them, were killed.", figure("700", 700, 700), part)
    )
    assert toll == {Who.PEOPLE: (12, 12)}
    assert {words for words, _ in running} == {"700", "90 children"}


def test_a_count_over_a_campaign_is_the_campaigns_own_toll():
    days = "2019-04-01/2019-05-03"
    toll, running = found(telling("In the past two months 300 were killed.", figure("300", 300, 300), date=days))
    assert toll == {Who.PEOPLE: (12, 300)}
    assert not running


def test_who_is_trapped_is_no_running_total():
    trapped = figure("2,000", 2000, 2000, harm="trapped")
    _, running = found(telling("Some 2,000 have been trapped in the town since the siege of March 2018.", trapped))
    assert not running


def test_every_phrase_has_a_hint_by_which_its_sentence_is_found():
    lexicon = load_lexicon("running")
    phrases = [*lexicon["since"]["opening"], *lexicon["over"]["phrases"]]
    assert [phrase for phrase in phrases if not any(hint in phrase for hint in lexicon["hints"]["words"])] == []
