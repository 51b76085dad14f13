import json
import tomllib
from dataclasses import replace

import pytest

from accordingto.errors import BadCast, InputError
from accordingto.terms.cast_tables import cast_table, read_cast
from accordingto.terms.casts import Actor, ActorKind, Cast, Sector
from accordingto.terms.general import general_cast

FRONT = Actor("Free Coast Front", country="Syria", sector=Sector.REB, side="the coast")
BRIGADE = Actor("Harbour Brigade", aliases=("HB", "the brigade"), affiliation="Free Coast Front")
NADER = Actor("Karim Nader", ActorKind.PERSON, aliases=("Abu Yazan",), affiliation="HB")


def read(text: str) -> Cast:
    return read_cast(tomllib.loads(text), where="cast.toml", beside=general_cast())


def test_a_cast_goes_to_a_table_and_back_unchanged() -> None:
    cast = Cast((FRONT, BRIGADE, NADER, Actor("Coast Republic", ActorKind.STATE, code="CST", capitals=("Harbour",))))
    assert read_cast(json.loads(json.dumps(cast_table(cast))), where="x", beside=general_cast()) == cast


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[actor]]\nnames = 1", ["actor 1", "'names'", "is 'name' meant?"]),
        ("[[actor]]\nside = 'x'", ["actor 1", "name: is missing"]),
        ("[[actor]]\nname = 7", ["actor 1: name", "expected text", "7"]),
        ("[[actor]]\nname = '...'", ["actor 1 ('...'): name", "expected words"]),
        ('[[actor]]\nname = "a\\u0007b"', ["expected text on one line"]),
        (f"[[actor]]\nname = '{'long ' * 11}'", ["has 11 words", "at most 10"]),
        ("[[actor]]\nname = 'HB'\naliases = 'x'", ["('HB'): aliases", "expected a list"]),
        ("[[actor]]\nname = 'HB'\naliases = ['x', 2]", ["aliases: 2", "expected text"]),
        ("[[actor]]\nname = 'HB'\nsector = 'REBEL'", ["sector", "'REBEL' is no PLOVER sector", "GOV, MIL"]),
        ("[[actor]]\nname = 'HB'\nkind = 'group'", ["kind", "'group' is no kind of actor", "body, outlet, person"]),
        ("[[actor]]\nname = 'HB'\ncountry = 'Syira'", ["country", "no state is called 'Syira'", "is 'Syria' meant?"]),
        ("[[actor]]\nname = 'HB'\ncountry = 'UNICEF'", ["no state is called 'UNICEF'"]),
        ("[[actor]]\nname = 'HB'\naffiliation = 'Nobody'", ["affiliation", "no actor is called 'Nobody'"]),
        ("[[actor]]\nname = 'HB'\ncapitals = ['X']", ["capitals", "only a state has one"]),
        ("[[actor]]\nname = 'A'\naliases = ['HB']\n[[actor]]\nname = 'Hb'", ["'Hb' is a name of 'A' and of 'Hb'"]),
        (
            "[[actor]]\nname='A'\naffiliation='B'\n[[actor]]\nname='B'\naffiliation='A'",
            ["belongs to itself in the end"],
        ),
        ("[[actor]]\nname='A'\naffiliation='A'", ["belongs to itself in the end"]),
        ("[[actors]]\nname='A'", ["nothing is called 'actors'", "is 'actor' meant?"]),
        ("actor = 'A'", ["actor: expected tables"]),
        ("actor = ['A']", ["actor: expected tables"]),
    ],
)
def test_a_mistake_is_named_with_its_file_its_actor_its_key_and_what_was_expected(text: str, said: list[str]) -> None:
    with pytest.raises(BadCast) as caught:
        read(text)
    assert isinstance(caught.value, InputError)
    assert str(caught.value).startswith("cast.toml: ")
    assert [words for words in said if words not in str(caught.value)] == []


def test_codes_and_sectors_may_be_written_in_any_case_and_a_country_by_its_code() -> None:
    [actor] = read("[[actor]]\nname = 'HB'\ncountry = 'syr'\nsector = 'reb'").actors
    assert (actor.country, actor.sector) == ("Syria", Sector.REB)


def test_an_actor_has_what_it_does_not_say_from_whom_it_belongs_to() -> None:
    traits = Cast((FRONT, BRIGADE, replace(NADER, side="nobody's"))).traits()
    assert (traits["harbour-brigade"].country, traits["harbour-brigade"].sector) == ("Syria", Sector.REB)
    assert (traits["karim-nader"].sector, traits["karim-nader"].side) == (Sector.REB, "nobody's")


def test_a_circle_that_got_past_the_checks_ends_where_it_closes() -> None:
    cast = Cast((Actor("A", affiliation="B"), Actor("B", affiliation="A", side="one")))
    assert cast.traits()["a"].side == "one"


def test_the_case_s_word_on_a_known_actor_stands_and_its_names_come_to_those_known() -> None:
    own = Cast((Actor("Syrian army", aliases=("the army",), side="the government"),))
    army = general_cast().with_own(own).by_key()["syrian-arab-army"]
    assert (army.name, army.country, army.sector) == ("Syrian army", "Syria", Sector.MIL)
    assert army.side == "the government"
    assert {"the army", "Syrian Arab Army"} <= set(army.aliases)


def test_an_actor_that_goes_by_one_of_the_case_s_names_is_the_case_s_actor() -> None:
    own = Cast((Actor("Children's Fund of the UN", aliases=("UNICEF",), side="nobody"),))
    cast = general_cast().with_own(own)
    assert cast.by_key()["unicef"].name == "Children's Fund of the UN"
    assert cast.traits()["children-s-fund-of-the-un"].sector is Sector.IGO
    assert sum("UNICEF" in actor.names for actor in cast.actors) == 1


def test_a_name_that_the_case_gives_to_one_is_taken_from_another() -> None:
    cast = general_cast().with_own(Cast((Actor("Real Submarine Force", aliases=("FSA",)),)))
    assert cast.by_key()["fsa"].name == "Real Submarine Force"
    assert "FSA" not in cast.by_key()["free-syrian-army"].aliases


def test_the_version_is_that_of_the_content_in_any_order() -> None:
    assert Cast((FRONT, BRIGADE)).version == Cast((replace(BRIGADE, aliases=BRIGADE.aliases[::-1]), FRONT)).version
    assert Cast((FRONT,)).version != Cast((replace(FRONT, side="the hills"),)).version
    assert general_cast().with_own(Cast()).version == general_cast().version


def test_no_two_general_actors_go_by_one_name() -> None:
    names = [(actor.key, alias) for actor in general_cast().actors for alias in actor.names]
    owners: dict[str, set[str]] = {}
    for key, name in names:
        owners.setdefault(name.casefold(), set()).add(key)
    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}


def test_the_general_cast_names_no_sides_and_every_state_has_a_code() -> None:
    assert not any(actor.side for actor in general_cast().actors)
    codes = [state.code for state in general_cast().states]
    assert len(codes) == len(set(codes)) > 190
    assert all(code and len(code) == 3 for code in codes)


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Russia", "Russia", Sector.GOV),
        ("UNICEF", None, Sector.IGO),
        ("MSF", None, Sector.NGO),
        ("SANA", "Syria", Sector.MED),
        ("IDF", "Israel", Sector.MIL),
    ],
)
def test_the_general_cast_says_what_everybody_knows(name: str, country: str | None, sector: Sector) -> None:
    actor = general_cast().traits()[general_cast().by_key()[name.lower()].key]
    assert (actor.country, actor.sector) == (country, sector)
