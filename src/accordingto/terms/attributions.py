"""Attributions: what a report passes on as somebody else's (PARC, PolNeAR; CODEBOOK "statements")."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.terms.spans import Anchor


class Form(StrEnum):
    """How the words are passed on."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the source does by saying it."""

    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    ANNOUNCE = "announce"
    DEMAND = "demand"
    WARN = "warn"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, via, cue and content. `source` is None when hidden, `cue` None for a bare quotation or a headline tag.

    `via` runs outwards, nearest link first. `entity` is the index of the source in the reading's `entities`.
    `confidence` (0 to 1, calibrated) is how surely the reader read it so; it orders review and is never shown as
    credibility. None where the reader cannot tell.
    """

    source: Anchor | None
    via: tuple[Anchor, ...]
    cue: Anchor | None
    content: Anchor
    form: Form
    act: Act
    hedge: Anchor | None
    entity: int | None = None
    confidence: float | None = None
