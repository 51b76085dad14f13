"""Mentions: the sources and links of one report gathered into voices, each with all the names the report gives it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from accordingto.read.contexts import Contexts, Trace
from accordingto.read.drawings import draw_portrait
from accordingto.read.identities import (
    Identities,
    Identity,
    is_both,
    is_description,
    is_headline,
    is_monitor,
    is_named_now,
    is_same_office,
    is_so_described,
)
from accordingto.read.mention_words import MentionWords
from accordingto.read.portraits import Portrait
from accordingto.read.pronouns import Pronouns
from accordingto.read.sentences import Page
from accordingto.read.traits import find_traits
from accordingto.terms.attributions import Attribution
from accordingto.terms.entities import Entity
from accordingto.terms.spans import Anchor

__all__ = ["MentionWords", "entity_of", "read_mentions"]

# The surest first; within one row, whoever spoke last.
AGAIN = ((is_same_office, is_monitor, is_so_described, is_both), (is_description,), (is_named_now,), (is_headline,))


def read_mentions(
    page: Page, statements: tuple[Attribution, ...], lexicon: MentionWords
) -> tuple[tuple[Entity, ...], tuple[Attribution, ...]]:
    """Every voice of the report in order of first mention, and the statements with the index of their source's."""
    gathering = _Gathering(page, statements, lexicon)
    owner = {anchor: gathering.place(anchor) for anchor in _anchors(statements)}
    entities = tuple(entity_of(voice.best, voice.mentions, lexicon) for voice in gathering.voices.all)
    return entities, tuple(_owned(said, owner) for said in statements)


def _owned(said: Attribution, owner: dict[Anchor, int]) -> Attribution:
    """With its source's voice, and without links of that voice: "Rebels say ... which rebels say" has none."""
    if not said.source:
        return said
    entity = owner[said.source]
    return replace(said, entity=entity, via=tuple(link for link in said.via if owner[link] != entity))


def _anchors(statements: tuple[Attribution, ...]) -> list[Anchor]:
    found = {anchor for said in statements for anchor in (said.source, *said.via) if anchor}
    return sorted(found, key=lambda anchor: (anchor.start, anchor.end))


class _Gathering:
    """One reading of a page's mentions, in order."""

    def __init__(self, page: Page, statements: tuple[Attribution, ...], lexicon: MentionWords) -> None:
        self.voices = Identities()
        self._page, self._lexicon = page, lexicon
        self._common = page.common_words()
        self._sources = {said.source for said in statements if said.source}
        speaking = frozenset(anchor.start for anchor in _anchors(statements))
        self._pronouns = Pronouns(page, speaking, self._common, lexicon)
        self._contexts = Contexts(page, lexicon)
        self._told: dict[Trace, int] = {}

    def place(self, anchor: Anchor) -> int:
        """The voice of this mention, which now has it."""
        text = " ".join(self._page.body[anchor.start : anchor.end].split())
        one = draw_portrait(text, anchor, self._common, self._lexicon)
        gender = one.gender or (self._contexts.gender(anchor) if not one.plural else None)
        one = replace(one, link=anchor not in self._sources, gender=gender)
        index, spoken_of = self._find(one)
        if index is None and spoken_of is not None:
            index = self.voices.add(None, spoken_of)
            self.voices.all[index].mentions.clear()
        index = self.voices.add(index, one)
        self.voices.all[index].papers |= self._contexts.papers(anchor)
        self._told |= dict.fromkeys(self._contexts.traces(anchor), index)
        return index

    def _find(self, one: Portrait) -> tuple[int | None, Portrait | None]:
        """The voice already met that this mention names again; or one who was only spoken about."""
        if one.pronoun:
            return self._pronouns.find(self.voices, one)
        named = self.voices.named(one)
        if named is not None:
            return named, None
        told = next((self._told[trace] for trace in self._contexts.traces(one.anchor) if trace in self._told), None)
        if told is not None or one.another:
            return told, None
        if one.monitors and not (one.definite or one.key) and self.voices.monitors() > 1:
            return None, None  # "a monitor" after two that keep count: nobody can tell which
        if one.paper and one.definite and not one.proper:
            return self._issuer(one), None
        for row in AGAIN:
            for index in self.voices.recent():
                if any(fits(self._page.body, self.voices.all[index], one) for fits in row):
                    return index, None
        return None, None

    def _issuer(self, one: Portrait) -> int | None:
        """Whose "the statement" is: who was said to make one or is one, else the body that spoke last."""
        recent = list(self.voices.recent())
        for index in recent:
            voice = self.voices.all[index]
            if one.head in voice.papers or (voice.best.paper and one.head in voice.heads):
                return index
        return next((index for index in recent if _issues_papers(self.voices.all[index])), None)


def _issues_papers(voice: Identity) -> bool:
    return not voice.is_one_person and not voice.best.plural and voice.best.key is not None


CLAUSE = re.compile(r",? (?:who|which|whose|speaking|citing) .*", re.DOTALL)


def entity_of(best: Portrait, mentions: Sequence[Portrait], lexicon: MentionWords) -> Entity:
    """Who these mentions name, of which this one does so best."""
    known = [one for one in mentions if not one.pronoun] or [best]
    traits = find_traits(known, lexicon)
    return Entity(
        name=_display(best),
        kind=best.kind,
        key=best.key,
        mentions=tuple(one.anchor for one in mentions),
        office=next((one.office for one in known if one.office), None),
        organisation=next((one.organisation for one in known if one.organisation), None),
        country=traits.country,
        side=traits.side,
        sector=traits.sector,
    )


def _display(best: Portrait) -> str:
    """The name without what only explains it."""
    return best.name if best.known else CLAUSE.sub("", best.text) or best.text
