"""People: the noun phrase behind a number, and who it says they are.

"12 Kurdish police officers" are police, "three members of the White Helmets" aid-workers, "five rocket launchers"
nobody.
"""

from dataclasses import dataclass

from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Word
from accordingto.terms.figures import Who

LONGEST_RUN = 8  # words between a number and its noun; more than this and they belong to something else
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
    plurals: tuple[str, ...]
    ends: frozenset[str]
    openers: frozenset[str]
    brackets: frozenset[str]
    whole: frozenset[str]
    families: frozenset[str]
    across: frozenset[str]
    speaking: frozenset[str]

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
            plurals=tuple(table["phrase"]["plurals"]),
            ends=frozenset(table["phrase"]["ends"]),
            openers=frozenset(table["phrase"]["openers"]),
            brackets=frozenset(table["phrase"]["brackets"]),
            whole=frozenset(table["phrase"]["whole"]),
            families=frozenset(table["phrase"]["families"]),
            across=frozenset(table["phrase"]["across"]),
            speaking=frozenset(table["phrase"]["speaking"]),
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
    at, best, end, plural = start, None, start, False
    while at < len(words) and at - start < LONGEST_RUN and not _ends(words, at, stops, lexicon):
        found = lexicon.pairs.at(words, at) or lexicon.who.at(words, at)
        if found is not None:
            best, at = _refined(words, start, found, lexicon), found[0]
            end, plural = at, words[at - 1].lower.endswith(lexicon.plurals)
            if plural:
                break
            continue
        if words[at].lower in lexicon.never:
            return None
        at += 1
    if best is not None and (plural or end == at):
        return end, best, not plural
    return at, None, False


def _ends(words: tuple[Word, ...], at: int, stops: frozenset[int], lexicon: PeopleWords) -> bool:
    word = words[at]
    if word.text in lexicon.groups:
        return False
    return at in stops or word.lower in lexicon.ends or not (word.text[0].isalnum() or word.text in "\"'“‘”’()")


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


def find_people_across(words: tuple[Word, ...], at: int, lexicon: PeopleWords) -> Who | None:
    """Who the dead are where the noun stands behind the harm: "30 deaths among civilians"."""
    if at >= len(words) or words[at].lower not in lexicon.across:
        return None
    for place in range(at + 1, min(at + 1 + ACROSS, len(words))):
        if (found := lexicon.who.at(words, place)) is not None:
            return found[1]
    return None
