"""Which spot a name stands for: chosen for all names of a report together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from math import log10

from accordingto.read.place_extents import kilometres
from accordingto.read.place_mentions import PlaceMention, lies_in
from accordingto.terms.places import Spot

# People that stand for places whose number of people we do not know, by kind.
SUPPOSED_PEOPLE = {
    "country": 10**9,
    "admin1": 10**5,
    "admin2": 5 * 10**4,
    "region": 10**6,
    "city": 2 * 10**4,
    "district": 2 * 10**4,
    "site": 5000,
}
PEOPLE_WEIGHT = 1.5  # for each power of ten of people
FOCUS_WEIGHT = 4.0  # the country that most of the report's names lie in outweighs more than two powers of ten of people
FOLLOWED_WEIGHT = 6.0  # "Paris, Texas" settles it
UNIT_WEIGHT = 2.5  # the province that most of the names lie in
NEAR_WEIGHT = 1.5
NEAR_KM = 150.0
HALF = 0.5  # as often as that beside the country named most makes a country one that the report is about
TOWN_AND_UNIT = 2  # a name borne by a town and its province alone is no ambiguous one
MOST_NEIGHBOURS = 30  # places that nearness is measured to, so that a long report costs no more a word than a short one
CUE_WEIGHT = 3.0
DISTRICT, PROVINCE, REGION, COUNTRY, SEA = 3, 4, 5, 6, 7
KINDS_OF_PREC = {4: ("admin1",), 3: ("admin2",), 1: ("city", "district", "site")}
PREC_OF_KIND = {"country": COUNTRY, "admin1": PROVINCE, "admin2": DISTRICT, "region": REGION}


def choose_spots(mentions: Sequence[PlaceMention], peoples: Mapping[str, int], body: str) -> list[Spot | None]:
    """The spot of each mention, None where no gazetteer knows the name."""
    focus = _focus(mentions, peoples)
    units = _units(mentions, focus)
    first = [_best(m, focus, units, (), _following(mentions, i, body)) for i, m in enumerate(mentions)]
    clear = (
        spot for m, spot in zip(mentions, first, strict=True) if spot and len(_in_focus(m, focus)) <= TOWN_AND_UNIT
    )
    sure = list(islice(dict.fromkeys(spot for spot in clear if _is_point(spot)), MOST_NEIGHBOURS))
    return [_best(m, focus, units, sure, _following(mentions, i, body)) for i, m in enumerate(mentions)]


def precision_of(mention: PlaceMention, spot: Spot | None) -> int | None:
    """UCDP's where_prec of a place: how finely its name and the words beside it tell."""
    if spot is None:
        return None
    if spot.kind == "region" and spot.country is None:
        return SEA if spot.name.endswith(("Sea", "Ocean", "Gulf")) else COUNTRY
    coarsest = PREC_OF_KIND.get(spot.kind, 1)
    if spot.kind in ("country", "admin1"):
        return REGION if mention.direction and spot.kind == "country" else coarsest
    if spot.kind == "region":
        return REGION
    return max(coarsest, mention.prec or 1, 2 if mention.near else 1)


def _focus(mentions: Sequence[PlaceMention], peoples: Mapping[str, int]) -> dict[str, float]:
    """The share of each country among what the report names for certain."""
    counts: Counter[str | None] = Counter(peoples)
    for mention in mentions:
        countries = {spot.country for spot in mention.spots if spot.country}
        if len(countries) == 1:
            counts[countries.pop()] += 1
        elif mention.spots and mention.spots[0].kind == "country" and mention.spots[0].country:
            counts[mention.spots[0].country] += 1
    return _shares(counts)


def _units(mentions: Sequence[PlaceMention], focus: Mapping[str, float]) -> dict[str, float]:
    """The share of each first-level unit among the names that lie in one unit for certain."""
    told = ({spot.admin1 for spot in _in_focus(mention, focus)} for mention in mentions)
    return _shares(Counter(units.pop() for units in told if len(units) == 1))


def _in_focus(mention: PlaceMention, focus: Mapping[str, float]) -> list[Spot]:
    """The spots of a name in the country, or countries, that the report speaks of most."""
    return [spot for spot in mention.spots if focus.get(spot.country or "", 0.0) > HALF]


def _shares(counts: Counter[str | None]) -> dict[str, float]:
    """Each count as a share of the greatest."""
    most = max(counts.values(), default=0)
    return {name: count / most for name, count in counts.items() if name}


def _following(mentions: Sequence[PlaceMention], index: int, body: str) -> PlaceMention | None:
    """The name that follows after nothing but a comma or a gap: "Paris, Texas"."""
    if index + 1 == len(mentions):
        return None
    here, after = mentions[index], mentions[index + 1]
    return after if body[here.end : after.start].strip() in ("", ",", "in") and after.start - here.end <= 4 else None


def _best(
    mention: PlaceMention,
    focus: Mapping[str, float],
    units: Mapping[str, float],
    sure: Sequence[Spot],
    following: PlaceMention | None,
) -> Spot | None:
    def score(spot: Spot) -> float:
        points = PEOPLE_WEIGHT * log10(max(spot.population, SUPPOSED_PEOPLE[spot.kind]))
        points += FOCUS_WEIGHT * focus.get(spot.country or "", 0.0)
        points += UNIT_WEIGHT * units.get(spot.admin1 or "", 0.0)
        points += NEAR_WEIGHT * any(kilometres(spot, other) < NEAR_KM for other in sure if other not in mention.spots)
        points += CUE_WEIGHT * (spot.kind in KINDS_OF_PREC.get(mention.prec or 0, ()))
        return points + FOLLOWED_WEIGHT * bool(following and any(lies_in(spot, whole) for whole in following.spots))

    return max(mention.spots, key=score, default=None)


def _is_point(spot: Spot) -> bool:
    return spot.lat is not None and spot.kind not in ("country", "region", "admin1")
