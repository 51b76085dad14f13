"""Identities: voices in the making while a page is read, and whether a mention names one of them again."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from accordingto.read.person_names import Name, may_be_one
from accordingto.read.portraits import Portrait
from accordingto.terms.entities import EntityKind

RECENT = 25  # voices that "the group" or "the ambassador" may stand for
NEXT = 400  # characters: the statement before, in the same or the next paragraph
LEAD = 1500  # characters: what a headline or a lead leaves unnamed is named soon
ALSO = "also"  # "Ingrid Solberg also claimed": the one now named is the one who spoke just before


@dataclass(slots=True)
class Identity:
    """A voice in the making: what all its mentions together tell."""

    best: Portrait
    mentions: list[Portrait] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    proper: set[str] = field(default_factory=set)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    duties: set[str] = field(default_factory=set)
    papers: set[str] = field(default_factory=set)
    person: Name = ()
    gender: str | None = None
    country: str | None = None
    monitors: bool = False
    is_link: bool = True

    def add(self, one: Portrait) -> None:
        self.mentions.append(one)
        self.gender = self.gender or one.gender
        self.country = self.country or one.country
        self.monitors = self.monitors or one.monitors
        self.is_link = self.is_link and one.link
        self.heads |= one.heads
        self.words |= set(one.words)
        self.proper |= one.proper
        self.duties |= one.duties
        if one.office:
            self.offices.add((one.office, one.country))
        self.person = max(self.person, one.person, key=len)
        self.best = max(self.best, one, key=_rank)

    @property
    def last(self) -> int:
        return self.mentions[-1].anchor.end if self.mentions else self.best.anchor.end

    @property
    def is_one_person(self) -> bool:
        return bool(self.person or self.offices or self.gender)

    @property
    def unnamed_one(self) -> bool:
        """One who has not been named so far: "a doctor", "the council's spokesman"."""
        return not (self.person or self.best.plural or self.best.joint or (self.best.key and not self.offices))


def _rank(one: Portrait) -> tuple[bool, bool, bool, bool, bool, int]:
    """Which mention names the voice best: a person's name, then a known body's, then more words before fewer."""
    named = one.known or bool(one.proper)
    return (
        bool(one.person),
        one.key is not None and named,
        one.key is not None,
        not one.pronoun,
        not one.paper,
        len(one.text),
    )


class Identities:
    """The voices met so far, found again by what they were called or by when they last spoke."""

    def __init__(self) -> None:
        self.all: list[Identity] = []
        self._by_name: dict[Hashable, list[int]] = {}
        self._recent: dict[int, None] = {}  # the last one is the latest

    def add(self, index: int | None, one: Portrait) -> int:
        """The place of the voice that now has this mention; a new one where `index` is None."""
        if index is None:
            index = len(self.all)
            self.all.append(Identity(one))
        self.all[index].add(one)
        for name in one.names:
            known = self._by_name.setdefault(name, [])
            if not known or known[-1] != index:
                known.append(index)
        self._recent.pop(index, None)
        self._recent[index] = None
        return index

    def named(self, one: Portrait) -> int | None:
        """The voice that was called the same before, the latest where there are two."""
        for name in one.names:
            for index in reversed(self._by_name.get(name, ())[-RECENT:]):
                if _may_be(self.all[index], one, name):
                    return index
        return None

    def monitors(self) -> int:
        """How many of those that spoke last keep count of the dead under a name of their own."""
        return sum(self.all[index].monitors and self.all[index].best.key is not None for index in self.recent())

    def recent(self) -> Iterator[int]:
        """The voices that spoke last, the latest first."""
        for count, index in enumerate(reversed(self._recent)):
            if count >= RECENT:
                return
            yield index


def _may_be(voice: Identity, one: Portrait, name: Hashable) -> bool:
    """Whether nothing speaks against it: another first name, another gender, another country."""
    if isinstance(name, str) and name == one.key:
        return True
    if isinstance(name, tuple) and name[0] == "part" and min(len(voice.person), len(one.person)) > 1:
        return False  # "Mohammad" may be the one Mohammad there is, but another full name is another man
    if one.person and not may_be_one(voice.person, one.person):
        return False
    if one.person and voice.gender and one.gender and voice.gender != one.gender:
        return False
    return name == one.key or bool(one.person) or voice.country is None or one.country in (None, voice.country)


def is_same_office(body: str, voice: Identity, one: Portrait) -> bool:
    """ "Russia's ambassador to the UN", later "the Russian ambassador"; "her Russian counterpart"."""
    if not one.office or one.kind is EntityKind.UNNAMED or (one.person and voice.person):
        return False
    if voice.gender and one.gender and voice.gender != one.gender:
        return False
    stands_in = one.stands_in or voice.best.stands_in
    if not (stands_in or one.duties <= voice.duties or voice.duties <= one.duties):
        return False
    same = {country for office, country in voice.offices if stands_in or one.office == office}
    unsaid = same == {None} and voice.country is None and bool(one.duties) and one.duties == voice.duties
    return bool(same) and (one.country in same or (one.country is None and one.definite) or unsaid)


def is_both(body: str, voice: Identity, one: Portrait) -> bool:
    """ "Both", "the two ministers": the last who were named together."""
    alone = one.definite or len(one.words) == 1  # not "two medical centres"
    return one.pair and alone and voice.best.joint and not one.joint and not one.person


def is_monitor(body: str, voice: Identity, one: Portrait) -> bool:
    """ "A monitor said": the one named after it; two with names of their own stay two."""
    if not (one.monitors and voice.monitors) or one.another:
        return False
    return one.key is None or voice.best.key is None


def is_so_described(body: str, voice: Identity, one: Portrait) -> bool:
    """ "The military source" for the last who was called that, whoever else was a source."""
    return bool(one.words) and set(one.words) <= voice.words and is_description(body, voice, one)


def is_description(body: str, voice: Identity, one: Portrait) -> bool:
    """ "The group", "the source", "the London-based agency" for the last of that sort; never with a name of its own."""
    if not one.definite or one.person or one.known or one.another or one.joint or voice.best.joint:
        return False
    if not one.proper <= voice.proper | voice.words or (
        one.plural != voice.best.plural and voice.best.kind is EntityKind.UNNAMED
    ):
        return False
    if (one.country and voice.country != one.country) or (
        one.organisation and one.organisation != voice.best.organisation
    ):
        return False
    if one.office and voice.best.kind is not EntityKind.UNNAMED and not one.duties <= voice.duties:
        return False
    if one.anybody and voice.person:
        return one.gender in (None, voice.gender) or voice.gender is None
    return one.head in voice.heads or bool(one.covers & voice.heads)


def is_named_now(body: str, voice: Identity, one: Portrait) -> bool:
    """A description, then its speaker's name: "a doctor", "Dr Karim Nader"; "a spokesman", "Colonel Nader"."""
    if not one.person or voice.person or one.anchor.start - voice.last > LEAD or not voice.unnamed_one:
        return False
    if voice.gender and one.gender and voice.gender != one.gender:
        return False
    near = 0 < one.anchor.start - voice.last < NEXT and not voice.mentions[-1].link
    if voice.best.kind is EntityKind.UNNAMED or voice.best.country is None:
        alike = bool(one.roles & voice.best.roles) and not one.titled
        return alike or (near and one.titled and _is_somebody(voice))
    return near and not one.office and _also(body, one)


def _is_somebody(voice: Identity) -> bool:
    """Whether it was said what sort of person speaks, and no more: "a resident", "the body's spokesman"."""
    best = voice.best
    return bool(voice.offices) or (best.kind is EntityKind.UNNAMED and bool(best.roles) and not best.reports)


def _also(body: str, one: Portrait) -> bool:
    return body[one.anchor.end : one.anchor.end + 12].lower().lstrip().startswith(ALSO)


def is_headline(body: str, voice: Identity, one: Portrait) -> bool:
    """What the headline tells of without a name, the lead tells of again: "Official: ...", then "an official said"."""
    best = voice.best
    if (
        one.person
        or one.definite
        or one.another
        or one.joint
        or len(voice.mentions) != 1
        or body.find("\n", 0, best.anchor.end) >= 0
    ):
        return False
    if best.proper or best.kind is not one.kind or one.plural != best.plural:
        return False
    return one.head == best.head and (best.country in (None, one.country))
