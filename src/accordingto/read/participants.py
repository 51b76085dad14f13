"""Participants: who did it and to whom, from the words around a trigger."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from accordingto.read.doers import DoerNames
from accordingto.read.sentences import Sentence, Word
from accordingto.read.triggers import FIGHTING, HARM, NAMED, Hit
from accordingto.terms.events import EventType

REACH = 14  # words from a verb back to its subject, or on to the "by" of its doer
CLOSE = 2  # words between the name of a doer and the deed it is set before: "regime 's heavy shelling"
DONE_TO_PEOPLE = (EventType.ASSAULT, EventType.COERCE)
LEAVING = ("evacuate", "flee")
LEFT = 4  # words between a verb of moving out and those it moved: "evacuated some 3,000 people"
OBJECT = 8  # words from a verb to those it was done to


@dataclass(frozen=True, slots=True)
class ParticipantWords:
    """The part each word plays in the name of a doer; which words name those harmed, and which of those are armed.

    `doers` are the names of the cast: all their words name a doer.
    """

    doers: DoerNames
    roles: dict[str, str]
    victims: dict[str, bool]
    armed: dict[str, bool]
    verbs: dict[str, bool]
    capitals: dict[str, bool]
    by: dict[str, bool]
    between: dict[str, bool]
    against: dict[str, bool]
    being: dict[str, bool]
    auxiliaries: dict[str, bool]
    done_to_people: dict[str, bool]

    @classmethod
    def of(cls, table: dict[str, Any], doers: DoerNames) -> "ParticipantWords":
        actors = table["actors"]
        roles = {word: role for role in ("joints", "inside", "movers", "nations", "heads") for word in actors[role]}
        being, having = table["status"]["being"], table["status"]["having"]
        lists = [actors[name] for name in ("victims", "armed", "verbs", "capitals", "by", "between", "against")] + [
            being,
            being + having,
            actors["done_to_people"],
        ]
        return cls(doers, roles, *(dict.fromkeys(words, True) for words in lists))


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that can name a doer: a half-open range of the sentence's words.

    `headed` names can be the subject of a verb ("Russian" alone cannot); `moving` ones only go, meet and protest.
    """

    first: int
    last: int
    headed: bool
    moving: bool


def find_names(sentence: Sentence, hits: Iterable[Hit], lexicon: ParticipantWords) -> tuple[Name, ...]:
    """Every run of words that can name a doer, in reading order; the words of a trigger name none."""
    names: list[Name] = []
    start: int | None = None
    taken = {number for hit in hits for number in range(hit.first, hit.last)}
    known = frozenset(_named_by_cast(sentence.words, lexicon))
    for number, word in enumerate([*sentence.words, None]):
        role = ("heads" if number in known else _role(word, lexicon)) if word and number not in taken else None
        if role and role != "joints" and start is None:
            start = number
        if role is None and start is not None:
            names.extend(_trimmed(sentence.words, start, number, known, lexicon))
            start = None
    return tuple(names)


def _named_by_cast(words: Sequence[Word], lexicon: ParticipantWords) -> Iterator[int]:
    """The numbers of the words in names of the cast."""
    for number in range(len(words)):
        if found := lexicon.doers.at(words, number):
            yield from range(number, found[0])


def find_actors(
    sentence: Sentence, hits: Sequence[Hit], names: Sequence[Name], lexicon: ParticipantWords
) -> tuple[Name, ...]:
    """The doers of the event these triggers tell of; both sides where it is a fight.

    The doer stands after "by", else before the event's name, else it is the subject: of a verb sooner than of a noun.
    """
    can = [name for name in names if not name.moving or hits[0].kind.type not in DONE_TO_PEOPLE]
    deeds = [hit for hit in hits if hit.kind.rank > HARM]
    verbs = [hit for hit in hits if _is_verb(sentence.words[hit.last - 1], lexicon)]
    # Before "killed in air strikes" stand those who were killed, not those who flew.
    opened = min((hit.first for hit in deeds), default=0)
    harmed = max((hit.first for hit in hits if hit.kind.rank == HARM and hit.first < opened), default=0)
    free = [name for name in can if name.first >= harmed]
    tries = [
        (_evacuees, [hit for hit in hits if hit.kind.mode in LEAVING], names),
        (_after_by, hits, can),
        (_set_before, deeds, can),
        (_subject, _first_told(verbs, deeds), can),
        (_subject, deeds, free),
    ]
    found = (find(sentence, hit, among, lexicon) for find, tried, among in tries for hit in tried)
    doer = [name for name in found if name][:1]
    sides = [name for hit in deeds if _is_two_sided(hit) for name in _sides(sentence, hit, can, lexicon)]
    return tuple(dict.fromkeys(doer + sides))


def _is_two_sided(hit: Hit) -> bool:
    return hit.kind.mode == FIGHTING or hit.kind.type in (EventType.AGREE, EventType.CONSULT)


def _evacuees(sentence: Sentence, hit: Hit, names: Sequence[Name], lexicon: ParticipantWords) -> Name | None:
    """ "the evacuation of 3,000 people", "evacuated the wounded", "families were evacuated": those who leave do it."""
    after = [name for name in names if hit.last <= name.first <= hit.last + LEFT]
    words = sentence.words
    free = (name for name in after if not any(_ends_object(word, lexicon) for word in words[hit.last : name.first]))
    before = [name for name in names if name.headed and hit.first - REACH <= name.last <= hit.first]
    return next(free, None) or next(reversed(before), None)


def _ends_object(word: Word, lexicon: ParticipantWords) -> bool:
    """Whether who stands behind it is none of those who were moved: "evacuated from the town by the army"."""
    return word.lower in lexicon.by or word.lower in lexicon.against or not word.text[0].isalnum()


def _is_verb(word: Word, lexicon: ParticipantWords) -> bool:
    return word.lower.endswith("ed") or word.lower in lexicon.verbs


def _first_told(verbs: Sequence[Hit], deeds: Sequence[Hit]) -> list[Hit]:
    """The verbs before any noun for the deed: in "air strikes on the rebels killed" no name is the subject."""
    nouns = [hit.first for hit in deeds if hit not in verbs]
    return [hit for hit in verbs if hit.first < min(nouns, default=hit.last)]


def find_recipient(
    sentence: Sentence, hits: Sequence[Hit], actors: Sequence[Name], lexicon: ParticipantWords
) -> int | None:
    """The number of the word for those it was done to, nearest after the triggers, else nearest before; no doer's."""
    words = sentence.words
    doers = {number for name in actors for number in range(name.first, name.last)}
    for hit in hits:
        if hit.kind.type not in lexicon.done_to_people:
            continue
        after = range(hit.last, min(len(words), hit.last + OBJECT))
        before = range(hit.first - 1, max(-1, hit.first - OBJECT), -1)
        reached = (number for reach in (after, before) for number in reach if number not in doers)
        near = (number for number in reached if words[number].lower in lexicon.victims)
        if (number := next(near, None)) is not None:
            return number
    return None


def _sides(sentence: Sentence, hit: Hit, names: Sequence[Name], lexicon: ParticipantWords) -> Iterator[Name]:
    """ "clashes between A and B", "clashed with B": the names right after such a word, up to two after "between"."""
    for number in range(hit.last, min(len(sentence.words), hit.last + CLOSE + 1)):
        word = sentence.words[number].lower
        if word in lexicon.between:
            near = [name for name in names if number < name.first <= number + REACH][:2]
            yield from [side for name in near for side in _apart(sentence.words, name)]
        elif word in lexicon.against:
            yield from [name for name in names if number < name.first <= number + CLOSE + 1][:1]


def _apart(words: Sequence[Word], name: Name) -> Iterator[Name]:
    """The two sides of one run of words, parted at its "and"."""
    at = next((n for n in range(name.first + 1, name.last - 1) if words[n].lower == "and"), None)
    if at is None:
        yield name
    else:
        yield replace(name, last=at)
        yield replace(name, first=at + 1)


def _role(word: Word, lexicon: ParticipantWords) -> str | None:
    """The part a word plays in a doer's name: "IS" and "US" in capitals, "Kurdish-led", "pro-Turkey" inside."""
    if word.lower in lexicon.capitals and word.text.islower():
        return None
    role = lexicon.roles.get(word.lower)
    if role or "-" not in word.lower:
        return role
    if word.lower.endswith("-led"):
        return "nations"
    return "inside" if word.lower.endswith(("-backed", "-linked", "-run")) or word.lower.startswith("pro-") else None


def _trimmed(words: Sequence[Word], start: int, end: int, known: Set[int], lexicon: ParticipantWords) -> Iterator[Name]:
    while end > start and end - 1 not in known and lexicon.roles.get(words[end - 1].lower) == "joints":
        end -= 1
    roles = {"heads" if at in known else _role(words[at], lexicon) for at in range(start, end)}
    if roles & {"heads", "nations", "movers"}:
        yield Name(start, end, bool(roles & {"heads", "movers"}), "movers" in roles)


def _after_by(sentence: Sentence, hit: Hit, names: Sequence[Name], lexicon: ParticipantWords) -> Name | None:
    """ "air strikes carried out by regime forces", "the heavy air strikes of the Russian warplanes" """
    words = sentence.words
    for number in range(hit.last, min(len(words), hit.last + REACH)):
        of = hit.kind.rank == NAMED and number == hit.last and words[number].lower == "of"
        if of or words[number].lower in lexicon.by:
            return next((name for name in names if number < name.first <= number + CLOSE + 1), None)
    return None


def _set_before(sentence: Sentence, hit: Hit, names: Sequence[Name], lexicon: ParticipantWords) -> Name | None:
    """ "Russian air strikes"; harm words have none: in "two soldiers killed" the soldiers are those harmed."""
    if hit.kind.rank == HARM:
        return None
    words = sentence.words
    near = [name for name in reversed(names) if hit.first - CLOSE <= name.last <= hit.first]
    if _is_verb(words[hit.last - 1], lexicon):
        near = [name for name in near if not _is_helper(words, name, lexicon)]
    return next((n for n in near if not any(_parts(word, lexicon) for word in words[n.last : hit.first])), None)


def _parts(word: Word, lexicon: ParticipantWords) -> bool:
    """Whether a word between a name and a deed parts them: "backed by its allies, have retaken"."""
    return word.lower in lexicon.auxiliaries or not word.text[0].isalnum()


def _subject(sentence: Sentence, hit: Hit, names: Sequence[Name], lexicon: ParticipantWords) -> Name | None:
    """ "Warplanes of the regime targeted": the nearest name before a verb that is not passive."""
    if _is_passive(sentence.words, hit, lexicon):
        return None
    near = [name for name in names if name.headed and hit.first - REACH <= name.last <= hit.first]
    near = [name for name in near if not _is_counted_object(sentence.words, name, lexicon)]
    free = [name for name in near if not _is_helper(sentence.words, name, lexicon)]
    return next(reversed(free or near), None)


def _is_counted_object(words: Sequence[Word], name: Name, lexicon: ParticipantWords) -> bool:
    """ "killed 12 soldiers and took the base": those counted behind a verb did not do what follows."""
    if name.first < 2 or not words[name.first - 1].text[0].isdigit():
        return False
    return _is_verb(words[name.first - 2], lexicon) or words[name.first - 2].lower in lexicon.by


def _is_helper(words: Sequence[Word], name: Name, lexicon: ParticipantWords) -> bool:
    """ "the army backed by its allies", "rebels battling with the army": a name after such a word is no subject."""
    before = words[name.first - 1].lower if name.first else ""
    return before in lexicon.by or before in lexicon.against


def _is_passive(words: Sequence[Word], hit: Hit, lexicon: ParticipantWords) -> bool:
    """ "were killed", "have been killed"; also a harm word that no one stands after ("11 killed in")."""
    if any(word.lower in lexicon.being for word in words[max(0, hit.first - 2) : hit.first]):
        return True
    return hit.kind.rank == HARM and not _has_object(words, hit, lexicon)


def _has_object(words: Sequence[Word], hit: Hit, lexicon: ParticipantWords) -> bool:
    following = words[hit.last : hit.last + CLOSE + 2]
    return any(word.lower in lexicon.victims or word.text[0].isdigit() for word in following)
