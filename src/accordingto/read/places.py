"""Places: every place that a report names, with the spot it stands for where the gazetteer and the context tell.

Found first, in reading order, then resolved together: the countries a report speaks of, the province named beside, the
places already sure and the number of people decide between spots of one name. Unresolved stays unresolved.
"""

from collections import Counter
from dataclasses import replace

from accordingto.read.gazetteer import Gazetteer
from accordingto.read.place_choices import choose_spots, precision_of
from accordingto.read.place_mentions import PlaceMention, Trust, find_mentions
from accordingto.read.place_names import is_famous
from accordingto.read.place_words import PlaceWords
from accordingto.read.sentences import Page
from accordingto.terms.places import Place

__all__ = ["PlaceWords", "read_places"]

LEAST_ALONE = 2  # names borne in one country alone that show a report to speak of it
LEAST_SHARED = 3  # names borne there and elsewhere that do


def read_places(page: Page, lexicon: PlaceWords, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Every place that the report names, in reading order. "Syrian" and "Russians" are peoples, not places."""
    peoples = _peoples(page, lexicon)
    mentions = _likely(find_mentions(page.sentences, page.body, lexicon, gazetteer), peoples, lexicon)
    spots = choose_spots(mentions, peoples, page.body)
    return tuple(
        Place(page.anchor((mention.start, mention.end)), spot, precision_of(mention, spot))
        for mention, spot in zip(mentions, spots, strict=True)
    )


def _peoples(page: Page, lexicon: PlaceWords) -> Counter[str]:
    """How often the report speaks of each country's people."""
    peoples = lexicon.peoples
    return Counter(
        peoples[word.lower] for sentence in page.sentences for word in sentence.words if word.lower in peoples
    )


def _likely(mentions: list[PlaceMention], peoples: Counter[str], lexicon: PlaceWords) -> list[PlaceMention]:
    """Without the names that nothing but their capitals, or a table alone, speaks for.

    They stay where the report says elsewhere that the name is a place, or where it lies in a country that it speaks of;
    and a town that few know is only taken for one in such a country.
    """
    persons = {mention.key for mention in mentions if mention.trust is Trust.PERSON}
    mentions = [mention for mention in mentions if mention.trust is not Trust.PERSON]
    sure = [mention for mention in mentions if mention.trust is Trust.PLACED]
    named = {spot.country for mention in sure for spot in mention.spots[:1] if is_famous(spot)} | set(peoples)
    named |= _shown(sure)
    keys = {mention.key for mention in sure}
    away = named - lexicon.names_of_persons
    mentions = [m for m in mentions if m.trust is Trust.PLACED or m.key not in persons or _lies_among(m, away)]
    kept = [_in_countries(_hosted(mention, keys), named) for mention in mentions]
    return [m for m in kept if m.trust is Trust.PLACED or m.key in keys or _is_backed(m, named, lexicon)]


def _lies_among(mention: PlaceMention, countries: set[str | None]) -> bool:
    return any(spot.country in countries for spot in mention.spots)


def _shown(sure: list[PlaceMention]) -> set[str | None]:
    """Countries that nobody names but that hold two of the places all alone, or most of three and more."""
    held = {mention.key: {spot.country for spot in mention.spots} for mention in sure if mention.spots}
    alone = Counter(next(iter(countries)) for countries in held.values() if len(countries) == 1)
    every = Counter(country for countries in held.values() for country in countries)
    many = {country for country, count in every.items() if count >= LEAST_SHARED and count > len(held) / 2}
    return {country for country, count in alone.items() if count >= LEAST_ALONE} | many


def _hosted(mention: PlaceMention, keys: set[str]) -> PlaceMention:
    """A building stands near the town it is called by only where the report names that town by itself."""
    return replace(mention, spots=()) if mention.host and mention.host not in keys else mention


def _in_countries(mention: PlaceMention, named: set[str | None]) -> PlaceMention:
    spots = tuple(spot for spot in mention.spots if is_famous(spot) or not named or spot.country in named)
    return mention if len(spots) == len(mention.spots) else replace(mention, spots=spots)


def _is_backed(mention: PlaceMention, named: set[str | None], lexicon: PlaceWords) -> bool:
    """Whether a listed name lies in a named country; a bare one only where towns do not bear persons' names."""
    countries = {spot.country for spot in mention.spots} & named
    return bool(countries if mention.trust is Trust.LISTED else countries - lexicon.names_of_persons)
