"""People: the noun phrase behind a number, and who it says they are.

"12 Kurdish police officers" are police, "three members of the White Helmets" aid-workers, "five rocket launchers"
nobody.
"""

from dataclasses import dataclass

from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Word
from accordingto.terms.figures import Who

LONGEST_RUN = 8  # words between a number and its noun; more than this and they belong to something else
LONGEST_ASIDE = 5  # words in brackets within a phrase: "120 Daesh (banned in the country) militants"
UNDER_ARMS = frozenset({Who.FIGHTERS, Who.SOLDIERS})
ACROSS = 3  # words after "among" in which the noun may stand
AHEAD = 8  # words after "members" in which "of the White Helmets" may stand


@dataclass(frozen=True, slots=True)
class People:
    """Words up to `last` name those counted: `who`, None where no noun says so.

    `others` is true of "12 others", `shared` of "six of them", `single` of a noun for one person.
    """

    first: int
    last: int
    who: Who | None
    others: bool = False
    shared: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """The nouns for people, what comes before them and what ends their phrase."""

    who: Phrases[Who]
    pairs: Phrases[Who]
    of: Phrases[Who]
    wide: frozenset[str]
    of_words: frozenset[str]
    from_words: frozenset[str]
    quotes: frozenset[str]
    groups: frozenset[str]
    never: frozenset[str]
    others: frozenset[str]
    more: frozenset[str]
    another: frozenset[str]
    plurals: tuple[str, ...]
    ends: frozenset[str]
    openers: frozenset[str]
    brackets: frozenset[str]
    whole: frozenset[str]
    families: frozenset[str]
    across: frozenset[str]
    speaking: frozenset[str]
    joining: frozenset[str]
    being: frozenset[str]
    owning: frozenset[str]
    alike: frozenset[str]
    those: frozenset[str]
    sides: frozenset[str]

    @classmethod
    def of_table(cls, table: dict[str, dict[str, list[str]]]) -> "PeopleWords":
        wide = table["who_of"]["wide"]
        return cls(
            who=Phrases.of(_by_who(table["who"])),
            pairs=Phrases.of(_by_who(table["who_pairs"])),
            of=Phrases.of(_by_who({name: words for name, words in table["who_of"].items() if name != "wide"})),
            wide=frozenset(wide),
            of_words=frozenset(table["phrase"]["of"]),
            from_words=frozenset(table["phrase"]["from"]),
            quotes=frozenset(table["phrase"]["quotes"]),
            groups=frozenset(table["phrase"]["groups"]),
            never=frozenset(table["never"]["words"]),
            others=frozenset(table["continuing"]["others"]),
            more=frozenset(table["continuing"]["more"]),
            another=frozenset(table["continuing"]["another"]),
            plurals=tuple(table["phrase"]["plurals"]),
            ends=frozenset(table["phrase"]["ends"]),
            openers=frozenset(table["phrase"]["openers"]),
            brackets=frozenset(table["phrase"]["brackets"]),
            whole=frozenset(table["phrase"]["whole"]),
            families=frozenset(table["phrase"]["families"]),
            across=frozenset(table["phrase"]["across"]),
            speaking=frozenset(table["phrase"]["speaking"]),
            joining=frozenset(table["phrase"]["joining"]),
            being=frozenset(table["voice"]["being"]),
            owning=frozenset(table["phrase"]["owning"]),
            alike=frozenset(table["phrase"]["alike"]),
            those=frozenset(table["phrase"]["those"]),
            sides=frozenset(table["phrase"]["sides"]),
        )


def _by_who(names: dict[str, list[str]]) -> list[tuple[str, Who]]:
    return [(words, Who(name)) for name, listed in names.items() for words in listed]


def find_people(words: tuple[Word, ...], start: int, stops: frozenset[int], lexicon: PeopleWords) -> People | None:
    """Who is counted by a number that ends at `start`; None where a noun says that it is nobody.

    `stops` are the indexes of words that begin a word of harm or another number.
    """
    at, _ = _skip(words, start, lexicon.quotes)
    at, others = _skip(words, at, lexicon.others)
    at, _ = _skip(words, at, lexicon.more)
    at, of = _skip(words, at, lexicon.of_words)
    shared = of and at < len(words) and words[at].lower in lexicon.whole
    at, _ = _skip(words, at, lexicon.openers | lexicon.whole if of else lexicon.brackets)
    found = _noun(words, at, stops, lexicon)
    if found is None:
        return None
    last, who, single = found
    if _is_family_of(words, last, stops, lexicon):
        return None
    others = others or any(words[k].lower in lexicon.others for k in range(at, last))
    return People(at, last, who, others, shared, single)


def _is_family_of(words: tuple[Word, ...], last: int, stops: frozenset[int], lexicon: PeopleWords) -> bool:
    """ "two families of ten": the ten are counted."""
    return words[last - 1].lower in lexicon.families and last + 1 in stops and words[last].lower in lexicon.of_words


def _skip(words: tuple[Word, ...], at: int, skipped: frozenset[str]) -> tuple[int, bool]:
    start = at
    while at < len(words) and words[at].lower in skipped:
        at += 1
    return at, at > start


def _noun(
    words: tuple[Word, ...], start: int, stops: frozenset[int], lexicon: PeopleWords
) -> tuple[int, Who | None, bool] | None:
    """End of the phrase, who, and whether the noun is for one; None where a noun is nobody's."""
    at, best, end, plural, reach = start, None, start, False, start + LONGEST_RUN
    while at < len(words) and at < reach:
        if at > start and best is None and (behind := _behind_aside(words, at)):
            at, reach = behind, reach + behind - at
            continue
        if _ends(words, at, stops, lexicon) and not (at > start and best is None and _joins(words, at, stops, lexicon)):
            break
        if best is not None and words[at].lower in lexicon.owning:
            break  # "a man his wife": the comma is lost
        found = lexicon.pairs.at(words, at) or lexicon.who.at(words, at)
        if found is not None:
            best, at = _refined(words, start, found, lexicon), found[0]
            end, plural = at, words[at - 1].lower.endswith(lexicon.plurals)
            if plural:
                break
            continue
        if _is_nobody(words, at, lexicon):
            return None
        at += 1
    if best is not None and plural:
        return *_with_joined(words, end, best, stops, lexicon), False
    if best is not None and end == at:
        return end, best, True
    return at, None, False


def _is_nobody(words: tuple[Word, ...], at: int, lexicon: PeopleWords) -> bool:
    """Whether the noun says that no people are counted: "schools", "school buses", never "school children"."""
    lower = words[at].lower
    if lower in lexicon.never and not lower.endswith("s") and at + 1 < len(words):
        found = lexicon.who.at(words, at + 1)
        return found is None or not words[found[0] - 1].lower.endswith(lexicon.plurals)
    return lower in lexicon.never or lower.removesuffix("s") in lexicon.never


def _joins(words: tuple[Word, ...], at: int, stops: frozenset[int], lexicon: PeopleWords) -> bool:
    """ "70 regime and rebel fighters": whether two names of sides are joined before their noun."""
    if words[at].lower not in lexicon.joining or at + 2 >= len(words) or {at + 1, at + 2} & stops:
        return False
    found = lexicon.who.at(words, at + 2)
    return found is not None and words[at - 1].lower in lexicon.sides and words[at + 1].lower in lexicon.sides


def _behind_aside(words: tuple[Word, ...], at: int) -> int | None:
    """The place behind an aside in brackets that opens here."""
    if words[at].text not in "([":
        return None
    closing = (k for k in range(at + 1, min(len(words), at + 2 + LONGEST_ASIDE)) if words[k].text in ")]")
    return next((k + 1 for k in closing), None)


def _with_joined(
    words: tuple[Word, ...], end: int, who: Who, stops: frozenset[int], lexicon: PeopleWords
) -> tuple[int, Who]:
    """The phrase with the nouns joined to it: "soldiers guards and staff" are people, "medics and nurses" medics."""
    last, kinds = end, {who}
    while last < len(words):
        joined = words[last].lower in lexicon.joining
        found = lexicon.who.at(words, last + joined) if last + joined < len(words) else None
        if found is None or last + joined in stops or not words[found[0] - 1].lower.endswith(lexicon.plurals):
            break
        last = found[0]
        kinds |= set() if words[last - 1].lower in lexicon.alike else {found[1]}
        if joined:
            closed = last == len(words) or _closes(words, last, stops, lexicon)
            return (last, who if len(kinds) == 1 or kinds <= UNDER_ARMS else Who.PEOPLE) if closed else (end, who)
    return end, who


def _closes(words: tuple[Word, ...], at: int, stops: frozenset[int], lexicon: PeopleWords) -> bool:
    """Whether the phrase is over here and does not speak: "killed 12 civilians and activists said so"."""
    word = words[at]
    ended = at in stops or word.lower in lexicon.ends or not word.text[0].isalnum()
    return ended and word.lower not in lexicon.speaking


def _ends(words: tuple[Word, ...], at: int, stops: frozenset[int], lexicon: PeopleWords) -> bool:
    word = words[at]
    if word.text in lexicon.groups:
        return False
    return at in stops or word.lower in lexicon.ends or not (word.text[0].isalnum() or word.text in "\"'“‘”’()[]")


def _refined(words: tuple[Word, ...], start: int, found: tuple[int, Who], lexicon: PeopleWords) -> Who:
    """ "members of the White Helmets", "hospital staff": a wide noun is what the word beside it says."""
    end, who = found
    if words[end - 1].lower not in lexicon.wide or who not in (Who.PEOPLE, Who.AID_WORKERS, Who.FIGHTERS):
        return who
    belongs = end < len(words) and words[end].lower in lexicon.from_words
    behind = range(end, min(len(words), end + AHEAD)) if belongs else ()
    for at in (*range(end - 1, start - 1, -1), *behind):
        if (kind := lexicon.of.at(words, at)) is not None:
            return kind[1]
    return who


def find_people_told(
    words: tuple[Word, ...], at: int, stops: frozenset[int], lexicon: PeopleWords
) -> tuple[int, Who] | None:
    """Who they are where a verb of being says it: "of whom 11 were children"; None where they "were hurt"."""
    if at + 1 >= len(words) or words[at].lower not in lexicon.being or at + 1 in stops:
        return None
    found = _noun(words, at + 1, stops, lexicon)
    return (found[0], found[1]) if found and found[1] else None


def find_people_across(words: tuple[Word, ...], at: int, lexicon: PeopleWords) -> Who | None:
    """Who the dead are where the noun stands behind the harm: "30 deaths among civilians"."""
    if at >= len(words) or words[at].lower not in lexicon.across:
        return None
    for place in range(at + 1, min(at + 1 + ACROSS, len(words))):
        if (found := lexicon.who.at(words, place)) is not None:
            return found[1]
    return None


def find_people_within(words: tuple[Word, ...], first: int, last: int, lexicon: PeopleWords) -> Who | None:
    """Who the counted are where the words that announce the count say so: "the number of civilians killed"."""
    found = (lexicon.who.at(words, place) for place in range(first, last))
    kinds = {one[1] for one in found if one is not None} - {Who.PEOPLE}
    return kinds.pop() if len(kinds) == 1 else None
