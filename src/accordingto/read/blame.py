"""Blame: who is held responsible for harm to civilians or to people not told apart, who claims it, who denies it.

A side is an author where the words around it say so: it stands before an attack ("regime shelling"), does one
("rebels fired rockets"), is named behind "by", or is charged with it. Fighters' losses in fighting blame nobody.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.read.accusations import ChargeWords, find_accused
from accordingto.read.denials import DenialWords, find_own, read_denials
from accordingto.read.lexicons import load_lexicon
from accordingto.read.links import find_carriers, find_speakers, nearest_events
from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Page, Sentence, Word
from accordingto.read.sides import Side, SideWords, find_sides
from accordingto.terms.attributions import Attribution
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.events import Event
from accordingto.terms.spans import Anchor

NEAR_NOUN = 4  # words between a side and the attack that bears its name
NEAR_VERB = 4  # words between a side and what it did
TAIL = 12  # words of "positioned in the eastern part of the town" before the verb
AGENT = 10  # words before "by" in which the attack must stand
DEED = 7  # words after "claimed" in which the deed must stand
LINKED = 14  # words after "Related" that belong to other stories
AROUND = 60  # words on either side in which those harmed are looked for, where a sentence never ends
CHARGE = 30  # characters before a side in which "denounced the" stands
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
    def load(cls) -> "BlameWords":
        table = load_lexicon("blame")
        return cls(
            SideWords.of_table(table["actors"], table["same"]),
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


def read_blame(
    page: Page, statements: Sequence[Attribution], events: Sequence[Event], lexicon: BlameWords
) -> tuple[Blame, ...]:
    """Every author named, once per holder and name, in reading order."""
    after = (*page.sentences[1:], None)
    found = [
        one
        for sentence, then in zip(page.sentences, after, strict=True)
        for one in _of_sentence(sentence, then, lexicon)
    ]
    named = sorted(found, key=lambda one: one[0])
    anchors = [page.anchor(span) for span, _, _ in named]
    carriers = find_carriers(anchors, statements)
    speakers = find_speakers(anchors, statements)
    doings = nearest_events(anchors, events, page)
    told: dict[tuple[int | None, Stance, frozenset[str], int | None], Blame] = {}
    for number, (_, stance, name) in enumerate(named):
        own_words = stance is not Stance.BLAMES and speakers[number] is not None
        by = speakers[number] if own_words else carriers[number]
        if by is None and stance is Stance.BLAMES and _is_others_charge(page, anchors[number], lexicon):
            continue  # someone accuses, and who it is was not found: it is not the outlet that does
        own = find_own(page, statements[by], lexicon.denial_words) if by is not None and stance is Stance.DENIES else None
        blame = Blame(doings[number], own or anchors[number], by, stance)
        # The outlet names an author once for each event, a source once in all it says.
        told.setdefault((by, stance, name, blame.event if by is None else None), blame)
    known = {blame.by for blame in told.values() if blame.stance is Stance.DENIES}
    denied = read_denials(page, statements, events, known, lexicon.denial_words)
    return tuple(sorted((*told.values(), *denied), key=lambda blame: blame.actor.start))


def _is_others_charge(page: Page, actor: Anchor, lexicon: BlameWords) -> bool:
    """Whether the word before is that of an accuser: "has accused the army of"."""
    before = page.body[max(0, actor.start - CHARGE) : actor.start].lower().split()
    while before and before[-1] in lexicon.sides.articles:
        before.pop()
    return bool(before) and before[-1] in lexicon.attacks["charges"]


Named = tuple[tuple[int, int], Stance, frozenset[str]]


def _of_sentence(sentence: Sentence, then: Sentence | None, lexicon: BlameWords) -> Iterator[Named]:
    words = sentence.words
    sides = find_sides(words, lexicon.sides)
    yield from _of_sides(words, sides, _tells_harm(then, lexicon), lexicon)
    for first, last in find_accused(words, lexicon.charges):
        if not any(side.first < last and first < side.last for side in sides if not side.weak):
            yield (words[first].start, words[last - 1].end), Stance.BLAMES, _name_of(words[first:last], lexicon)


def _name_of(words: Words, lexicon: BlameWords) -> frozenset[str]:
    """What tells somebody accused from others: the words, as the sides call them."""
    return frozenset(lexicon.sides.same.get(word.lower, word.lower) for word in words)


def _tells_harm(then: Sentence | None, lexicon: BlameWords) -> bool:
    """Whether the next sentence tells of harm to people: "Jets bombed the road. Nine people died"."""
    words = {word.lower for word in then.words[:AROUND]} if then else set()
    hurt = words & lexicon.victims["harms"] and words & lexicon.victims["people"]
    return bool(hurt) and not words & lexicon.victims["armed"]


def _of_sides(words: Words, sides: tuple[Side, ...], harm_follows: bool, lexicon: BlameWords) -> Iterator[Named]:
    for side in sides:
        if any(word.text in lexicon.other_stories for word in words[max(0, side.first - LINKED) : side.first]):
            continue
        stance = _stance(words, side, sides, harm_follows, lexicon)
        if stance is not None:
            yield (words[side.first].start, words[side.last - 1].end), stance, side.name


def _stance(
    words: Words, side: Side, sides: tuple[Side, ...], harm_follows: bool, lexicon: BlameWords
) -> Stance | None:
    if _claims(words, side, lexicon):
        return Stance.CLAIMS
    if _denies(words, side, lexicon):
        return Stance.DENIES
    if not _is_author(words, side, lexicon):
        return None
    harmed = _harms_people(words, side, sides, lexicon)
    before = _before(words, side.first, lexicon)
    charged = _is_charged(words, side, before, lexicon.attacks)
    done = harmed is None and (harm_follows or _is_doer(words, before, lexicon) or _carried_out(words, side, lexicon.attacks))
    return Stance.BLAMES if harmed or charged or done else None


def _denies(words: Words, side: Side, lexicon: BlameWords) -> bool:
    at = side.last
    while at < len(words) and words[at].lower in lexicon.denials["adverbs"]:
        at += 1
    return at < len(words) and words[at].lower in lexicon.denials["verbs"]


def _claims(words: Words, side: Side, lexicon: BlameWords) -> bool:
    """ "claimed by X", "X claimed the attack", "X said it had carried out the strikes"."""
    before = _before(words, side.first, lexicon)
    if any((f := lexicon.claimed.at(words, at)) and f[0] == before + 1 for at in range(max(0, before - 3), before + 1)):
        return True
    at = side.last
    while at < len(words) and words[at].lower in lexicon.claims["skipped"]:
        at += 1
    if at >= len(words):
        return False
    then = [word.lower for word in words[at + 1 : at + 1 + DEED]]
    if set(then) & lexicon.claims["never"]:
        return False
    if words[at].lower in lexicon.claims["verbs"]:
        return _tells_deed(then, lexicon.claims["objects"], lexicon)
    said = words[at].lower in lexicon.claims["said"] and bool(then) and then[0] in lexicon.claims["own"]
    return said and _tells_deed(then, lexicon.claims["deeds"], lexicon)


def _tells_deed(then: list[str], more: frozenset[str], lexicon: BlameWords) -> bool:
    return any(word in more or word in lexicon.attacks["nouns"] or word in lexicon.attacks["verbs"] for word in then)


def _before(words: Words, first: int, lexicon: BlameWords) -> int:
    """The last word before a side that is not its article; -1 at the start."""
    at = first - 1
    while at >= 0 and words[at].lower in lexicon.sides.articles:
        at -= 1
    return at


def _is_author(words: Words, side: Side, lexicon: BlameWords) -> bool:
    attacks = lexicon.attacks
    before = _before(words, side.first, lexicon)
    if before >= 0 and words[before].lower in attacks["victims"]:
        return False
    if before >= 0 and words[before].lower[:1].isdigit() and not _flies(words, side, attacks):
        return False  # "18 jihadists killed": they are counted among the dead
    if any(word.lower in attacks["doubts"] for word in words[max(0, side.first - AGENT) : side.first]):
        return False
    return (
        _bears_attack(words, side, attacks)
        or (not side.weak and _acts(words, side, attacks))
        or (not side.weak and _is_agent(words, side, before, lexicon))
        or (not side.weak and _is_charged(words, side, before, attacks))
    )


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
    if _is_doer(words, before, lexicon):
        return True
    if before and words[before - 1].lower in lexicon.attacks["undone"]:
        return False
    return any(word.lower in lexicon.attacks["nouns"] for word in words[max(0, before - AGENT) : before])


def _is_doer(words: Words, before: int, lexicon: BlameWords) -> bool:
    """ "carried out by"."""
    if before < 0 or words[before].lower not in lexicon.attacks["agents"]:
        return False
    return any((f := lexicon.done.at(words, at)) and f[0] == before for at in range(max(0, before - 2), before))


def _carried_out(words: Words, side: Side, attacks: Mapping[str, frozenset[str]]) -> bool:
    """ "X carried out the attack"."""
    after = words[side.last : side.last + NEAR_VERB]
    at = next((at for at, word in enumerate(after, side.last) if word.lower in attacks["carried"]), None)
    return at is not None and any(word.lower in attacks["nouns"] for word in words[at + 1 : at + LIGHT])


def _is_charged(words: Words, side: Side, before: int, attacks: Mapping[str, frozenset[str]]) -> bool:
    """ "accused X of", "held X responsible", "X was behind"."""
    if before >= 0 and words[before].lower in attacks["charges"]:
        return True
    after = words[side.last : side.last + NEAR_VERB]
    return any(word.lower in attacks["charge_nouns"] or word.lower in attacks["behind"] for word in after)


def _harms_people(words: Words, side: Side, sides: tuple[Side, ...], lexicon: BlameWords) -> bool | None:
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
