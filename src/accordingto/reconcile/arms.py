"""Arms: what speaks for a state, or for a rescue service, under a word that names neither in full.

"The army", "state media" and "the regime" are those of the land that their report speaks of, and one voice in every
report of it; "rescue workers of the civil defence" tell what the service saw and counted.
"""

import re
from functools import lru_cache

from accordingto.reconcile.bodies import BODIES, STATE_OF, body_named, key_of_actor, key_of_body, spelling
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.parties import party_of_state
from accordingto.terms.casts import Sector, key_of
from accordingto.terms.general import general_cast

_LEXICON = load_lexicon("bodies")
_STATE = rf"(?:the\s+)?(?:(?P<state>{any_of(STATE_OF)})(?:['’]?s)?\s+)?"
_ARMY = re.compile(rf"^{_STATE}(?:regime\s+|government\s+)?(?:{any_of(_LEXICON['armies'])})$", re.IGNORECASE)
_GOVERNMENT = re.compile(rf"^(?:the\s+)?(?:{any_of(_LEXICON['states'])})$", re.IGNORECASE)
_BROADCASTER = {party_of_state(body["state"]): name for name, body in BODIES.items() if "state" in body}
_BROADCAST = {name: frozenset(BODIES[name]["called"]) for name in _BROADCASTER.values()}
_KEY_OF_LAND = {party_of_state(state.name): state.key for state in reversed(general_cast().states)}
_SERVICES = frozenset(name for name, body in BODIES.items() if body.get("service"))
_SERVING = frozenset(_LEXICON["serving"])
_OF_STATE = {
    key_of_actor(actor.key): key_of_actor(key_of(actor.country))
    for actor in general_cast().actors
    if actor.country and actor.sector in (Sector.GOV, Sector.MIL, Sector.COP, Sector.SPY)
} | {key_of_body(body): key_of_actor(_KEY_OF_LAND[land]) for land, body in _BROADCASTER.items()}
_ARM_OF = re.compile(r"voice:(?:army|.+ ministry) of (?P<land>.+)")


@lru_cache(maxsize=65536)
def key_of_arm(words: str, land: str | None) -> str | None:
    """The key of an army, of a state's broadcaster or of its government; None where nobody says of which land."""
    if army := _ARMY.match(words):
        party = party_of_state(STATE_OF[spelling(army["state"], STATE_OF)].name) if army["state"] else land
        return f"voice:army of {party}" if party and not body_named(words) else None
    if land is None:
        return None
    plain = key_of(words).replace("-", " ").removeprefix("the ")
    body = _BROADCASTER.get(land)
    if body and plain in {called.replace("-", " ") for called in _BROADCAST[body]}:
        return key_of_body(body)
    known = _KEY_OF_LAND.get(land)
    return key_of_actor(known) if known and _GOVERNMENT.match(words) else None


@lru_cache(maxsize=65536)
def key_of_service(words: str) -> str | None:
    """The key of the rescue service whose people speak: "rescue workers of the Civil Defence"."""
    body = body_named(words)
    serving = not _SERVING.isdisjoint(words.lower().split())
    return key_of_body(body) if body in _SERVICES and serving and " and " not in words else None


@lru_cache(maxsize=65536)
def state_behind(key: str) -> str | None:
    """The key of the state that a voice of this key is an arm of, or speaks for; None for everybody else's."""
    arm = _ARM_OF.match(key)
    state = _KEY_OF_LAND.get(arm["land"]) if arm else None
    return key_of_actor(state) if state else _OF_STATE.get(key)
