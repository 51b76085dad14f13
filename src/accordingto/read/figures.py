"""Figures: every count of people harmed or moved, with who they are and what befell them.

A count is a number with the people behind it; its harm is the nearest word of harm that looks its way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from accordingto.read.antecedents import resolve_people
from accordingto.read.count_harms import settle_far, settle_near
from accordingto.read.count_lists import settle_heads_of_lists, settle_lists
from accordingto.read.counts import Count, CountWords, find_counts
from accordingto.read.harms import HarmCue, HarmWords, Side, find_harms
from accordingto.read.lexicons import load_lexicon
from accordingto.read.links import find_carriers, find_events_of
from accordingto.read.namings import Naming, triggers_of
from accordingto.read.numbers import NumberWords, find_numbers
from accordingto.read.people import PeopleWords, find_people_across, find_people_within
from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Page, Sentence, Word
from accordingto.read.wholes import find_whole
from accordingto.terms.attributions import Attribution
from accordingto.terms.events import Event
from accordingto.terms.figures import Figure, Harm, Who

MOVING = 3  # words of evacuation in a report that is about one
STAY = 4  # words behind a count in which they are said to stay, or to wait
MANY = 10  # people: fewer are as likely those who tell of an evacuation
ARMED = frozenset({Who.FIGHTERS, Who.SOLDIERS})
LOSABLE = ARMED | {Who.MEN, Who.WOMEN, Who.CHILDREN, Who.PEOPLE}  # "lost 24 men", "lost two sons"
MOVED = frozenset({Harm.EVACUATED, Harm.DISPLACED, Harm.TRAPPED, Harm.BESIEGED})  # the killed are not those moved
SUBGROUPS = frozenset({Who.CHILDREN, Who.WOMEN, Who.MEN})  # "two children and 9 others": the others are people


@dataclass(frozen=True, slots=True)
class MovingWords:
    """Words of an evacuation; in a report of one, words of being on the way, of waiting, of staying, of leaving."""

    words: frozenset[str]
    going: frozenset[str]
    waiting: frozenset[str]
    staying: frozenset[str]
    leaving: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """All words that figures are read by."""

    numbers: NumberWords
    people: PeopleWords
    harms: HarmWords
    counts: CountWords
    moving: MovingWords
    elsewhere: Phrases[str]
    elsewhere_not: frozenset[str]
    of_fighters: frozenset[str]
    of_who: Mapping[Who, Harm]

    @classmethod
    def load(cls) -> "FigureWords":
        table = load_lexicon("figures")
        return cls(
            NumberWords.load(),
            PeopleWords.of_table(table),
            HarmWords.of_table(table["harms"], table["voice"], table["harmless"]["words"]),
            CountWords.of_table(table["fillers"]),
            MovingWords(*(frozenset(table["moving"][field.name]) for field in fields(MovingWords))),
            Phrases.of((words, words) for words in table["elsewhere"]["openings"]),
            frozenset(table["elsewhere"]["unless"]),
            frozenset(table["harms_of_fighters"]["words"]),
            {Who(who): Harm(harm) for who, harm in table["harms_of_who"].items()},
        )


def read_figures(page: Page, lexicon: FigureWords) -> tuple[Figure, ...]:
    """Every count of people harmed or moved, in reading order."""
    figures: list[Figure] = []
    of_moving = (
        sum(word.lower in lexicon.moving.words for sentence in page.sentences for word in sentence.words) >= MOVING
    )
    for sentence in page.sentences:
        figures.extend(_of_sentence(page, sentence, figures, lexicon, of_moving=of_moving))
    return tuple(figures)


def _of_sentence(
    page: Page, sentence: Sentence, earlier: list[Figure], lexicon: FigureWords, *, of_moving: bool
) -> list[Figure]:
    """Its figures; `of_moving` where the report tells of an evacuation."""
    words = sentence.words
    numbers = list(find_numbers(words, lexicon.numbers))
    if not numbers or _is_elsewhere(words, lexicon):
        return []
    cues = find_harms(words, lexicon.harms)
    counts = find_counts(words, numbers, cues, lexicon.people, lexicon.numbers)
    counts = _settled(words, counts, cues, lexicon.counts)
    counts = [_with_harm_of_noun(_with_people_across(words, count, lexicon), lexicon) for count in counts]
    counts = [count for count in counts if _fits(words, count, lexicon)]
    told = {word.lower for word in words}
    if told & lexicon.moving.words or (of_moving and told & lexicon.moving.going):
        counts = settle_lists(words, [_moved(words, count, lexicon.moving) for count in counts], cues, lexicon.counts)
    return _figures(page, words, resolve_people(words, counts, lexicon.people), earlier)


def _is_elsewhere(words: tuple[Word, ...], lexicon: FigureWords) -> bool:
    """Whether the sentence is the headline of another story, linked to in passing: "Related Blast Kills 12"."""
    found = lexicon.elsewhere.at(words, 0)
    if found is None or found[0] == len(words) or not words[0].text[0].isupper():
        return False
    return words[found[0]].lower not in lexicon.elsewhere_not and words[found[0]].text[0].isupper()


def _settled(
    words: tuple[Word, ...], counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords
) -> list[Count]:
    """The counts with their harms: the nearest word first, then what lists share, then words from afar."""
    counts = settle_near(words, counts, cues, lexicon)
    counts = settle_lists(words, counts, cues, lexicon)
    counts = settle_far(words, counts, cues, lexicon)
    counts = settle_heads_of_lists(words, counts, lexicon)
    return settle_lists(words, counts, cues, lexicon)


def _with_people_across(words: tuple[Word, ...], count: Count, lexicon: FigureWords) -> Count:
    if count.cue is None or count.people.who is not None:
        return count
    who = find_people_across(words, max(count.cue.last, count.people.last), lexicon.people)
    if who is None and count.cue.side is Side.LEADS:
        who = find_people_within(words, count.cue.first, count.cue.last, lexicon.people)
    return replace(count, people=replace(count.people, who=who)) if who else count


def _with_harm_of_noun(count: Count, lexicon: FigureWords) -> Count:
    """ "5,000 evacuees arrived": the noun alone tells what befell them; refugees who left are displaced."""
    if count.people.who is Who.REFUGEES and count.harm is Harm.EVACUATED:
        return replace(count, harm=lexicon.of_who.get(Who.REFUGEES))
    if count.harm is not None or count.people.who is None or count.number.article:
        return count
    return replace(count, harm=lexicon.of_who.get(count.people.who))


def _moved(words: tuple[Word, ...], count: Count, lexicon: MovingWords) -> Count:
    """ "The evacuation of the towns began, 3,000 people in all": in such a sentence many people are those evacuated."""
    if count.harm is Harm.EVACUATED and count.cue is None and _waits(words, count, lexicon):
        return replace(count, harm=Harm.TRAPPED)
    number, behind = count.number, {word.lower for word in words[count.people.last : count.people.last + STAY]}
    many = not number.article and (number.low or number.high or 0) >= MANY
    counted = count.people.who is not None or _left_bare(words, count, lexicon)
    if not many or count.harm is not None or not counted or behind & lexicon.staying:
        return count
    return replace(count, harm=Harm.TRAPPED if _waits(words, count, lexicon) else Harm.EVACUATED)


def _left_bare(words: tuple[Word, ...], count: Count, lexicon: MovingWords) -> bool:
    """ "Some 5,000 from the towns", "3,000 are due to follow": in such a sentence the noun may be left out."""
    last = count.number.last
    return count.people.last == last < len(words) and words[last].lower in lexicon.leaving


def _waits(words: tuple[Word, ...], count: Count, lexicon: MovingWords) -> bool:
    return any(word.lower in lexicon.waiting for word in words[count.people.last : count.people.last + STAY])


def _fits(words: tuple[Word, ...], count: Count, lexicon: FigureWords) -> bool:
    """Whether the word of harm can be said of these people: only fighters are "destroyed"."""
    cue = count.cue
    if cue is None or " ".join(word.lower for word in words[cue.first : cue.last]) not in lexicon.of_fighters:
        return True
    return count.people.who in LOSABLE


def _figures(page: Page, words: tuple[Word, ...], counts: list[Count], earlier: list[Figure]) -> list[Figure]:
    counts = [_untold(count, earlier) for count in counts]
    places = _places(counts, len(earlier))
    made: list[Figure] = []
    for count in counts:
        if count.harm is not None:
            figure = _figure(page, words, count, _who(count, earlier, made))
            whole = places.get(count.whole) if count.whole is not None else None
            if count.part and count.whole is None:
                shares = frozenset(places[at] for at in places if counts[at].part)
                whole = find_whole(figure, [*earlier, *made], shares)
            made.append(replace(figure, part_of=whole))
    return made


def _untold(count: Count, earlier: list[Figure]) -> Count:
    """ "Three of them were women": the harm is that of the count in the sentence before."""
    if count.harm is None and count.part and earlier:
        return replace(count, harm=earlier[-1].harm)
    return count


def _places(counts: list[Count], offset: int) -> dict[int, int]:
    """Which figure of the report each count of the sentence becomes."""
    kept = [at for at, count in enumerate(counts) if count.harm is not None]
    return {at: offset + place for place, at in enumerate(kept)}


def _who(count: Count, earlier: list[Figure], made: list[Figure]) -> Who:
    """The noun's people; without a noun, those of the count that it continues."""
    people = count.people
    if people.who is not None:
        return people.who
    before = made or (earlier[-1:] if count.part or people.others else [])
    alike = (figure for figure in before if (figure.harm in MOVED) == (count.harm in MOVED))
    wholes = [figure.who for figure in alike if figure.part_of is None and figure.who not in SUBGROUPS]
    return wholes[-1] if wholes else Who.PEOPLE


def _figure(page: Page, words: tuple[Word, ...], count: Count, who: Who) -> Figure:
    number = count.number
    assert count.harm is not None
    anchor = page.anchor((words[number.first].start, words[number.last - 1].end))
    return Figure(anchor, number.low, number.high, number.bound, who, count.harm)


def attach_figures(
    figures: Sequence[Figure],
    statements: Sequence[Attribution],
    events: Sequence[Event],
    page: Page,
    namings: Sequence[Naming] | None = None,
) -> tuple[Figure, ...]:
    """The figures, each with the statement that carries it and the event it belongs to.

    `namings` are the words by which the report names its events; without them, the trigger of each.
    """
    carriers = find_carriers((figure.anchor for figure in figures), statements)
    doings = find_events_of(figures, events, triggers_of(events) if namings is None else namings, page)
    return tuple(
        replace(figure, statement=carrier, event=doing)
        for figure, carrier, doing in zip(figures, carriers, doings, strict=True)
    )
