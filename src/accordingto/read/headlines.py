"""Headlines: a source tagged onto one ("12 dead in blast - monitor") or set before it ("Ministry: 12 dead")."""

from accordingto.read import taggers as t
from accordingto.read.scenes import Found, Scene
from accordingto.terms.attributions import Act

SHORTEST = 3  # words a headline keeps when its tag is taken off
LONGEST_TAG = 6


def read_headline(scene: Scene, tags: frozenset[str]) -> list[Found]:
    """The statement of a headline that says whose it is, without a cue."""
    return _before_colon(scene) or _at_end(scene, tags)


def _before_colon(scene: Scene) -> list[Found]:
    line = scene.line
    for index in range(1, min(LONGEST_TAG, len(line.words) - SHORTEST)):
        if line.lower(index) == ":":
            speaks = any(line.has(i, t.VOICE | t.CAPITAL) for i in range(index))
            return [_found(scene, (0, index), (index + 1, len(line.words)))] if speaks else []
        if line.has(index, t.VERB):
            break
    return []


def _at_end(scene: Scene, tags: frozenset[str]) -> list[Found]:
    line, end = scene.line, len(scene.line.words)
    while end and line.has(end - 1, t.POINT):
        end -= 1
    dash = next((i for i in range(end - 1, max(end - LONGEST_TAG, 0), -1) if line.words[i].text in "-–—:"), None)
    start = dash + 1 if dash is not None else _tag_start(scene, end)
    if start - scene.limit < SHORTEST or not 0 < end - start <= LONGEST_TAG:
        return []
    if dash is None and (
        line.lower(end - 1) not in tags or line.has(start - 1, t.PREPOSITION | t.LINKER | t.DETERMINER)
    ):
        return []
    if line.lower(end - 1) not in tags and not any(line.has(i, t.VOICE) for i in range(start, end)):
        return []
    return [_found(scene, (start, end), (scene.limit, dash if dash is not None else start))]


def _tag_start(scene: Scene, end: int) -> int:
    """ "kills nine | Norlandian state radio": the last word and the plain words that go with it."""
    line, start = scene.line, end - 1
    while start > scene.limit and line.has(start - 1, t.MODIFIER) and not line.has(start - 1, t.VERB):
        start -= 1
    if start < end - 1 and line.words[start - 1].lower.endswith(("n", "i", "sh")) and line.has(start - 1, t.CAPITAL):
        start -= 1
    return max(start, 0)


def _found(scene: Scene, source: tuple[int, int], content: tuple[int, int]) -> Found:
    return Found(scene.number, scene.chars(*source), None, (scene.chars(*content),), Act.ASSERT, "headline")
