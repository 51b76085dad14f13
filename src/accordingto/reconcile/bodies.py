"""Bodies: which body, state or outlet some words name, so that it has one key under all its names and descriptions."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from accordingto.reconcile.houses import GENERAL, Houses
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.parties import party_of_state
from accordingto.terms.casts import Actor, ActorKind, key_of
from accordingto.terms.general import general_cast

_LEXICON = load_lexicon("bodies")
BODIES: dict[str, dict[str, Any]] = {body: words for body, words in _LEXICON.items() if isinstance(words, dict)}
_ACTORS = general_cast().by_key()
_BODY_OF_ACTOR = {_ACTORS[key_of(name)].key: body for body, words in BODIES.items() for name in words["actors"]}
_BODY_OF = {
    name.lower(): body
    for body, words in BODIES.items()
    for name in (*(n for actor in words["actors"] for n in _ACTORS[key_of(actor)].names), *words.get("names", ()))
}
_CALLED = {name: body for body, words in BODIES.items() for name in words.get("called", ())}
_NAMES = re.compile(rf"(?<![\w-])(?:{any_of(_BODY_OF)})(?![\w-])")
_OFFICES = frozenset(_LEXICON["offices"])
_EPITHETS = frozenset(_LEXICON["epithets"])
_BASES = {base: body for body, words in BODIES.items() for base in words.get("based", ())}
_BASE = re.compile(rf"\b(?P<before>{any_of(_BASES)})[ -]based\b|\bbased in (?P<behind>{any_of(_BASES)})\b")
_GENERAL = frozenset(_LEXICON["backward"])
_HEARERS = frozenset(_LEXICON["hearers"])
_HEAD_OF = re.compile(rf"^(?:{any_of(_OFFICES)})\s+(?:of|for)\s+(?:the\s+)?")
_HEAD_AFTER = re.compile(rf"(?:['’]s)?\s+(?:{any_of(_OFFICES)})$")
_OWNER = re.compile(r"(?<=\w)['’]s?\b")
_ARTICLE = re.compile(r"^(?:the|an?|some|several|another)\s+")
# Names of everybody whom the general cast knows, as they are written; the plural is a lost mark: "the Leagues envoy".
_KNOWN = {
    name: actor
    for actor in reversed(general_cast().actors)
    for name in (*actor.names, *actor.capitals)
    if name[:1].isupper()
}
_KNOWN_LOWER = frozenset(name.lower() for name in _KNOWN)
_KNOWN_NAME = re.compile(rf"(?<![\w-])({any_of(_KNOWN)})(?:['’]?s)?(?![\w-])")
_HOLDS = any_of(_OFFICES.difference(_LEXICON["no_offices"]))
_OFFICE_BEHIND = re.compile(
    rf"^['’]?s?\s+(?:[\w-]+\s+){{0,2}}?(?:{_HOLDS})\b", re.IGNORECASE
)  # "the League's chief envoy"
_OFFICE_BEFORE = re.compile(rf"\b(?:{_HOLDS})(?:\s+general)?\s+(?:of|for)\s+(?:the\s+)?$", re.IGNORECASE)
_MEDIA = frozenset(_LEXICON["media"])
_BROADCASTERS = {body["state"]: name for name, body in BODIES.items() if "state" in body}
STATE_OF = {word: state for state in general_cast().states for word in (state.name, *state.adjectives)}
_MINISTRY = re.compile(
    rf"^(?:the\s+)?(?:(?P<state>{any_of(STATE_OF)})(?:['’]?s)?\s+)?"
    r"(?:(?P<kind>(?!the\b)\w+(?:\s+\w+)?)\s+ministry|ministry\s+of\s+(?:the\s+)?(?P<of>\w+))$",
    re.IGNORECASE,
)
_OF_STATE = re.compile(
    rf"^(?:the\s+)?({any_of(STATE_OF)})(?:['’]?s)?\s+(?:{any_of(_LEXICON['of_state'])})(?!\w)", re.IGNORECASE
)


@lru_cache(maxsize=65536)
def body_named(words: str) -> str | None:
    """The public body these words name, None for anyone else."""
    found = _NAMES.search(words.lower().replace("’", "'"))
    return _BODY_OF[" ".join(found.group().split())] if found else None


@lru_cache(maxsize=65536)
def is_own_name(words: str) -> bool:
    """Whether they are a name the casts know somebody by, and nothing else: "the Observatory", not "its office"."""
    name = _ARTICLE.sub("", " ".join(words.lower().replace("’", "'").split()))
    return name in _BODY_OF or name in _KNOWN_LOWER


def key_of_body(body: str) -> str:
    """The key of a public body: its outlet's where it has one, since what it prints is its own word."""
    house = BODIES[body].get("house")
    return f"outlet:{GENERAL.key(house)}" if house else f"voice:{body}"


def key_of_actor(key: str, houses: Houses = GENERAL) -> str:
    """The key of the voice that the casts know under this one; an outlet of the case's own is one of its `houses`."""
    actor = _ACTORS.get(key)
    if actor and (body := _BODY_OF_ACTOR.get(actor.key)):
        return key_of_body(body)
    if house := houses.by_actor.get(actor.key if actor else key):
        return f"outlet:{house}"
    return f"voice:{actor.key if actor else key}"


@lru_cache(maxsize=65536)
def key_by_words(words: str) -> str | None:
    """The key of the body, state or outlet that these words are a name of, whatever else is said of it."""
    if body := body_named(words):
        return key_of_body(body)
    if state := _OF_STATE.match(words):
        return key_of_actor(STATE_OF[spelling(state[1], STATE_OF)].key)
    found = {match[1]: _KNOWN[match[1]] for match in _KNOWN_NAME.finditer(words)}
    actors = {actor.key: actor for actor in found.values()}
    rest = {*_plain(_KNOWN_NAME.sub(" ", words)).split()}
    if len(actors) != 1 or not rest <= _EPITHETS:
        return None
    (actor,) = actors.values()
    return _key_of_media(actor) if rest & _MEDIA and actor.kind is ActorKind.STATE else key_of_actor(actor.key)


def _key_of_media(state: Actor) -> str:
    """The key of a state's own broadcaster, which is a voice apart from its government's."""
    body = _BROADCASTERS.get(state.name)
    return key_of_body(body) if body else f"voice:state media of {state.key}"


@lru_cache(maxsize=65536)
def key_of_principal(words: str) -> str | None:
    """The key of the body or state that an office-holder of it speaks for: "the Lake Council's envoy Idris"."""
    held = [match for match in _KNOWN_NAME.finditer(words) if _holds_office(words, match)]
    two = len(held) > 1 and " and " in words[held[0].end() : held[1].start()]  # they speak together, for neither
    return key_of_actor(_KNOWN[held[0][1]].key) if held and not two else None


def _holds_office(words: str, name: re.Match[str]) -> bool:
    """Whether an office stands behind the name or, of a body, before it: "head of Qalat's league" is of no state."""
    actor = _KNOWN[name[1]]
    if _OFFICE_BEHIND.match(words[name.end(1) :]):
        return True
    return actor.kind is ActorKind.BODY and _OFFICE_BEFORE.search(words[: name.start(1)]) is not None


@lru_cache(maxsize=65536)
def key_of_ministry(words: str, land: str | None) -> str | None:
    """The key of a ministry: of the state that the words name, else of the land that the report speaks of."""
    found = _MINISTRY.match(words)
    if not found:
        return None
    state = found["state"] and STATE_OF[spelling(found["state"], STATE_OF)].name
    party = party_of_state(state) if state else land
    return f"voice:{' '.join((found['kind'] or found['of']).lower().split())} ministry of {party or 'a land not named'}"


@lru_cache(maxsize=65536)
def holds_office(words: str) -> bool:
    """Whether they call somebody by an office that he holds."""
    return not _OFFICES.difference(_LEXICON["no_offices"]).isdisjoint(_plain(words).split())


@lru_cache(maxsize=65536)
def key_called(words: str, present: frozenset[str]) -> str | None:
    """The key of the body present that a description without a name stands for: "the London-based monitor"."""
    lower = _ARTICLE.sub("", words.lower())
    base, plain = _BASE.search(lower), _without_office(_ARTICLE.sub("", " ".join(_BASE.sub(" ", lower).split())))
    body = _CALLED.get(plain) or _CALLED.get(plain.removeprefix("syrian "))
    if body is None and base and plain in _GENERAL:
        body = _BASES[base["before"] or base["behind"]]
    return key_of_body(body) if body and body in present else None


def _without_office(words: str) -> str:
    """ "the head of the group", "the group's head": the group."""
    return _HEAD_AFTER.sub("", _HEAD_OF.sub("", words))


def medium_named(words: str) -> str | None:
    """The medium that passes a statement on; None where it is only said at large: "told reporters", "on Twitter"."""
    plain = _ARTICLE.sub("", words.lower())
    return None if plain in _HEARERS else plain


def bodies_present(names: Iterable[str]) -> frozenset[str]:
    return frozenset(body for name in names if (body := body_named(name)))


def spelling(words: str, known: Iterable[str]) -> str:
    """The name among those known that these words spell, in capitals or not."""
    return next(name for name in known if name.lower() == words.lower())


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[\w-]+", _OWNER.sub("", words.lower())))
