"""Parties: who did it, to whom, and who is blamed, as entities of the report: voices, or those who only act.

They take their traits from the same words and the same cast as those who speak.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from accordingto.read.drawings import draw_portrait
from accordingto.read.mention_words import MentionWords
from accordingto.read.mentions import entity_of
from accordingto.read.portraits import Portrait
from accordingto.read.sentences import Page
from accordingto.terms.blame import Blame
from accordingto.terms.entities import Entity
from accordingto.terms.events import Event
from accordingto.terms.spans import Anchor


@dataclass(frozen=True, slots=True)
class Parties:
    """The voices with those who only act behind them; the events and blames say which of them each party is."""

    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    blame: tuple[Blame, ...]


def read_parties(
    page: Page, voices: Sequence[Entity], events: Sequence[Event], blame: Sequence[Blame], lexicon: MentionWords
) -> Parties:
    """Every actor, recipient and author of blame as one entity a name, in order of first mention after the voices."""
    gathering = _Gathering(voices, lexicon)
    common = page.common_words()
    place = {mention: number for number, voice in enumerate(voices) for mention in voice.mentions}
    for anchor in _anchors(events, blame):
        text = " ".join(page.body[anchor.start : anchor.end].split())
        if anchor not in place:
            place[anchor] = gathering.place(draw_portrait(text, anchor, common, lexicon))
    acting = (entity_of(mentions[0], mentions, lexicon) for mentions in gathering.acting)
    return Parties(
        (*voices, *acting),
        tuple(_of_event(event, place) for event in events),
        tuple(replace(one, entity=place[one.actor]) for one in blame),
    )


def _anchors(events: Iterable[Event], blame: Iterable[Blame]) -> list[Anchor]:
    found = {anchor for event in events for anchor in (*event.actor, *event.recipient)}
    return sorted(found | {one.actor for one in blame}, key=lambda anchor: (anchor.start, anchor.end))


def _of_event(event: Event, place: Mapping[Anchor, int]) -> Event:
    actors, recipients = (tuple(place[anchor] for anchor in anchors) for anchors in (event.actor, event.recipient))
    return replace(event, actor_entities=actors, recipient_entities=recipients)


@dataclass(slots=True)
class _Gathering:
    """The entities so far, found again by the key of their actor or by the words they are called by."""

    voices: Sequence[Entity]
    lexicon: MentionWords
    acting: list[list[Portrait]] = field(default_factory=list)
    _called: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, voice in enumerate(self.voices):
            for name in (voice.key, *(self._plain(mention.exact) for mention in voice.mentions)):
                if name:
                    self._called.setdefault(name, number)

    def place(self, one: Portrait) -> int:
        """The number of the entity that is so named, which now has this mention where it only acts."""
        names = [name for name in (one.key, self._plain(one.text)) if name]
        number = next((self._called[name] for name in names if name in self._called), None)
        if number is None:
            number = len(self.voices) + len(self.acting)
            self.acting.append([])
        if number >= len(self.voices):
            self.acting[number - len(self.voices)].append(one)
        for name in names:
            self._called.setdefault(name, number)
        return number

    def _plain(self, words: str) -> str:
        """The words without capitals and a definite article; none of who may be another each time: "he", "a rebel"."""
        plain = words.lower().split()
        again = plain[0] in self.lexicon.pronouns or self.lexicon.lists_in("indefinite", plain[0])
        return "" if again else " ".join(plain).removeprefix("the ")
