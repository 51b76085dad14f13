"""Statements under the voice that makes them: its names, its chain to the outlet, its words, its hedges."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from accordingto.show.phrases import FACTUALITY, HIDDEN, chain_words, statement_chain, traits_words
from accordingto.show.terminal.layout import HEDGE, INDENT, NAME, QUIET, WORDS, labelled, plain
from accordingto.show.words import clipped, closed, one_line, quoted
from accordingto.terms.attributions import Attribution, Form
from accordingto.terms.claims import Claim, ClaimKind, Factuality
from accordingto.terms.readings import Reading

LABEL = 10
NAMES_SHOWN = 4  # enough to check a merge by eye; the rest are counted


def statement_rows(reading: Reading) -> list[RenderableType]:
    """One block a voice, in the order the voices first speak."""
    groups: dict[object, list[int]] = {}
    for index, said in enumerate(reading.statements):
        groups.setdefault(_voice(said, index), []).append(index)
    return [_block(reading, indexes) for indexes in groups.values()]


def _voice(said: Attribution, index: int) -> object:
    """What makes two statements one voice's; each hidden source stays by itself, for nobody knows that it is one."""
    if said.entity is not None:
        return said.entity
    return said.source.exact.casefold() if said.source else ("hidden", index)


def _block(reading: Reading, indexes: list[int]) -> RenderableType:
    chains: dict[tuple[str, ...], list[int]] = {}
    for index in indexes:
        chains.setdefault(statement_chain(reading, index), []).append(index)
    rows: list[RenderableType] = []
    for chain, members in chains.items():
        rows.append(_chain(chain))
        if len(rows) == 1:
            rows += [Padding(plain(words, QUIET), (0, 0, 0, INDENT)) for words in _about(reading, indexes)]
        rows.append(Padding(_said(reading, members), (0, 0, 0, INDENT)))
    return Group(*rows)


def _chain(chain: tuple[str, ...]) -> Text:
    words = Text()
    words.append(one_line(chain[0]) or HIDDEN, NAME)
    words.append(f" <- {chain_words(chain[1:])}", QUIET)
    return words


def _about(reading: Reading, indexes: list[int]) -> list[str]:
    """What is known of the voice, and its other names, a line each where there are any."""
    entity = reading.statements[indexes[0]].entity
    traits = traits_words(reading.entities[entity]) if entity is not None else ""
    names = _other_names(reading, indexes)
    return [line for line in (traits, f"also called {names}" if names else "") if line]


def _other_names(reading: Reading, indexes: list[int]) -> str:
    entity = reading.statements[indexes[0]].entity
    if entity is None:
        return ""
    voice = reading.entities[entity]
    names = list(dict.fromkeys(one_line(mention.exact) for mention in voice.mentions if mention.exact != voice.name))
    more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
    return ", ".join(clipped(name, 60) for name in names[:NAMES_SHOWN]) + more


def _said(reading: Reading, indexes: list[int]) -> RenderableType:
    claims = {claim.index: claim for claim in reading.claims if claim.kind is ClaimKind.STATEMENT}
    rows = [(_act(reading.statements[i]), _content(reading.statements[i], claims.get(i))) for i in indexes]
    return labelled(rows, LABEL)


def _act(said: Attribution) -> str:
    return f"{said.act.value[:-1]}ies" if said.act.value.endswith("y") else f"{said.act.value}s"


def _content(said: Attribution, claim: Claim | None) -> Text:
    """The words: in quotation marks where the report quotes them, and the hedge named even where colour is missing."""
    exact = said.content.exact
    words = Text(quoted(exact) if said.form is Form.DIRECT else closed(one_line(exact)), style=WORDS)
    if said.hedge:
        words.highlight_words([one_line(said.hedge.exact)], HEDGE, case_sensitive=False)
        words.append(f"\nhedged: {quoted(said.hedge.exact)}", f"not italic {HEDGE}")
    if claim and claim.factuality is not Factuality.CERTAIN:
        words.append(f"{'; ' if said.hedge else chr(10)}{FACTUALITY[claim.factuality]}", f"not italic {HEDGE}")
    if claim and claim.quantity:
        words.append(f"\nhow much of the place: {quoted(claim.quantity.anchor.exact)}", f"not italic {QUIET}")
    return words
