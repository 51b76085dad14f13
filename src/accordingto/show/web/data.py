"""Data: a page as JSON, written straight from its nouns."""

import json
from dataclasses import fields
from functools import cache
from typing import Any

from fastapi.responses import JSONResponse


class Data(JSONResponse):
    """What a page holds, as objects, lists, words and numbers; no copy of it is made first."""

    def render(self, content: Any) -> bytes:
        return _WRITER.encode(content).encode("utf-8")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _object_of(noun: Any) -> dict[str, Any]:
    return {name: getattr(noun, name) for name in _names(noun.__class__)}


_WRITER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_object_of)
