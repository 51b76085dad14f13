"""Traits: the country, the sector and the side of a voice, as the cast has them or the report's own words tell.

"Colonel Nader, a Syrian army spokesman" is of Syria and of its armed forces, whoever he is; on which side that is, only
a case can say.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.read.mention_words import MentionWords
from accordingto.read.portraits import Portrait
from accordingto.read.sectors import find_sector
from accordingto.terms.casts import Actor, Sector, key_of


@dataclass(frozen=True, slots=True)
class Traits:
    """Whose a voice is, what it does there, and on whose side it stands; None where neither cast nor report tells."""

    country: str | None
    sector: Sector | None
    side: str | None


def find_traits(mentions: Sequence[Portrait], lexicon: MentionWords) -> Traits:
    """The traits of one voice: the cast's word on it, then on the body it speaks for, then the report's own words."""
    speakers, bodies = (_actors(mentions, name, lexicon) for name in ("key", "speaks_for"))
    told = (*(one.country for one in speakers), *(one.country for one in mentions), *(one.country for one in bodies))
    country = next((land for land in told if land), None)
    sector = next((one.sector for one in (*speakers, *bodies) if one.sector), None) or _told(mentions, lexicon)
    side = next((one.side for one in (*speakers, *bodies) if one.side), None)
    return Traits(country, sector, side or _side_of_state(country, sector, lexicon))


def _actors(mentions: Sequence[Portrait], field: str, lexicon: MentionWords) -> list[Actor]:
    """The cast's actors whose keys stand in this field of the mentions."""
    keys = (getattr(one, field) for one in mentions)
    return [lexicon.actors[key] for key in keys if key in lexicon.actors]


def _told(mentions: Sequence[Portrait], lexicon: MentionWords) -> Sector | None:
    words = (one.words for one in mentions if not (one.pronoun or one.joint))
    return find_sector(words, lexicon.lists["prepositions"], lexicon.sectors)


def _side_of_state(country: str | None, sector: Sector | None, lexicon: MentionWords) -> str | None:
    """Who speaks for a state's government or its forces stands on the side that the case gives the state."""
    state = lexicon.actors.get(key_of(country)) if country and sector in lexicon.sectors.of_state else None
    return state.side if state else None
