from collections.abc import Callable

import pytest

from accordingto.read.mentions import MentionWords
from accordingto.read.reader import Lexicons, Reader
from accordingto.read.taggers import LexiconTagger
from accordingto.terms.casts import Actor, ActorKind, Cast, Sector
from accordingto.terms.entities import Entity
from accordingto.terms.general import general_cast
from accordingto.terms.reports import Report

ReportOf = Callable[..., Report]

OWN = Cast(
    (
        Actor("Free Coast Front", country="Syria", sector=Sector.REB, side="the coast"),
        Actor("Harbour Brigade", aliases=("HB", "the brigade"), affiliation="Free Coast Front"),
        Actor("Karim Nader", ActorKind.PERSON, aliases=("Abu Yazan",), affiliation="Harbour Brigade"),
        Actor("Syrian army", aliases=("the army",)),
        Actor("Syria", ActorKind.STATE, side="the government"),
    )
)


@pytest.fixture(scope="module")
def general() -> Reader:
    return Reader(tagger=LexiconTagger.load())


@pytest.fixture(scope="module")
def cased() -> Reader:
    return Reader(tagger=LexiconTagger.load(), cast=general_cast().with_own(OWN))


def voices(reader: Reader, report: Report) -> list[Entity]:
    reading = reader.read(report)
    return [reading.entities[said.entity] for said in reading.statements if said.entity is not None]


@pytest.mark.parametrize(
    ("source", "country", "sector"),
    [
        ("Moscow", "Russia", "GOV"),
        ("Khartoum", "Sudan", "GOV"),
        ("The Sudanese government", "Sudan", "GOV"),
        ("The Kenyan foreign ministry", "Kenya", "GOV"),
        ("A Sudanese army spokesman", "Sudan", "MIL"),
        ("A source in the Kenyan police", "Kenya", "COP"),
        ("A military source", None, "MIL"),
        ("A rebel commander", None, "REB"),
        ("A doctor at a military hospital", None, "HLH"),
        ("Residents of a rebel district", None, "CVL"),
        ("Activists", None, "CVL"),
        ("UNICEF", None, "IGO"),
        ("A UNICEF spokeswoman", None, "IGO"),
        ("Norway's ambassador to the UN", "Norway", "GOV"),
        ("The Reuters news agency", None, "MED"),
        ("Human Rights Watch", None, "NGO"),
        ("A source", None, None),
        ("Maha Darwish", None, None),
    ],
)
def test_country_and_sector_are_told_by_the_general_cast_or_by_the_report_s_own_words(
    general: Reader, report_of: ReportOf, source: str, country: str | None, sector: str | None
) -> None:
    [voice] = voices(general, report_of(f"{source} said that nine people died."))
    assert (voice.country, voice.sector) == (country, sector)
    assert voice.side is None


@pytest.mark.parametrize(
    ("source", "country", "sector", "side"),
    [
        ("The Harbour Brigade", "Syria", "REB", "the coast"),
        ("HB", "Syria", "REB", "the coast"),
        ("The brigade", "Syria", "REB", "the coast"),
        ("A spokesman for the Harbour Brigade", "Syria", "REB", "the coast"),
        ("Abu Yazan", "Syria", "REB", "the coast"),
        ("The army", "Syria", "MIL", "the government"),
        ("An army spokesman", "Syria", "MIL", "the government"),
        ("The Syrian army", "Syria", "MIL", "the government"),
        ("The Syrian foreign ministry", "Syria", "GOV", "the government"),
        ("Damascus", "Syria", "GOV", "the government"),
        ("The Turkish army", "Turkey", "MIL", None),
        ("The Harbour council", None, None, None),
        ("A Syrian doctor", "Syria", "HLH", None),
        ("The Syrian opposition", "Syria", "OPP", None),
    ],
)
def test_a_case_s_cast_says_whose_a_voice_is_and_on_which_side(
    cased: Reader, report_of: ReportOf, source: str, country: str | None, sector: str | None, side: str | None
) -> None:
    [voice] = voices(cased, report_of(f"{source} said that nine people died."))
    assert (voice.country, voice.sector, voice.side) == (country, sector, side)


def test_one_body_is_one_voice_under_all_the_names_that_the_cast_gives_it(cased: Reader, report_of: ReportOf) -> None:
    text = "The Harbour Brigade said nine people died. HB said that it was over. The brigade said it would go on."
    found = voices(cased, report_of(text))
    assert {voice.key for voice in found} == {"harbour-brigade"}
    assert len(found) == 3


def test_one_person_is_one_voice_under_a_name_of_war(general: Reader, cased: Reader, report_of: ReportOf) -> None:
    report = report_of("Karim Nader said nine people died.\n\nAbu Yazan said that it was over.")
    assert len({voice.key for voice in voices(general, report)}) == 2
    assert [voice.key for voice in voices(cased, report)] == ["karim-nader", "karim-nader"]


def test_readers_with_other_casts_are_other_readers_and_those_with_the_same_are_the_same() -> None:
    tagger, cast = LexiconTagger.load(), general_cast().with_own(OWN)
    general = Reader(tagger=tagger)
    assert Reader(tagger=tagger, cast=cast).name != general.name
    assert Reader(tagger=tagger, cast=general_cast()).name == general.name
    assert Reader(tagger=tagger, cast=cast, lexicons=Lexicons.load()).name == Reader(tagger=tagger, cast=cast).name


def test_the_longer_name_is_meant_before_the_country_in_it() -> None:
    found = MentionWords.load().find_known(("the", "washington", "post"))
    assert found is not None
    assert found[0].key == "washington-post"
