"""Speakers: one key for one voice, however a report names it: "the Observatory", its head, "a monitor", "he".

Voices without a name never leave their report (or the text that several reports share).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.reconcile.credits import agency_named
from accordingto.reconcile.lexicons import load_lexicon
from accordingto.terms.casts import key_of
from accordingto.terms.entities import EntityKind
from accordingto.terms.general import general_cast
from accordingto.terms.ids import content_id
from accordingto.terms.readings import Reading

HIDDEN = "a source that is not named"
SHORT_NAME = 4  # "the Reuters news agency" is the agency, "a Reuters witness in the border town" is somebody there

_LEXICON = load_lexicon("bodies")
_PRONOUNS = frozenset(_LEXICON["pronouns"])
_BODIES: dict[str, dict[str, list[str]]] = {body: words for body, words in _LEXICON.items() if isinstance(words, dict)}
_ACTORS = general_cast().by_key()
_BODY_OF = {
    name.lower(): body
    for body, words in _BODIES.items()
    for name in (*(n for actor in words["actors"] for n in _ACTORS[key_of(actor)].names), *words.get("names", ()))
}
_CALLED = {name: body for body, words in _BODIES.items() for name in words.get("called", ())}
_LONGEST = sorted(_BODY_OF, key=len, reverse=True)
_NAMES = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, _LONGEST))})(?![\w-])")
_ARTICLE = re.compile(r"^(?:the|an?|some|several|another)\s+", re.IGNORECASE)
_CAPITAL = re.compile(r"(?:^|\s)[\"“'(]?[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The key and the name of a first voice. An unnamed one has a key of its report."""

    key: str
    name: str
    named: bool
    hidden: bool = False


def find_speakers(reading: Reading, home: str) -> tuple[Speaker, ...]:
    """Who speaks in each statement of a reading; `home` is the report, or the shared text, unnamed voices belong to."""
    present = _bodies_present(reading)
    speakers: list[Speaker] = []
    for number in range(len(reading.statements)):
        speakers.append(_speaker(reading, number, home, present, speakers))
    return tuple(speakers)


def body_named(words: str) -> str | None:
    """The public body these words name, None for anyone else."""
    found = _NAMES.search(words.lower().replace("’", "'"))
    return _BODY_OF[found.group()] if found else None


def _bodies_present(reading: Reading) -> frozenset[str]:
    names = (said.source.exact for said in reading.statements if said.source)
    return frozenset(body for name in names if (body := body_named(name)))


def _speaker(reading: Reading, number: int, home: str, present: frozenset[str], before: Sequence[Speaker]) -> Speaker:
    said = reading.statements[number]
    if said.source is None:
        return Speaker(content_id("hidden", home, said.content.exact), HIDDEN, named=False, hidden=True)
    entity = reading.entities[said.entity] if said.entity is not None else None
    name = entity.name if entity else said.source.exact
    if body := body_named(name) or body_named(said.source.exact):
        return Speaker(f"voice:{body}", name, named=True)
    if (body := _CALLED.get(_bare(name))) and body in present:
        return Speaker(f"voice:{body}", body, named=True)
    if entity and entity.key and entity.kind is not EntityKind.UNNAMED:
        return Speaker(f"voice:{entity.key}", name, named=True)
    return _by_words(name, home, before, known=bool(entity))


def _by_words(name: str, home: str, before: Sequence[Speaker], *, known: bool) -> Speaker:
    """Told by its words alone: "he" is whoever spoke last, "the source" the last one so called."""
    bare = _bare(name)
    if bare in _PRONOUNS:
        return next((speaker for speaker in reversed(before) if not speaker.hidden), _unnamed(home, bare, name))
    if len(name.split()) <= SHORT_NAME and (agency := agency_named(name)):
        return Speaker(f"outlet:{agency}", agency, named=True)
    if not known and _CAPITAL.search(_ARTICLE.sub("", name)):
        return _fuller(bare, before) or Speaker(f"voice:{bare}", name, named=True)
    if name.lower().startswith("the ") and (same := _so_called(bare, before)):
        return same
    return _unnamed(home, bare, name)


def _fuller(bare: str, before: Sequence[Speaker]) -> Speaker | None:
    """ "Jundi" is the minister Mohammad Jundi of the paragraph above: every word of the one is in the other's name."""
    words = set(bare.split())
    return next((s for s in reversed(before) if s.named and words < set(_bare(s.name).split())), None)


def _so_called(bare: str, before: Sequence[Speaker]) -> Speaker | None:
    head = bare.split()[-1:]
    return next((speaker for speaker in reversed(before) if head and head[0] in speaker.name.lower().split()), None)


def _unnamed(home: str, bare: str, name: str) -> Speaker:
    return Speaker(f"unnamed:{home}:{bare}", name, named=False)


def _bare(name: str) -> str:
    return " ".join(_ARTICLE.sub("", name.strip()).lower().removesuffix("'s").removesuffix("’s").split())
