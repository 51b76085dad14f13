"""Joint mentions: two or more named together, told from an "and" that stands inside one name."""

from collections.abc import Iterator

from accordingto.read.mention_parts import find_cuts, find_head, find_segments
from accordingto.read.mention_words import MentionWords, Token

TITLE = 5  # words: "head of the Office of Tracing and Records" is one office, not two voices
SHORTEST_PLURAL = 4  # letters: a shorter word in "s" is hardly a plural


def find_members(tokens: tuple[Token, ...], lexicon: MentionWords) -> tuple[tuple[Token, ...], ...]:
    """ "The mayor and the governor": the words of each; nothing where the "and" stands inside one name."""
    if tokens and lexicon.lists_in("several", tokens[0].lower):
        tokens = tokens[1:]  # "both the mayor and the governor"
    lower = tuple(token.lower for token in tokens)
    known = lexicon.find_known(lower)
    for index, word in enumerate(lower):
        if not lexicon.lists_in("conjunctions", word) or (known and known[1] <= index < known[2]):
            continue
        left, right = tokens[:index], tokens[index + 1 :]
        if left and right and not tokens[index].parted and _are_two(left, right, lexicon):
            return (*_listed(left, lexicon), *(find_members(right, lexicon) or (right,)))
    return ()


def _are_two(left: tuple[Token, ...], right: tuple[Token, ...], lexicon: MentionWords) -> bool:
    """Whether each side names somebody; not so in "the Ministry of Health and Population"."""
    *_, nearest = find_segments(left, find_cuts(left, lexicon))
    if not (_is_noun(nearest, lexicon) and _is_noun(right, lexicon)):
        return False
    goes_on = any(lexicon.lists_in("of", token.lower) for token in left) and right[0].capital
    starts = right[0].lower in lexicon.countries or lexicon.find_known(tuple(token.lower for token in right))
    return not goes_on or bool(starts) or any(_opens(token, lexicon) for token in right)


def _is_noun(tokens: tuple[Token, ...], lexicon: MentionWords) -> bool:
    """Whether these words can name a voice by themselves."""
    first, head = tokens[0], find_head(tokens, lexicon)
    listed = any(lexicon.lists_in(name, head.lower) for name in ("unnamed", "bodies_heads", "collectives"))
    known = lexicon.find_known(tuple(token.lower for token in tokens))
    inside = any(lexicon.lists_in("prepositions", token.lower) for token in tokens)
    named = head.capital and not lexicon.lists_in("not_names", head.lower) and not (inside and len(tokens) > TITLE)
    article = lexicon.lists_in("articles", first.lower) and lexicon.lists_in("roles", head.lower)
    several = (
        head.lower.endswith("s") and len(head.lower) > SHORTEST_PLURAL and not lexicon.lists_in("not_names", head.lower)
    )
    return listed or several or bool(known) or head.lower in lexicon.countries or article or named


def _opens(token: Token, lexicon: MentionWords) -> bool:
    return lexicon.lists_in("articles", token.lower) or lexicon.lists_in("roles", token.lower)


def _listed(left: tuple[Token, ...], lexicon: MentionWords) -> Iterator[tuple[Token, ...]]:
    """ "Norway, Sweden": each of a list; an explanation after a comma stays with what it explains."""
    parts = list(find_segments(left, frozenset(index for index, token in enumerate(left) if token.parted and index)))
    alike = all(part[0].capital and _is_noun(part, lexicon) for part in parts[1:])
    yield from parts if alike else [left]
