"""Which spot a name stands for: chosen for all names of a report together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import cos, hypot, log10, radians

from accordingto.read.place_mentions import PlaceMention
from accordingto.terms.places import Spot

# People that stand for places whose number of people we do not know, by kind.
SUPPOSED_PEOPLE = {
    "country": 10**9,
    "admin1": 10**5,
    "region": 10**6,
    "city": 2 * 10**4,
    "district": 2 * 10**4,
    "site": 5000,
}
PEOPLE_WEIGHT = 1.5  # for each power of ten of people
FOCUS_WEIGHT = 4.0  # the country that most of the report's names lie in outweighs more than two powers of ten of people
FOLLOWED_WEIGHT = 6.0  # "Paris, Texas" settles it
NAMED_UNIT_WEIGHT = 1.5
NEAR_WEIGHT = 1.5
NEAR_KM = 150.0
CUE_WEIGHT = 3.0
PROVINCE, REGION, COUNTRY, SEA = 4, 5, 6, 7
KINDS_OF_PREC = {4: ("admin1",), 1: ("city", "district", "site")}
PREC_OF_KIND = {"country": COUNTRY, "admin1": PROVINCE, "region": REGION}


def choose_spots(mentions: Sequence[PlaceMention], peoples: Mapping[str, int], body: str) -> list[Spot | None]:
    """The spot of each mention, None where no gazetteer knows the name."""
    focus = _focus(mentions, peoples)
    units = {spot.name for m in mentions for spot in m.spots if spot.kind == "admin1"}
    first = [_best(m, focus, units, (), _following(mentions, i, body)) for i, m in enumerate(mentions)]
    sure = [spot for m, spot in zip(mentions, first, strict=True) if spot and len(m.spots) <= 2 and _is_point(spot)][
        :60
    ]
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
    counts: Counter[str] = Counter(peoples)
    for mention in mentions:
        countries = {spot.country for spot in mention.spots if spot.country}
        if len(countries) == 1:
            counts[countries.pop()] += 1
        elif mention.spots and mention.spots[0].kind == "country" and mention.spots[0].country:
            counts[mention.spots[0].country] += 1
    most = max(counts.values(), default=0)
    return {country: count / most for country, count in counts.items()} if most else {}


def _following(mentions: Sequence[PlaceMention], index: int, body: str) -> PlaceMention | None:
    """The name that follows after nothing but a comma or a gap: "Paris, Texas"."""
    if index + 1 == len(mentions):
        return None
    here, after = mentions[index], mentions[index + 1]
    return after if body[here.end : after.start].strip() in ("", ",", "in") and after.start - here.end <= 4 else None


def _best(
    mention: PlaceMention,
    focus: Mapping[str, float],
    units: set[str],
    sure: Sequence[Spot],
    following: PlaceMention | None,
) -> Spot | None:
    def score(spot: Spot) -> float:
        points = PEOPLE_WEIGHT * log10(max(spot.population, SUPPOSED_PEOPLE[spot.kind]))
        points += FOCUS_WEIGHT * focus.get(spot.country or "", 0.0)
        points += NAMED_UNIT_WEIGHT * (spot.admin1 in units and spot.kind != "admin1")
        points += NEAR_WEIGHT * any(_km(spot, other) < NEAR_KM for other in sure if other.id != spot.id)
        points += CUE_WEIGHT * (spot.kind in KINDS_OF_PREC.get(mention.prec or 0, ()))
        return points + FOLLOWED_WEIGHT * bool(following and _lies_in(spot, following))

    return max(mention.spots, key=score, default=None)


def _lies_in(spot: Spot, whole: PlaceMention) -> bool:
    return any(
        (other.kind == "country" and other.country == spot.country and spot.kind != "country")
        or (other.kind == "admin1" and other.name == spot.admin1 and other.country == spot.country)
        for other in whole.spots
    )


def _is_point(spot: Spot) -> bool:
    return spot.lat is not None and spot.kind not in ("country", "region", "admin1")


def _km(one: Spot, other: Spot) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    return hypot(one.lat - other.lat, (one.lon - other.lon) * cos(radians(one.lat))) * 111.2
