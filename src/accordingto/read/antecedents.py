"""Antecedents: who the counted are where the noun that says so stands elsewhere in the sentence.

"militants attacked and lost 14 of them", "a number of its members", "killed 83 injured 100 militants".
"""

from dataclasses import replace

from accordingto.read.counts import Count, Words
from accordingto.read.people import PeopleWords
from accordingto.terms.figures import Who

LOOK_BACK = 40  # words before the count in which the noun is sought
REACH = 3  # words between two counts that share their noun: "and critically injured"
GROUPED = frozenset({Who.FIGHTERS, Who.SOLDIERS, Who.POLICE, Who.MEDICS, Who.AID_WORKERS})


def resolve_people(words: Words, counts: list[Count], lexicon: PeopleWords) -> list[Count]:
    """The counts with the people whom another noun of the sentence names."""
    found = [_resolved(words, counts, at, lexicon) for at in range(len(counts))]
    return [_with_who_of_next(found, at) for at in range(len(found))]


def _resolved(words: Words, counts: list[Count], at: int, lexicon: PeopleWords) -> Count:
    count = counts[at]
    if count.people.shared and count.people.who is None and not count.part:
        who = _named_before(words, count.number.first, lexicon)
        # With no noun in its sentence "20 of them" is a share of what the sentence before counted.
        return replace(count, people=replace(count.people, who=who), part=who is None and count.harm is not None)
    if count.harm is None and count.people.who and _of_those(words, count.number.first, lexicon):
        return replace(count, part=True)
    if _are_members(words, count, lexicon):
        who = _group_before(words, count.number.first, lexicon)
        return replace(count, people=replace(count.people, who=who or Who.PEOPLE))
    return count


def _named_before(words: Words, end: int, lexicon: PeopleWords) -> Who | None:
    """The nearest noun for several people before this place."""
    for at in range(end - 1, max(-1, end - 1 - LOOK_BACK), -1):
        found = lexicon.who.at(words, at)
        if found and words[found[0] - 1].lower.endswith(lexicon.plurals):
            return found[1]
    return None


def _of_those(words: Words, first: int, lexicon: PeopleWords) -> bool:
    """ "Of those, 80 were children": a share of what the sentence before counted."""
    at = first - 1 if first and words[first - 1].text == "," else first
    return at >= 2 and words[at - 1].lower in lexicon.those and words[at - 2].lower in lexicon.of_words


def _are_members(words: Words, count: Count, lexicon: PeopleWords) -> bool:
    """ "a number of its members": of which group is told before."""
    first, last = count.people.first, count.people.last
    owned = first > 0 and words[first - 1].lower in lexicon.owning
    return count.people.who is Who.PEOPLE and owned and words[last - 1].lower in lexicon.wide


def _group_before(words: Words, end: int, lexicon: PeopleWords) -> Who | None:
    """The nearest group named before this place that has members of one kind."""
    for at in range(end - 1, max(-1, end - 1 - LOOK_BACK), -1):
        found = lexicon.who.at(words, at) or lexicon.of.at(words, at)
        if found and found[1] in GROUPED:
            return found[1]
    return None


def _with_who_of_next(counts: list[Count], at: int) -> Count:
    """ "killed 83 injured 100 militants": one noun for both, where the second count follows at once."""
    count = counts[at]
    if at + 1 == len(counts) or count.cue is None or count.people.who or count.people.last > count.people.first:
        return count
    then = counts[at + 1]
    between = then.cue is not None and count.number.last <= then.cue.first and then.cue.last <= then.number.first
    if not between or then.part or then.number.first - count.number.last > REACH:
        return count
    return replace(count, people=replace(count.people, who=then.people.who))
