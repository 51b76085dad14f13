"""Agreement: how what the reports assert stands together, beyond the single incident."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accordingto.reconcile.assertions import Assertion, Stand
from accordingto.reconcile.authors import compare_authors, rival_voices
from accordingto.reconcile.causes import compare_causes
from accordingto.reconcile.counts import compare_counts
from accordingto.reconcile.denials import compare_happenings
from accordingto.reconcile.hours import compare_hours
from accordingto.reconcile.keys import key_of
from accordingto.reconcile.lookalikes import compare_lookalikes
from accordingto.reconcile.scenes import SAME_TIME, Scenes
from accordingto.reconcile.sites import compare_sites
from accordingto.reconcile.tallies import headline_counts
from accordingto.reconcile.voices import Voices
from accordingto.terms.findings import About, Agreement, AgreementKind
from accordingto.terms.incidents import Incident

DENIAL_DAYS = 3  # a promise that nobody is harmed is held against reports of these days, not of last month


def compare_incident(incident: Incident, voices: Voices, scenes: Scenes) -> tuple[Agreement, ...]:
    """What the accounts of one incident agree and disagree on."""
    rivals, counts = rival_voices(incident, voices), headline_counts(incident, voices, scenes)
    return (
        *compare_counts(counts, rivals),
        *compare_lookalikes(counts, rivals),
        *compare_authors(incident, voices),
        *compare_happenings(incident, voices),
        *compare_causes(incident, voices),
        *compare_sites(incident, voices),
        *compare_hours(incident, voices),
    )


@dataclass(frozen=True, slots=True)
class Clash:
    """A stand that assertions of another speak against, in one place and within so many days."""

    stand: Stand
    counter: Stand
    concerns: Callable[[Assertion, Assertion], bool]
    about: About
    days: int = SAME_TIME

    def against(self, firm: Assertion) -> frozenset[int]:
        """The keys of what may speak against an assertion; an undated one is held against the undated only."""
        return frozenset(_key(self.counter, place, day) for place in firm.scene.places for day in self._near(firm))

    def taken_by(self, counter: Assertion) -> frozenset[int]:
        """The keys of what an assertion may speak against."""
        return frozenset(_key(self.stand, place, day) for place in counter.scene.places for day in self._near(counter))

    def _near(self, assertion: Assertion) -> Iterable[date | None]:
        day = assertion.scene.day
        return [day + timedelta(days=step) for step in range(-self.days, self.days + 1)] if day else [None]

    def meets(self, firm: Assertion, counter: Assertion) -> bool:
        """Whether the second speaks against the first."""
        if (firm.stand, counter.stand) != (self.stand, self.counter) or firm.voice.key == counter.voice.key:
            return False
        return bool(self.against(firm) & keys_of(counter)) and self.concerns(firm, counter)


def keys_of(assertion: Assertion) -> frozenset[int]:
    """The keys that an assertion is looked up by: its stand with each place, on its day."""
    scene = assertion.scene
    return frozenset(_key(assertion.stand, place, scene.day) for place in scene.places)


def _key(stand: Stand, place: str, day: date | None) -> int:
    return key_of("stand", stand, place, day)


def find_contradiction(clash: Clash, own: Iterable[Assertion], counters: Iterable[Assertion]) -> tuple[Agreement, ...]:
    """The contradiction, if there is one, between a stand that one report takes and all that speaks against it."""
    counters = tuple(counters)
    pairs = [(one, other) for one in own for other in counters if clash.meets(one, other)]
    if not pairs:
        return ()
    taken, spoken = (_ordered(dict.fromkeys(some)) for some in zip(*pairs, strict=True))
    return (_contradiction(taken, spoken, clash.about),)


def _ordered(assertions: Iterable[Assertion]) -> list[Assertion]:
    """By day, then place in the report; one passage of a voice stands for its overlapping others."""
    ordered = sorted(assertions, key=_place)
    kept: list[Assertion] = []
    for one in ordered:
        if not any(other.side.anchor.touches(one.side.anchor) and other.voice.key == one.voice.key for other in kept):
            kept.append(one)
    return kept


def _place(assertion: Assertion) -> tuple[object, ...]:
    side = assertion.side
    return str(side.as_of or ""), side.report_id, side.anchor, assertion.voice.key, assertion.words


def _contradiction(taken: Sequence[Assertion], counters: Sequence[Assertion], about: About) -> Agreement:
    one, other = taken[0], counters[0]
    why = _WHY[about].format(one.voice.called, _quote(one), other.voice.called, _quote(other))
    return Agreement(AgreementKind.CONTRADICTION, about, tuple(a.side for a in (*taken, *counters)), why)


def _quote(assertion: Assertion) -> str:
    words = assertion.words.split()
    return f"“{' '.join(words[:16])}{' …' if len(words) > 16 else ''}”"


def _whatever(one: Assertion, other: Assertion) -> bool:
    return True


def _others_too(one: Assertion, other: Assertion) -> bool:
    """Somebody leaves who is none of the only ones."""
    return bool(other.people - one.people)


def _same_people(one: Assertion, other: Assertion) -> bool:
    return bool(one.people & other.people)


_WHY = {
    About.ONGOING: "{0} said it is over: {1}; {2} said of the same place and day that it goes on: {3}",
    About.WHO: "{0} named the only ones concerned: {1}; {2} told of others too: {3}",
    About.HAPPENED: "{0} said that nobody is harmed: {1}; {2} counted people harmed in the same place: {3}",
}

CLASHES = (
    Clash(Stand.OVER, Stand.GOES_ON, _whatever, About.ONGOING),
    Clash(Stand.ONLY, Stand.LEAVING, _others_too, About.WHO),
    Clash(Stand.UNHARMED, Stand.HARMED, _same_people, About.HAPPENED, DENIAL_DAYS),
)
