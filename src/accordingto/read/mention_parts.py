"""Parts of a mention: its name and what only explains it, the noun that says what sort of voice it is."""

from collections.abc import Iterator
from itertools import pairwise

from accordingto.read.mention_words import KnownVoice, MentionWords, Token

KNOWN_AS = "known"  # "the rescuers known as the White Helmets": what follows is the name
SHORTEST_ACRONYM = 3


def without_clause(tokens: tuple[Token, ...], lexicon: MentionWords) -> tuple[Token, ...]:
    """ "A resident who lost his father": what the clause tells of others is no part of the voice."""
    clause = (at for at, token in enumerate(tokens) if at and lexicon.lists_in("clauses", token.lower))
    return tokens[: next(clause, len(tokens))]


def find_cuts(tokens: tuple[Token, ...], lexicon: MentionWords) -> frozenset[int]:
    """Where an explanation begins: at a comma, a bracket, an age, "who"; at an article that no preposition governs."""
    return frozenset(index for index in range(1, len(tokens)) if _is_cut(tokens, index, lexicon))


def _is_cut(tokens: tuple[Token, ...], index: int, lexicon: MentionWords) -> bool:
    before, here = tokens[index - 1], tokens[index]
    if here.parted or here.lower == KNOWN_AS:
        return True
    if lexicon.lists_in("participles", here.lower):  # "a group based in London", but "the London based group"
        return index + 1 < len(tokens) and lexicon.lists_in("prepositions", tokens[index + 1].lower)
    opens = here.lower in ("a", "an", "the", "another")
    return (
        opens and not lexicon.lists_in("prepositions", before.lower) and not lexicon.lists_in("linking", before.lower)
    )


def find_segments(tokens: tuple[Token, ...], cuts: frozenset[int]) -> Iterator[tuple[Token, ...]]:
    for start, end in pairwise([0, *sorted(cuts), len(tokens)]):
        if start < end or not tokens:
            yield tokens[start:end]


def first_segment(tokens: tuple[Token, ...], cuts: frozenset[int]) -> tuple[Token, ...]:
    return next(find_segments(tokens, cuts), ())


def find_core(parts: tuple[tuple[Token, ...], ...], lexicon: MentionWords) -> tuple[Token, ...]:
    """The part with the name, where only the explanation after a plain noun has one."""
    first = parts[0]
    if (
        len(parts) > 1
        and not any(token.capital for token in first[1:])
        and not lexicon.lists_in("unnamed", first[-1].lower)
    ):
        named = parts[1]
        body = any(lexicon.lists_in("bodies_heads", token.lower) and token.capital for token in named[1:])
        return named if body else first
    return first


def find_head(tokens: tuple[Token, ...], lexicon: MentionWords) -> Token:
    """The noun that says what sort of voice it is, before any "of", "in", "for"."""
    for index, token in enumerate(tokens):
        if index and lexicon.lists_in("prepositions", token.lower):
            return tokens[index - 1]
        if index and tokens[index].parted:
            return tokens[index - 1]
    return tokens[-1] if tokens else Token("_", "")


def before_preposition(tokens: tuple[Token, ...], lexicon: MentionWords) -> Iterator[Token]:
    for token in tokens:
        if lexicon.lists_in("prepositions", token.lower):
            return
        yield token


def find_nouns(part: tuple[Token, ...], lexicon: MentionWords) -> Iterator[str]:
    """The head, and every noun in lower case that says what sort of body it is: "the charity Help for All"."""
    yield find_head(part, lexicon).lower
    yield from (token.lower for token in before_preposition(part, lexicon) if _says_sort(token, lexicon))
    if part and _says_sort(part[-1], lexicon) and any(token.capital for token in part[1:]):
        yield part[-1].lower


def _says_sort(token: Token, lexicon: MentionWords) -> bool:
    return not (token.capital or token.owns) and is_body_head(token.lower, lexicon)


def is_body_head(word: str, lexicon: MentionWords) -> bool:
    return lexicon.lists_in("bodies_heads", word) or lexicon.lists_in("media_heads", word)


def as_known(tokens: tuple[Token, ...], lexicon: MentionWords) -> KnownVoice | None:
    """The well-known voice that these words name; "the UN commission on X" and "sources in the army" name others."""
    found = lexicon.find_known(tuple(token.lower for token in tokens))
    if not found:
        return None
    voice, start, end = found
    before, after = tokens[:start], tokens[end:]
    inside = any(lexicon.lists_in("prepositions", token.lower) for token in before)
    if inside or any(lexicon.lists_in("unnamed", token.lower) for token in before):
        return None
    return voice if all(_adds_nothing(token, lexicon) for token in before_preposition(after, lexicon)) else None


def _adds_nothing(token: Token, lexicon: MentionWords) -> bool:
    return lexicon.lists_in("generic", token.lower) or (token.text.isupper() and len(token.text) >= SHORTEST_ACRONYM)
