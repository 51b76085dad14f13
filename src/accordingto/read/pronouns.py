"""Pronouns: whom "he", "she", "it" and "they" mean: the nearest that fits in number and gender, subjects first."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile

from accordingto.read.drawings import draw_portrait
from accordingto.read.identities import Identities, Identity
from accordingto.read.mention_words import MentionWords
from accordingto.read.portraits import Portrait
from accordingto.read.sentences import Page, Sentence, Word
from accordingto.terms.entities import EntityKind

NEAR = 1500  # characters a pronoun reaches back: about four short paragraphs
BACK = 3  # sentences looked back for one who is spoken about
LONGEST_SUBJECT = 14  # words at the head of a sentence that may be its subject
# What makes a candidate stand further off, in sentences.
LINK, UNSURE, LOOSE, SILENT, OUTLET, ONE_BODY = 1.5, 0.3, 1.0, 0.25, 0.5, 1.05

PLURAL = ("unnamed", "collectives", "conjunctions")  # lists of words that also stand in a plural or joint subject

Candidate = tuple[float, int | None, Portrait | None]


class Pronouns:
    """Finds whom a pronoun of one page means."""

    def __init__(self, page: Page, speaking: frozenset[int], common: frozenset[str], lexicon: MentionWords) -> None:
        self._speaking = speaking  # where the mentions of voices begin: who stands there is heard already
        self._page, self._common, self._lexicon = page, common, lexicon
        self._starts = [sentence.start for sentence in page.sentences]

    def find(self, voices: Identities, one: Portrait) -> tuple[int | None, Portrait | None]:
        """The voice it means; or none and the portrait of one who was spoken about and has not spoken yet."""
        here = self._sentence(one.anchor.start)
        found = [*self._speakers(voices, one, here), *self._subjects(voices, one, here)]
        if not found:
            return None, None
        _, index, portrait = min(found, key=lambda candidate: candidate[0])
        return index, portrait

    def _sentence(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _speakers(self, voices: Identities, one: Portrait, here: int) -> Iterator[Candidate]:
        for order, index in enumerate(voices.recent()):
            voice = voices.all[index]
            if one.anchor.start - voice.last > NEAR or not can_be(voice, one.pronoun):
                continue
            last = voice.mentions[-1] if voice.mentions else voice.best
            away = here - self._sentence(last.anchor.start) + order / 100
            yield away + _doubt(voice, last, one), index, None

    def _subjects(self, voices: Identities, one: Portrait, here: int) -> Iterator[Candidate]:
        """Those who stand at the head of the sentences before, and of this one, without being quoted there."""
        if one.pronoun is None:
            return
        for number in range(here, max(-1, here - BACK), -1):
            sentence = self._page.sentences[number]
            if sentence.paragraph == 0:
                return
            subject = self._subject(sentence, one)
            if not subject:
                continue
            index = voices.named(subject)
            fits = can_be(voices.all[index], one.pronoun) if index is not None else _may_speak(subject, one.pronoun)
            if fits:
                # Many fight and flee without speaking: "they" who said more are those who spoke before.
                crowd = LOOSE if number < here and subject.plural and index is None else 0.0
                yield here - number + SILENT + crowd, index, subject if index is None else None

    def _subject(self, sentence: Sentence, one: Portrait) -> Portrait | None:
        several = one.pronoun == "plural"
        words = list(takewhile(lambda word: self._may_be_subject(word, several), sentence.words[:LONGEST_SUBJECT]))
        if not words or words[-1].end >= one.anchor.start or words[0].start in self._speaking:
            return None
        anchor = self._page.anchor((words[0].start, words[-1].end))
        subject = draw_portrait(anchor.exact, anchor, self._common, self._lexicon)
        return None if subject.pronoun or (subject.joint or subject.plural) != several or not subject.names else subject

    def _may_be_subject(self, word: Word, several: bool) -> bool:
        lists = ("articles", "roles", "bodies_heads", "name_links", "of", "generic", *(PLURAL if several else ()))
        return word.text[0].isupper() or any(self._lexicon.lists_in(name, word.lower) for name in lists)


def can_be(voice: Identity, pronoun: str | None) -> bool:
    """Whether number and gender allow it."""
    best = voice.best
    if pronoun in ("male", "female"):
        one = voice.is_one_person or (best.kind is EntityKind.UNNAMED and not best.plural and not best.paper)
        return one and not best.joint and not best.plural and voice.gender in (None, pronoun)
    if pronoun == "thing":
        return not (voice.is_one_person or best.plural or best.joint) and best.kind is not EntityKind.UNKNOWN
    if pronoun == "plural":
        return not voice.is_one_person and (best.plural or best.kind is EntityKind.BODY)
    return True


def _may_speak(subject: Portrait, pronoun: str | None) -> bool:
    """Whether one who is only spoken about is surely a person, or a body or a state."""
    if pronoun == "thing":
        return subject.kind in (EntityKind.BODY, EntityKind.OUTLET) and subject.known and not subject.plural
    if pronoun == "plural":
        return subject.joint or (subject.plural and subject.kind is EntityKind.UNNAMED)
    return len(subject.person) > 1 and subject.gender in (None, pronoun)


def _doubt(voice: Identity, last: Portrait, one: Portrait) -> float:
    """How far off a voice stands for what it is, beside where it stands."""
    doubt = LINK if voice.is_link else LINK / 2 if last.link else 0.0
    if one.pronoun in ("male", "female") and voice.gender != one.pronoun:
        doubt += UNSURE if voice.person or voice.offices else LOOSE + UNSURE
    if one.pronoun == "thing" and (last.paper or voice.best.kind is EntityKind.UNNAMED):
        doubt += LOOSE
    if one.pronoun == "thing" and voice.best.kind is EntityKind.OUTLET:
        doubt += OUTLET
    if one.pronoun == "plural" and not voice.best.plural:
        doubt += ONE_BODY
    return doubt
