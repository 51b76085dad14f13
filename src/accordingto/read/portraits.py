"""Portraits: what the words of one mention tell of a voice: a name, an office, a body, a paper, a pronoun."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from accordingto.read.mention_words import KnownVoice, MentionWords, Token, find_tokens
from accordingto.read.person_names import find_person, skeleton, surname
from accordingto.terms.entities import EntityKind
from accordingto.terms.spans import Anchor

SHORTEST_ACRONYM = 3
SHORTEST_PLURAL = 4


@dataclass(frozen=True, slots=True)
class Portrait:
    """One mention, looked at by itself.

    `names` are what must be equal for two mentions to be one voice; `words` its own words without articles; `proper`
    the capitalised ones; `heads` the nouns that may stand for it later. `office` is held by one person at a time, and
    `stands_in` tells whether any office may be meant ("her counterpart"). `monitors`: it is, or may be, one who keeps
    count of the dead. `paper`: a statement or a report speaks; its body's words are those of the portrait, if any.
    """

    anchor: Anchor
    text: str
    words: tuple[str, ...] = ()
    kind: EntityKind = EntityKind.UNKNOWN
    names: tuple[Hashable, ...] = ()
    pronoun: str | None = None
    gender: str | None = None
    definite: bool = False
    another: bool = False
    plural: bool = False
    joint: bool = False
    paper: bool = False
    person: tuple[str, ...] = ()
    titled: bool = False
    office: str | None = None
    stands_in: bool = False
    country: str | None = None
    organisation: str | None = None
    head: str = ""
    heads: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    key: str | None = None
    known: bool = False
    monitors: bool = False
    link: bool = False
    roles: frozenset[str] = frozenset()
    duties: frozenset[str] = frozenset()
    reports: bool = False
    anybody: bool = False
    name: str = ""


def draw_portrait(text: str, anchor: Anchor, common: frozenset[str], lexicon: MentionWords) -> Portrait:
    """What these words, standing at this anchor, tell of their voice; `common` are words the page has in lower case."""
    tokens = _without_clause(find_tokens(text), lexicon)
    if len(tokens) == 1 and tokens[0].lower in lexicon.pronouns:
        pronoun = lexicon.pronouns[tokens[0].lower]
        return Portrait(anchor, text, (tokens[0].lower,), pronoun=pronoun, gender=_if_gender(pronoun))
    members = _members(tokens, lexicon)
    if members:
        return _joint(text, anchor, members, common, lexicon)
    return _paper(text, anchor, tokens, common, lexicon) or _single(text, anchor, tokens, common, lexicon)


def _without_clause(tokens: tuple[Token, ...], lexicon: MentionWords) -> tuple[Token, ...]:
    """ "A resident who lost his father": what the clause tells of others is no part of the voice."""
    clause = (at for at, token in enumerate(tokens) if at and lexicon.lists_in("clauses", token.lower))
    return tokens[: next(clause, len(tokens))]


def _if_gender(pronoun: str) -> str | None:
    return pronoun if pronoun in ("male", "female") else None


def _members(tokens: tuple[Token, ...], lexicon: MentionWords) -> tuple[tuple[Token, ...], ...]:
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
            return (*_listed(left, lexicon), *(_members(right, lexicon) or (right,)))
    return ()


def _are_two(left: tuple[Token, ...], right: tuple[Token, ...], lexicon: MentionWords) -> bool:
    """Whether each side names somebody; not so in "the Ministry of Health and Population"."""
    if not (_is_noun(left, lexicon) and _is_noun(right, lexicon)):
        return False
    goes_on = any(lexicon.lists_in("of", token.lower) for token in left) and right[0].capital
    starts = right[0].lower in lexicon.countries or lexicon.find_known(tuple(token.lower for token in right))
    return not goes_on or bool(starts) or any(_opens(token, lexicon) for token in right)


def _opens(token: Token, lexicon: MentionWords) -> bool:
    return lexicon.lists_in("articles", token.lower) or lexicon.lists_in("roles", token.lower)


def _listed(left: tuple[Token, ...], lexicon: MentionWords) -> Iterator[tuple[Token, ...]]:
    """ "Norway, Sweden": each of a list; an explanation after a comma stays with what it explains."""
    parts = list(_segments(left, frozenset(index for index, token in enumerate(left) if token.parted and index)))
    alike = all(part[0].capital and _is_noun(part, lexicon) for part in parts[1:])
    yield from parts if alike else [left]


def _is_noun(tokens: tuple[Token, ...], lexicon: MentionWords) -> bool:
    """Whether these words can name a voice by themselves."""
    first, head = tokens[0], _head(tokens, lexicon)
    listed = any(lexicon.lists_in(name, head.lower) for name in ("unnamed", "bodies_heads", "collectives"))
    known = lexicon.find_known(tuple(token.lower for token in tokens))
    inside = any(lexicon.lists_in("prepositions", token.lower) for token in tokens)
    named = head.capital and not lexicon.lists_in("not_names", head.lower) and not (inside and len(tokens) > TITLE)
    article = lexicon.lists_in("articles", first.lower) and not lexicon.lists_in("not_names", head.lower)
    several = (
        head.lower.endswith("s") and len(head.lower) > SHORTEST_PLURAL and not lexicon.lists_in("not_names", head.lower)
    )
    return listed or several or bool(known) or head.lower in lexicon.countries or article or named


KNOWN_AS = "known"  # "the rescuers known as the White Helmets": what follows is the name
TITLE = 5  # words: "head of the Office of Tracing and Records" is one office, not two voices


def _joint(
    text: str, anchor: Anchor, members: tuple[tuple[Token, ...], ...], common: frozenset[str], lexicon: MentionWords
) -> Portrait:
    """Two or more named together are a voice of their own, the same when they are named together again."""
    parts = [_single(" ".join(token.text for token in part), anchor, part, common, lexicon) for part in members]
    called = frozenset(part.names[0] if part.names else part.words for part in parts)
    words = tuple(word for part in parts for word in part.words)
    heads = frozenset(part.head for part in parts)
    kind = EntityKind.UNNAMED if not any(part.key for part in parts) else EntityKind.UNKNOWN
    names: tuple[Hashable, ...] = (("joint", called),)
    return Portrait(anchor, text, words, kind, names, plural=True, joint=True, head=parts[-1].head, heads=heads)


def _paper(
    text: str, anchor: Anchor, tokens: tuple[Token, ...], common: frozenset[str], lexicon: MentionWords
) -> Portrait | None:
    """ "A statement by the army", "the ministry's report": the body's portrait, marked as a paper; else None."""
    core = _segment(tokens, _cuts(tokens, lexicon))
    head = _head(core, lexicon)
    if not core or not lexicon.lists_in("papers", head.lower):
        return None
    place = core.index(head)
    before = tuple(token for token in core[:place] if token.lower not in ("a", "an") and not token.lower[0].isdigit())
    after = _after_by(tokens[place + 1 :], lexicon)
    for issuer in (after, before):
        if len(issuer) == 1 and issuer[0].lower in lexicon.pronouns:
            pronoun = lexicon.pronouns[issuer[0].lower]
            return Portrait(anchor, text, (issuer[0].lower,), pronoun=pronoun, gender=_if_gender(pronoun), paper=True)
        if issuer and _issues(issuer, lexicon):
            return replace(_single(text, anchor, issuer, common, lexicon), paper=True)
    definite = core[0].lower in ("the", "this", "that")
    return replace(_single(text, anchor, tokens, common, lexicon), paper=True, definite=definite, names=(), key=None)


def _after_by(tokens: tuple[Token, ...], lexicon: MentionWords) -> tuple[Token, ...]:
    for index, token in enumerate(tokens):
        if lexicon.lists_in("issued_by", token.lower):
            return tokens[index + 1 :]
    return ()


def _issues(tokens: tuple[Token, ...], lexicon: MentionWords) -> bool:
    """Whether these words before or after "statement" name whose it is."""
    lower = tuple(token.lower for token in tokens)
    named = lexicon.find_known(lower) is not None or lexicon.lists_in("bodies_heads", lower[-1].removesuffix("s"))
    return named or any(token.capital and not lexicon.lists_in("articles", token.lower) for token in tokens[-2:])


def _single(
    text: str, anchor: Anchor, tokens: tuple[Token, ...], common: frozenset[str], lexicon: MentionWords
) -> Portrait:
    cuts = _cuts(tokens, lexicon)
    person = find_person(tokens, cuts, common, lexicon)
    parts = list(_segments(tokens, cuts))
    known = None if person else next((known for part in parts if (known := _as_known(part, lexicon))), None)
    core = next((part for part in parts if _as_known(part, lexicon)), parts[0]) if known else _core(parts, lexicon)
    lower = tuple(token.lower for token in core)
    heads = frozenset(lexicon.synonyms.get(noun, noun) for part in parts for noun in _nouns(part, lexicon))
    head = _head(core, lexicon).lower if core else ""
    roles = frozenset(role for part in parts for role in _roles(part, person, lexicon))
    role = next((index for index, word in enumerate(lower) if word in roles), None)
    if person or role is not None:
        known = None
    unnamed_body = not person and _unnamed_head(head, tokens, lexicon)
    organisation = lexicon.find_known(tuple(token.lower for token in tokens)) if not known else None
    words = tuple(word for word in lower if not lexicon.lists_in("articles", word))
    kind = known.kind if known else _kind(core, head, person, role, unnamed_body, lexicon)
    key = known.key if known else _key(kind, person, words, lexicon)
    one = Portrait(
        anchor,
        text,
        words,
        kind,
        gender=_gender(tokens, core, person, lexicon),
        definite=bool(core) and lower[0] not in ("a", "an") and lexicon.lists_in("articles", lower[0]),
        another=any(lexicon.lists_in("others", word) for word in lower[:2]),
        plural=not (known or _state(words, lexicon)) and _is_plural(lower, head, person, kind, lexicon),
        person=person,
        titled=bool(person) and not roles - lexicon.lists["titles"],
        office=_office(tokens, kind, roles),
        stands_in=lexicon.lists_in("stand_ins", head),
        country=known.country if known else _country(tokens, role, lexicon),
        organisation=known.organisation if known else organisation and organisation[0].key,
        head=lexicon.synonyms.get(head, head),
        heads=(heads | {lexicon.synonyms.get(r, r) for r in roles}) if not known else heads | _heads_of(known, lexicon),
        proper=frozenset(_proper(core, lexicon)),
        key=key,
        known=known is not None,
        roles=roles,
        duties=frozenset(_duties(tokens, person, lexicon)) if roles else frozenset(),
        reports=any(lexicon.lists_in("media_roles", word) for word in roles),
        anybody=lexicon.lists_in("anybody", head),
        name=text[core[0].start : core[-1].end] if core and not person else "",
        monitors=not person and (known.monitor if known else _monitors(parts, lexicon)),
    )
    one = replace(one, names=tuple(dict.fromkeys(_names(one, core, tokens, lexicon))))
    return one if one.key is None or one.known or not _is_bare_monitor(one, lexicon) else replace(one, key=None)


def _roles(part: tuple[Token, ...], person: tuple[str, ...], lexicon: MentionWords) -> Iterator[str]:
    """What a person is called by; in "the official news agency" nobody is."""
    head = _head(part, lexicon).lower
    body = not person and not lexicon.lists_in("roles", head) and _is_body_head(head, lexicon)
    yield from (token.lower for token in part if not body and lexicon.lists_in("roles", token.lower))


def _is_body_head(word: str, lexicon: MentionWords) -> bool:
    return lexicon.lists_in("bodies_heads", word) or lexicon.lists_in("media_heads", word)


def _nouns(part: tuple[Token, ...], lexicon: MentionWords) -> Iterator[str]:
    """The head, and every noun in lower case that says what sort of body it is: "the charity Help for All"."""
    yield _head(part, lexicon).lower
    yield from (token.lower for token in _before_preposition(part, lexicon) if _says_sort(token, lexicon))
    if part and _says_sort(part[-1], lexicon) and any(token.capital for token in part[1:]):
        yield part[-1].lower


def _says_sort(token: Token, lexicon: MentionWords) -> bool:
    return not (token.capital or token.owns) and _is_body_head(token.lower, lexicon)


def _cuts(tokens: tuple[Token, ...], lexicon: MentionWords) -> frozenset[int]:
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


def _segments(tokens: tuple[Token, ...], cuts: frozenset[int]) -> Iterator[tuple[Token, ...]]:
    for start, end in pairwise([0, *sorted(cuts), len(tokens)]):
        if start < end or not tokens:
            yield tokens[start:end]


def _segment(tokens: tuple[Token, ...], cuts: frozenset[int]) -> tuple[Token, ...]:
    return next(_segments(tokens, cuts), ())


def _core(parts: list[tuple[Token, ...]], lexicon: MentionWords) -> tuple[Token, ...]:
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


def _head(tokens: tuple[Token, ...], lexicon: MentionWords) -> Token:
    """The noun that says what sort of voice it is, before any "of", "in", "for"."""
    for index, token in enumerate(tokens):
        if index and lexicon.lists_in("prepositions", token.lower):
            return tokens[index - 1]
        if index and tokens[index].parted:
            return tokens[index - 1]
    return tokens[-1] if tokens else Token("_", "")


def _as_known(tokens: tuple[Token, ...], lexicon: MentionWords) -> KnownVoice | None:
    """The well-known voice that these words name; "the UN commission on X" and "sources in the army" name others."""
    found = lexicon.find_known(tuple(token.lower for token in tokens))
    if not found:
        return None
    voice, start, end = found
    before, after = tokens[:start], tokens[end:]
    inside = any(lexicon.lists_in("prepositions", token.lower) for token in before)
    if inside or any(lexicon.lists_in("unnamed", token.lower) for token in before):
        return None
    return voice if all(_adds_nothing(token, lexicon) for token in _before_preposition(after, lexicon)) else None


def _before_preposition(tokens: tuple[Token, ...], lexicon: MentionWords) -> Iterator[Token]:
    for token in tokens:
        if lexicon.lists_in("prepositions", token.lower):
            return
        yield token


def _adds_nothing(token: Token, lexicon: MentionWords) -> bool:
    return lexicon.lists_in("generic", token.lower) or (token.text.isupper() and len(token.text) >= SHORTEST_ACRONYM)


def _heads_of(known: KnownVoice, lexicon: MentionWords) -> frozenset[str]:
    more = "monitor_heads" if known.monitor else "media_heads" if known.kind is EntityKind.OUTLET else "group_heads"
    return known.heads | lexicon.lists[more]


def _unnamed_head(head: str, tokens: tuple[Token, ...], lexicon: MentionWords) -> bool:
    return not tokens or lexicon.lists_in("indefinite", tokens[0].lower) or lexicon.lists_in("unnamed", head)


def _kind(
    core: tuple[Token, ...], head: str, person: tuple[str, ...], role: int | None, unnamed: bool, lexicon: MentionWords
) -> EntityKind:
    if person:
        return EntityKind.PERSON
    if unnamed or not core:
        return EntityKind.UNNAMED
    if role is not None and lexicon.lists_in("offices", core[role].lower):
        return EntityKind.OFFICE
    if role is not None or lexicon.lists_in("unnamed", core[-1].lower) or head == "monitor":
        return EntityKind.UNNAMED
    if lexicon.lists_in("media_heads", head):
        return EntityKind.OUTLET
    is_named = lexicon.lists_in("bodies_heads", head) or any(token.capital for token in core[1:] or core)
    return EntityKind.BODY if is_named else EntityKind.UNKNOWN


def _gender(
    tokens: tuple[Token, ...], core: tuple[Token, ...], person: tuple[str, ...], lexicon: MentionWords
) -> str | None:
    """What a first name, or else a title or a word for a man or a woman, tells."""
    by_role = lexicon.gender_of((token.lower for token in core), "roles")
    if person:
        return lexicon.gender_of(person[:1], "names") or by_role
    return by_role or lexicon.gender_of((token.lower for token in tokens), "roles")


def _is_plural(
    lower: tuple[str, ...], head: str, person: tuple[str, ...], kind: EntityKind, lexicon: MentionWords
) -> bool:
    if person or kind in (EntityKind.OUTLET, EntityKind.OFFICE) or not lower:
        return False
    several = lexicon.lists_in("several", lower[0])
    return several or lexicon.lists_in("collectives", head) or (head.endswith("s") and not head.endswith("ss"))


def _office(tokens: tuple[Token, ...], kind: EntityKind, roles: frozenset[str]) -> str | None:
    """The office that is held; of "minister, a former envoy" the first."""
    if kind not in (EntityKind.OFFICE, EntityKind.PERSON):
        return None
    return next((token.lower for token in tokens if token.lower in roles), None)


def _duties(tokens: tuple[Token, ...], person: tuple[str, ...], lexicon: MentionWords) -> Iterator[str]:
    """What tells one office from another of its sort: "foreign", "army", "coalition"."""
    for word in (lexicon.spellings.get(token.lower, token.lower) for token in tokens):
        plain = any(lexicon.lists_in(name, word) for name in ("articles", "roles", "small", "prepositions", "former"))
        if not plain and word not in lexicon.countries and word not in person:
            yield word


def _country(tokens: tuple[Token, ...], role: int | None, lexicon: MentionWords) -> str | None:
    """Whose it is: "Russia's ambassador to the UN" and "the ambassador of Russia" are Russia's."""
    lower = tuple(token.lower for token in tokens)
    for index, word in enumerate(lower):
        pair = " ".join(lower[index : index + 2])
        country = lexicon.countries.get(pair) or lexicon.countries.get(word)
        if country and (role is None or index < role or (index and lower[index - 1] == "of")):
            return country
    return None


def _key(kind: EntityKind, person: tuple[str, ...], words: tuple[str, ...], lexicon: MentionWords) -> str | None:
    """The same for every spelling; None for a voice without a name of its own."""
    if kind is EntityKind.PERSON:
        return "-".join(person)
    if country := _state(words, lexicon):
        return country.lower().replace(" ", "-")
    named = kind in (EntityKind.BODY, EntityKind.OUTLET, EntityKind.OFFICE) and len(words) > 1
    return "-".join(words) if named else None


def _state(words: tuple[str, ...], lexicon: MentionWords) -> str | None:
    """The country that a capital, its own name, "its government" or "its authorities" speaks for."""
    rest = words
    while len(rest) > 1 and lexicon.lists_in("state_heads", rest[-1]):
        rest = rest[:-1]
    return lexicon.countries.get(" ".join(rest))


def _monitors(parts: list[tuple[Token, ...]], lexicon: MentionWords) -> bool:
    for part in parts:
        last = [token.lower for token in _before_preposition(part, lexicon)][-2:]
        if any(" ".join(end) in lexicon.lists["monitor_phrases"] for end in (last[-1:], last)):
            return True
    return False


def _is_bare_monitor(one: Portrait, lexicon: MentionWords) -> bool:
    """ "The Britain-based monitoring group": no name of its own, so no key."""
    return one.monitors and not one.proper


def _proper(core: tuple[Token, ...], lexicon: MentionWords) -> Iterator[str]:
    """Its own capitalised words: no articles, titles, or places where it is based."""
    for index, token in enumerate(core):
        word = lexicon.spellings.get(token.lower, token.lower)
        plain = any(lexicon.lists_in(name, word) for name in ("articles", "roles", "generic", "not_names", "unnamed"))
        based = word.endswith(("-based", "-linked", "-led", "-run", "-backed"))
        first = not index and lexicon.lists_in("bodies_heads", word)
        if token.capital and not (plain or based or first):
            yield lexicon.countries.get(word, word).lower()


def _names(
    one: Portrait, core: tuple[Token, ...], tokens: tuple[Token, ...], lexicon: MentionWords
) -> Iterator[Hashable]:
    """What must be equal for two mentions to name one voice, the surest first."""
    if one.person:
        yield "person", surname(one.person)
        if bones := skeleton(one.person[-1]):
            yield "bones", bones
        yield from (("part", word) for word in one.person[: -1 if len(one.person) > 1 else None])
        return
    if one.another:
        return
    if one.known or _state(one.words, lexicon):
        yield one.key
    if one.kind in (EntityKind.BODY, EntityKind.OUTLET, EntityKind.UNKNOWN) and not one.known:
        yield from _body_names(one, core, tokens, lexicon)
    definite = one.definite and len(one.words) > 1
    if definite or one.plural or (one.words and not _opens_loosely(core, lexicon)):
        yield "words", frozenset(_spelt(one.words, lexicon))


def _opens_loosely(core: tuple[Token, ...], lexicon: MentionWords) -> bool:
    """Whether an article or a number opens it: "a source" may be another source each time, "SANA reporter" may not."""
    return lexicon.lists_in("articles", core[0].lower) or lexicon.lists_in("indefinite", core[0].lower)


def _spelt(words: tuple[str, ...], lexicon: MentionWords) -> Iterator[str]:
    for word in words:
        if not lexicon.lists_in("small", word):
            yield lexicon.countries.get(word) or lexicon.spellings.get(word, word)


def _body_names(
    one: Portrait, core: tuple[Token, ...], tokens: tuple[Token, ...], lexicon: MentionWords
) -> Iterator[Hashable]:
    """Of a body: its own words without what is common to many, and its initials."""
    own = frozenset(word for word in _spelt(one.words, lexicon) if not lexicon.lists_in("generic", word))
    own -= {one.country} if one.country else frozenset()
    if own and any(token.capital for token in core if lexicon.spellings.get(token.lower, token.lower) in own):
        yield "body", own, one.country if len(own) == 1 and lexicon.lists["bodies_heads"] >= own else None
    if not own and one.kind is EntityKind.OUTLET:  # "Norwegian state TV", later "state television"
        yield "sort", frozenset(_spelt(one.words, lexicon)) - {one.country}
    letters = "".join(
        token.text[0] for token in core if token.capital and not lexicon.lists_in("articles", token.lower)
    )
    if len(letters) >= SHORTEST_ACRONYM:
        yield "initials", letters.lower()
    for token in tokens:
        if token.text.isupper() and len(token.text) >= SHORTEST_ACRONYM and (len(tokens) == 1 or token is tokens[-1]):
            yield "initials", token.lower
