"""Speakers: one key for one voice, however a report names it: "the Observatory", its head, "a monitor", "he".

Voices without a name never leave their report (or the text that several reports share).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.reconcile.arms import key_of_arm, key_of_service
from accordingto.reconcile.bodies import (
    bodies_present,
    body_named,
    holds_office,
    key_by_words,
    key_called,
    key_of_actor,
    key_of_body,
    key_of_ministry,
    key_of_principal,
)
from accordingto.reconcile.credits import reporter_of
from accordingto.reconcile.houses import GENERAL, Houses
from accordingto.reconcile.lexicons import load_lexicon
from accordingto.reconcile.memories import remembered
from accordingto.reconcile.strangers import is_paper, is_stranger
from accordingto.terms.entities import Entity, EntityKind
from accordingto.terms.ids import content_id
from accordingto.terms.readings import Reading

HIDDEN = "a source that is not named"
SHORT_NAME = 4  # "the Reuters news agency" is the agency, "the Reuters office in the border town" is somebody there

_LEXICON = load_lexicon("bodies")
_PRONOUNS, _BACKWARD = frozenset(_LEXICON["pronouns"]), frozenset(_LEXICON["backward"])
_PLURAL_OFFICIALS = frozenset(_LEXICON["plural_officials"])
_ANOTHER = ("another ", "other ", "a second ", "a third ")
_SAME = "the same "
_TOGETHER = re.compile(r",|\b(?:and|as well as|along with|together with)\b")
_ARTICLE = re.compile(r"^(?:the|an?|some|several|another)\s+", re.IGNORECASE)
_CAPITAL = re.compile(r"(?:^|\s)[\"“'(]?[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The key and the name of a first voice. An unnamed one has a key of its report, a `deputy` that of its body.

    `members` are the keys of the bodies it is told to be of, or to speak together with.
    """

    key: str
    name: str
    named: bool
    hidden: bool = False
    deputy: bool = False
    members: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Room:
    """Where voices are heard: the text that the unnamed ones belong to, the bodies that speak there, and its land.

    `houses` are those of the cast in force.
    """

    home: str
    present: frozenset[str]
    land: str | None
    houses: Houses


@remembered
def find_speakers(
    reading: Reading, home: str, land: str | None = None, houses: Houses = GENERAL
) -> tuple[Speaker, ...]:
    """Who speaks in each statement of a reading; `home` is the report, or the shared text, unnamed voices belong to.

    `land` is the party that is the state of the land the report speaks of: "the interior ministry" is that one's.
    """
    present = bodies_present(said.source.exact for said in reading.statements if said.source)
    room = _Room(home, present, land, houses)
    speakers: list[Speaker] = []
    for number in range(len(reading.statements)):
        speaker = _speaker(reading, number, room, speakers)
        source = reading.statements[number].source
        members = _members(source.exact, speaker, room) if source else frozenset()
        speakers.append(replace(speaker, members=members))
    return tuple(speakers)


def _speaker(reading: Reading, number: int, room: _Room, before: Sequence[Speaker]) -> Speaker:
    said = reading.statements[number]
    if said.source is None:
        # Whoever is behind the "reportedly" of one report is one voice, as far as anybody can tell.
        return Speaker(content_id("hidden", room.home), HIDDEN, named=False, hidden=True)
    entity = reading.entities[said.entity] if said.entity is not None else None
    name = entity.name if entity else said.source.exact
    for words in dict.fromkeys((name, said.source.exact)):
        if house := reporter_of(words, reading.report.outlet, room.houses):
            return Speaker(f"outlet:{house}", name, named=True)
    if name.lower().startswith(_SAME) and (again := _same_again(name, before)):
        return again
    if key := key_of_service(name):
        return Speaker(key, name, named=True, deputy=True)
    if key := key_of_arm(name, room.land):
        return Speaker(key, name, named=True)
    if is_stranger(name) and not _speaks_for_all(name):
        if name.lower().startswith(_ANOTHER):
            return _unnamed(room.home, name.lower(), name)
        return _so_called_again(name, before) or _same_stranger(name, before) or _unnamed(room.home, _bare(name), name)
    if key := _key_by_words(name, room) or _key_by_words(said.source.exact, room):
        return Speaker(key, name, named=True, deputy=holds_office(name))
    if entity and entity.key and entity.kind is not EntityKind.UNNAMED:
        return _known(entity, name, room.houses)
    if key := key_of_principal(name):
        return Speaker(key, name, named=True, deputy=True)
    return _by_words(name, room, before, known=bool(entity))


def _members(words: str, speaker: Speaker, room: _Room) -> frozenset[str]:
    """Who speaks together ("state media and the monitor"), and the body that an unnamed one is said to be of."""
    parts = [part.strip() for part in _TOGETHER.split(words) if part.strip()]
    if len(parts) < 2 and speaker.named:
        return frozenset()
    keys = (_key_by_words(part, room) or key_of_arm(part, room.land) for part in parts)
    return frozenset(key for key in keys if key and key != speaker.key)


def _key_by_words(words: str, room: _Room) -> str | None:
    if body := body_named(words):
        return key_of_body(body)
    return key_called(words, room.present) or key_of_ministry(words, room.land) or key_by_words(words)


def _speaks_for_all(name: str) -> bool:
    """Whether they are a body's officials, several of them: "Harbour League officials"."""
    return bool(_PLURAL_OFFICIALS & {*name.lower().split()}) and key_by_words(name) is not None


def _known(entity: Entity, name: str, houses: Houses) -> Speaker:
    """Somebody whom the reader knows: an office-holder is known by the body that he speaks for."""
    deputy = entity.kind is EntityKind.PERSON and bool(entity.office and entity.organisation)
    key = entity.organisation if deputy else entity.key
    return Speaker(key_of_actor(key or name, houses), name, named=True, deputy=deputy)


def _by_words(name: str, room: _Room, before: Sequence[Speaker], *, known: bool) -> Speaker:
    """Told by its words alone: "he" is whoever spoke last, "the source" the last one so called."""
    bare, home = _bare(name), room.home
    if bare in _PRONOUNS:
        return next((speaker for speaker in reversed(before) if not speaker.hidden), _unnamed(home, bare, name))
    if len(name.split()) <= SHORT_NAME and (agency := room.houses.named(name)):
        return Speaker(f"outlet:{agency}", agency, named=True)
    if is_paper(name):
        return _so_called_again(name, before) or _unnamed(home, bare, name)
    if not known and _CAPITAL.search(_ARTICLE.sub("", name)):
        return _fuller(bare, before) or Speaker(f"voice:{bare}", name, named=True)
    return _so_called_again(name, before) or _last_body(name, before) or _unnamed(home, bare, name)


def _fuller(bare: str, before: Sequence[Speaker]) -> Speaker | None:
    """ "Jundi" is the minister Mohammad Jundi of the paragraph above: every word of the one is in the other's name."""
    words = set(bare.split())
    return next((s for s in reversed(before) if s.named and words < set(_bare(s.name).split())), None)


def _so_called_again(name: str, before: Sequence[Speaker]) -> Speaker | None:
    """ "the source" after "a source at the harbour": the last one who was called by the same noun."""
    head = _bare(name).split()[-1:]
    if not name.lower().startswith("the ") or not head:
        return None
    return next((speaker for speaker in reversed(before) if head[0] in speaker.name.lower().split()), None)


def _same_again(name: str, before: Sequence[Speaker]) -> Speaker | None:
    """ "the same source": the last one who was called by the noun, else who spoke last."""
    return _so_called_again(name, before) or next((speaker for speaker in reversed(before) if not speaker.hidden), None)


def _same_stranger(name: str, before: Sequence[Speaker]) -> Speaker | None:
    """ "activists" beside "local activists"; but "another official" is another."""
    words = {*_bare(name).split()}
    head = _bare(name).split()[-1:]
    if len(head) != 1:
        return None
    unnamed = (speaker for speaker in reversed(before) if not (speaker.named or speaker.hidden))
    return next((one for one in unnamed if _alike(words, {*_bare(one.name).split()}, head[0])), None)


def _alike(words: set[str], others: set[str], head: str) -> bool:
    return head in others and (words <= others or others <= words)


def _last_body(name: str, before: Sequence[Speaker]) -> Speaker | None:
    """ "the group" after a body that spoke under a name which says nothing of a group."""
    words = name.lower().split()
    if words[:1] != ["the"] or len(words) != 2 or words[1] not in _BACKWARD:
        return None
    return next((speaker for speaker in reversed(before) if speaker.named), None)


def _unnamed(home: str, bare: str, name: str) -> Speaker:
    return Speaker(f"unnamed:{home}:{bare}", name, named=False)


def _bare(name: str) -> str:
    return " ".join(_ARTICLE.sub("", name.strip()).lower().removesuffix("'s").removesuffix("’s").split())
