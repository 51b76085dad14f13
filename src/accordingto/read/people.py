"""People: the noun phrase behind a number, and who it says they are.

"12 Kurdish police officers" are police, "three members of the White Helmets" aid-workers, "five rocket launchers" nobody.
"""

from dataclasses import dataclass

from accordingto.read.wordings import Wordings
from accordingto.read.sentences import Word
from accordingto.terms.figures import Who

LONGEST_RUN = 8  # words between a number and its noun; more than this and they belong to something else
AHEAD = 8  # words after "members" in which "of the White Helmets" may stand


@dataclass(frozen=True, slots=True)
class People:
    """Words up to `last` name those counted: `who`, None where no noun says so.

    `others` is true of "12 others" and "12 more", `shared` of "six of them", `named` is False where an unknown noun
    stands ("12 teetotallers"), and `first` is where the noun phrase begins.
    """

    first: int
    last: int
    who: Who | None
    others: bool = False
    shared: bool = False
    named: bool = True
    single: bool = False


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """The nouns for people, what comes before them and what ends their phrase."""

    who: Wordings[Who]
    pairs: Wordings[Who]
    of: Wordings[Who]
    wide: frozenset[str]
    never: frozenset[str]
    others: frozenset[str]
    more: frozenset[str]
    plurals: tuple[str, ...]
    ends: frozenset[str]
    openers: frozenset[str]
    whole: frozenset[str]

    @classmethod
    def of_table(cls, table: dict[str, dict[str, list[str]]]) -> "PeopleWords":
        wide = table["who_of"]["wide"]
        return cls(
            who=Wordings.of(_by_who(table["who"])),
            pairs=Wordings.of(_by_who(table["who_pairs"])),
            of=Wordings.of(_by_who({name: words for name, words in table["who_of"].items() if name != "wide"})),
            wide=frozenset(wide),
            never=frozenset(table["never"]["words"]),
            others=frozenset(table["continuing"]["others"]),
            more=frozenset(table["continuing"]["more"]),
            plurals=tuple(table["phrase"]["plurals"]),
            ends=frozenset(table["phrase"]["ends"]),
            openers=frozenset(table["phrase"]["openers"]),
            whole=frozenset(table["phrase"]["whole"]),
        )


def _by_who(names: dict[str, list[str]]) -> list[tuple[str, Who]]:
    return [(words, Who(name)) for name, listed in names.items() for words in listed]


def find_people(words: tuple[Word, ...], start: int, stops: frozenset[int], lexicon: PeopleWords) -> People | None:
    """Who is counted by a number that ends at `start`; None where a noun says that it is nobody.

    `stops` are the indexes of words that begin a word of harm or another number.
    """
    at, others = _skip(words, start, lexicon.others | lexicon.more)
    at, of = _skip(words, at, frozenset({"of"}))
    shared = of and at < len(words) and words[at].lower in lexicon.whole
    at, _ = _skip(words, at, lexicon.openers | lexicon.whole)
    found = _noun(words, at, stops, lexicon)
    if found is None:
        return None
    last, who, named, single = found
    others = others or any(words[k].lower in lexicon.others for k in range(at, last))
    return People(at, last, who, others, shared, named, single)


def _skip(words: tuple[Word, ...], at: int, skipped: frozenset[str]) -> tuple[int, bool]:
    start = at
    while at < len(words) and words[at].lower in skipped:
        at += 1
    return at, at > start


def _noun(
    words: tuple[Word, ...], start: int, stops: frozenset[int], lexicon: PeopleWords
) -> tuple[int, Who | None, bool, bool] | None:
    """End of the phrase, who, whether every noun in it is known, and whether the noun is for one."""
    at, best, end, plural = start, None, start, False
    while at < len(words) and at - start < LONGEST_RUN and not _ends(words, at, stops, lexicon):
        found = lexicon.pairs.at(words, at) or lexicon.who.at(words, at)
        if found is not None:
            best, end = _refined(words, start, found, lexicon), found[0]
            plural = words[end - 1].lower.endswith(lexicon.plurals)
            at = end
            continue
        if best is not None and plural:
            break
        if words[at].lower in lexicon.never:
            return None
        at += 1
    if best is not None and (plural or end == at):
        return end, best, True, not plural
    return at, None, at == start, False


def _ends(words: tuple[Word, ...], at: int, stops: frozenset[int], lexicon: PeopleWords) -> bool:
    word = words[at]
    return at in stops or word.lower in lexicon.ends or not (word.text[0].isalnum() or word.text in "\"'“‘”’-(")


def _refined(words: tuple[Word, ...], start: int, found: tuple[int, Who], lexicon: PeopleWords) -> Who:
    """ "members of the White Helmets", "hospital staff": a wide noun is what the word beside it says."""
    end, who = found
    if words[end - 1].lower not in lexicon.wide or who not in (Who.PEOPLE, Who.AID_WORKERS, Who.FIGHTERS):
        return who
    behind = range(end, min(len(words), end + AHEAD)) if end < len(words) and words[end].lower in ("of", "from") else ()
    for at in (*range(end - 1, start - 1, -1), *behind):
        if (kind := lexicon.of.at(words, at)) is not None:
            return kind[1]
    return who
