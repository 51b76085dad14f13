"""Relations: how one thing that happened stands to another by the words of a report that tells of both.

An evacuation is carried out under a deal, goes on again after a bombing that stopped it, and is what the bombed were
on their way in; a raid answers a rocket. Each is told from one sentence of one report, whose words it keeps.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from accordingto.reconcile.days import as_of
from accordingto.reconcile.layouts import Layout
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.memories import remembered
from accordingto.reconcile.promises import deed_topics
from accordingto.reconcile.voices import Voices
from accordingto.terms.claims import ClaimKind
from accordingto.terms.events import Event, EventType
from accordingto.terms.findings import Relation, RelationKind, Side
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

HARMFUL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.THREATEN})
CARRIED_OUT = frozenset({EventType.RETREAT, EventType.AID, EventType.CONCEDE, EventType.COOPERATE})
ITSELF = 12  # characters: the word for the other may be the very one, "evacuated"
BESIDE = 60  # characters: "the evacuation of the wounded from four towns resumed"

_W = load_lexicon("relations")
_ANSWERS = re.compile(rf"(?<!\w)(?:{any_of(_W['answers']['words'])})(?!\w)", re.IGNORECASE)
_DEAL = re.compile(
    rf"(?<!\w)(?:(?:{any_of(_W['deal']['before'])})\s+(?:{any_of(_W['deal']['articles'])})|{any_of(_W['deal']['inside'])})"
    r"\s+(?:[\w-]+\s+){0,3}?"
    rf"(?:{any_of(_W['deal']['deals'])})(?!\w)",
    re.IGNORECASE,
)
_RESUMES = re.compile(rf"(?<!\w)(?:{any_of(_W['resumes']['words'])})(?!\w)", re.IGNORECASE)
_AFTER = re.compile(rf"(?<!\w)(?:{any_of(_W['resumes']['after'])})(?!\w)", re.IGNORECASE)
_ATTACK = re.compile(rf"(?<!\w)(?:{any_of(_W['resumes']['attacks'])})(?!\w)", re.IGNORECASE)
_DURING = re.compile(rf"(?<!\w)(?:{any_of(_W['during']['words'])})(?!\w)", re.IGNORECASE)
_DEEDS = {
    topic: re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE) for topic, words in _W["deeds"].items()
}


@dataclass(frozen=True, slots=True)
class Bond:
    """Two events of one report by their numbers, the words that tie them; the second is None where only named."""

    kind: RelationKind
    first: int
    second: int | None
    words: Anchor


Told = list[tuple[int, Event, int]]
"""The events that one sentence tells of: the number of each, and where in the text its word stands; in order."""


def find_related(incident: Incident, voices: Voices) -> tuple[Relation, ...]:
    """How the incident stands to others, and they to it, as its reports tell it; in order of report and words."""
    found: list[Relation] = []
    for account in incident.accounts:
        for bond in find_bonds(voices.readings[account.report_id]):
            if account.event in (bond.first, bond.second):
                found.append(_relation(account.report_id, bond, voices))
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.side.report_id, one.side.anchor.start, one.kind)))


def _relation(report_id: str, bond: Bond, voices: Voices) -> Relation:
    voice = voices.claim_voice(report_id, ClaimKind.EVENT, bond.first)
    side = Side(report_id, bond.words, voice.chain, as_of(voices.readings[report_id].report))
    second = Account(report_id, bond.second) if bond.second is not None else None
    return Relation(bond.kind, Account(report_id, bond.first), second, side, _WHY[bond.kind])


_WHY = {
    RelationKind.ANSWERS: "the report says that the one was done in return for the other",
    RelationKind.UNDER_DEAL: "the report says that it was carried out under a deal",
    RelationKind.RESUMES: "the report says that it went on again",
    RelationKind.DURING: "the report tells of both in one sentence, the one while the other was under way",
}


@remembered
def find_bonds(reading: Reading) -> tuple[Bond, ...]:
    """Every tie between events of one report that one of its sentences tells."""
    found: list[Bond] = []
    for start, end in Layout.of(reading.report).sentences:
        if told := _told(reading, start, end):
            found += _bonds(told, reading, start, end)
    return tuple(dict.fromkeys(found))


def _told(reading: Reading, start: int, end: int) -> Told:
    """The events that a sentence tells of, by their own words, or by a word for it where one of the report is such."""
    spots = {n: event.trigger.start for n, event in enumerate(reading.events) if start <= event.trigger.start < end}
    for topic, numbers in _by_topic(reading).items():
        if len(numbers) == 1 and numbers[0] not in spots:
            word = _DEEDS[topic].search(reading.report.body, start, end) if topic in _DEEDS else None
            spots.update({numbers[0]: word.start()} if word else {})
    return [(n, reading.events[n], spots[n]) for n in sorted(spots, key=lambda n: (spots[n], n))]


@remembered
def _by_topic(reading: Reading) -> Mapping[str, list[int]]:
    """The events of a report by what sort of thing they are: an evacuation, a truce, talks."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(reading.events):
        for topic in deed_topics(event) if event.type in CARRIED_OUT else ():
            found[topic].append(number)
    return found


def _bonds(told: Told, reading: Reading, start: int, end: int) -> Iterator[Bond]:
    body, report_id = reading.report.body, reading.report.id
    sentence = Anchor.at(report_id, body, (start, start + len(body[start:end].rstrip())))
    if cue := _ANSWERS.search(body, start, end):
        yield from _answers(told, cue, sentence)
    if cue := _DEAL.search(body, start, end):
        yield from _under_deal(told, cue, reading, sentence)
    if cue := _RESUMES.search(body, start, end):
        yield from _resumes(told, cue, reading, sentence)
    yield from _during(told, body, sentence)


def _answers(told: Told, cue: re.Match[str], words: Anchor) -> Iterator[Bond]:
    before = [n for n, event, at in told if at < cue.start() and event.type in HARMFUL]
    behind = [n for n, _, at in told if at >= cue.end()]
    if before:
        yield Bond(RelationKind.ANSWERS, before[-1], behind[0] if behind else None, words)


def _under_deal(told: Told, cue: re.Match[str], reading: Reading, words: Anchor) -> Iterator[Bond]:
    deals = [n for n, event in enumerate(reading.events) if event.type is EventType.AGREE]
    inside = [n for n in deals if cue.start() <= reading.events[n].trigger.start < cue.end()]
    deal = inside[0] if inside else deals[0] if len(deals) == 1 else None
    for number, event, _ in told:
        if event.type in CARRIED_OUT:
            yield Bond(RelationKind.UNDER_DEAL, number, deal, words)


def _resumes(told: Told, cue: re.Match[str], reading: Reading, words: Anchor) -> Iterator[Bond]:
    going = [(_apart(at, cue), n) for n, event, at in told if event.type not in HARMFUL]
    if not going or min(going)[0] > BESIDE:
        return
    number = min(going)[1]
    after = _AFTER.search(reading.report.body, cue.end(), words.end)
    stopped = [n for n, _, at in told if after and at > after.start() and n != number]
    if after and not stopped and _ATTACK.search(reading.report.body, after.end(), words.end):
        stopped = [n for n, event in enumerate(reading.events) if event.main and event.type is EventType.ASSAULT]
    yield Bond(RelationKind.RESUMES, number, stopped[0] if len(stopped) == 1 else None, words)


def _apart(spot: int, cue: re.Match[str]) -> int:
    """Characters between the word for it and the word for its going on."""
    return max(0, cue.start() - spot, spot - cue.end())


def _during(told: Told, body: str, words: Anchor) -> Iterator[Bond]:
    for (one, first, at), (other, second, behind) in pairwise(told):
        if first.type is EventType.ASSAULT and second.type in CARRIED_OUT and _DURING.search(body, at, behind + ITSELF):
            yield Bond(RelationKind.DURING, one, other, words)
