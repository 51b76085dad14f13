"""Denials: whether it happened at all: what one reports of an incident, and another says never took place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from accordingto.reconcile.days import as_of
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.voices import Voice, Voices, within_sentence
from accordingto.terms.attributions import Act
from accordingto.terms.blame import Stance
from accordingto.terms.claims import ClaimKind
from accordingto.terms.events import Event, Status
from accordingto.terms.findings import About, Agreement, AgreementKind, Side
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading

HAPPENING = frozenset({Status.OCCURRED, Status.ONGOING})

_W = load_lexicon("denials")
_NOUN, _HAPPENED, _NEVER, _NO, _THERE, _HEARSAY, _UNTRUE = (
    any_of(_W[key]) for key in ("nouns", "happened", "never", "no_such", "there_was", "hearsay", "untrue")
)
_GAP = rf"[^.;!?]{{0,{_W['between']}}}?"
_NOT_AT_ALL = re.compile(
    rf"\b(?:{_NO})\s+(?:(?!the\b|this\b|that\b|an?\b)[\w'’-]+\s+){{0,3}}?(?:{_NOUN})\b{_GAP}\b(?:{_HAPPENED})\b"
    rf"|\b(?:{_THERE})\s+(?:{_NO})\s+(?:[\w'’-]+\s+){{0,2}}?(?:{_NOUN})\b"
    rf"|\b(?:{_NOUN})\b{_GAP}\b(?:{_NEVER})\s+(?:{_HAPPENED})\b"
    rf"|\b(?:{_HEARSAY})\b{_GAP}\b(?:{_NOUN})\b{_GAP}\b(?:{_UNTRUE})\b",
    re.IGNORECASE,
)
# With "denied" before them these alone say so: "any strike on the town", "that a massacre took place".
_DENIED = re.compile(
    rf"^\W*(?:that\s+)?(?:any|there (?:was|were|had been)\s+(?:any|an?)?)\s*(?:[\w'’-]+\s+){{0,2}}?(?:{_NOUN})\b"
    rf"|\b(?:{_NOUN})\b{_GAP}\b(?:{_HAPPENED})\b|^\W*(?:{_HEARSAY})\b{_GAP}\b(?:{_NOUN})\b",
    re.IGNORECASE,
)


def compare_happenings(incident: Incident, voices: Voices) -> tuple[Agreement, ...]:
    """At most one contradiction: somebody says that it took place, somebody else that it did not."""
    denials, reports = find_denials(incident, voices)
    against = {s: v for s, v in denials.items() if any(v.key != other.key for other in reports.values())}
    deniers = {voice.key for voice in against.values()}
    # Who denies it in one breath and is quoted on it in the next does not report it.
    beside = [side for side, voice in reports.items() if voice.key not in deniers]
    return (_contradiction(list(against), beside),) if against and beside else ()


def find_denials(incident: Incident, voices: Voices) -> tuple[dict[Side, Voice], dict[Side, Voice]]:
    """Who denies that it took place, and who reports it."""
    denials: dict[Side, Voice] = {}
    reports: dict[Side, Voice] = {}
    for account in incident.accounts:
        reading = voices.readings[account.report_id]
        event = reading.events[account.event]
        voice = voices.claim_voice(account.report_id, ClaimKind.EVENT, account.event)
        side = Side(account.report_id, event.trigger, voice.chain, as_of(reading.report))
        if event.status is Status.DENIED or _denied_by_act(reading, event):
            denials[side] = voice
        elif event.status in HAPPENING:
            reports[side] = voice
        denials.update(_said_not_to_be(reading, account.event, voices))
    return denials, reports


def find_deniers(incident: Incident, voices: Voices) -> list[Side]:
    """Who denies in so many words that it took place, and not only that it was theirs: "no shell fell there"."""
    found: list[Side] = []
    for account in incident.accounts:
        reading = voices.readings[account.report_id]
        event = reading.events[account.event]
        of_part = event.statement is not None and _disowns(reading, event.statement, account.event)
        if _denied_by_act(reading, event) and not of_part:
            chain = voices.claim_voice(account.report_id, ClaimKind.EVENT, account.event).chain
            found.append(Side(account.report_id, event.trigger, chain, as_of(reading.report)))
    return found


def _denied_by_act(reading: Reading, event: Event) -> bool:
    if event.statement is None or event.statement >= len(reading.statements) or event.status in HAPPENING:
        return False
    return reading.statements[event.statement].act is Act.DENY


def _said_not_to_be(reading: Reading, number: int, voices: Voices) -> Iterator[tuple[Side, Voice]]:
    """Statements that nothing took place, in a report that is about this alone."""
    mains = [n for n, event in enumerate(reading.events) if event.main]
    if mains != [number]:
        return
    for n, said in enumerate(reading.statements):
        if says_nothing_happened(said.content.exact, denied=said.act is Act.DENY) and not _disowns(reading, n):
            voice = voices.voice(reading.report.id, n)
            yield Side(reading.report.id, said.content, voice.chain, as_of(reading.report)), voice


@lru_cache(maxsize=16384)
def says_nothing_happened(words: str, *, denied: bool = False) -> bool:
    """Whether some words, denied or as they stand, say that a thing did not take place."""
    return (denied and bool(_DENIED.search(words))) or bool(_NOT_AT_ALL.search(words))


def _disowns(reading: Reading, number: int, event: int | None = None) -> bool:
    """Whether it is only its own part that the statement denies, of the event if one is given."""
    own = (b for b in reading.blame if b.by == number and b.stance is Stance.DENIES)
    return any(event is None or blame.event == event for blame in own)


def _contradiction(denials: Sequence[Side], reports: Sequence[Side]) -> Agreement:
    why = f"{denial_words(denials)}, {within_sentence(reports[0].chain[0])} reported it: “{reports[0].anchor.exact}”"
    return Agreement(AgreementKind.CONTRADICTION, About.HAPPENED, (*denials, *reports), why)


def denial_words(denials: Iterable[Side]) -> str:
    """ "the army and the mayor denied that “Shells” took place"; "" where nobody does."""
    sides = list(denials)
    if not sides:
        return ""
    names = " and ".join(dict.fromkeys(within_sentence(side.chain[0]) for side in sides))
    words = " ".join(sides[0].anchor.exact.split())
    if len(words.split()) <= EVENT_WORDS:
        return f"{names} denied that “{words}” took place"
    return f"{names} said that nothing of it took place: “{words}”"


EVENT_WORDS = 4  # what names an event has no more words than these; a statement has
