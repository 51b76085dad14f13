"""The annotated corpora in one form: texts with attributions, each under the convention it was annotated by.

PolNeAR (`shared/data/polnear`) is flat, wide (beliefs and wishes count) and keeps quotation marks and "that" in the
content; the codebook (`shared/gold/CODEBOOK.md`) nests, names links (`via`) and leaves both out. Both are learned.
"""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any

OWN = Path(__file__).resolve().parent / "annotations"
SHARED = Path(__file__).resolve().parents[2] / "shared"
ROLES = ("source", "cue", "content", "via")
ACTS = ("assert", "deny", "accuse", "announce", "demand", "warn", "judge")
Ranges = tuple[tuple[int, int], ...]
OPENING = re.compile(r"(?:that\s+)?(?:[\"“”‘]|''|``)?\s*", re.IGNORECASE)
EDGE = " \t\n\"“”‘’'`,"


class Convention(StrEnum):
    """Whose rules the labels follow."""

    POLNEAR = "polnear"
    CODEBOOK = "codebook"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One attribution: character ranges by role, and the act where the codebook's annotators gave one."""

    source: Ranges
    cue: Ranges
    content: Ranges
    via: Ranges = ()
    act: str | None = None

    def ranges(self, role: str) -> Ranges:
        found: Ranges = getattr(self, role)
        return found


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its attributions."""

    id: str
    text: str
    labels: tuple[Labelled, ...]
    convention: Convention


def polnear(split: str) -> list[Document]:
    """PolNeAR's `train` or `dev` articles, first annotator."""
    path = SHARED / "data" / "polnear" / f"{split}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_polnear_document(json.loads(line)) for line in lines]


def codebook(name: str) -> list[Document]:
    """One gold set annotated to the codebook."""
    folder = SHARED / "gold"
    reports = {row["id"]: row for row in _rows(folder / f"{name}.reports.jsonl")}
    golds = _rows(folder / f"{name}.annotations.jsonl")
    return [_codebook_document(reports[gold["id"]], gold) for gold in golds]


def own_sets() -> list[str]:
    """Names of the sets that we annotated ourselves, kept as offsets and labels (`annotations/README.md`)."""
    return sorted(path.stem for path in OWN.glob("*.jsonl"))


def own(name: str) -> list[Document]:
    """One set of FA-KES reports that we annotated to the codebook: our offsets over the texts in `shared`."""
    reports = {row["id"]: row for row in _rows(SHARED / "data" / "fakes" / "reports.jsonl")}
    return [_own_document(reports[row["id"]], row) for row in _rows(OWN / f"{name}.jsonl")]


def _own_document(report: dict[str, Any], row: dict[str, Any]) -> Document:
    text = report["title"] + "\n\n" + report["text"]
    labels = []
    for item in row["statements"]:
        roles = {role: _clean(text, _as_list(item[role])) for role in ROLES}
        labels.append(Labelled(**roles, act=item["act"]))
    return Document(report["id"], text, tuple(labels), Convention.CODEBOOK)


def _as_list(ranges: Any) -> list[Any]:
    """A role's ranges as a list, whether it is kept as one range, several, or none."""
    if not ranges:
        return []
    return [ranges] if isinstance(ranges[0], int) else ranges


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _polnear_document(row: dict[str, Any]) -> Document:
    text = row["text"]
    labels = []
    for item in row["attributions"]:
        roles = {role: _clean(text, item[role]) for role in ("source", "cue", "content")}
        if roles["cue"] and roles["content"]:
            labels.append(Labelled(**roles))
    return Document(row["id"], text, tuple(labels), Convention.POLNEAR)


def _codebook_document(report: dict[str, Any], gold: dict[str, Any]) -> Document:
    text = report["title"] + "\n\n" + report["text"]
    labels = []
    for item in gold.get("statements", []):
        roles = {role: _clean(text, list(_located(text, item, role))) for role in ROLES}
        if roles["content"]:
            labels.append(Labelled(**roles, act=item["act"]))
    return Document(report["id"], text, tuple(labels), Convention.CODEBOOK)


def _located(text: str, item: dict[str, Any], role: str) -> Iterator[tuple[int, int]]:
    """Ranges of a gold value: exact words, or "first ... last", each at its `@N` occurrence."""
    value, occurrence = item.get(role), item.get(role + "@", 1)
    values = [] if value is None else value if isinstance(value, list) else [value]
    nths = occurrence if isinstance(occurrence, list) else [occurrence] * len(values)
    for words, nth in zip(values, nths, strict=True):
        first, _, last = words.partition(" ... ")
        start = -1
        for _ in range(nth):
            start = text.find(first, start + 1)
        end = start + len(first)
        if last:
            tail = text.find(last, end)
            end = tail + len(last) if tail >= 0 else -1
        if 0 <= start < end:
            yield start, end


def _clean(text: str, ranges: list[Any]) -> Ranges:
    """Ranges in order, without white space at their edges, joined where only white space lies between."""
    out: list[tuple[int, int]] = []
    for start, end in sorted((s, e) for s, e in ranges):
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start >= end:
            continue
        if out and (start <= out[-1][1] or text[out[-1][1] : start].isspace()):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def to_codebook(text: str, labels: Labelled) -> Labelled:
    """The same attribution with the content as the codebook cuts it: no wrapping quotation marks, no "that"."""
    pieces = []
    for start, end in labels.content:
        opening = OPENING.match(text, start, end)
        left = opening.end() if opening else start
        while end > left and text[end - 1] in EDGE:
            end -= 1
        if left < end:
            pieces.append((left, end))
    return replace(labels, content=tuple(pieces) or labels.content)


def roughen(document: Document, rng: Random, *, commas: float, quotes: float) -> Document:
    """The document as broken archives keep it: commas lost with one chance, double quotation marks with another."""
    drop = ("," if rng.random() < commas else "") + ('"“”' if rng.random() < quotes else "")
    if not drop:
        return document
    shift, kept, moved = [], [], 0
    for char in document.text:
        shift.append(moved)
        if char in drop:
            continue
        kept.append(char)
        moved += 1
    shift.append(moved)
    move = lambda ranges: tuple((shift[s], shift[e]) for s, e in ranges if shift[s] < shift[e])  # noqa: E731
    labels = tuple(
        replace(item, source=move(item.source), cue=move(item.cue), content=move(item.content), via=move(item.via))
        for item in document.labels
    )
    return replace(document, text="".join(kept), labels=tuple(item for item in labels if item.content))
