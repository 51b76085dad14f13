"""Credits: where an outlet says whose text it prints."""

import pytest

from accordingto.reconcile.credits import find_credit, find_eyewitness, reporter_of
from accordingto.reconcile.houses import GENERAL, houses_of
from accordingto.reconcile.lexicons import load_lexicon
from accordingto.terms.casts import Actor, ActorKind, Cast
from accordingto.terms.general import general_cast
from accordingto.terms.reports import Report

FILLER = "The ferry was late again and the pilot blamed the fog that hangs over the estuary in spring. " * 6


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (f"AFP\n\nFriday 3 May 2019\n\n{FILLER}", "AFP"),
        (f"{FILLER}---Reuters", "Reuters"),
        (f"HARRAT (AFP) - {FILLER}", "AFP"),
        (f"by Agence France-Presse\n\n{FILLER}", "AFP"),
        (f"{FILLER}\nSource: Reuters", "Reuters"),
        (f"SANA-{FILLER}", "SANA"),
        (f"A ferry was late on Friday. REUTERS-- {FILLER}", "Reuters"),
        (f"{FILLER}AFP reported. KL 11", "AFP"),
        (f"{FILLER}The pilot went home; FNA reported.", "Fars"),
        (f"(presstv) -- {FILLER}", "Press TV"),
        (f"HARRAT (AP) - {FILLER}", "Associated Press"),
        (f"{FILLER}\nSource: Al Jazeera", "Al Jazeera"),
        (f"{FILLER}The pilot went home, Reuters reported.", None),
        (f"{FILLER}The pilot went home, Reuters reported today", None),
        (f"The quay was empty for a week. {FILLER} HARRAT (Reuters) - {FILLER}", "Reuters"),
        (f"{FILLER} Harrat Quay (AFP) The mayor left. {FILLER}", "AFP"),
        (f"{FILLER} the Agence France-Presse (AFP) and others asked. {FILLER}", None),
        (f"{FILLER}", None),
        (f"{FILLER}A driver told Reuters that he had seen it.", None),
        (f"Reuters witnesses saw smoke over the port. {FILLER}", None),
    ],
)
def test_a_credit_stands_at_the_head_or_the_foot(text, house):
    credit = find_credit(Report.of(title="Fog", text=text))
    assert (credit.house if credit else None) == house


def test_the_credit_keeps_the_words_that_give_it():
    report = Report.of(title="Fog", text=f"{FILLER}---Reuters")
    credit = find_credit(report)
    assert credit
    credit.anchor.check(report.body)
    assert credit.anchor.exact == "Reuters"


def test_a_house_that_no_list_knows_counts_where_it_is_an_outlet_of_the_case():
    report = Report.of(title="Fog", text=f"{FILLER}\n\nReporting by Meridian")
    assert find_credit(report) is None
    credit = find_credit(report, ["Meridian (invented)"])
    assert credit
    assert credit.house == "meridian"


def test_one_house_has_one_key_under_all_its_names():
    assert GENERAL.key("Agence France-Presse") == GENERAL.key("afp") == "AFP"
    assert GENERAL.key("The Harbour Post (invented)") == GENERAL.key("Harbour Post")


@pytest.mark.parametrize(
    ("name", "house"),
    [
        ("the Reuters news agency", "Reuters"),
        ("Turkish Anadolu", "Anadolu"),
        ("Syria's state TV", "Syrian state television"),
        ("reporters", None),
        ("Amal Saba", None),  # her surname is an agency's name
    ],
)
def test_a_house_is_known_inside_a_longer_name(name, house):
    assert GENERAL.named(name) == house


OWN = Cast((Actor("Harbour Wire", ActorKind.OUTLET, ("HW", "Harbour Wire agency")), Actor("River Guard")))


@pytest.mark.parametrize(
    "text",
    [
        f"HARRAT (HW) - {FILLER}",
        f"{FILLER}---Harbour Wire",
        f"{FILLER}\nSource: The Harbour Wire agency",
        f"HW\n\n{FILLER}",
    ],
)
def test_an_agency_of_the_case_s_cast_is_credited_as_those_that_everybody_knows(text):
    report, houses = Report.of(title="Fog", text=text), houses_of(general_cast().with_own(OWN))
    credit = find_credit(report, houses=houses)
    assert credit
    assert credit.house == "Harbour Wire"
    assert find_credit(report) is None


def test_a_body_of_the_cast_prints_nothing():
    houses = houses_of(OWN)
    assert find_credit(Report.of(title="Fog", text=f"{FILLER}---River Guard"), houses=houses) is None
    assert houses.named("the River Guard") is None


def test_every_wire_is_an_outlet_of_the_general_cast():
    wires = load_lexicon("credits")["reporters"]["wires"]
    assert [wire for wire in wires if wire not in GENERAL.by_actor.values()] == []


@pytest.mark.parametrize(
    ("words", "house"),
    [
        ("A Reuters witness said that smoke rose.", "Reuters"),
        ("The toll was confirmed to an AFP correspondent.", "AFP"),
        ("AFPs photographer saw two barges.", "AFP"),
        ("A photographer contributing to AFP saw two barges.", "AFP"),
        ("Reuters was not allowed past the gate.", "Reuters"),
        ("A driver told Reuters that he had seen it.", None),
        ("A Reuters witness and an AFP correspondent saw it.", None),  # whose text is it?
        ("A SANA reporter said that the barge sank.", None),  # quoted, as anybody is
    ],
)
def test_a_text_that_tells_of_a_wires_own_people_is_the_wires(words, house):
    found = find_eyewitness(Report.of(title="Fog", text=f"{FILLER}{words} {FILLER}"))
    assert (found.house if found else None) == house
    assert not found or found.why


@pytest.mark.parametrize(
    ("name", "outlet", "house"),
    [
        ("An AFP photographer in Harrat", "Courier", "AFP"),
        ("Lantern correspondent", "The Lantern (invented)", "lantern"),
        ("A reporter", "Courier", None),
        ("the Reuters news agency", "Courier", None),
    ],
)
def test_a_reporter_who_speaks_is_the_house_s_own_voice(name, outlet, house):
    assert reporter_of(name, outlet) == house
