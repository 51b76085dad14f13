"""Drafts: the tellings of a report gathered, one draft an event, however often the event is told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accordingto.read.place_extents import fineness, holds, kilometres
from accordingto.read.surroundings import Found
from accordingto.read.tellings import Telling
from accordingto.read.triggers import FIGHTING, HARM, TriggerWords, same_kind
from accordingto.terms.events import EventType, Status
from accordingto.terms.places import Place

UNTOLD = "other"  # a mode that is settled as none of the others: "under attack", a whole war
MOST_TELLINGS = 50  # of one event that are kept: what is told more often is known by then
LOOK_BACK = 40  # drafts looked at for each telling; in a very long text the rest is too far away to be meant
NEAR = 30  # kilometres: towns further apart are not taken for one place; 15 and 50 read train1 to train6 alike
AHEAD = 3  # sentences after which an open mode ("11 killed in Idlib") is no longer settled by the next attack told


@dataclass(slots=True)
class Draft:
    """An event in the making: its tellings so far, in reading order."""

    tellings: list[Telling]

    @property
    def background(self) -> bool:
        """Whether it is a whole war."""
        return self.tellings[0].background

    @property
    def counted(self) -> bool:
        """Whether a count of people goes with it."""
        return any(telling.counted for telling in self.tellings)

    @property
    def fresh(self) -> bool:
        """Whether it has a count of people and is told as no history."""
        return self.counted and not any(telling.past for telling in self.tellings)

    @property
    def status(self) -> Status:
        """The first standing told of it that is more than a fear; denied only where nobody says otherwise."""
        told = [telling.status for telling in self.tellings]
        firm = [status for status in told if status is not Status.HYPOTHETICAL]
        said = (status for status in firm if status is not Status.DENIED)
        return next(said, firm[0] if firm else Status.HYPOTHETICAL)

    @property
    def mode(self) -> str | None:
        """The first mode that one of its sentences settled."""
        return next((telling.mode for telling in self.tellings if telling.mode), None)

    def closest_mode(self, families: Mapping[str, str]) -> str | None:
        """Its mode, told as closely as any of its sentences does: a bombing may be called a suicide bombing below."""
        modes = [telling.mode for telling in self.tellings if telling.mode]
        closer = (mode for mode in modes if families.get(mode) == self.mode)
        return next(closer, self.mode) or self.fallback

    @property
    def fallback(self) -> str | None:
        """What its mode is when no sentence settled it: fighting among armed people, else that of its best trigger."""
        best = min((t.best for t in self.tellings), key=lambda hit: -hit.kind.rank)
        if best.kind.rank == HARM and any(telling.among_armed for telling in self.tellings):
            return FIGHTING
        return best.kind.mode

    def place(self, places: Sequence[Place]) -> int | None:
        """The finest place that stands with it; of equally fine ones the first told."""
        return finest_of((telling.place for telling in self.tellings), places)


def finest_of(told: Iterable[int | None], places: Sequence[Place]) -> int | None:
    """The finest of the places with these numbers; of equally fine ones the first in this order."""
    known = (index for index in told if index is not None)
    return min(known, key=lambda index: fineness(places[index]), default=None)


def gather_drafts(
    tellings: Iterable[Telling], headline: frozenset[int], found: Found, lexicon: TriggerWords
) -> list[Draft]:
    """One draft an event, in order of their first telling; `headline` holds the numbers of the headline's sentences."""
    drafts: list[Draft] = []
    for telling in tellings:
        home = _home(telling, drafts[-LOOK_BACK:], headline, found, lexicon)
        if home and len(home.tellings) < MOST_TELLINGS:
            home.tellings.append(telling)
        elif home:
            home.tellings[-1] = telling
        else:
            drafts.append(Draft([telling]))
    return drafts


def _home(
    telling: Telling, drafts: Sequence[Draft], headline: frozenset[int], found: Found, lexicon: TriggerWords
) -> Draft | None:
    """The draft that this telling belongs to: of those it can belong to the one most like it, then the latest."""
    fit = [
        (_likeness(telling, draft, found), number)
        for number, draft in enumerate(drafts)
        if _fits(telling, draft, headline, found, lexicon)
    ]
    if not fit:
        return None
    return drafts[max(fit)[1]]


def _fits(telling: Telling, draft: Draft, headline: frozenset[int], found: Found, lexicon: TriggerWords) -> bool:
    first = draft.tellings[0]
    if telling.type is not first.type or telling.background != first.background:
        return False
    if (telling.status is Status.DENIED) != (draft.status is Status.DENIED):
        return _denies_the_same(telling, draft, found, lexicon)
    if telling.background:
        return True
    mode = draft.mode
    if telling.mode and mode and not same_kind(telling.mode, mode, lexicon):
        return False
    if UNTOLD in (telling.mode, mode) and None in (telling.mode, mode):
        return False
    far = telling.sentence - draft.tellings[-1].sentence > AHEAD
    if far and (telling.mode is None) != (mode is None) and not telling.pointing:
        return False
    # Beside one count of people another on another day or at another place is another event; so is what is told without
    # a count at a place that is not near. The headline's is told again below.
    second = any(old.counted and old.sentence not in headline for old in draft.tellings)
    known = telling.pointing or telling.mode in lexicon.single
    here = known or not second or _may_be_one_place(telling, draft, found)
    if not telling.counted:
        return here or _is_near(telling, draft, found)
    return _may_be_one_time(telling, draft, found) and here


def _denies_the_same(telling: Telling, draft: Draft, found: Found, lexicon: TriggerWords) -> bool:
    """Whether one side denies the very deed that another tells of: the same kind, at one place, on one day."""
    denied = [old for old in (telling, *draft.tellings) if old.status is Status.DENIED]
    mode = draft.mode
    if not all(old.disputed for old in denied) or None in (telling.mode, mode):
        return False
    same = same_kind(telling.mode, mode, lexicon) and telling.background == draft.background
    return same and _may_be_one_time(telling, draft, found) and _may_be_one_place(telling, draft, found)


def _likeness(telling: Telling, draft: Draft, found: Found) -> int:
    same_mode = telling.mode is not None and telling.mode == draft.mode
    same_place = telling.place is not None and any(
        _same_name(telling.place, old.place, found.places) for old in draft.tellings
    )
    return 2 * same_place + same_mode


def _may_be_one_place(telling: Telling, draft: Draft, found: Found) -> bool:
    """Whether the places told so far and this one can be one place told more or less closely."""
    place = draft.place(found.places)
    if telling.place is None or place is None or telling.type is not EventType.ASSAULT:
        return True
    return any(_same_name(telling.place, old.place, found.places) for old in draft.tellings) or _one_holds_other(
        found.places[telling.place], found.places[place]
    )


def _is_near(telling: Telling, draft: Draft, found: Found) -> bool:
    """Whether both places are known and so near to each other that either may be named for one event."""
    place = draft.place(found.places)
    if telling.place is None or place is None:
        return False
    one, other = found.places[telling.place].spot, found.places[place].spot
    return one is not None and other is not None and kilometres(one, other) < NEAR


def _same_name(one: int | None, other: int | None, places: Sequence[Place]) -> bool:
    return one is not None and other is not None and places[one].name.casefold() == places[other].name.casefold()


def _one_holds_other(one: Place, other: Place) -> bool:
    """Whether one is the country, province or city that the other lies in."""
    return holds(one, other) or holds(other, one)


def _may_be_one_time(telling: Telling, draft: Draft, found: Found) -> bool:
    """Whether the days told so far and those told here can be the same."""
    mine = _days(telling, found)
    return mine is None or all(_overlap(mine, other) for old in draft.tellings if (other := _days(old, found)))


def _days(telling: Telling, found: Found) -> tuple[date, date] | None:
    if telling.time is None:
        return None
    time = found.times[telling.time]
    return (time.earliest, time.latest) if time.earliest and time.latest else None


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
