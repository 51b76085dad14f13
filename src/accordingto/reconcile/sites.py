"""Sites: where each voice says that it was, and which of these places cannot both be it.

A village and the province round it are one place told more or less finely; two towns twenty kilometres apart are not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from accordingto.reconcile.days import as_of
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.names import Name, read_name
from accordingto.reconcile.points import kilometres
from accordingto.reconcile.views import Verdict, View, weigh
from accordingto.reconcile.voices import Voices
from accordingto.terms.claims import ClaimKind
from accordingto.terms.events import EventType
from accordingto.terms.findings import About, Agreement, AgreementKind, Side
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.places import Spot

APART_KM = 20.0  # a city with its suburbs is told as one place; what lies further apart is another town
ROUGH_KM = 45.0  # "near", "on the road to": the name is that of the next place on the map
BESIDE = 40  # characters before a name in which "near" or "between" loosens it

_W = load_lexicon("sites")
_LOCATED = re.compile(
    rf"\b(?:{any_of(_W['located']['before'])})\s+(?:[\w'’-]+\s+){{0,{_W['located']['reach']}}}$", re.IGNORECASE
)
_ROUGH = re.compile(rf"\b(?:{any_of(_W['rough']['before'])})\b[^.;]*$", re.IGNORECASE)
_ROUGH_INSIDE = re.compile(rf"\b(?:{any_of(_W['rough']['inside'])})\b", re.IGNORECASE)
_WIDE_KINDS = frozenset({"admin1", "admin2", "region", "country"})


@dataclass(frozen=True, slots=True)
class Site:
    """A place as one account names it; `rough` where the words only say that it was near, or in the country round it.

    `located` where they put it there: "in Rabiya", "hit Rabiya"; not "a bus from Rabiya", "residents of Rabiya".
    """

    words: str
    name: Name
    spot: Spot | None
    rough: bool
    located: bool
    body: str  # of the report, in which the other's name may stand as well

    def is_wide(self) -> bool:
        return self.spot is not None and self.spot.kind in _WIDE_KINDS

    def also_names(self, other: "Site") -> bool:
        """Whether the report names the other's place too, so that nobody would take the two for a dispute."""
        return other.words.casefold() in self.body.casefold()


def compare_sites(incident: Incident, voices: Voices) -> tuple[Agreement, ...]:
    """What the accounts agree and disagree on as the place; of talks and deals nobody asks."""
    if incident.type not in _PLACED:
        return ()
    return weigh(
        About.PLACE, list(_views(incident.accounts, voices)), lambda one, other: relate_sites(one.held, other.held)
    )


_PLACED = frozenset({EventType.ASSAULT, EventType.RETREAT, EventType.COERCE, EventType.PROTEST})


def _views(accounts: Iterable[Account], voices: Voices) -> Iterable[View[Site]]:
    for account in accounts:
        reading = voices.readings[account.report_id]
        event = reading.events[account.event]
        if event.place and event.place.exact:
            voice = voices.claim_voice(account.report_id, ClaimKind.EVENT, account.event)
            known = event.spot is not None and event.spot < len(reading.places)
            spot = reading.places[event.spot].spot if known and event.spot is not None else None
            before = reading.report.body[max(0, event.place.start - BESIDE) : event.place.start]
            rough = bool(_ROUGH.search(before) or _ROUGH_INSIDE.search(event.place.exact))
            located = bool(_LOCATED.search(before))
            site = Site(event.place.exact, read_name(event.place.exact), spot, rough, located, reading.report.body)
            yield View(voice, Side(account.report_id, event.place, voice.chain, as_of(reading.report)), site)


def relate_sites(one: Site, other: Site) -> Verdict | None:
    """How two places of one incident stand to each other; None where the map does not tell."""
    if one.name.opposes(other.name):
        return Verdict(AgreementKind.CONTRADICTION, "they are opposite sides of one place")
    if one.name.keys & other.name.keys:
        return _same_name(one, other)
    if not one.spot or not other.spot:
        return None
    if one.spot.id == other.spot.id:
        return _two_names(one, other)
    if one.is_wide() or other.is_wide():
        return _whole_and_part(one, other)
    return _towns(one, other)


def _same_name(one: Site, other: Site) -> Verdict | None:
    fine = not any(site.is_wide() or site.rough for site in (one, other))
    same = fine and one.spot is not None and other.spot is not None and one.spot.id == other.spot.id
    return Verdict(AgreementKind.CORROBORATION, f"both name {one.words}") if same else None


def _two_names(one: Site, other: Site) -> Verdict | None:
    if one.also_names(other) or other.also_names(one):
        return None
    return Verdict(AgreementKind.COMPATIBLE, "the map has one place under both names", "spelling")


def _whole_and_part(one: Site, other: Site) -> Verdict | None:
    """A province and a place in it, or outside it."""
    wide, fine = (one, other) if one.is_wide() else (other, one)
    if fine.is_wide() or fine.also_names(wide) or not wide.spot or not fine.spot:
        return None
    if wide.spot.kind == "admin1" and fine.spot.admin1 and wide.spot.admin1:
        inside = fine.spot.admin1 == wide.spot.admin1
        return _inside(fine, wide) if inside else None
    return None


def _inside(fine: Site, wide: Site) -> Verdict:
    return Verdict(AgreementKind.COMPATIBLE, f"{fine.words} lies in {wide.words}: one tells it more finely", "scope")


def _towns(one: Site, other: Site) -> Verdict | None:
    distance = kilometres(one.spot, other.spot)
    if distance is None:
        return None
    if whole := _province_named(one, other) or _province_named(other, one):
        fine, wide = whole
        return None if fine.also_names(wide) else _inside(fine, wide)
    named = one.also_names(other) or other.also_names(one)
    if distance > (ROUGH_KM if one.rough or other.rough else APART_KM):
        # Who names both places told of the one beside the other: nobody says that it was not there.
        return (
            None
            if named or not (one.located and other.located)
            else Verdict(AgreementKind.CONTRADICTION, f"the two lie {distance:.0f} km apart")
        )
    if named:
        return None
    return Verdict(
        AgreementKind.COMPATIBLE, f"the two lie {distance:.0f} km apart, as a town and what is round it", "near"
    )


def _province_named(fine: Site, wide: Site) -> tuple[Site, Site] | None:
    """The two in this order where "Idlib", read as the city, may as well be the province in which the other lies."""
    named = bool(fine.spot and fine.spot.admin1 and read_name(fine.spot.admin1).keys == wide.name.keys)
    return (fine, wide) if named else None
