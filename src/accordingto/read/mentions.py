"""Mentions: the sources and links of one report gathered into voices, each with all the names the report gives it."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, replace

from accordingto.read.portraits import MentionWords, Portrait, draw_portrait
from accordingto.read.sentences import Page
from accordingto.terms.attributions import Attribution
from accordingto.terms.entities import Entity, EntityKind
from accordingto.terms.spans import Anchor

__all__ = ["MentionWords", "read_mentions"]

NEAR = 1500  # characters a pronoun reaches back: about four short paragraphs
NEXT = 400  # characters: the statement before, in the same or the next paragraph
RECENT = 25  # voices that "the group" or "the ambassador" may stand for
ALSO = "also"  # "Ingrid Solberg also claimed": the one now named is the one who spoke just before


@dataclass(slots=True)
class _Voice:
    """A voice in the making, while a page is read: what all its mentions together tell."""

    best: Portrait
    mentions: list[Portrait] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    person: tuple[str, ...] = ()
    gender: str | None = None
    monitors: bool = False

    def add(self, one: Portrait) -> None:
        self.mentions.append(one)
        self.gender = self.gender or one.pronoun
        self.monitors = self.monitors or one.monitors
        self.heads |= one.heads
        if one.office:
            self.offices.add((one.office, one.country))
        self.person = max(self.person, one.person, key=len)
        self.best = max(self.best, one, key=_rank)

    @property
    def last(self) -> int:
        return self.mentions[-1].anchor.end

    @property
    def is_one_person(self) -> bool:
        return bool(self.person or self.offices) or self.gender in ("male", "female")


def _rank(one: Portrait) -> tuple[bool, bool, bool, int]:
    """Which mention names the voice best: a person's name, then a known body's, then more words before fewer."""
    return bool(one.person), one.key is not None, not one.pronoun, len(one.text)


class _Voices:
    """The voices met so far, found again by what they were called or by when they last spoke."""

    def __init__(self) -> None:
        self.all: list[_Voice] = []
        self._by_name: dict[Hashable, int] = {}
        self._recent: dict[int, None] = {}  # the last one is the latest

    def add(self, index: int | None, one: Portrait) -> int:
        """The place of the voice that now has this mention; a new one where `index` is None."""
        if index is None:
            index = len(self.all)
            self.all.append(_Voice(one))
        self.all[index].add(one)
        for name in _names(one):
            self._by_name.setdefault(name, index)
        self._recent.pop(index, None)
        self._recent[index] = None
        return index

    def named(self, one: Portrait) -> int | None:
        """The voice that was called the same before."""
        return next((self._by_name[name] for name in _names(one) if name in self._by_name), None)

    def recent(self) -> Iterator[int]:
        """The voices that spoke last, the latest first."""
        for count, index in enumerate(reversed(self._recent)):
            if count >= RECENT:
                return
            yield index


def _names(one: Portrait) -> Iterator[Hashable]:
    """What must be equal for two mentions to name one voice: a key, a surname, or the very same words."""
    if one.pronoun:
        return
    if one.key:
        yield one.key
    if one.person:
        yield "person", one.person[-1]
    elif one.definite or one.is_plural:
        yield "words", one.words


def read_mentions(
    page: Page, statements: tuple[Attribution, ...], lexicon: MentionWords
) -> tuple[tuple[Entity, ...], tuple[Attribution, ...]]:
    """Every voice of the report in order of first mention, and the statements with the index of their source's."""
    voices = _Voices()
    owner: dict[Anchor, int] = {}
    for anchor in _anchors(statements):
        one = draw_portrait(page.body, anchor, lexicon)
        owner[anchor] = voices.add(_find_voice(page, voices, one), one)
    entities = tuple(_entity(voice) for voice in voices.all)
    return entities, tuple(replace(said, entity=owner[said.source]) if said.source else said for said in statements)


def _anchors(statements: tuple[Attribution, ...]) -> list[Anchor]:
    found = {anchor for said in statements for anchor in (said.source, *said.via) if anchor}
    return sorted(found, key=lambda anchor: (anchor.start, anchor.end))


def _find_voice(page: Page, voices: _Voices, one: Portrait) -> int | None:
    """The voice already met that this mention names again."""
    named = voices.named(one)
    if named is not None:
        return named
    for fits in (_same_office, _stands_for, _named_now):
        for index in voices.recent():
            if fits(page, voices.all[index], one):
                return index
    return None


def _same_office(page: Page, voice: _Voice, one: Portrait) -> bool:
    """ "Russia's ambassador to the UN", later "the Russian ambassador"; "her Russian counterpart"."""
    if not one.office or one.kind is EntityKind.UNNAMED or (one.person and voice.person):
        return False
    same = {country for office, country in voice.offices if one.stands_in or one.office == office}
    return bool(same) and (one.country in same or (one.country is None and one.definite))


def _stands_for(page: Page, voice: _Voice, one: Portrait) -> bool:
    """A pronoun for the last one it can mean; "the group", "the source", "a monitor" for the last of that sort."""
    if one.pronoun:
        return one.anchor.start - voice.last <= NEAR and _can_be(voice, one.pronoun)
    if one.monitors and voice.monitors:  # "a monitor said": the one named after it
        return one.key is None or voice.best.key is None
    if not one.definite or one.person or one.country or one.organisation:
        return False
    return one.head in voice.heads


def _can_be(voice: _Voice, pronoun: str) -> bool:
    best = voice.best
    if pronoun in ("male", "female"):
        one = voice.is_one_person or (best.kind is EntityKind.UNNAMED and not best.is_plural)
        return one and voice.gender in (None, pronoun)
    if pronoun == "thing":
        return not voice.is_one_person and not best.is_plural and best.kind is not EntityKind.UNKNOWN
    return not voice.is_one_person and (best.is_plural or best.kind is EntityKind.BODY)


def _named_now(page: Page, voice: _Voice, one: Portrait) -> bool:
    """A person first named who "also" speaks right after one known by office alone: one and the same."""
    start = one.anchor.start
    if not one.person or one.office or voice.person or not voice.offices or not 0 < start - voice.last < NEXT:
        return False
    return page.body[one.anchor.end : one.anchor.end + 12].lower().lstrip().startswith(ALSO)


def _entity(voice: _Voice) -> Entity:
    best, known = voice.best, [one for one in voice.mentions if not one.pronoun]
    return Entity(
        name=best.text,
        kind=best.kind,
        key=best.key,
        mentions=tuple(one.anchor for one in voice.mentions),
        office=next((one.office for one in known if one.office), None),
        organisation=next((one.organisation for one in known if one.organisation), None),
        country=next((one.country for one in known if one.country), None),
    )
