"""Blind questions: what can be asked of the rounds of a case.

Whoever asks says who they are (`asker`), and gets only their own codes while a round is blind. The record leaves out
the rest, so no page, export or caller of this class can show it by mistake.
"""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from accordingto.casebook.coded import CodedItem, FieldReliability, RoundState, gathered, sampled_of
from accordingto.casebook.measures import measure_items
from accordingto.errors import NothingFound
from accordingto.terms.codings import Code, CodingRound, Level

if TYPE_CHECKING:
    from accordingto.record.shelves import Shelf
    from accordingto.record.store import Record, Store


class BlindQuestions:
    """The rounds of one case, to be asked."""

    def __init__(self, store: "Store", shelf: "Shelf") -> None:
        self._store, self._shelf = store, shelf

    def rounds(self) -> tuple[RoundState, ...]:
        """Every round and how far its coders are, in the order they were begun."""
        from accordingto.record.codings import load_rounds

        with self._store.looking() as record:
            return tuple(state_of(record, one) for one in load_rounds(record))

    def round(self, name: str) -> RoundState:
        """The round of this name, and how far its coders are."""
        with self._store.looking() as record:
            return named_round(record, name)

    def codes(self, name: str, asker: str) -> tuple[Code, ...]:
        """Every code of the round that the asker may see, those taken back among them, in the order made."""
        from accordingto.record.codings import load_codes

        with self._store.looking() as record:
            return load_codes(record, named_round(record, name).round, asker)

    def items(self, name: str, asker: str, *, only: Collection[str] | None = None) -> tuple[CodedItem, ...]:
        """The items of the round (or those of these ids) with the codes that the asker may see."""
        with self._store.looking() as record:
            return items_of_round(record, named_round(record, name).round, asker, only)

    def item(self, name: str, item: str, asker: str) -> CodedItem:
        """One item of the round, by its id, its short name or the start of its id."""
        sampled = sampled_of(self.round(name).round, item)
        return self.items(name, asker, only=[sampled.item.id])[0]

    def reliabilities(
        self,
        name: str,
        asker: str,
        *,
        seed: int | None = None,
        draws: int | None = None,
        levels: Mapping[str, Level] | None = None,
    ) -> tuple[FieldReliability, ...]:
        """How far the coders agree, kind by kind and field by field; StillBlind while codes are hidden.

        The interval is resampled with this seed, or the round's own.
        """
        from accordingto.reconcile.reliability import DRAWS

        with self._store.looking() as record:
            state = named_round(record, name)
            state.check_seen()
            items = items_of_round(record, state.round, asker, None)
        chance = state.round.seed if seed is None else seed
        return measure_items(state.round, items, seed=chance, draws=draws or DRAWS, levels=levels or {})


def named_round(record: "Record", name: str) -> RoundState:
    """The round of this name and how it stands."""
    from accordingto.record.codings import load_rounds

    every = load_rounds(record)
    found = next((one for one in every if one.name == name.strip()), None)
    if found is None:
        known = ", ".join(one.name for one in every) or "none yet"
        raise NothingFound(f"the case has no coding round {name!r}; it has {known}")
    return state_of(record, found)


def state_of(record: "Record", asked: CodingRound) -> RoundState:
    """The round, its steps, and how far its coders are."""
    from accordingto.record.codings import count_coded, load_steps

    return RoundState(asked, load_steps(record, asked), count_coded(record, asked))


def items_of_round(
    record: "Record", asked: CodingRound, asker: str, only: Collection[str] | None
) -> tuple[CodedItem, ...]:
    """The items of the round, or those of these ids, with the codes that the asker may see."""
    from accordingto.record.codings import load_codes, load_readings_by_id

    wanted = {one.reading_id for one in asked.items if only is None or one.item.id in only}
    items = gathered(asked, load_readings_by_id(record, wanted), load_codes(record, asked, asker))
    return tuple(one for one in items if only is None or one.sampled.item.id in only)
