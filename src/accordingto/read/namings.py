"""Namings: every word by which a report names an event, in each of its tellings and not only in the best one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accordingto.terms.events import Event, EventType


@dataclass(frozen=True, slots=True)
class Naming:
    """A word that names an event, by where it starts; `event` is None where what it names is not coded."""

    start: int
    type: EventType
    event: int | None


def triggers_of(events: Iterable[Event]) -> Sequence[Naming]:
    """The word that names each event best, where no more is known of how it is told."""
    return [Naming(event.trigger.start, event.type, number) for number, event in enumerate(events)]
