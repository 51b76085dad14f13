"""Harms: the words that tell what befell people, and on which side of them the count stands.

"killing 12" looks to its right, "12 died" to its left, "killed" either way; "the death toll" announces a count from
afar, and "among the dead" a share of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Word
from accordingto.terms.figures import Harm

BOTH = {frozenset((Harm.KILLED, Harm.INJURED)): Harm.CASUALTIES}  # told of one count, as the codebook has it
COUNTED = 9  # words between "number of" and the harm: "number of members of the coalition's forces killed"
REACH = 3  # words between an auxiliary and its participle: "have since reportedly been killed"


class Side(Enum):
    """Where the counted stand, seen from the word of harm. SHARES tells a part of a count made before."""

    TAKES = "takes"
    EITHER = "either"
    FOLLOWS = "follows"
    LEADS = "leads"
    SHARES = "shares"


@dataclass(frozen=True, slots=True)
class HarmCue:
    """Words `first` to `last` (half-open) tell of a harm; `passive` where an auxiliary says it was suffered.

    `of_people` where it is a harm only to people named as such: "seized 15 workers", never "seized 15".
    """

    first: int
    last: int
    harm: Harm
    side: Side
    passive: bool = False
    of_people: bool = False


@dataclass(frozen=True, slots=True)
class HarmWords:
    """The words of harm, and the small ones around them."""

    cues: Phrases[tuple[Harm, Side] | None]
    of_people: frozenset[str]
    naming: frozenset[str]
    having: frozenset[str]
    being: frozenset[str]
    joiners: frozenset[str]
    adverbs: frozenset[str]
    groups: frozenset[str]
    counting: Phrases[str]
    vague: frozenset[str]

    @classmethod
    def of_table(
        cls, table: dict[str, dict[str, dict[str, list[str]]]], small: dict[str, list[str]], harmless: list[str]
    ) -> "HarmWords":
        pairs: list[tuple[str, tuple[Harm, Side] | None]] = [
            (words, (Harm(harm), Side(side)))
            for harm, sides in table.items()
            for side, listed in sides.items()
            for words in listed
        ]
        return cls(
            Phrases.of([*((words, None) for words in harmless), *pairs]),
            frozenset(small["of_people"]),
            frozenset(small["naming"]),
            frozenset(small["having"]),
            frozenset(small["being"]),
            frozenset(small["joiners"]),
            frozenset(small["adverbs"]),
            frozenset(small["groups"]),
            Phrases.of((words, words) for words in small["counting"]),
            frozenset(small["vague"]),
        )


def find_harms(words: tuple[Word, ...], lexicon: HarmWords) -> tuple[HarmCue, ...]:
    """Every word of harm in a sentence, in order; "killed and wounded" is one cue of casualties."""
    return tuple(_announcing(words, _merged(words, list(_cues(words, lexicon)), lexicon), lexicon))


def _announcing(words: tuple[Word, ...], cues: Iterator[HarmCue], lexicon: HarmWords) -> Iterator[HarmCue]:
    """The words of harm; "the number of rebels killed in the fighting has risen to 12" announces its count."""
    for cue in cues:
        first = _counted_from(words, cue, lexicon) if cue.side is Side.EITHER else None
        yield cue if first is None else replace(cue, first=first, side=Side.LEADS)


def _counted_from(words: tuple[Word, ...], cue: HarmCue, lexicon: HarmWords) -> int | None:
    """Where "number of" stands before the noun and its harm; "a number of rebels killed" counts them itself."""
    for at in range(cue.first - 1, max(-1, cue.first - 1 - COUNTED), -1):
        if (found := lexicon.counting.at(words, at)) and found[0] < cue.first:
            return None if _is_counted(words, at, lexicon) else at
        if words[at].text[0].isdigit() or not words[at].text[0].isalnum():
            return None
    return None


def _cues(words: tuple[Word, ...], lexicon: HarmWords) -> Iterator[HarmCue]:
    at = 0
    while at < len(words):
        found = lexicon.cues.at(words, at)
        if found is None or _is_counted(words, at, lexicon):
            at += 1
            continue
        if found[1] is not None and not _names(words, at, found[1][1], lexicon):
            harm, side = found[1]
            of_people = " ".join(word.lower for word in words[at : found[0]]) in lexicon.of_people
            yield _with_voice(words, HarmCue(at, found[0], harm, side, of_people=of_people), lexicon)
        at = found[0]


def _is_counted(words: tuple[Word, ...], at: int, lexicon: HarmWords) -> bool:
    """ "a large number of casualties": the words are those of the count itself."""
    return at > 0 and lexicon.counting.at(words, at) is not None and words[at - 1].lower in lexicon.vague


def _names(words: tuple[Word, ...], at: int, side: Side, lexicon: HarmWords) -> bool:
    """ "carried the injured past 12 soldiers": whether the word of harm names people and counts none."""
    return side is Side.EITHER and at > 0 and words[at - 1].lower in lexicon.naming


def _with_voice(words: tuple[Word, ...], cue: HarmCue, lexicon: HarmWords) -> HarmCue:
    """ "have killed 12" takes what follows, "have been killed" what stands before."""
    if cue.side is not Side.EITHER:
        return cue
    for at in range(cue.first - 1, max(-1, cue.first - 1 - REACH), -1):
        lower = words[at].lower
        if words[at].text in lexicon.groups:
            return cue
        if lower in lexicon.being:
            return replace(cue, side=Side.FOLLOWS, passive=True)
        if lower in lexicon.having:
            return replace(cue, side=Side.TAKES)
        if lower not in lexicon.adverbs:
            return cue
    return cue


def _merged(words: tuple[Word, ...], cues: list[HarmCue], lexicon: HarmWords) -> Iterator[HarmCue]:
    at = 0
    while at < len(cues):
        cue = cues[at]
        if at + 1 < len(cues) and _belongs(words, cue, cues[at + 1], lexicon):
            harm = cue.harm if cue.harm is cues[at + 1].harm else BOTH.get(frozenset((cue.harm, cues[at + 1].harm)))
            if harm is not None:
                yield replace(cue, last=cues[at + 1].last, harm=harm)
                at += 2
                continue
        yield cue
        at += 1


def _belongs(words: tuple[Word, ...], cue: HarmCue, then: HarmCue, lexicon: HarmWords) -> bool:
    """Whether nothing but a joiner parts the two and both look the same way."""
    between = words[cue.last : then.first]
    joined = len(between) <= 1 and all(word.lower in lexicon.joiners for word in between)
    return joined and (cue.side is then.side or (cue.side is Side.FOLLOWS and then.side is Side.EITHER))
