"""Citations: words that one voice passes on from another: "quoted X as saying", "reported, citing X"."""

from dataclasses import replace

from accordingto.read import taggers as t
from accordingto.read.contents import content_after, content_before
from accordingto.read.scenes import Found, Scene, last_with_source, verb_start
from accordingto.read.subjects import find_subject, speaking
from accordingto.read.taggers import Cue, Range


def read_quoted(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "V quoted S as saying C", "V reported citing S": the source is S, the one who quotes is a link."""
    line = scene.line
    if line.lower(cue.last) == "by":
        return _quoted_by(scene, cue, index)
    if line.lower(cue.last) == "as" and line.has(cue.first - 1, t.BEING):
        return _quoted_as(scene, cue, index)
    last = line.voice_after(cue.last, len(line.words))
    if not speaking(line, cue.last, last):
        return None
    cited, outer = scene.chars(cue.last, last), last_with_source(scene)
    after = _past_as_saying(scene, last)
    if outer and outer.frame != "quote" and after == last and not _ends_quote_gap(scene, outer, cue):
        _cite(scene, outer, cited, cue)
        return None
    start, group = verb_start(line, cue, scene.limit)
    subject = find_subject(scene, line.skip_back(group, scene.limit)) if cue.frame == "quote" else None
    via = (scene.chars(*subject),) if subject else ()
    content = content_after(scene, after, index) if after > last else ()
    content = content or content_before(scene, subject[0] if subject else start)
    return Found(scene.number, cited, scene.chars(start, cue.last), content, cue.act, cue.frame, via, after)


def _ends_quote_gap(scene: Scene, outer: Found, cue: Cue) -> bool:
    """Whether another clause stands between the verb before and this cue."""
    return outer.cue is None or scene.line.words[cue.first].start - outer.cue[1] > 200


def _cite(scene: Scene, outer: Found, cited: Range, cue: Cue) -> None:
    """Turn "V reported C" into C by the one cited, with V as the link."""
    words = scene.line.words
    together = outer.cue and words[cue.first].start - outer.cue[1] <= 2
    span = (outer.cue[0], words[cue.last - 1].end) if together and outer.cue else scene.chars(cue.first, cue.last)
    via = (outer.source, *outer.via) if outer.source else outer.via
    scene.found[scene.found.index(outer)] = replace(outer, source=cited, cue=span, via=via, frame="quote")


def _quoted_as(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "S was quoted as saying by V"."""
    line = scene.line
    start, group = verb_start(line, cue, scene.limit)
    subject = find_subject(scene, line.skip_back(group, scene.limit))
    after = _past_as_saying(scene, cue.last)
    last = line.voice_after(after + 1, len(line.words)) if line.lower(after) == "by" else after
    via = (scene.chars(after + 1, last),) if last > after + 1 else ()
    if not subject:
        return None
    content = content_after(scene, last, index) or content_before(scene, subject[0])
    return Found(
        scene.number,
        scene.chars(*subject),
        scene.chars(start, after),
        content,
        cue.act,
        cue.frame,
        via,
        max(last, after),
    )


def _quoted_by(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "S was quoted by V as saying C", "C, S said, quoted by V"."""
    line = scene.line
    last = line.voice_after(cue.last + 1, len(line.words))
    carrier = scene.chars(cue.last + 1, last) if last > cue.last + 1 else None
    outer = last_with_source(scene)
    if outer and carrier and line.lower(last) != "as":
        scene.found[scene.found.index(outer)] = replace(outer, via=(*outer.via, carrier))
        return None
    start, group = verb_start(line, cue, scene.limit)
    subject = find_subject(scene, line.skip_back(group, scene.limit))
    if not subject:
        return None
    content = content_after(scene, _past_as_saying(scene, last), index)
    via = (carrier,) if carrier else ()
    return Found(scene.number, scene.chars(*subject), scene.chars(start, cue.last), content, cue.act, cue.frame, via)


def _past_as_saying(scene: Scene, index: int) -> int:
    line = scene.line
    start = index + (line.lower(index) == "as")
    last = start
    while line.has(last, t.QUOTED_VERB):
        last += 1
    return last if last > start else index
