"""Authors: whether the words around a side say that it is the author of harm to people."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.read.accusations import ChargeWords
from accordingto.read.denials import DenialWords
from accordingto.read.doers import DoerNames
from accordingto.read.lexicons import load_lexicon
from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Sentence, Word
from accordingto.read.sides import Side, SideWords
from accordingto.terms.casts import Cast

NEAR_NOUN = 4  # words between a side and the attack that bears its name
NEAR_VERB = 4  # words between a side and what it did
TAIL = 12  # words of "positioned in the eastern part of the town" before the verb
AGENT = 10  # words before "by" in which the attack must stand
AROUND = 60  # words on either side in which those harmed are looked for, where a sentence never ends
OPENING = '"“‘«'  # quotation marks before a side: "blamed “terrorists” for the bombing"
LIGHT = 7  # words after "carried out" in which the attack must stand

Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class BlameWords:
    """The words that make an author of a side, and those that say whom an attack hit."""

    sides: SideWords
    attacks: Mapping[str, frozenset[str]]
    agents: Phrases[bool]
    claims: Mapping[str, frozenset[str]]
    claimed: Phrases[bool]
    done: Phrases[bool]
    denials: Mapping[str, frozenset[str]]
    denial_words: DenialWords
    charges: ChargeWords
    victims: Mapping[str, frozenset[str]]
    homes: frozenset[str]
    other_stories: frozenset[str]

    @classmethod
    def load(cls, cast: Cast | None = None) -> "BlameWords":
        """The words that ship, and the names of those of this cast, or of the general one, who bear arms."""
        table = load_lexicon("blame")
        return cls(
            SideWords.of_table(table["actors"], table["same"], DoerNames.of(cast)),
            {name: frozenset(words) for name, words in table["attacks"].items()},
            Phrases.of((words, True) for words in table["attacks"]["agent_phrases"]),
            {name: frozenset(words) for name, words in table["claims"].items()},
            Phrases.of((words, True) for words in table["claims"]["phrases"]),
            Phrases.of((words, True) for words in table["attacks"]["done"]),
            {name: frozenset(words) for name, words in table["denials"].items()},
            DenialWords.of_table(table),
            ChargeWords.of_table(table),
            {name: frozenset(words) for name, words in table["victims"].items()},
            frozenset(table["homes"]["words"]),
            frozenset(table["links"]["words"]),
        )


def word_before(words: Words, first: int, lexicon: BlameWords) -> int:
    """The last word before a side that is no article and no quotation mark of it; -1 at the start."""
    at = first - 1
    while at >= 0 and (words[at].lower in lexicon.sides.articles or words[at].text in OPENING):
        at -= 1
    return at


def is_author(words: Words, side: Side, lexicon: BlameWords) -> bool:
    attacks = lexicon.attacks
    before = word_before(words, side.first, lexicon)
    if before >= 0 and words[before].lower in attacks["victims"]:
        return is_pinned(words, before, lexicon)
    if before >= 0 and words[before].lower[:1].isdigit() and not _flies(words, side, attacks):
        return False  # "18 jihadists killed": they are counted among the dead
    if any(word.lower in attacks["doubts"] for word in words[max(0, side.first - AGENT) : side.first]):
        return False
    return (
        _bears_attack(words, side, attacks)
        or (not side.weak and _acts(words, side, attacks))
        or (not side.weak and _is_agent(words, side, before, lexicon))
        or (not side.weak and is_charged(words, side, before, attacks))
    )


def is_pinned(words: Words, before: int, lexicon: BlameWords) -> bool:
    """ "blamed on X", "blamed the attack on X": the word before the side, which elsewhere tells who was hit."""
    if any((f := lexicon.agents.at(words, at)) and f[0] == before + 1 for at in range(max(0, before - 2), before + 1)):
        return True
    told = {word.lower for word in words[max(0, before - AGENT) : before]}
    return words[before].lower == "on" and bool(told & lexicon.attacks["pins"] and told & lexicon.attacks["nouns"])


def _flies(words: Words, side: Side, attacks: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is a craft, of which some are counted that did it: "six jets bombed"."""
    return any(word.lower in attacks["craft"] for word in words[side.first : side.last])


def _bears_attack(words: Words, side: Side, attacks: Mapping[str, frozenset[str]]) -> bool:
    """ "regime's deadly air strikes"."""
    for word in words[side.last : side.last + NEAR_NOUN]:
        if word.lower in attacks["nouns"]:
            return True
        if word.lower not in attacks["between"]:
            return False
    return False


def _acts(words: Words, side: Side, attacks: Mapping[str, frozenset[str]]) -> bool:
    """ "rebels have fired", "terrorists positioned in the town shelled"; not "rebels were killed"."""
    at, passive = side.last, False
    if at < len(words) and words[at].lower in attacks["tails"]:
        at = _after_tail(words, at, attacks)
    limit = at + NEAR_VERB
    while at < min(limit, len(words)) and words[at].lower in attacks["adverbs"]:
        passive = passive or words[at].lower in attacks["passives"]
        at += 1
    if at >= len(words):
        return False
    lower = words[at].lower
    if at + 1 < len(words) and words[at + 1].lower in attacks["suffered"] and lower in attacks["mortal"]:
        return False
    if lower in attacks["light"]:
        return any(word.lower in attacks["nouns"] for word in words[at + 1 : at + LIGHT])
    return lower in attacks["verbs"] and not (passive and not lower.endswith("ing"))


def _after_tail(words: Words, at: int, attacks: Mapping[str, frozenset[str]]) -> int:
    for place in range(at, min(at + TAIL, len(words))):
        if words[place].lower in attacks["verbs"] | attacks["light"]:
            return place
    return at


def _is_agent(words: Words, side: Side, before: int, lexicon: BlameWords) -> bool:
    """ "strikes by X", "shells fired by X", "at the hands of X"."""
    if before < 0:
        return False
    if any((f := lexicon.agents.at(words, at)) and f[0] == before + 1 for at in range(max(0, before - 2), before + 1)):
        return True
    attacks = lexicon.attacks
    if words[before].lower in attacks["makers"]:
        return before > 0 and words[before - 1].lower in attacks["nouns"]
    if words[before].lower not in attacks["agents"]:
        return False
    if is_doer(words, before, lexicon):
        return True
    if before and words[before - 1].lower in lexicon.attacks["undone"]:
        return False
    return any(word.lower in lexicon.attacks["nouns"] for word in words[max(0, before - AGENT) : before])


def is_doer(words: Words, before: int, lexicon: BlameWords) -> bool:
    """ "carried out by"."""
    if before < 0 or words[before].lower not in lexicon.attacks["agents"]:
        return False
    return any((f := lexicon.done.at(words, at)) and f[0] == before for at in range(max(0, before - 2), before))


def has_carried_out(words: Words, side: Side, attacks: Mapping[str, frozenset[str]]) -> bool:
    """ "X carried out the attack"."""
    after = words[side.last : side.last + NEAR_VERB]
    at = next((at for at, word in enumerate(after, side.last) if word.lower in attacks["carried"]), None)
    return at is not None and any(word.lower in attacks["nouns"] for word in words[at + 1 : at + LIGHT])


def is_charged(words: Words, side: Side, before: int, attacks: Mapping[str, frozenset[str]]) -> bool:
    """ "accused X of", "held X responsible", "X was behind"."""
    if before >= 0 and words[before].lower in attacks["charges"]:
        return True
    after = words[side.last : side.last + NEAR_VERB]
    return any(word.lower in attacks["charge_nouns"] or word.lower in attacks["behind"] for word in after)


def harms_people(words: Words, side: Side, sides: tuple[Side, ...], lexicon: BlameWords) -> bool | None:
    """Whether the sentence tells of civilians, of people not told apart, or else of a place where people live.

    None where it does not tell whom the attack hit.
    """
    low, high = max(0, side.first - AROUND), side.last + AROUND
    starts = [bisect_left(sides, bound, key=lambda one: one.first) for bound in (low, high)]
    sides = sides[starts[0] : starts[1]]
    inside = {at for one in sides for at in range(one.first, one.last)}
    lowers = {word.lower for at, word in enumerate(words[low:high], low) if at not in inside}
    if lowers & lexicon.victims["people"]:
        return True
    hit = {word.lower for one in sides if one is not side for word in words[one.first : one.last]}
    if (lowers | hit) & lexicon.victims["armed"]:
        return False
    return True if lowers & (lexicon.homes | lexicon.victims["harms"]) else None


def tells_harm(then: Sentence | None, lexicon: BlameWords) -> bool:
    """Whether the next sentence tells of harm to people: "Jets bombed the road. Nine people died"."""
    words = {word.lower for word in then.words[:AROUND]} if then else set()
    hurt = words & lexicon.victims["harms"] and words & lexicon.victims["people"]
    return bool(hurt) and not words & lexicon.victims["armed"]
