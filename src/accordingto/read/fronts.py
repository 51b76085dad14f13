"""Fronts: the sentences by which a report says what it is about."""

from dataclasses import dataclass

from accordingto.read.sentences import Page

ECHO = 0.8  # share of the headline's words that a line of the text repeats when it is the headline over again
BESIDE = 0.7  # share of the words of such a line that are the headline's
SHORTEST = 7  # different words in a sentence that can be a lead; shorter lines are datelines and credits
LEAD = 4  # sentences after the headline that can tell what the report is about, the first of them whatever they tell
FIRST = 2


@dataclass(frozen=True, slots=True)
class Front:
    """Numbers of sentences: the headline with its echoes, the first of the lead, and the whole lead."""

    headline: frozenset[int]
    first: frozenset[int]
    lead: frozenset[int]


def find_front(page: Page) -> Front:
    """The sentences that say what the report is about; a lead that is printed twice counts once."""
    title = len(page.report.title)
    headline = {word.lower for s in page.sentences if s.end <= title for word in s.words}
    heads: set[int] = set()
    leads: dict[frozenset[str], int] = {}
    for number, sentence in enumerate(page.sentences):
        words = frozenset(word.lower for word in sentence.words)
        if sentence.end <= title or _is_echo(words, headline) or words in leads:
            heads.add(number)
        elif len(words) >= SHORTEST:
            leads[words] = number
        if len(leads) >= LEAD:
            break
    numbers = tuple(leads.values())
    return Front(frozenset(heads), frozenset(numbers[:FIRST]), frozenset(numbers))


def _is_echo(words: frozenset[str], headline: set[str]) -> bool:
    """Whether a line is the headline over again, a day, a credit or a link beside it counting for nothing."""
    same = len(words & headline)
    return same >= ECHO * len(headline) and same >= BESIDE * len(words)
