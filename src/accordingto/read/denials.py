"""Denials: sources that deny a deed, whoever they are: "Damascus denied it had used gas"."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from accordingto.read.links import nearest_events
from accordingto.read.namings import Naming
from accordingto.read.sentences import Page
from accordingto.terms.attributions import Attribution
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.events import Event
from accordingto.terms.spans import Anchor


@dataclass(frozen=True, slots=True)
class DenialWords:
    """The verbs of denial, and the words that show that it is a deed that is denied."""

    verbs: frozenset[str]
    deeds: frozenset[str]
    untrue: frozenset[str]
    own: re.Pattern[str]

    @classmethod
    def of_table(cls, table: Mapping[str, Any]) -> "DenialWords":
        attacks, denials = table["attacks"], table["denials"]
        deeds = (*attacks["nouns"], *attacks["verbs"], *denials["of"], *table["victims"]["harms"])
        own = rf"\b(?:{'|'.join(denials['own'])})\s+(?!{'|'.join(denials['not_doers'])})\w[\w-]*"
        return cls(frozenset(denials["verbs"]), frozenset(deeds), frozenset(denials["untrue"]), re.compile(own, re.I))


def read_denials(
    page: Page,
    statements: Sequence[Attribution],
    events: Sequence[Event],
    namings: Sequence[Naming],
    known: AbstractSet[int | None],
    lexicon: DenialWords,
) -> list[Blame]:
    """A denial for every source that denies a deed and is not among the statements already `known` to."""
    denying = [n for n, said in enumerate(statements) if n not in known and _denies_deed(said, lexicon)]
    sources = [(n, source) for n in denying if (source := statements[n].source)]
    doings = nearest_events([source for _, source in sources], events, namings, page)
    return [
        Blame(event, find_own(page, statements[n], lexicon) or source, n, Stance.DENIES)
        for (n, source), event in zip(sources, doings, strict=True)
    ]


def find_own(page: Page, said: Attribution, lexicon: DenialWords) -> Anchor | None:
    """The force that the source calls its own: "its aircraft"."""
    found = (lexicon.own.search(page.body, span.start, span.end) for span in said.content.spans)
    return next((page.anchor(match.span()) for match in found if match), None)


def _denies_deed(said: Attribution, lexicon: DenialWords) -> bool:
    words = _words_of(said.content)
    denies = said.cue is not None and not _words_of(said.cue).isdisjoint(lexicon.verbs)
    return (denies or not words.isdisjoint(lexicon.untrue)) and not words.isdisjoint(lexicon.deeds)


def _words_of(anchor: Anchor) -> set[str]:
    return {word.strip(".,;:\"'") for word in anchor.exact.lower().split()}
