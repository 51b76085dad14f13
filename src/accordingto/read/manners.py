"""Manners: whether words are passed on verbatim, what the source does by saying them, and how it holds back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from accordingto.read.act_odds import ActOdds
from accordingto.read.acts import Acts
from accordingto.read.quotations import Quotations
from accordingto.read.scenes import Found
from accordingto.read.sentences import Page
from accordingto.read.taggers import Range
from accordingto.terms.attributions import Act, Form
from accordingto.terms.spans import Anchor

NEXT_WORD = re.compile(r"\s+\w+")
VERBATIM_SHARE = 0.9  # of a content's characters inside quotation marks: all but glosses and marks


@dataclass(frozen=True, slots=True)
class Manners:
    """The words that tell act and hedge."""

    hedges: re.Pattern[str]
    hedging_cues: frozenset[str]
    acts: Acts
    odds: ActOdds

    @classmethod
    def of(cls, words: dict[str, Any]) -> "Manners":
        hedges = {form for word in words["hedges"] for form in (word, word.capitalize()) if form != "May"}
        return cls(_any_of(hedges, re.NOFLAG), frozenset(words["hedging_cues"]), Acts.load(), ActOdds.load())

    def of_statement(
        self, page: Page, item: Found, pieces: tuple[Range, ...], quotations: Quotations
    ) -> tuple[Form, Act, Anchor | None]:
        """Form, act and hedge of one statement."""
        return _form(pieces, quotations), self._act(page, item, pieces), self._hedge(page, item, pieces)

    def _act(self, page: Page, item: Found, pieces: tuple[Range, ...]) -> Act:
        """The rules' act, weighed against the encoder's where it heard the statement."""
        if item.frame == "show":
            return item.act
        cue, source = (page.body[slice(*part)] if part else "" for part in (item.cue, item.source))
        told = self.acts.of_words(item.act, cue, source, " ".join(page.body[start:end] for start, end in pieces))
        return self.odds.likeliest(told, item.acts)

    def _hedge(self, page: Page, item: Found, pieces: tuple[Range, ...]) -> Anchor | None:
        if item.cue and page.body[item.cue[0] : item.cue[1]].lower() in self.hedging_cues:
            return page.anchor(item.cue)
        if item.frame == "hidden noun" and item.cue:
            preposition = NEXT_WORD.match(page.body, item.cue[1])
            return page.anchor((item.cue[0], preposition.end() if preposition else item.cue[1]))
        for start, end in pieces:
            match = self.hedges.search(page.body, start, end)
            if match:
                return page.anchor(match.span())
        return None


def _any_of(phrases: Iterable[str], flag: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Any of these phrases as whole words, the longest first."""
    words = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + r")\b", flag)


def _form(pieces: tuple[Range, ...], quotations: Quotations) -> Form:
    """Direct when all but all of it stands in quotation marks, mixed when some of it does."""
    length = sum(end - start for start, end in pieces)
    quoted = sum(
        min(end, quotation.end) - max(start, quotation.start)
        for start, end in pieces
        for quotation in quotations.touching(start, end)
    )
    if quoted >= VERBATIM_SHARE * length:
        return Form.DIRECT
    return Form.MIXED if quoted else Form.INDIRECT
