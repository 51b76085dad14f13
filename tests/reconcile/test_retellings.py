"""Retellings: a report's own words beside a source for the same thing are that source's. All reports are invented."""

import pytest

from accordingto.reconcile.copies import find_copies
from accordingto.reconcile.retellings import (
    CARRIED_ON,
    HEADLINE,
    IN_A_WORD,
    IN_PARTS,
    ONE_TELLER,
    ROUND_NUMBER,
    SAME_BLAME,
    SAME_NUMBER,
    SHARE,
)
from accordingto.reconcile.voices import WORD_FOR_WORD, Voices
from accordingto.terms.claims import ClaimKind
from tests.reconcile.invented import blame, event, figure, invented, said

LEAGUE = "the Ferrymen's League"
TEXT = f"A rocket struck the landing at Harrat on Friday. At least 31 people died there, {LEAGUE} said."


def voices_of(*readings):
    return Voices.of(readings, find_copies(reading.report for reading in readings))


def told(reading, kind, number):
    """Whose a claim is, and why it is held to be."""
    voice = voices_of(reading).claim_voice(reading.report.id, ClaimKind(kind), number)
    return voice.name, voice.hops[-1].note


def counting(title, own, *, text=TEXT, event_of_it=None, **more):
    low, high, bound = more.pop("numbers"), more.pop("high", None), more.pop("bound", "exact")
    return invented(
        text,
        title=title,
        statements=[said(LEAGUE, "said", "At least 31 people died there")],
        events=[event("struck", place="Harrat", statement=event_of_it)],
        figures=[figure(own, low, high, bound=bound, **more), figure("At least 31", 31, None, statement=0)],
    )


@pytest.mark.parametrize(
    ("title", "own", "numbers", "why"),
    [
        ("31 dead at Harrat", "31", {"numbers": 31, "high": 31}, SAME_NUMBER),
        ("Dozens dead at Harrat", "Dozens", {"numbers": 24, "bound": "vague"}, IN_A_WORD),
        ("More than 30 dead at Harrat", "More than 30", {"numbers": 30, "bound": "more than"}, ROUND_NUMBER),
    ],
)
def test_a_headlines_number_is_the_sources_told_again(title, own, numbers, why):
    assert told(counting(title, own, **numbers), "figure", 0) == (LEAGUE, why)


@pytest.mark.parametrize(
    ("title", "own", "numbers"),
    [
        ("12 dead at Harrat", "12", {"numbers": 12, "high": 12}),
        ("Hundreds dead at Harrat", "Hundreds", {"numbers": 200, "bound": "vague"}),
        ("More than 20 dead at Harrat", "More than 20", {"numbers": 20, "bound": "more than"}),
        ("31 hurt at Harrat", "31", {"numbers": 31, "high": 31, "harm": "injured"}),
    ],
)
def test_a_number_that_the_source_does_not_give_stays_the_outlets(title, own, numbers):
    assert told(counting(title, own, **numbers), "figure", 0) == ("The Example (invented)", "")


def test_a_number_whose_make_up_the_source_gives_is_the_sources():
    reading = invented(
        f"Nine people died at Harrat. The dead were four boys and five girls, {LEAGUE} said.",
        statements=[said(LEAGUE, "said", "The dead were four boys and five girls")],
        events=[event("died")],
        figures=[
            figure("Nine", 9, 9),
            figure("four", 4, 4, who="children", part_of=0, statement=0),
            figure("five", 5, 5, who="children", part_of=0, statement=0),
        ],
    )
    assert told(reading, "figure", 0) == (LEAGUE, IN_PARTS)


@pytest.mark.parametrize(
    ("sentence", "teller"),
    [
        ("Fourteen of the dead were children.", (LEAGUE, SHARE)),
        ("A diver counted fourteen children among the dead.", ("The Example (invented)", "")),
    ],
)
def test_a_share_in_a_sentence_that_names_nobody_is_the_sources_who_counts_the_whole(sentence, teller):
    number = "Fourteen" if "Fourteen" in sentence else "fourteen"
    diver = [said("A diver", "counted", "children among the dead")] if "diver" in sentence else []
    reading = invented(
        f"The dead at Harrat are 82, {LEAGUE} said. Men dug for two days. {sentence}",
        statements=[said(LEAGUE, "said", "The dead at Harrat are 82"), *diver],
        events=[event("dead")],
        figures=[figure("82", 82, 82, statement=0), figure(number, 14, 14, who="children", part_of=0)],
    )
    assert told(reading, "figure", 1) == teller


def test_a_sentence_that_carries_on_what_the_source_tells_is_the_sources():
    reading = invented(
        f"Nine people died at Harrat, {LEAGUE} said. Of those killed six were children. Another 14 were hurt there.",
        statements=[said(LEAGUE, "said", "Nine people died at Harrat")],
        events=[event("died")],
        figures=[
            figure("Nine", 9, 9, statement=0),
            figure("six", 6, 6, who="children", part_of=0),
            figure("14", 14, 14, harm="injured"),
        ],
    )
    assert told(reading, "figure", 1) == (LEAGUE, CARRIED_ON)
    assert told(reading, "figure", 2)[0] == "The Example (invented)"  # the sentence before it names nobody
    after = invented(
        f"Nine people died at Harrat, {LEAGUE} said. Another 14 were hurt at the mill.",
        statements=[said(LEAGUE, "said", "Nine people died at Harrat")],
        events=[event("died")],
        figures=[figure("Nine", 9, 9, statement=0), figure("14", 14, 14, harm="injured")],
    )
    assert told(after, "figure", 1) == (LEAGUE, CARRIED_ON)


def test_an_event_is_the_sources_who_tells_of_it_in_the_next_sentence():
    assert told(counting("Fog", "31", numbers=31, high=31, text=TEXT + " Fog: 31."), "event", 0) == (LEAGUE, ONE_TELLER)


def test_an_event_told_before_whoever_counts_its_dead_stays_the_outlets():
    text = (
        f"A rocket struck the landing at Harrat on Friday. The fog lifted late. At least 31 people died, {LEAGUE} said."
    )
    reading = invented(
        text,
        title="Fog",
        statements=[said(LEAGUE, "said", "At least 31 people died")],
        events=[event("struck", place="Harrat")],
        figures=[figure("At least 31", 31, None, statement=0)],
    )
    assert told(reading, "event", 0) == ("The Example (invented)", "")


def test_a_headlines_event_is_its_first_tellers_and_a_headlines_blame_too():
    reading = invented(
        f"Hill men shelled the landing, {LEAGUE} said. Hill men shelled it twice, a miller told the Courier.",
        title="Hill men shelled the landing at Harrat",
        statements=[
            said(LEAGUE, "said", "Hill men shelled the landing") | {"content@": [2]},
            said("a miller", "told", "Hill men shelled it twice", via=["the Courier"]),
        ],
        events=[event("shelled")],
        blame=[blame("Hill men", None), blame("Hill men", 0) | {"actor@": 2}],
    )
    assert told(reading, "event", 0) == (LEAGUE, HEADLINE)
    assert told(reading, "blame", 0) == (LEAGUE, SAME_BLAME)


def test_whoever_claims_a_deed_is_not_the_one_who_told_of_it():
    reading = invented(
        "A bomb went off at the landing. The Hill Front claimed the bomb.",
        title="Fog",
        statements=[said("The Hill Front", "claimed", "the bomb")],
        events=[event("bomb")],
        blame=[blame("The Hill Front", 0, "claims")],
    )
    assert told(reading, "event", 0) == ("The Example (invented)", "")


SENTENCE = "Forty-three people died when the barge sank off the landing at Harrat on Friday night"


def page(outlet, text, *, statement=None):
    sources = [] if statement is None else [said(LEAGUE, "said", SENTENCE)]
    return invented(
        text,
        title=f"From the {outlet}",
        outlet=f"{outlet} (invented)",
        statements=sources,
        events=[event("sank", statement=statement)],
        figures=[figure("Forty-three", 43, 43, statement=statement)],
    )


def test_a_sentence_taken_over_is_the_sources_to_whom_another_report_gives_it():
    taker = page("Courier", f"The quay was empty. {SENTENCE}. The bells rang.")
    giver = page("Lantern", f"{SENTENCE}, {LEAGUE} said.", statement=0)
    voice = voices_of(taker, giver).claim_voice(taker.report.id, ClaimKind.FIGURE, 0)
    assert (voice.name, voice.kind) == (LEAGUE, "source")
    assert [hop.name for hop in voice.hops] == [LEAGUE, "Lantern (invented)", "Courier (invented)"]
    assert voice.hops[-1].note == WORD_FOR_WORD
    assert voice.hops[0].anchor.report_id == giver.report.id


def test_a_sentence_taken_over_from_a_credited_text_is_the_agencys():
    taker = page("Courier", f"The quay was empty. {SENTENCE}. The bells rang.")
    wire = page("Lantern", f"{SENTENCE}. ---Reuters")
    assert voices_of(taker, wire).claim_voice(taker.report.id, ClaimKind.FIGURE, 0).name == "Reuters"


def test_two_outlets_with_the_same_sentence_and_no_credit_keep_their_own():
    one, other = page("Courier", f"{SENTENCE}. The bells rang."), page("Lantern", f"No boat left. {SENTENCE}.")
    assert voices_of(one, other).claim_voice(one.report.id, ClaimKind.FIGURE, 0).name == "Courier (invented)"
