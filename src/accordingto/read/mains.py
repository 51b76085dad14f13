"""Mains: which of its events a report is about (CODEBOOK "main")."""

from collections.abc import Iterator, Sequence

from accordingto.read.drafts import Draft
from accordingto.read.fronts import Front
from accordingto.read.place_extents import holds
from accordingto.read.sentences import Page
from accordingto.read.surroundings import Found
from accordingto.terms.events import EventType, Status
from accordingto.terms.places import Place

MOST_MAIN = 3  # told in front (CODEBOOK "main": one to three incidents); an assault with a count comes on top of them
SEVERAL = 2  # places of a headline, from which each stands for an attack of its own


def find_mains(drafts: Sequence[Draft], front: Front, found: Found, page: Page) -> frozenset[int]:
    """Numbers of the drafts that the report is about: those in front; without any, the first that is no background.

    Without an assault in front, it is also the first with a count; and at each of several places of the headline where
    none of these took place, the first with a count there.
    """
    own = [number for number, draft in enumerate(drafts) if not draft.background]
    main = _without_uncounted([n for n in own if _is_main(drafts[n], front)][:MOST_MAIN], drafts, front)
    if not any(is_assault(drafts[number]) for number in main):
        main += [number for number in own if is_assault(drafts[number]) and drafts[number].fresh][:1]
    for place in _places_of_headline(page, front, found.places):
        there = [number for number in own if _took_place(drafts[number], place, front, found.places)]
        if not any(number in main for number in there):
            main += [number for number in there if is_assault(drafts[number]) and drafts[number].fresh][:1]
    return frozenset(main or own[:1])


def is_assault(draft: Draft) -> bool:
    """Whether people or places were attacked in it."""
    return draft.tellings[0].type is EventType.ASSAULT


def _is_main(draft: Draft, front: Front) -> bool:
    """Whether the headline tells of it, or the lead does of an assault or of a meeting that sits."""
    if draft.status is Status.HYPOTHETICAL:
        return False
    told = _told(draft)
    if told & front.headline or not is_assault(draft):
        return bool(told & front.headline) or _sits_in_front(draft, front)
    return bool(told & front.first) or (draft.fresh and bool(told & front.lead))


def _told(draft: Draft) -> set[int]:
    """The sentences that tell of it for its own sake."""
    return {telling.sentence for telling in draft.tellings if not telling.aside}


def _sits_in_front(draft: Draft, front: Front) -> bool:
    """ "The council is meeting", in the first sentences: a meeting that sits as it is reported is what it is about."""
    sitting = (t for t in draft.tellings if t.type is EventType.CONSULT and t.best.kind.state == Status.ONGOING)
    return any(telling.sentence in front.first for telling in sitting)


def _without_uncounted(main: list[int], drafts: Sequence[Draft], front: Front) -> list[int]:
    """Beside an assault that counts people one that does not is the scene of it, unless the headline tells of it."""
    if not any(is_assault(drafts[number]) and drafts[number].counted for number in main):
        return main
    return [n for n in main if drafts[n].counted or not is_assault(drafts[n]) or _told(drafts[n]) & front.headline]


def _places_of_headline(page: Page, front: Front, places: Sequence[Place]) -> Iterator[Place]:
    """The places that a headline of several names, each once: not the country or the province that another lies in."""
    lines = [page.sentences[number] for number in front.headline]
    named = (place for place in places if any(line.start <= place.anchor.start < line.end for line in lines))
    own = {place.name.casefold(): place for place in named if place.spot is None or place.spot.kind != "country"}
    narrow = [one for one in own.values() if not any(holds(one, other) for other in own.values() if other is not one)]
    return iter(narrow if len(narrow) >= SEVERAL else ())


def _took_place(draft: Draft, place: Place, front: Front, places: Sequence[Place]) -> bool:
    """Whether one of its tellings below the headline puts it there."""
    below = (telling for telling in draft.tellings if telling.sentence not in front.headline)
    told = {index for telling in below for index in (telling.where, telling.place) if index is not None}
    return any(places[index].name.casefold() == place.name.casefold() or holds(place, places[index]) for index in told)
