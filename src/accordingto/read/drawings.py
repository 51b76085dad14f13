"""Drawings: the words of one mention become a portrait: of a person, an office, a body, a paper, or of several."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

from accordingto.read.joint_mentions import find_members
from accordingto.read.mention_parts import (
    as_known,
    before_preposition,
    find_core,
    find_cuts,
    find_head,
    find_nouns,
    find_segments,
    first_segment,
    is_body_head,
    without_clause,
)
from accordingto.read.mention_words import KnownVoice, MentionWords, Token, find_tokens
from accordingto.read.person_names import find_person
from accordingto.read.portraits import Portrait, find_names, find_proper, find_state, make_key
from accordingto.terms.entities import EntityKind
from accordingto.terms.spans import Anchor


def draw_portrait(text: str, anchor: Anchor, common: frozenset[str], lexicon: MentionWords) -> Portrait:
    """What these words, standing at this anchor, tell of their voice; `common` are words the page has in lower case."""
    tokens = without_clause(find_tokens(text), lexicon)
    if len(tokens) == 1 and tokens[0].lower in lexicon.pronouns:
        pronoun = lexicon.pronouns[tokens[0].lower]
        return Portrait(anchor, text, (tokens[0].lower,), pronoun=pronoun, gender=_if_gender(pronoun))
    members = find_members(tokens, lexicon)
    if members:
        return _joint(text, anchor, members, common, lexicon)
    return _paper(text, anchor, tokens, common, lexicon) or _single(text, anchor, tokens, common, lexicon)


def _if_gender(pronoun: str) -> str | None:
    return pronoun if pronoun in ("male", "female") else None


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
    core = first_segment(tokens, find_cuts(tokens, lexicon))
    head = find_head(core, lexicon)
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


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A mention taken apart: its words in parts, `core` the one with the name, and who is named there."""

    tokens: tuple[Token, ...]
    parts: tuple[tuple[Token, ...], ...]
    core: tuple[Token, ...]
    person: tuple[str, ...]
    known: KnownVoice | None
    roles: frozenset[str]
    head: str

    @property
    def lower(self) -> tuple[str, ...]:
        return tuple(token.lower for token in self.core)

    @property
    def role(self) -> int | None:
        """Where in the core it is said what somebody is."""
        return next((index for index, word in enumerate(self.lower) if word in self.roles), None)


def _single(
    text: str, anchor: Anchor, tokens: tuple[Token, ...], common: frozenset[str], lexicon: MentionWords
) -> Portrait:
    sketch = _sketch(tokens, common, lexicon)
    one = _with_name(Portrait(anchor, text), sketch, lexicon)
    one = _with_office(one, sketch, lexicon)
    one = _with_traits(one, sketch, lexicon)
    one = replace(one, names=tuple(dict.fromkeys(find_names(one, sketch.core, tokens, lexicon))))
    return one if one.key is None or one.known or not _is_bare_monitor(one) else replace(one, key=None)


def _sketch(tokens: tuple[Token, ...], common: frozenset[str], lexicon: MentionWords) -> _Sketch:
    cuts = find_cuts(tokens, lexicon)
    person = find_person(tokens, cuts, common, lexicon)
    parts = tuple(find_segments(tokens, cuts))
    known = None if person else next((known for part in parts if (known := as_known(part, lexicon))), None)
    core = next((part for part in parts if known and as_known(part, lexicon)), None) or find_core(parts, lexicon)
    roles = frozenset(role for part in parts for role in _roles(part, person, lexicon))
    head = find_head(core, lexicon).lower if core else ""
    sketch = _Sketch(tokens, parts, core, person, known, roles, head)
    return sketch if sketch.role is None else replace(sketch, known=None)


def _with_name(one: Portrait, sketch: _Sketch, lexicon: MentionWords) -> Portrait:
    """Whose name it is, and what sort of voice."""
    known, person, core = sketch.known, sketch.person, sketch.core
    words = tuple(word for word in sketch.lower if not lexicon.lists_in("articles", word))
    kind = known.kind if known else _kind(sketch, lexicon)
    return replace(
        one,
        words=words,
        kind=kind,
        person=person,
        key=known.key if known else make_key(kind, person, words, lexicon),
        known=known is not None or find_state(words, lexicon) is not None,
        proper=frozenset(find_proper(core, lexicon)),
        name=one.text[core[0].start : core[-1].end] if core and not person else "",
    )


def _with_office(one: Portrait, sketch: _Sketch, lexicon: MentionWords) -> Portrait:
    """What is held, for whom, and the words that may stand for it later."""
    known, roles = sketch.known, sketch.roles
    within = lexicon.find_known(tuple(token.lower for token in sketch.tokens)) if not known else None
    nouns = {noun for part in sketch.parts for noun in find_nouns(part, lexicon)} | roles
    return replace(
        one,
        roles=roles,
        titled=bool(sketch.person) and not roles - lexicon.lists["titles"],
        office=_office(sketch.tokens, one.kind, roles),
        stands_in=lexicon.lists_in("stand_ins", sketch.head),
        country=known.country if known else _country(sketch.tokens, sketch.role, lexicon),
        organisation=known.organisation if known else within and within[0].key,
        speaks_for=within[0].key if within and _is_of(sketch.tokens, within[1], lexicon) else None,
        duties=frozenset(_duties(sketch.tokens, sketch.person, lexicon)) if roles else frozenset(),
        head=lexicon.synonyms.get(sketch.head, sketch.head),
        heads=frozenset(lexicon.synonyms.get(noun, noun) for noun in nouns)
        | (_heads_of(known, lexicon) if known else frozenset()),
    )


def _is_of(tokens: tuple[Token, ...], start: int, lexicon: MentionWords) -> bool:
    """Whether the body named from `start` on is the one spoken for: "the UN's envoy", not "the envoy to the UN"."""
    before = [token.lower for token in tokens[:start] if not lexicon.lists_in("articles", token.lower)][-1:]
    return all(word in lexicon.sectors.of or not lexicon.lists_in("prepositions", word) for word in before)


def _with_traits(one: Portrait, sketch: _Sketch, lexicon: MentionWords) -> Portrait:
    """How it is spoken of: as one or many, he or she, known or new."""
    known, lower, head = sketch.known, sketch.lower, sketch.head
    return replace(
        one,
        gender=_gender(sketch, lexicon),
        definite=bool(lower) and lower[0] not in ("a", "an") and lexicon.lists_in("articles", lower[0]),
        another=any(lexicon.lists_in("others", word) for word in lower[:2]),
        plural=not one.known and _is_plural(lower, head, one, lexicon),
        reports=any(lexicon.lists_in("media_roles", word) for word in sketch.roles),
        anybody=lexicon.lists_in("anybody", head),
        pair=bool(one.words) and lexicon.lists_in("pairs", one.words[0]),
        covers=lexicon.covers.get(head, frozenset()),
        monitors=not one.person and (known.monitor if known else _monitors(sketch.parts, lexicon)),
    )


def _roles(part: tuple[Token, ...], person: tuple[str, ...], lexicon: MentionWords) -> Iterator[str]:
    """What a person is called by; in "the official news agency" nobody is."""
    head = find_head(part, lexicon).lower
    body = not person and not lexicon.lists_in("roles", head) and is_body_head(head, lexicon)
    yield from (token.lower for token in part if not body and lexicon.lists_in("roles", token.lower))


def _heads_of(known: KnownVoice, lexicon: MentionWords) -> frozenset[str]:
    more = "monitor_heads" if known.monitor else "media_heads" if known.kind is EntityKind.OUTLET else "group_heads"
    return known.heads | lexicon.lists[more]


def _kind(sketch: _Sketch, lexicon: MentionWords) -> EntityKind:
    core, head, role = sketch.core, sketch.head, sketch.role
    if sketch.person:
        return EntityKind.PERSON
    if not core or lexicon.lists_in("indefinite", sketch.tokens[0].lower) or lexicon.lists_in("unnamed", head):
        return EntityKind.UNNAMED
    if role is not None and lexicon.lists_in("offices", core[role].lower):
        return EntityKind.OFFICE
    if role is not None or lexicon.lists_in("unnamed", core[-1].lower) or head == "monitor":
        return EntityKind.UNNAMED
    if lexicon.lists_in("media_heads", head):
        return EntityKind.OUTLET
    is_named = lexicon.lists_in("bodies_heads", head) or any(token.capital for token in core[1:] or core)
    return EntityKind.BODY if is_named else EntityKind.UNKNOWN


def _gender(sketch: _Sketch, lexicon: MentionWords) -> str | None:
    """What a first name, or else a title or a word for a man or a woman, tells."""
    by_role = lexicon.gender_of(sketch.lower, "roles")
    if sketch.person:
        return by_role if len(sketch.person) == 1 else lexicon.gender_of(sketch.person[:1], "names") or by_role
    return by_role or lexicon.gender_of((token.lower for token in sketch.tokens), "roles")


def _is_plural(lower: tuple[str, ...], head: str, one: Portrait, lexicon: MentionWords) -> bool:
    if one.person or one.kind in (EntityKind.OUTLET, EntityKind.OFFICE) or not lower:
        return False
    several = lexicon.lists_in("several", lower[0]) or lexicon.lists_in("collectives", head)
    return several or (head.endswith("s") and not head.endswith("ss"))


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


def _monitors(parts: tuple[tuple[Token, ...], ...], lexicon: MentionWords) -> bool:
    for part in parts:
        last = [token.lower for token in before_preposition(part, lexicon)][-2:]
        if any(" ".join(end) in lexicon.lists["monitor_phrases"] for end in (last[-1:], last)):
            return True
    return False


def _is_bare_monitor(one: Portrait) -> bool:
    """ "The Britain-based monitoring group": no name of its own, so no key."""
    return one.monitors and not one.proper
