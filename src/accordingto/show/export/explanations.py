"""An explanation as JSON: one object, its steps under their parts, each with the words it stands on."""

from dataclasses import asdict
from typing import Any

from accordingto.show.why.explanations import Explanation


def explanation_form(told: Explanation) -> dict[str, Any]:
    """The explanation with its speakable name."""
    form = asdict(told)
    return {"id": form.pop("id"), "name": told.name, **form}
