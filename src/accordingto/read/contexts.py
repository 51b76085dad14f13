"""Contexts: what the words around a mention tell: his or hers, a paper given out, the same said twice."""

from bisect import bisect_right
from itertools import takewhile

from accordingto.read.mention_words import MentionWords
from accordingto.read.sentences import Page, Word
from accordingto.terms.spans import Anchor

SAME = 40  # characters looked at before and after a mention
ALIKE = 25  # of them: so many stand alike at two mentions only where a text repeats itself
OWNED = 6  # words after a name in which "his house" tells of the one who is named

Trace = tuple[str, str, str]


class Contexts:
    """The surroundings of the mentions of one page."""

    def __init__(self, page: Page, lexicon: MentionWords) -> None:
        self._page, self._lexicon = page, lexicon
        self._starts = [sentence.start for sentence in page.sentences]

    def papers(self, anchor: Anchor) -> set[str]:
        """Words such as "statement" in the rest of the sentence that a mention stands in."""
        return {word.lower for word in self._rest(anchor.start) if self._lexicon.lists_in("papers", word.lower)}

    def gender(self, anchor: Anchor) -> str | None:
        """What "said her house" right after a name tells; None where another name stands between."""
        after = self._rest(anchor.end)[:OWNED]
        near = takewhile(lambda word: not word.text[0].isupper(), after)
        told = {
            self._lexicon.pronouns[word.lower] for word in near if self._lexicon.lists_in("possessives", word.lower)
        }
        return told.pop() if len(told) == 1 else None

    def traces(self, anchor: Anchor) -> tuple[Trace, ...]:
        """The mention with the words before and after it: equal ones are one telling that the text has twice."""
        body, words = self._page.body, _plain(anchor.exact)
        start, end = self._sentence(anchor)
        before = body[max(start, anchor.start - SAME) : anchor.start]
        after = body[anchor.end : min(end, anchor.end + SAME)]
        found = (("before", words, _plain(before)), ("after", words, _plain(after)))
        return tuple(trace for trace in found if len(trace[2]) > ALIKE)

    def _sentence(self, anchor: Anchor) -> tuple[int, int]:
        number = bisect_right(self._starts, anchor.start) - 1
        sentence = self._page.sentences[number]
        return (sentence.start, sentence.end) if number >= 0 else (anchor.start, anchor.end)

    def _rest(self, start: int) -> tuple[Word, ...]:
        number = bisect_right(self._starts, start) - 1
        words = self._page.sentences[number].words if number >= 0 else ()
        return tuple(word for word in words if word.start >= start)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
