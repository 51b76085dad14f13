"""Authors: who is held responsible for one incident, by whom, and who denies it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from accordingto.reconcile.blows import ONE_BLOW, Tolls, tolls_of
from accordingto.reconcile.days import as_of
from accordingto.reconcile.parties import (
    LOOSELY_NAMED,
    STATE,
    named_loosely,
    one_side,
    parties_named,
    party_of_state,
    side_of,
)
from accordingto.reconcile.ties import agreement_between, not_within, tie_words
from accordingto.reconcile.voices import Voice, Voices
from accordingto.terms.attributions import Act
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.casts import Sector
from accordingto.terms.findings import About, Agreement, AgreementKind, Side
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

BATTLE = "ground-fighting"
CHARGES = frozenset({Act.ACCUSE, Act.DENY})
OWN = re.compile(r"(?:its|their|our|his|her|it|they|we)\b", re.IGNORECASE)  # "its aircraft" are the denier's own
SERVING = (Sector.GOV, Sector.MIL, Sector.COP, Sector.SPY)
NAMED_BY_NOUN = re.compile(r"(?:the|its|their)\s+[\w-]+")


@dataclass(frozen=True, slots=True)
class Position:
    """What one voice of one report holds: who did it, or who did not. `named` are the words for whom it names."""

    voice: Voice
    side: Side
    actor: str
    stance: Stance
    parties: frozenset[str]
    of_itself: bool
    named: tuple[Anchor, ...] = ()
    charges: bool = False  # said as a charge, a claim or a denial, and not told in passing

    @property
    def denies(self) -> bool:
        return self.stance is Stance.DENIES


_Pair = tuple[Position, Position]
_Named = tuple[bool, str]  # whether they deny it, and which party they name


def compare_authors(incident: Incident, voices: Voices) -> tuple[Agreement, ...]:
    """At most one contradiction about the author, a corroboration for each party that independent voices name, a note
    where others name it alike, and one where allies are named apart."""
    positions = find_positions(incident, voices)
    clashing = _clashing(incident, positions, voices)
    return (
        *_agreements(positions),
        *_authors(AgreementKind.CONTRADICTION, clashing, positions),
        *_allies(positions),
    )


def rival_voices(incident: Incident, voices: Voices) -> frozenset[frozenset[str]]:
    """Pairs of voices that hold different authors responsible, or of which one denies what the other says."""
    pairs = _clashing(incident, find_positions(incident, voices), voices)
    return frozenset(frozenset({one.voice.key, other.voice.key}) for one, other in pairs)


def _clashing(incident: Incident, positions: Sequence[Position], voices: Voices) -> list[tuple[Position, Position]]:
    """Pairs of positions that cannot both be right. In a battle both sides do harm: only a denial clashes there.

    Who tells in passing whose strike it was means the other's blow only where the two reports have a toll in common.
    """
    pairs = [(one, other) for one, other in combinations(positions, 2) if _clash(one, other)]
    tolls = tolls_of(incident, voices, {position.side.report_id for pair in pairs for position in pair})
    return [(a, b) for a, b in pairs if a.denies or b.denies or _of_one_blow(incident, a, b, tolls)]


def _of_one_blow(incident: Incident, one: Position, other: Position, tolls: Mapping[str, Tolls]) -> bool:
    if incident.mode == BATTLE:
        return False
    sure = one.charges or other.charges or incident.mode in ONE_BLOW
    return sure or bool(tolls[one.side.report_id] & tolls[other.side.report_id])


def find_positions(incident: Incident, voices: Voices) -> list[Position]:
    """What each voice of each report holds of who did it, in order of report."""
    held: defaultdict[tuple[str, int | None, Stance], list[Blame]] = defaultdict(list)
    inside = {(account.report_id, account.event) for account in incident.accounts}
    for report_id in incident.report_ids:
        for blame in voices.readings[report_id].blame:
            if (report_id, blame.event) in inside:
                held[report_id, blame.by, blame.stance].append(blame)
    order = sorted(held, key=lambda key: (key[0], key[1] is None, key[1] or 0, key[2]))
    return [_position(*key, held[key], voices) for key in order]


def _position(report_id: str, by: int | None, stance: Stance, blames: Sequence[Blame], voices: Voices) -> Position:
    reading, voice, home = voices.readings[report_id], voices.voice(report_id, by), voices.homes[report_id]
    # One statement that names two ("Russian or Syrian jets") holds one position.
    actor = " or ".join(dict.fromkeys(blame.actor.exact for blame in blames))
    side = Side(report_id, blames[0].actor, voice.chain, as_of(reading.report))
    owned = stance is not Stance.BLAMES and OWN.match(actor) is not None and not _other_named(actor, home, voice)
    of_itself = owned or _speaks_of_itself(reading, by, blames[0].actor)
    own = _parties_of(reading, by, voice, home) if of_itself else frozenset()
    # "Its army", said by the rebels, is none of the land's.
    parties = own if owned and side_of(voice.name, home) else parties_named(actor, home) | own
    named, charges = tuple(blame.actor for blame in blames), stance is not Stance.BLAMES or _charges(reading, by)
    return Position(voice, side, actor, stance, parties, of_itself, named, charges)


def _other_named(actor: str, home: str | None, voice: Voice) -> bool:
    """Whether "its allies in the Syrian army" or "its ally Russia" are somebody else than who speaks."""
    named = parties_named(actor, None) - {STATE}
    return bool(named - parties_named(voice.name, home))


def _parties_of(reading: Reading, by: int | None, voice: Voice, home: str | None) -> frozenset[str]:
    """The party that a speaker is, by his name or as an official or a soldier of a state."""
    said = reading.statements[by] if by is not None and by < len(reading.statements) else None
    entity = reading.entities[said.entity] if said and said.entity is not None else None
    state = entity.country if entity and entity.sector in SERVING else None
    return parties_named(voice.name, home) | (frozenset({party_of_state(state)}) if state else frozenset())


def _charges(reading: Reading, by: int | None) -> bool:
    return by is not None and by < len(reading.statements) and reading.statements[by].act in CHARGES


def _speaks_of_itself(reading: Reading, by: int | None, actor: Anchor) -> bool:
    """Whether the one who is named is the one who speaks, under any of its names."""
    if by is None or by >= len(reading.statements):
        return False
    said = reading.statements[by]
    names = [said.source] if said.source else []
    if said.entity is not None:
        names += reading.entities[said.entity].mentions
    return any(name.touches(actor) or name.exact.casefold() == actor.exact.casefold() for name in names)


def _clash(one: Position, other: Position) -> bool:
    if one.voice.key == other.voice.key or (one.denies and other.denies):
        return False
    if one.denies or other.denies:
        return bool(one.parties & other.parties) or _one_noun(one.actor, other.actor)
    if one.side.report_id == other.side.report_id and not (one.charges or other.charges):
        return False  # a report that tells of a raid and of the shelling that answered it
    return not (one_side(one.parties, other.parties) or _may_be(one, other) or _may_be(other, one))


def _may_be(one: Position, other: Position) -> bool:
    """Whether "gunmen" or "terrorists" may be those whom the other names."""
    return named_loosely(one.actor) and bool(other.parties & LOOSELY_NAMED)


def _one_noun(one: str, other: str) -> bool:
    """Whether "the brigade" may be "the Red Sun Brigade": one is named by its noun alone, with "the" or "its"."""
    first, second = (NAMED_BY_NOUN.fullmatch(words.lower()) for words in (one, other))
    heads = {words.lower().split()[-1].removesuffix("s") for words in (one, other)}
    return len(heads) == 1 and bool(first or second)


def _agreements(positions: Sequence[Position]) -> Iterator[Agreement]:
    """Who names one party, and nobody who names another: those who hold two responsible stand with either."""
    pairs: defaultdict[_Named, list[_Pair]] = defaultdict(list)
    for one, other in combinations(positions, 2):
        if _agree(one, other):
            for party in one.parties & other.parties:
                pairs[one.denies, party].append((one, other))
    grouped: defaultdict[tuple[tuple[int, int], ...], list[_Pair]] = defaultdict(list)
    for named in sorted(pairs):
        grouped[tuple((id(a), id(b)) for a, b in pairs[named])] = pairs[named]
    for found in grouped.values():
        borne_out, alike = (
            [pair for pair in found if agreement_between(pair[0].voice, pair[1].voice) is kind]
            for kind in (AgreementKind.CORROBORATION, AgreementKind.ALIKE)
        )
        yield from _authors(AgreementKind.CORROBORATION, borne_out, positions)
        yield from _authors(AgreementKind.ALIKE, not_within(alike, borne_out), positions)


def _agree(one: Position, other: Position) -> bool:
    if one.denies and (one.of_itself or other.of_itself):
        return False  # whoever denies its own part bears out nobody, and nobody it
    retold = one.side.report_id == other.side.report_id and not one.voice.kind == other.voice.kind == "source"
    return one.denies == other.denies and not retold


def _authors(
    kind: AgreementKind, pairs: Sequence[tuple[Position, Position]], positions: Sequence[Position]
) -> Sequence[Agreement]:
    if not pairs:
        return ()
    inside = {id(position) for pair in pairs for position in pair}
    # What one voice holds twice in a report, by name and by office, is held once.
    held = {(p.side.report_id, p.voice.key, p.stance, p.parties): p for p in reversed(positions) if id(p) in inside}
    sides = tuple(position.side for position in positions if position in held.values())
    one, other = pairs[0]
    if kind is AgreementKind.CONTRADICTION:
        return (Agreement(kind, About.ACTOR, sides, f"{_held(one)}, while {_held(other)}"),)
    tie = tie_words((one.voice, one.side), (other.voice, other.side))
    return (Agreement(kind, About.ACTOR, sides, f"{_held(one)}, and so {_held(other)}; {tie}"),)


def _allies(positions: Sequence[Position]) -> Sequence[Agreement]:
    """One note where two voices name different authors who fight on one side, or one of them names it loosely."""
    for one, other in combinations(positions, 2):
        if one.voice.key != other.voice.key and (why := _no_dispute(one, other)):
            words = f"{_held(one)}, and {_held(other)}: {why}"
            return (Agreement(AgreementKind.COMPATIBLE, About.ACTOR, (one.side, other.side), words),)
    return ()


def _no_dispute(one: Position, other: Position) -> str | None:
    apart = bool(one.parties and other.parties) and not one.parties & other.parties
    if not apart or one.denies or other.denies or _clash(one, other):
        return None
    if _may_be(one, other) or _may_be(other, one):
        return "the looser word may mean the same"
    if STATE in one.parties | other.parties:
        return "nobody says whose forces, and they may be the same"
    retold = one.side.report_id == other.side.report_id and not one.voice.kind == other.voice.kind == "source"
    if retold or not one_side(one.parties, other.parties):
        return None
    return "the two fight on one side, and may both have had a part"


def _held(position: Position) -> str:
    if position.denies and position.of_itself and not OWN.match(position.actor):
        return f"{position.voice.called} denied having done it"
    return _HELD[position.stance].format(position.voice.called, position.actor)


_HELD = {
    Stance.BLAMES: "{0} held {1} responsible",
    Stance.CLAIMS: "{0} told of a claim of responsibility by {1}",
    Stance.DENIES: "{0} denied that it was {1}",
}
