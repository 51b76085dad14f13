"""Counts: a number with the people behind it, and the words that may stand between a count and its harm."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from accordingto.read.harms import HarmCue, Side
from accordingto.read.numbers import Number, NumberWords, bound_told_behind
from accordingto.read.people import People, PeopleWords, find_people, find_people_told
from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Word
from accordingto.terms.figures import Harm

Words = tuple[Word, ...]
LATER = 2  # words behind "of the wounded" in which they die
NEAR_DATE = (
    2  # words to the noun behind what may be a date: "March 7 soldiers", never "Oct. 18 promising all the rebels"
)
HURT = frozenset({Harm.KILLED, Harm.INJURED})  # done to nobody but people: "12 dead rockets" only lost its comma


@dataclass(frozen=True, slots=True)
class Count:
    """One number with its people; `harm` None while no word of harm claims it.

    `part` where it is told as a share; `whole` is the place of the count it is a share of, None where that stands in
    an earlier sentence.
    """

    number: Number
    people: People
    harm: Harm | None = None
    cue: HarmCue | None = None
    part: bool = False
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class CountWords:
    """The small words that may stand between a count and its harm, or between two counts."""

    left: frozenset[str]
    right: frozenset[str]
    between: frozenset[str]
    parts: Phrases[str]
    parts_after: Phrases[str]
    opening: frozenset[str]
    gaps: Phrases[str]
    besides: Phrases[str]
    wholes: Phrases[str]
    victims: frozenset[str]
    relative: frozenset[str]
    mixed: frozenset[str]
    setting: frozenset[str]
    adjuncts: frozenset[str]
    closers: frozenset[str]
    spots: frozenset[str]
    telling: frozenset[str]
    asides: frozenset[str]
    joins: frozenset[str]

    @classmethod
    def of_table(cls, table: Mapping[str, list[str]]) -> "CountWords":
        return cls(
            frozenset(table["left"]),
            frozenset(table["right"]),
            frozenset(table["list"]),
            Phrases.of((words, words) for words in table["parts"]),
            Phrases.of((words, words) for words in table["parts_after"]),
            frozenset(table["opening"]),
            Phrases.of((words, words) for words in table["gaps"]),
            Phrases.of((words, words) for words in table["besides"]),
            Phrases.of((words, words) for words in table["wholes"]),
            frozenset(table["victims"]),
            frozenset(table["relative"]),
            frozenset(table["mixed"]),
            frozenset(table["setting"]),
            frozenset(table["adjuncts"]),
            frozenset(table["closers"]),
            frozenset(table["spots"]),
            frozenset(table["telling"]),
            frozenset(table["asides"]),
            frozenset(table["joins"]),
        )


def find_counts(
    words: Words, numbers: list[Number], cues: tuple[HarmCue, ...], lexicon: PeopleWords, bounds: NumberWords
) -> list[Count]:
    """Each number that may count people, with those people; its harm where it stands between number and noun."""
    starting = {cue.first: cue for cue in cues}
    stops = frozenset(starting) | frozenset(number.first for number in numbers)
    found = (_count(words, number, starting, stops, lexicon) for number in numbers)
    counts = [_bounded_behind(words, count, bounds) for count in found if count is not None]
    return list(_with_predicates(words, counts, lexicon))


def _with_predicates(words: Words, counts: list[Count], lexicon: PeopleWords) -> Iterator[Count]:
    """ "One of the dead was a doctor": one count, of a medic."""
    told: int | None = None
    for at, count in enumerate(counts):
        then = counts[at + 1] if at + 1 < len(counts) else None
        if at != told and then is not None and _is_predicate(words, count, then, lexicon):
            told = at + 1
            yield replace(count, people=replace(count.people, last=then.people.last, who=then.people.who))
        elif at != told:
            yield count


def _is_predicate(words: Words, count: Count, then: Count, lexicon: PeopleWords) -> bool:
    between = words[count.people.last : then.number.first]
    shared = _is_one(count.number) and (count.part or count.people.shared) and then.number.article
    return shared and len(between) <= 1 and all(word.lower in lexicon.being for word in between)


def _bounded_behind(words: Words, count: Count, lexicon: NumberWords) -> Count:
    return replace(count, number=bound_told_behind(words, count.number, count.people.last, lexicon))


def _count(
    words: Words, number: Number, cues: Mapping[int, HarmCue], stops: frozenset[int], lexicon: PeopleWords
) -> Count | None:
    people = find_people(words, number.last, stops, lexicon)
    if people is None:
        return None
    if number.article:
        return _of_article(words, number, people, cues, stops, lexicon)
    if number.date_like and not _counts_in_spite_of_date(words, number, people):
        return None
    share, inner = cues.get(number.last), cues.get(people.first)
    if share is None and _nobody(words, number, people, lexicon):
        return None
    if share is not None and share.side is Side.SHARES:
        return _share(words, number, share, cues, stops, lexicon)
    if inner is not None and people.first == people.last and _is_headless(words, inner, lexicon):
        return None
    if (
        inner is not None
        and people.first == people.last
        and (_is_adjective(inner) or _is_measured(words, inner, lexicon))
    ):
        return _with_inner(words, number, people, inner, stops, lexicon)
    if number.low is None and number.high is None and people.shared and people.who and not number.article:
        return None
    return Count(number, _told(words, people, stops, lexicon))


def _counts_in_spite_of_date(words: Words, number: Number, people: People) -> bool:
    """ "March 7 soldiers died", "2016 civilians"; never "Oct. 18 promising rebels" nor "Nov 7 2016 Child killed"."""
    if people.who is None or people.single or people.last - number.last > NEAR_DATE:
        return False
    return not any(word.lower.endswith("ing") for word in words[number.last : people.last])


def _of_article(
    words: Words,
    number: Number,
    people: People,
    cues: Mapping[int, HarmCue],
    stops: frozenset[int],
    lexicon: PeopleWords,
) -> Count | None:
    """The count of one person, who does not speak: "a medic said"."""
    inner = cues.get(people.first)
    if inner is not None and people.first == people.last and _is_adjective(inner):
        behind = find_people(words, inner.last, stops, lexicon)
        if behind is None or not behind.single or behind.who is None or behind.first != inner.last:
            return None
        # "beheaded a captured soldier": what was done to him before is not what is told of him.
        return Count(number, behind, inner.harm, inner) if inner.harm in HURT else Count(number, behind)
    if people.single and people.who:
        return None if _speaks(words, people, lexicon) else Count(number, people)
    bare = people.last == number.last and number.last not in stops and words[number.first].lower in lexicon.another
    return Count(number, replace(people, others=True)) if bare else None


def _is_one(number: Number) -> bool:
    return number.low == number.high == 1


def _nobody(words: Words, number: Number, people: People, lexicon: PeopleWords) -> bool:
    """ "one of the worst", "from one family", "one resident said": nobody is counted."""
    if number.first and words[number.first - 1].lower == "from" and words[people.last - 1].lower in lexicon.families:
        return True
    if not _is_one(number):
        return False
    superlative = people.who is None and number.last < len(words) and words[number.last].lower in lexicon.of_words
    if (superlative and not people.shared) or words[people.last - 1].lower in lexicon.families:
        return True
    return people.single and _speaks(words, people, lexicon)


def _speaks(words: Words, people: People, lexicon: PeopleWords) -> bool:
    return people.last < len(words) and words[people.last].lower in lexicon.speaking


def _told(words: Words, people: People, stops: frozenset[int], lexicon: PeopleWords) -> People:
    """The people, named behind a verb of being where no noun stands beside the number: "11 were children"."""
    if people.last > people.first:
        return people
    told = find_people_told(words, people.last, stops, lexicon)
    return replace(people, last=told[0], who=told[1]) if told else people


def _share(
    words: Words,
    number: Number,
    share: HarmCue,
    cues: Mapping[int, HarmCue],
    stops: frozenset[int],
    lexicon: PeopleWords,
) -> Count:
    """The count of "two of the dead were women"."""
    named = find_people(words, share.last + 1, stops, lexicon) if share.last < len(words) else None
    people = People(number.last, share.last, named.who if named else None)
    later = next((cues[at] for at in range(share.last, share.last + LATER) if at in cues), None)
    if later is not None and later.side is Side.FOLLOWS and not later.passive:  # "two of the wounded later died"
        return Count(number, people, later.harm, later)
    return Count(number, people, share.harm, share, part=True)


def _is_adjective(cue: HarmCue) -> bool:
    return not cue.passive and cue.side in (Side.EITHER, Side.FOLLOWS)


def _is_measured(words: Words, cue: HarmCue, lexicon: PeopleWords) -> bool:
    """ "12 bodies of civilians"."""
    return cue.side is Side.TAKES and words[cue.last - 1].lower in lexicon.of_words


def _is_headless(words: Words, cue: HarmCue, lexicon: PeopleWords) -> bool:
    """Whether the word of harm begins with the noun that is counted: "75 buses with"."""
    return cue.side is Side.TAKES and words[cue.first].lower in lexicon.never


def _with_inner(
    words: Words, number: Number, people: People, cue: HarmCue, stops: frozenset[int], lexicon: PeopleWords
) -> Count | None:
    """The count whose harm stands before its noun: "8 injured people"; None for "two besieged towns"."""
    behind = find_people(words, cue.last, stops, lexicon)
    if behind is None and cue.harm not in HURT and cue.last - cue.first == 1:  # but "millions forced to flee"
        return None
    named = behind is not None and behind.who is not None and behind.first == cue.last
    return Count(number, behind, cue.harm, cue) if behind and named else Count(number, people)


def next_cue(cues: tuple[HarmCue, ...], start: int) -> HarmCue | None:
    """The first word of harm at or after this place."""
    at = bisect_left(cues, start, key=lambda cue: cue.first)
    return cues[at] if at < len(cues) else None


def cues_back_from(cues: tuple[HarmCue, ...], end: int) -> Iterator[HarmCue]:
    """The words of harm before this place, the last one first."""
    for at in range(bisect_left(cues, end, key=lambda cue: cue.first) - 1, -1, -1):
        yield cues[at]


def only(words: Words, allowed: frozenset[str]) -> bool:
    return all(word.lower in allowed for word in words)


def cues_between(cues: tuple[HarmCue, ...], start: int, end: int) -> tuple[HarmCue, ...]:
    """The words of harm that begin in this stretch."""
    first, last = (bisect_left(cues, place, key=lambda cue: cue.first) for place in (start, end))
    return cues[first:last]
