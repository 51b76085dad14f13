"""Casts: the actors of a conflict, by all their names, with whom each belongs to and on whose side it stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from accordingto.terms.ids import content_id

WORD = re.compile(r"[^\W_]+")


class Sector(StrEnum):
    """What an actor does in its society: PLOVER's codes. NGO, IGO and IMG stand beside no country."""

    GOV = "GOV"  # government
    MIL = "MIL"  # armed forces of a state
    COP = "COP"  # police
    SPY = "SPY"  # intelligence services
    JUD = "JUD"  # courts
    LEG = "LEG"  # parliaments
    PTY = "PTY"  # political parties
    OPP = "OPP"  # opposition without arms
    REB = "REB"  # armed opposition
    UAF = "UAF"  # armed groups that are nobody's
    CRM = "CRM"  # crime
    CVL = "CVL"  # civilians
    REF = "REF"  # displaced people
    ELI = "ELI"  # elites out of office
    REL = "REL"  # religious bodies
    LAB = "LAB"  # labour
    BUS = "BUS"  # business
    EDU = "EDU"  # education and research
    HLH = "HLH"  # health
    MED = "MED"  # media
    SOC = "SOC"  # social groups
    NGO = "NGO"  # non-governmental organisations
    IGO = "IGO"  # organisations of states
    IMG = "IMG"  # armed groups of many countries


class ActorKind(StrEnum):
    """What sort of actor it is."""

    STATE = "state"
    BODY = "body"
    OUTLET = "outlet"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of a cast. What nobody said is None, or no words.

    `aliases` are its other names; one in small letters ("the army") is a common noun, which names it only where a
    report says no more than that. `called` are nouns that a report which has named it may use for it later ("the
    agency"). `affiliation` is the name of the actor it belongs to, `country` that of its state. `side` is what the case
    calls the side it stands on. Of a state, `code` is ISO 3166's, `adjectives` say what is of it ("Russian") and
    `capitals` stand for its government ("Moscow said").
    """

    name: str
    kind: ActorKind = ActorKind.BODY
    aliases: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    affiliation: str | None = None
    country: str | None = None
    sector: Sector | None = None
    side: str | None = None
    code: str | None = None
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The words of its name: capitals, points and hyphens make no difference."""
        return key_of(self.name)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))

    def told_more(self, own: "Actor") -> "Actor":
        """This actor as a case tells of it: what the case says stands, its names and nouns come to those known."""
        said: dict[str, Any] = {}
        for field in fields(self):
            known, told = getattr(self, field.name), getattr(own, field.name)
            said[field.name] = tuple(dict.fromkeys(told + known)) if isinstance(known, tuple) else told or known
        names = dict.fromkeys((*own.aliases, *self.names))
        kind = self.kind if own.kind is ActorKind.BODY else own.kind
        return Actor(**{**said, "kind": kind, "aliases": tuple(name for name in names if name != own.name)})


def key_of(name: str) -> str:
    """The words of a name in small letters, hyphens between them."""
    return "-".join(WORD.findall(name.casefold()))


@dataclass(frozen=True, slots=True)
class Cast:
    """Actors, each under a key of its own."""

    actors: tuple[Actor, ...] = ()

    @property
    def version(self) -> str:
        """A hash of all that the cast says, the same in whatever order it says it."""
        return content_id("cast", *sorted(content_id("actor", *_values(actor)) for actor in self.actors))

    @property
    def states(self) -> tuple[Actor, ...]:
        return tuple(actor for actor in self.actors if actor.kind is ActorKind.STATE)

    def by_key(self) -> Mapping[str, Actor]:
        """Each actor under the key of its name, and under those of its aliases and its state's code."""
        called = {key_of(name): actor for actor in reversed(self.actors) for name in _called(actor)}
        return called | {actor.key: actor for actor in self.actors}

    def with_own(self, own: "Cast") -> "Cast":
        """The cast in force where a case has this one of its own: the case's word before any other.

        An actor that goes by one of the case's names is the case's actor.
        """
        if not own.actors:
            return self
        owner_of = {key_of(name): actor.key for actor in own.actors for name in actor.names}
        known = {owner_of[actor.key]: actor for actor in self.actors if actor.key in owner_of}
        told = (known[one.key].told_more(one) if one.key in known else one for one in own.actors)
        others = (_without(actor, owner_of) for actor in self.actors if actor.key not in owner_of)
        return Cast((*told, *others))

    def traits(self) -> Mapping[str, "Actor"]:
        """Each actor by its key, with the country, sector and side that it has from whom it belongs to."""
        by_key = self.by_key()
        return {actor.key: _inherited(actor, by_key) for actor in self.actors}


def _without(actor: Actor, taken: Mapping[str, str]) -> Actor:
    aliases = tuple(alias for alias in actor.aliases if key_of(alias) not in taken)
    return actor if aliases == actor.aliases else replace(actor, aliases=aliases)


def _values(actor: Actor) -> Iterator[object]:
    """All it says, in an order that does not depend on the writer's."""
    for field in fields(actor):
        value = getattr(actor, field.name)
        yield tuple(sorted(value)) if isinstance(value, tuple) else value


def _called(actor: Actor) -> Iterable[str]:
    return (*actor.names, actor.code) if actor.code else actor.names


def _inherited(actor: Actor, by_key: Mapping[str, Actor]) -> Actor:
    is_state = actor.kind is ActorKind.STATE
    above = find_chain(actor, by_key)
    lands = (one.name if one.kind is ActorKind.STATE else one.country for one in (actor, *above))
    sectors = (Sector.GOV if is_state else None, *(one.sector for one in above))
    return replace(
        actor,
        country=next((land for land in lands if land), None),
        sector=actor.sector or next((sector for sector in sectors if sector), None),
        side=next((one.side for one in (actor, *above) if one.side), None),
    )


def find_chain(actor: Actor, by_key: Mapping[str, Actor]) -> tuple[Actor, ...]:
    """Whom it belongs to, whom that belongs to, and so on; a circle ends where it closes."""
    chain = [actor]
    while (above := belongs_to(chain[-1], by_key)) and above not in chain:
        chain.append(above)
    return tuple(chain[1:])


def belongs_to(actor: Actor, by_key: Mapping[str, Actor]) -> Actor | None:
    return by_key.get(key_of(actor.affiliation)) if actor.affiliation else None


@dataclass(frozen=True, slots=True)
class KeptCast:
    """A cast that a case has or had of its own: `number` counts from 1, the last is in force."""

    number: int
    cast: Cast
    kept_at: datetime
