"""Figures: every count of people harmed or moved, with who they are and what befell them.

A count is a number with the people behind it; its harm is the nearest word of harm that looks its way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from accordingto.read.counts import Count, CountWords, settle_harms
from accordingto.read.harms import HarmCue, HarmWords, Side, find_harms
from accordingto.read.lexicons import load_lexicon
from accordingto.read.links import find_carriers, find_events_of
from accordingto.read.numbers import Number, NumberWords, find_numbers
from accordingto.read.people import People, PeopleWords, find_people, find_people_across
from accordingto.read.sentences import Page, Sentence, Word
from accordingto.terms.attributions import Attribution
from accordingto.terms.events import Event
from accordingto.terms.figures import Figure, Harm, Who

ARMED = frozenset({Who.FIGHTERS, Who.SOLDIERS})
LOOK_BACK = 100  # figures before a share among which its whole is sought: more than a report has
SUBGROUPS = frozenset({Who.CHILDREN, Who.WOMEN, Who.MEN})  # "two children and 9 others": the others are people


@dataclass(frozen=True, slots=True)
class FigureWords:
    """All words that figures are read by."""

    numbers: NumberWords
    people: PeopleWords
    harms: HarmWords
    counts: CountWords
    of_fighters: frozenset[str]
    of_who: Mapping[Who, Harm]

    @classmethod
    def load(cls) -> "FigureWords":
        table = load_lexicon("figures")
        return cls(
            NumberWords.load(),
            PeopleWords.of_table(table),
            HarmWords.of_table(table["harms"], table["voice"]),
            CountWords.of_table(table["fillers"]),
            frozenset(table["harms_of_fighters"]["words"]),
            {Who(who): Harm(harm) for who, harm in table["harms_of_who"].items()},
        )


def read_figures(page: Page, lexicon: FigureWords) -> tuple[Figure, ...]:
    """Every count of people harmed or moved, in reading order."""
    figures: list[Figure] = []
    for sentence in page.sentences:
        figures.extend(_of_sentence(page, sentence, figures, lexicon))
    return tuple(figures)


def _of_sentence(page: Page, sentence: Sentence, earlier: list[Figure], lexicon: FigureWords) -> list[Figure]:
    words = sentence.words
    numbers = list(find_numbers(words, lexicon.numbers))
    if not numbers:
        return []
    cues = find_harms(words, lexicon.harms)
    counts = _counts(words, numbers, cues, lexicon)
    counts = settle_harms(words, counts, cues, lexicon.counts)
    counts = [_with_harm_of_noun(_with_people_across(words, count, lexicon), lexicon) for count in counts]
    counts = [count for count in counts if _fits(words, count, lexicon)]
    return _figures(page, words, counts, earlier)


def _with_people_across(words: tuple[Word, ...], count: Count, lexicon: FigureWords) -> Count:
    if count.cue is None or count.people.who is not None:
        return count
    who = find_people_across(words, max(count.cue.last, count.people.last), lexicon.people)
    return replace(count, people=replace(count.people, who=who)) if who else count


def _with_harm_of_noun(count: Count, lexicon: FigureWords) -> Count:
    """ "5,000 evacuees arrived": the noun alone tells what befell them."""
    if count.harm is not None or count.people.who is None or count.number.article:
        return count
    return replace(count, harm=lexicon.of_who.get(count.people.who))


def _fits(words: tuple[Word, ...], count: Count, lexicon: FigureWords) -> bool:
    """Whether the word of harm can be said of these people: only fighters are "destroyed"."""
    cue = count.cue
    if cue is None or cue.last - cue.first > 1 or words[cue.first].lower not in lexicon.of_fighters:
        return True
    return count.people.who in ARMED


def _counts(
    words: tuple[Word, ...], numbers: list[Number], cues: tuple[HarmCue, ...], lexicon: FigureWords
) -> list[Count]:
    starting = {cue.first: cue for cue in cues}
    stops = frozenset(starting) | frozenset(number.first for number in numbers)
    counts = (_count(words, number, starting, stops, lexicon) for number in numbers)
    return [count for count in counts if count is not None]


def _count(
    words: tuple[Word, ...], number: Number, cues: Mapping[int, HarmCue], stops: frozenset[int], lexicon: FigureWords
) -> Count | None:
    people = find_people(words, number.last, stops, lexicon.people)
    if people is None:
        return None
    if number.article:
        speaks = people.last < len(words) and words[people.last].lower in lexicon.people.speaking  # "a medic said"
        return Count(number, people) if people.single and people.who and not speaks else None
    if number.date_like and people.who is None:
        return None
    share = cues.get(number.last)
    if share is not None and share.side is Side.SHARES:
        return _share(words, number, share, stops, lexicon)
    if number.low == number.high == 1 and _is_one_of(words, number, people, lexicon.people):
        return None
    inner = _inner(words, people, cues, stops, lexicon)
    return Count(number, inner[1], inner[0].harm, inner[0]) if inner else Count(number, people)


def _is_one_of(words: tuple[Word, ...], number: Number, people: People, lexicon: PeopleWords) -> bool:
    """ "one of the worst", "from one family": nobody is counted."""
    superlative = people.who is None and number.last < len(words) and words[number.last].lower in lexicon.of_words
    return (superlative and not people.shared) or words[people.last - 1].lower in lexicon.families


def _share(
    words: tuple[Word, ...], number: Number, share: HarmCue, stops: frozenset[int], lexicon: FigureWords
) -> Count:
    """The count of "two of the dead were women"."""
    named = find_people(words, share.last + 1, stops, lexicon.people) if share.last < len(words) else None
    people = People(number.last, share.last, named.who if named else None)
    return Count(number, people, share.harm, share, part=True)


def _inner(
    words: tuple[Word, ...], people: People, cues: Mapping[int, HarmCue], stops: frozenset[int], lexicon: FigureWords
) -> tuple[HarmCue, People] | None:
    """The harm that stands between a number and its noun, and the people behind it: "8 injured people"."""
    if people.last > people.first:
        return None
    cue = cues.get(people.first)
    if cue is None or cue.passive or cue.side not in (Side.EITHER, Side.FOLLOWS):
        return None
    behind = find_people(words, cue.last, stops, lexicon.people)
    return (cue, behind) if behind and behind.who and behind.first == cue.last else None


def _figures(page: Page, words: tuple[Word, ...], counts: list[Count], earlier: list[Figure]) -> list[Figure]:
    counts = [_untold(count, earlier) for count in counts]
    places = _places(counts, len(earlier))
    made: list[Figure] = []
    for count in counts:
        if count.harm is not None:
            figure = _figure(page, words, count, _who(count, earlier, made))
            made.append(replace(figure, part_of=_whole(count, figure, places, earlier)))
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


def _whole(count: Count, figure: Figure, places: dict[int, int], earlier: list[Figure]) -> int | None:
    """The index of the figure that this one is a share of."""
    if not count.part:
        return None
    if count.whole is not None:
        return places.get(count.whole)
    for at in range(len(earlier) - 1, max(-1, len(earlier) - 1 - LOOK_BACK), -1):
        if earlier[at].part_of is None and earlier[at].harm is figure.harm and _may_hold(earlier[at], figure):
            return at
    return None


def _may_hold(whole: Figure, part: Figure) -> bool:
    return part.low is None or whole.high is None or part.low <= whole.high


def _who(count: Count, earlier: list[Figure], made: list[Figure]) -> Who:
    """The noun's people; without a noun, those of the count that it continues."""
    people = count.people
    if people.who is not None:
        return people.who
    before = made or (earlier[-1:] if count.part or people.others else [])
    wholes = [figure.who for figure in before if figure.part_of is None and figure.who not in SUBGROUPS]
    return wholes[-1] if wholes else Who.PEOPLE


def _figure(page: Page, words: tuple[Word, ...], count: Count, who: Who) -> Figure:
    number = count.number
    assert count.harm is not None
    anchor = page.anchor((words[number.first].start, words[number.last - 1].end))
    return Figure(anchor, number.low, number.high, number.bound, who, count.harm)


def attach_figures(
    figures: Sequence[Figure], statements: Sequence[Attribution], events: Sequence[Event], page: Page
) -> tuple[Figure, ...]:
    """The figures, each with the statement that carries it and the event it belongs to."""
    carriers = find_carriers((figure.anchor for figure in figures), statements)
    doings = find_events_of(figures, events, page)
    return tuple(
        replace(figure, statement=carrier, event=doing)
        for figure, carrier, doing in zip(figures, carriers, doings, strict=True)
    )
