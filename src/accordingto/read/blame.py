"""Blame: who is held responsible for harm to civilians or to people not told apart, who claims it, who denies it.

A side is an author where the words around it say so: it stands before an attack ("regime shelling"), does one
("rebels fired rockets"), is named behind "by", or is charged with it. Fighters' losses in fighting blame nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from accordingto.read.accusations import find_accused
from accordingto.read.authors import (
    OPENING,
    BlameWords,
    Words,
    harms_people,
    has_carried_out,
    is_author,
    is_charged,
    is_doer,
    is_pinned,
    tells_harm,
    word_before,
)
from accordingto.read.denials import find_own, read_denials
from accordingto.read.events import MOST_ACTORS
from accordingto.read.links import find_carriers, find_speakers, nearest_events
from accordingto.read.namings import Naming, triggers_of
from accordingto.read.sentences import Page, Sentence
from accordingto.read.sides import Side, find_sides
from accordingto.terms.attributions import Attribution
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.events import Event
from accordingto.terms.spans import Anchor

DEED = 7  # words after "claimed" in which the deed must stand
LINKED = 14  # words after "Related" that belong to other stories
CHARGE = 30  # characters before a side in which "denounced the" stands


def read_blame(
    page: Page,
    statements: Sequence[Attribution],
    events: Sequence[Event],
    lexicon: BlameWords,
    namings: Sequence[Naming] = (),
) -> tuple[Blame, ...]:
    """Every author named, once per holder and name, in reading order.

    `namings` are the words by which the report names events. Of those that name none of its own each keeps an author
    from being held responsible for what the report is about: "has claimed previous attacks".
    """
    namings = [*triggers_of(events), *(naming for naming in namings if naming.event is None)]
    pairs = zip_longest(page.sentences, page.sentences[1:])
    found = [one for sentence, then in pairs for one in _of_sentence(sentence, then, lexicon)]
    named = sorted(found, key=lambda one: one[0])
    anchors = [page.anchor(span) for span, _, _ in named]
    carriers = find_carriers(anchors, statements)
    speakers = find_speakers(anchors, statements)
    doings = nearest_events(anchors, events, namings, page)
    told: dict[tuple[int | None, Stance, frozenset[str], int | None], Blame] = {}
    for number, (_, stance, name) in enumerate(named):
        own_words = stance is not Stance.BLAMES and speakers[number] is not None
        by = speakers[number] if own_words else carriers[number]
        if by is None and stance is Stance.BLAMES and _is_others_charge(page, anchors[number], lexicon):
            continue  # someone accuses, and who it is was not found: it is not the outlet that does
        own = (
            find_own(page, statements[by], lexicon.denial_words) if by is not None and stance is Stance.DENIES else None
        )
        blame = Blame(doings[number], own or anchors[number], by, stance)
        # The outlet names an author once for each event, a source once in all it says.
        told.setdefault((by, stance, name, blame.event if by is None else None), blame)
    known = {blame.by for blame in told.values() if blame.stance is Stance.DENIES}
    denied = read_denials(page, statements, events, namings, known, lexicon.denial_words)
    return tuple(sorted((*told.values(), *denied), key=lambda blame: blame.actor.start))


def _is_others_charge(page: Page, actor: Anchor, lexicon: BlameWords) -> bool:
    """Whether the word before is that of an accuser: "has accused the army of"."""
    before = page.body[max(0, actor.start - CHARGE) : actor.start].lower().rstrip(f" {OPENING}").split()
    while before and before[-1] in lexicon.sides.articles:
        before.pop()
    return bool(before) and before[-1] in lexicon.attacks["charges"]


Named = tuple[tuple[int, int], Stance, frozenset[str]]


def _of_sentence(sentence: Sentence, then: Sentence | None, lexicon: BlameWords) -> Iterator[Named]:
    words = sentence.words
    sides = find_sides(words, lexicon.sides)
    yield from _of_sides(words, sides, tells_harm(then, lexicon), lexicon)
    for first, last in find_accused(words, lexicon.charges):
        if not any(side.first < last and first < side.last for side in sides if not side.weak):
            yield (words[first].start, words[last - 1].end), Stance.BLAMES, _name_of(words[first:last], lexicon)


def _name_of(words: Words, lexicon: BlameWords) -> frozenset[str]:
    """What tells somebody accused from others: the words, as the sides call them."""
    return frozenset(lexicon.sides.same.get(word.lower, word.lower) for word in words)


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
    if not is_author(words, side, lexicon):
        return None
    harmed = harms_people(words, side, sides, lexicon)
    before = word_before(words, side.first, lexicon)
    charged = is_charged(words, side, before, lexicon.attacks) or (before >= 0 and is_pinned(words, before, lexicon))
    told = harm_follows or is_doer(words, before, lexicon) or has_carried_out(words, side, lexicon.attacks)
    done = harmed is None and told
    return Stance.BLAMES if harmed or charged or done else None


def _denies(words: Words, side: Side, lexicon: BlameWords) -> bool:
    at = side.last
    while at < len(words) and words[at].lower in lexicon.denials["adverbs"]:
        at += 1
    return at < len(words) and words[at].lower in lexicon.denials["verbs"]


def _claims(words: Words, side: Side, lexicon: BlameWords) -> bool:
    """ "claimed by X", "X claimed the attack", "X said it had carried out the strikes"."""
    before = word_before(words, side.first, lexicon)
    if any((f := lexicon.claimed.at(words, at)) and f[0] == before + 1 for at in range(max(0, before - 3), before + 1)):
        return True
    at = side.last
    while at < len(words) and words[at].lower in lexicon.claims["skipped"]:
        at += 1
    if at >= len(words):
        return False
    then = [word.lower for word in words[at + 1 : at + 1 + DEED]]
    if words[at].lower in lexicon.claims["verbs"]:
        return _tells_deed(then, lexicon.claims["objects"], lexicon)
    said = words[at].lower in lexicon.claims["said"] and bool(then) and then[0] in lexicon.claims["own"]
    return said and _tells_deed(then, lexicon.claims["deeds"], lexicon)


def _tells_deed(then: list[str], more: frozenset[str], lexicon: BlameWords) -> bool:
    """Whether a deed comes first, and not what makes it none: "claimed that", "claimed the lives of"."""
    telling = more | lexicon.attacks["nouns"] | lexicon.attacks["verbs"]
    told = [word for word in then if word in telling or word in lexicon.claims["never"]]
    first = next((word for word in told if word not in lexicon.claims["leads"]), told[0] if told else None)
    return first is not None and first not in lexicon.claims["never"]


def with_authors(events: Sequence[Event], blame: Sequence[Blame]) -> tuple[Event, ...]:
    """The events, each also done by those whom somebody holds responsible for it or who claim it."""
    held = [one for one in blame if one.event is not None and one.stance is not Stance.DENIES]
    return tuple(
        replace(event, actor=_with_named(event.actor, [one.actor for one in held if one.event == number]))
        for number, event in enumerate(events)
    )


def _with_named(actors: tuple[Anchor, ...], named: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """Up to so many wordings, those of the tellings first, each once."""
    known = {actor.exact.casefold() for actor in actors}
    more = {one.exact.casefold(): one for one in reversed(named) if one.exact.casefold() not in known}
    return (*actors, *reversed(more.values()))[:MOST_ACTORS]
