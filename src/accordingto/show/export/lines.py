"""JSON lines: one object a line, and a line is a line for every program that reads it."""

import json
import re
from typing import Any

# Legal inside JSON, yet: control characters act on a terminal, U+0085, U+2028 and U+2029 end a line for many readers,
# overrides turn its order around, and half a surrogate pair cannot be written at all. All have an escape.
AWKWARD = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_line(form: dict[str, Any]) -> str:
    """The object on one line; letters of every script stay readable."""
    return AWKWARD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(form, ensure_ascii=False))
