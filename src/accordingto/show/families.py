"""Families: the tolls of an incident put into words, each whole with the parts that its reports count inside it.

"15 civilians, 11 of them children": the children hang on the civilians, since their own sentence says so, and on no
other count. What no sentence ties together stands side by side.
"""

from collections.abc import Iterable, Mapping, Sequence

from accordingto.show.phrases import (
    count_words,
    counted,
    harm_words,
    kind_words,
    listed,
    people_words,
    voice_name,
    within,
)
from accordingto.show.words import one_line
from accordingto.terms.figures import Harm, Who
from accordingto.terms.findings import OriginRange, Toll, TollEntry
from accordingto.terms.tolls import TollRule

HARMS = tuple(Harm)
WHOLES = (Who.PEOPLE, Who.CIVILIANS, *(who for who in Who if who not in (Who.PEOPLE, Who.CIVILIANS)))
GIVERS_NAMED = 4  # of one number: more names than this no longer help in a sentence

Group = tuple[Toll, ...]
"""The tolls of one harm to one kind of people, each under its own rule."""


def toll_groups(tolls: Iterable[Toll]) -> list[Group]:
    """The tolls of one harm to one kind of people together, each under its own rule; the dead and the whole first."""
    groups: dict[tuple[int, int], list[Toll]] = {}
    for toll in tolls:
        groups.setdefault((HARMS.index(toll.harm), WHOLES.index(toll.who)), []).append(toll)
    return [tuple(group) for _, group in sorted(groups.items())]


def toll_families(tolls: Iterable[Toll]) -> list[tuple[Group, list[Group]]]:
    """For each harm its wholes, each with its parts: "1,200 people evacuated" has the 350 children among them."""
    groups = {(group[0].harm, group[0].who): group for group in toll_groups(tolls)}
    wholes = {kind: whole for kind, group in groups.items() if (whole := _whole_of(group, groups))}
    tops = {kind: _top_of(kind, wholes) for kind in groups}
    return [
        (group, [part for other, part in groups.items() if tops[other] == kind != other])
        for kind, group in groups.items()
        if tops[kind] == kind
    ]


Kind = tuple[Harm, Who]


def _whole_of(group: Group, groups: Mapping[Kind, Group]) -> Kind | None:
    """The one count that all of its figures are told to be inside, where that has room; None where there is none."""
    entries = [entry for toll in group for entry in (*toll.entries, *(left.entry for left in toll.left_out))]
    kinds = {entry.inside for entry in entries if entry.inside}
    shares = {(entry.low, entry.high) for entry in entries if entry.inside}
    if len(kinds) != 1 or any((entry.low, entry.high) not in shares for entry in entries):
        return None
    whole = group[0].harm, kinds.pop()
    return whole if whole in groups and _holds(groups[whole], group) else None


def _holds(whole: Group, part: Group) -> bool:
    """Whether under every rule the part is no larger than its whole, from its lowest number to its highest."""
    wholes = {toll.rule: toll for toll in whole}
    return all(_leaves_room(wholes[toll.rule], toll) for toll in part if toll.rule in wholes)


def _leaves_room(whole: Toll, part: Toll) -> bool:
    pairs = ((whole.low, part.low), (whole.best, part.best), (whole.top, part.top))
    return all(most >= least for most, least in pairs if most is not None and least is not None)


def _top_of(kind: Kind, wholes: Mapping[Kind, Kind]) -> Kind:
    """The whole that nothing else holds: children among civilians among people are people."""
    passed = [kind]
    while (whole := wholes.get(passed[-1])) and whole not in passed:
        passed.append(whole)
    return kind if whole else passed[-1]  # "12 people, 3 of them civilians" and the other way round: both stand


def toll_headlines(tolls: Iterable[Toll]) -> list[str]:
    """ "41 to 53 people killed, of them 9 to 14 children"."""
    return [toll_head([whole[0], *(part[0] for part in parts)]) for whole, parts in toll_families(tolls)]


def toll_head(tolls: Sequence[Toll]) -> str:
    """The whole and its parts on one line."""
    whole, *parts = tolls
    shares = [f"{number_words(part)} {kind_words(part.who, part.low, part.high)}" for part in parts]
    return f"{toll_words(whole)}, of them {listed(shares)}" if shares else toll_words(whole)


def toll_words(toll: Toll) -> str:
    """ "41 to 53 people killed", with the best number where the rule has one: "41 to 53 (best 47) people killed"."""
    return f"{number_words(toll)} {people_words(toll.who, toll.harm, toll.low, toll.high)}"


def number_words(toll: Toll) -> str:
    """ "41 to 53 (best 47)"."""
    numbers = count_words(toll.low, toll.high, toll.top)
    return numbers if toll.best is None or toll.low == toll.high else f"{numbers} (best {toll.best:,})"


def same_numbers(group: Sequence[Toll]) -> list[list[Toll]]:
    """Tolls that different rules make of the same figures, those of one number together."""
    same: dict[str, list[Toll]] = {}
    for toll in group:
        same.setdefault(number_words(toll), []).append(toll)
    return list(same.values())


def rules_words(tolls: Sequence[Toll]) -> str:
    """ "“all figures” and “latest per origin”"."""
    return listed(f"“{one_line(toll.rule)}”" for toll in tolls)


def origins_of_toll(toll: Toll) -> list[str]:
    """What each origin gives, where there are several: "the army 23"."""
    told = [f"{within(voice_name(one.origin))} {_range_words(one)}" for one in toll.by_origin]
    return told if len(told) > 1 else []


def _range_words(one: OriginRange) -> str:
    return count_words(one.low, one.high, one.top)


def strands_words(tolls: Iterable[Toll], rule: TollRule) -> str:
    """Every whole under the rule, each with those alone who gave it: "12 people reported killed, according to ..."."""
    families = toll_families(toll for toll in tolls if toll.rule is rule)
    return "; ".join(_strand(whole) for whole, _ in families)


def _strand(group: Group) -> str:
    (toll,) = group
    given: dict[str, list[str]] = {}
    for one in givers(toll):
        given.setdefault(_range_words(one), []).append(within(voice_name(one.origin)))
    if list(given) == [count_words(toll.low, toll.high, toll.top)]:
        return "".join([reported_range(toll), *(f", according to {_names(names)}" for names in given.values())])
    told = (f"{number} according to {_names(names)}" for number, names in given.items())
    return f"{reported_range(toll)} ({'; '.join(told)})"


def givers(toll: Toll) -> list[OriginRange]:
    """The origins that give a number of this toll; where its number is nobody's (10 for "tens"), all of them."""
    giving = {entry.voice or entry.origin for entry in toll.entries if _gives(entry, toll)}
    told = zip(dict.fromkeys(entry.voice or entry.origin for entry in toll.entries), toll.by_origin, strict=True)
    return [one for key, one in told if key in giving] or list(toll.by_origin)


def _gives(entry: TollEntry, toll: Toll) -> bool:
    numbers = [number for number in (entry.low, entry.high) if number is not None]
    return any((toll.low or 0) <= number <= (toll.top or number) for number in numbers)


def _names(names: Sequence[str]) -> str:
    more = len(names) - GIVERS_NAMED
    return listed([*names[:GIVERS_NAMED], *([counted(more, "other")] if more > 0 else [])])


def reported_range(toll: Toll) -> str:
    """ "23 to 53 people reported killed"."""
    return f"{number_words(toll)} {kind_words(toll.who, toll.low, toll.high)} reported {harm_words(toll.harm)}"
