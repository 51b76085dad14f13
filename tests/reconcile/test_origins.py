"""Origins: who a claim first came from, and how many voices are behind one incident."""

from dataclasses import replace

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.copies import find_copies
from accordingto.reconcile.voices import Voices
from accordingto.terms.casts import Actor, Cast
from accordingto.terms.claims import ClaimKind
from accordingto.terms.entities import Entity, EntityKind
from accordingto.terms.reports import UNKNOWN_OUTLET
from tests.reconcile.invented import blame, event, figure, invented, said

WIRE = (
    "At least nine people died when a rocket struck the ferry landing at Harrat on Friday, a harbour official "
    "told Meridian. "
    "The official said that the landing had been crowded with families who were waiting for the noon boat to Tel Soda. "
    "Two of the dead had come to sell lemons and one had come to fetch a letter, according to people at the landing."
)


def telling(outlet, text=WIRE, source="a harbour official", via=("Meridian",), count="nine", **more):
    low = {"nine": 9, "eleven": 11}[count]
    return invented(
        text,
        outlet=outlet,
        statements=[said(source, "told" if via else "said", f"{count} people died", via=list(via))],
        events=[event("rocket", place="Harrat", mode="shelling", statement=0)],
        figures=[figure(count, low, low, statement=0)],
        **more,
    )


AGENCY = telling("Meridian (invented)")
REPRINT = telling("Courier (invented)", f"{WIRE}\n\nSource: Meridian")
CUT = telling("Valley Post (invented)", WIRE.split(" Two of")[0])
LEAGUE = telling(
    "The Lantern (invented)",
    "The Ferrymen's League said that eleven people died in Friday's rocket attack on the landing at Harrat.",
    source="The Ferrymen's League",
    via=(),
    count="eleven",
)


def origins(*readings):
    (found,) = compare_accounts(readings).incidents
    return found.origins


def test_three_reports_of_one_text_have_one_origin():
    (origin,) = origins(AGENCY, REPRINT, CUT)
    assert origin.name == "a harbour official"
    assert len(origin.report_ids) == 3


def test_each_hop_of_a_chain_is_kept_with_its_words():
    (origin,) = origins(AGENCY)
    ((first, second, page),) = origin.chains
    assert [hop.name for hop in (first, second, page)] == ["a harbour official", "Meridian", "Meridian (invented)"]
    assert first.anchor.exact == "a harbour official"
    assert page.anchor is None


def test_a_body_that_speaks_for_itself_is_a_second_origin():
    assert {origin.name for origin in origins(AGENCY, REPRINT, LEAGUE)} == {
        "a harbour official",
        "The Ferrymen's League",
    }


def test_an_unnamed_source_of_another_text_may_be_anybody():
    other = telling(
        "The Lantern (invented)",
        "Nine dead on the quay at Harrat in a rocket attack: nine people died, a harbour official said.",
        via=(),
    )
    assert len(origins(AGENCY, other)) == 2


def test_what_no_source_is_given_for_is_the_outlets_own():
    own = invented("A rocket struck the landing at Harrat on Friday.", events=[event("rocket", place="Harrat")])
    (origin,) = origins(own)
    assert (origin.kind, origin.name) == ("outlet", "The Example (invented)")


def test_a_page_that_leaves_all_but_the_event_to_its_source_is_no_origin_and_one_that_counts_is():
    text = (
        "A rocket struck the landing at Harrat. The fog lifted. Nine people died, the league said. Two mules were hurt."
    )
    lists = {
        "statements": [said("the league", "said", "Nine people died")],
        "events": [event("struck", place="Harrat")],
    }
    nine, two = figure("Nine", 9, 9, statement=0), figure("Two", 2, 2, harm="injured")
    assert [one.name for one in origins(invented(text, title="Fog", figures=[nine], **lists))] == ["the league"]
    counting = origins(invented(text, title="Fog", figures=[nine, two], **lists))
    assert [one.kind for one in counting] == ["source", "outlet"]


def test_a_credited_wire_stands_behind_an_outlets_own_words():
    own = invented(
        "A rocket struck the landing at Harrat on Friday. ---Reuters", events=[event("rocket", place="Harrat")]
    )
    (origin,) = origins(own)
    assert (origin.kind, origin.name) == ("agency", "Reuters")


def test_two_outlets_that_nobody_named_are_neither_one_voice_nor_independent():
    texts = ("A rocket struck the landing at Harrat on Friday.", "On Friday the landing at Harrat was hit by a rocket.")
    first, second = (invented(text, outlet=UNKNOWN_OUTLET) for text in texts)
    voices = _voices(first, second)
    one, other = (voices.voice(reading.report.id, None) for reading in (first, second))
    assert one.key != other.key
    assert not one.independent_of(other)
    assert one.called == "an outlet that is not named"


def test_an_agency_has_one_name_on_its_own_page_and_in_a_credit():
    own = invented("A rocket struck the landing at Harrat on Friday.", outlet="Meridian (invented)")
    credited = invented("A barge sank off Harrat on Friday.\n\nSource: Meridian", outlet="Courier (invented)")
    voices = _voices(own, credited)
    names = {voices.voice(reading.report.id, None).name for reading in (own, credited)}
    assert names == {"Meridian (invented)"}


def _voices(*readings, cast=None):
    return Voices.of(readings, find_copies(r.report for r in readings), cast)


SIDED = Cast((Actor("River Guard", side="the river"), Actor("Harbour Post", aliases=("Post",), side="the coast")))


@pytest.mark.parametrize(
    ("cast", "of_guard", "of_army", "of_outlet"),
    [
        (None, None, "the government and its allies", None),
        (Cast((Actor("River Guard"),)), None, "the government and its allies", None),
        (SIDED, "the river", None, "the coast"),
    ],
)
def test_a_voice_stands_on_the_side_that_the_case_s_cast_gives_it_and_on_no_other(cast, of_guard, of_army, of_outlet):
    reading = invented(
        "The River Guard said six died. The Syrian army said nobody did. A barge sank.",
        outlet="Post",
        statements=[said("The River Guard", "said", "six died"), said("The Syrian army", "said", "nobody did")],
    )
    first, second = reading.statements
    guard = Entity("River Guard", EntityKind.BODY, "river-guard", (), side="the river" if cast is SIDED else None)
    reading = replace(reading, entities=(guard,), statements=(replace(first, entity=0), second))
    voices = _voices(reading, cast=cast)
    found = [voices.voice(reading.report.id, number).side for number in (0, 1, None)]
    assert found == [of_guard, of_army, of_outlet]


def test_he_is_whoever_spoke_last_and_a_surname_its_bearer():
    reading = invented(
        "The mayor Salma Idris said the mill burned. She said nobody slept. Idris added that the bells rang.",
        statements=[
            said("The mayor Salma Idris", "said", "the mill burned"),
            said("She", "said", "nobody slept"),
            said("Idris", "added", "the bells rang"),
        ],
    )
    voices = _voices(reading)
    assert len({voices.voice(reading.report.id, number).key for number in range(3)}) == 1


def test_a_monitor_in_the_headline_is_the_observatory_of_the_text():
    reading = invented(
        "The Syrian Observatory for Human Rights said six died.",
        title="Six dead in raid Monitor",
        statements=[
            said("Monitor", None, "Six dead in raid"),
            said("The Syrian Observatory for Human Rights", "said", "six died"),
        ],
    )
    voices = _voices(reading)
    assert voices.voice(reading.report.id, 0).key == voices.voice(reading.report.id, 1).key


def test_a_hidden_source_is_independent_of_nobody():
    reading = invented(
        "Six reportedly died. The league said six died.",
        statements=[said(None, "reportedly", "Six"), said("The league", "said", "six died")],
    )
    voices = _voices(reading)
    hidden, league = (voices.voice(reading.report.id, number) for number in range(2))
    assert hidden.hidden
    assert not hidden.independent_of(league)


def test_two_reports_through_one_wire_are_not_independent_when_their_sources_have_no_name():
    one, other = (
        invented(
            f"{word} died in the {place}, a doctor told Reuters.",
            outlet=f"{place} Post (invented)",
            statements=[said("a doctor", "told", f"{word} died", via=["Reuters"])],
        )
        for word, place in (("Six", "mill"), ("Seven", "granary"))
    )
    voices = _voices(one, other)
    assert not voices.voice(one.report.id, 0).independent_of(voices.voice(other.report.id, 0))


def test_a_word_of_blame_in_passing_makes_a_page_no_origin():
    text = f"{WIRE} The port has been shelled by the Red Brigade for a year."
    page = telling("Courier (invented)", text, via=(), blame=[blame("the Red Brigade", None)])
    assert [origin.name for origin in origins(page)] == ["a harbour official"]


def test_a_page_that_counts_for_itself_is_an_origin_of_the_blame_as_well():
    page = invented(
        "A rocket of the Red Brigade struck the ferry landing at Harrat and killed nine people.",
        outlet="Courier (invented)",
        events=[event("rocket", place="Harrat")],
        figures=[figure("nine", 9, 9)],
        blame=[blame("the Red Brigade", None)],
    )
    assert [origin.kind for origin in origins(page)] == ["outlet"]


def test_a_number_that_a_copier_put_in_is_the_copiers_own():
    bare = WIRE.replace(", a harbour official told Meridian", "").replace("The official said that the", "The")
    first = invented(
        bare, outlet="Lantern (invented)", events=[event("rocket", place="Harrat")], figures=[figure("nine", 9, 9)]
    )
    text = bare.replace("At least nine people", "At least 14 people")
    copier = invented(
        text, outlet="Courier (invented)", events=[event("rocket", place="Harrat")], figures=[figure("14", 14, 14)]
    )
    voices = Voices.of([first, copier], find_copies([first.report, copier.report]))
    roots = {voices.root(one.report.id) for one in (first, copier)}
    (root,) = roots
    other = copier if root == first.report.id else first
    assert voices.claim_voice(other.report.id, ClaimKind.FIGURE, 0).name == other.report.outlet
    assert voices.claim_voice(other.report.id, ClaimKind.EVENT, 0).name == voices.readings[root].report.outlet


def test_a_count_in_a_wires_sentence_turned_round_is_its_sources():
    told = invented(
        "At least 43 people were killed on Friday in an attack on ferries with families from two besieged ports, "
        "the Ferrymen's League said.",
        outlet="Lantern (invented)",
        statements=[said("the Ferrymen's League", "said", "At least 43 people were killed")],
        events=[event("attack", place="Harrat", statement=0)],
        figures=[figure("At least 43", 43, None, statement=0)],
    )
    turned = invented(
        "An attack on ferries with families from two besieged ports killed 43 people as the army advanced on Qalat.",
        outlet="Courier (invented)",
        events=[event("attack", place="Harrat")],
        figures=[figure("43", 43, 43)],
    )
    voices = Voices.of([told, turned], ())
    assert voices.claim_voice(turned.report.id, ClaimKind.FIGURE, 0).name == "the Ferrymen's League"
    another = replace(turned, figures=(replace(turned.figures[0], low=44, high=44),))
    voices = Voices.of([told, another], ())
    assert voices.claim_voice(turned.report.id, ClaimKind.FIGURE, 0).name == "Courier (invented)"


def _heard(outlet, name, deed):
    words = f"{name} said that eleven people died when rockets hit the landing at Harrat on Friday. {deed}"
    return telling(outlet, words, source=name, via=(), count="eleven")


def test_a_body_is_shown_by_the_name_it_goes_by_and_not_by_the_longest():
    found = origins(
        _heard("The Lantern (invented)", "the British-based Syrian Observatory for Human Rights group", "Boats sank."),
        _heard("Courier (invented)", "the Syrian Observatory for Human Rights", "A mill burned."),
    )
    assert [origin.name for origin in found] == ["the Syrian Observatory for Human Rights"]


def test_a_body_whose_name_nobody_knows_is_shown_by_the_one_that_most_reports_use():
    found = origins(
        _heard("The Lantern (invented)", "the Syrian interior ministry", "Boats sank."),
        _heard("Courier (invented)", "the Syrian interior ministry", "A mill burned."),
        _heard("The Example (invented)", "The Syrian Ministry of the Interior", "Bells rang."),
    )
    assert [origin.name for origin in found] == ["the Syrian interior ministry"]
