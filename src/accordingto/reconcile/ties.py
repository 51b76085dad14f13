"""Ties: what stands in the chains of two voices that say the same, and what their saying it is worth.

Voices bear each other out only where nothing stands in both chains: no body, no text, no outlet and no agency. Else
they tell alike, and the sentence says what ties them.
"""

from collections.abc import Iterable
from typing import TypeVar

from accordingto.reconcile.voices import Voice
from accordingto.terms.findings import AgreementKind, Side

Held = TypeVar("Held")

AGREEING = frozenset({AgreementKind.CORROBORATION, AgreementKind.ALIKE})
APART = "no text, outlet, agency or body stands in both chains"


def agreement_between(one: Voice, other: Voice) -> AgreementKind | None:
    """What it is worth that two say the same; None from one voice, and from one that may be anybody's."""
    if one.key == other.key or one.hidden or other.hidden or _one_name(one, other):
        return None
    return AgreementKind.CORROBORATION if one.independent_of(other) else AgreementKind.ALIKE


def _one_name(one: Voice, other: Voice) -> bool:
    """Whether a person stands in for two bodies: told as an official here, and by the same name there."""
    return one.named and other.named and one.name.casefold() == other.name.casefold()


def tie_words(one: tuple[Voice, Side], other: tuple[Voice, Side]) -> str:
    """What was tested and found: that nothing stands in both chains, or what does: "both via AFP, in one report"."""
    (first, here), (second, there) = one, other
    shared = first.shared_with(second)
    if not shared:
        return APART
    by_way = _carrier(first, second, shared)
    text = any(key.startswith("text:") for key in shared)
    where = f"in one {'report' if here.report_id == there.report_id else 'text'}" if text else ""
    if by_way and any(voice.kind != "source" and voice.name == by_way for voice in (first, second)):
        return f"not independently, since {by_way} stands in both chains"
    told = ", ".join(words for words in (f"both via {by_way}" if by_way else "", where) if words)
    return f"not independently: {told or 'they speak for one body'}"


def not_within(pairs: Iterable[tuple[Held, Held]], others: Iterable[tuple[Held, Held]]) -> list[tuple[Held, Held]]:
    """The pairs of which not both stand in one of the others already."""
    inside = {id(one) for pair in others for one in pair}
    return [pair for pair in pairs if not all(id(one) in inside for one in pair)]


def _carrier(one: Voice, other: Voice, shared: frozenset[str]) -> str:
    """The first outlet or agency in both chains, by the name that both have for it, else by its key; "" for none."""
    keys = sorted(key for key in shared if key.startswith(("outlet:", "via:")))
    names = [name for name in _passing_on(one) if name in _passing_on(other)]
    return names[0] if names and keys else keys[0].partition(":")[2] if keys else ""


def _passing_on(voice: Voice) -> tuple[str, ...]:
    """Who passes it on; what an outlet or an agency says of its own knowledge it passes on itself."""
    return voice.chain[1:] if voice.kind == "source" else voice.chain
