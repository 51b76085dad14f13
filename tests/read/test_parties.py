"""Parties: who did it, to whom, and who is blamed, with what the cast in force knows of them."""

from collections.abc import Callable

import pytest

from accordingto.read.reader import Reader
from accordingto.read.taggers import LexiconTagger
from accordingto.terms.casts import Actor, ActorKind, Cast, Sector
from accordingto.terms.entities import Entity
from accordingto.terms.general import general_cast
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report

ReportOf = Callable[..., Report]
TAGGER = LexiconTagger.load()
OWN = Cast(
    (
        Actor("Free Coast Front", country="Syria", sector=Sector.REB, side="the coast"),
        Actor("Harbour Brigade", aliases=("HB",), affiliation="Free Coast Front"),
        Actor("Russia", ActorKind.STATE, side="the government"),
    )
)
GENERAL, CASED = Reader(tagger=TAGGER), Reader(tagger=TAGGER, cast=general_cast().with_own(OWN))


def doers(reading: Reading) -> list[Entity]:
    return [reading.entities[number] for event in reading.events for number in event.actor_entities]


def test_a_doer_whom_only_the_case_knows_has_its_name_side_sector_and_country(report_of: ReportOf) -> None:
    report = report_of("The Harbour Brigade fired rockets at a market, killing nine civilians.")
    [blame], [doer] = CASED.read(report).blame, doers(CASED.read(report))
    assert (doer.key, doer.side, doer.sector, doer.country) == ("harbour-brigade", "the coast", Sector.REB, "Syria")
    assert blame.actor.exact == "Harbour Brigade"
    assert CASED.read(report).entities[blame.entity or 0] == doer
    assert GENERAL.read(report).blame == ()


@pytest.mark.parametrize(("reader", "side"), [(GENERAL, None), (CASED, "the government")])
def test_forces_of_a_state_stand_on_the_side_that_the_case_gives_it(
    report_of: ReportOf, reader: Reader, side: str | None
) -> None:
    [doer] = doers(reader.read(report_of("Russian warplanes bombed the town of Marea.")))
    assert (doer.country, doer.sector, doer.side) == ("Russia", Sector.MIL, side)


def test_those_harmed_are_entities_too(report_of: ReportOf) -> None:
    reading = GENERAL.read(report_of("Shelling by rebels killed nine civilians."))
    [event] = reading.events
    assert [reading.entities[number].sector for number in event.recipient_entities] == [Sector.CVL]
    assert [reading.entities[number].sector for number in event.actor_entities] == [Sector.REB]


def test_who_speaks_and_acts_is_one_entity_and_keeps_the_mentions_of_a_voice(report_of: ReportOf) -> None:
    reading = GENERAL.read(report_of("Hamas said the truce held. Later Hamas shelled a school, killing two children."))
    [said], [event] = reading.statements, [e for e in reading.events if e.actor]
    assert event.actor_entities == (said.entity,)
    assert [mention.exact for mention in reading.entities[event.actor_entities[0]].mentions] == ["Hamas"]


def test_one_doer_under_two_of_its_names_is_one_entity(report_of: ReportOf) -> None:
    report = report_of("HB fighters shelled a school. The HB seized the quarry. The Harbour Brigade shelled a clinic.")
    reading = CASED.read(report)
    named = {entity.key for entity in doers(reading)}
    assert "harbour-brigade" in named
    assert sum(entity.key == "harbour-brigade" for entity in reading.entities) == 1


def test_whoever_is_charged_did_it_by_that_account(report_of: ReportOf) -> None:
    reading = GENERAL.read(report_of("A gas attack killed 80 people. The mayor accused the army of the gas attack."))
    assert "army" in [actor.exact for event in reading.events for actor in event.actor]
