"""The command that says in a terminal what a page would say of a past, with the page's own key and moment."""

import shlex
from collections.abc import Mapping

KEYED = {"/incidents/": "brief", "/reports/": "reports"}  # a page of one thing, and the verb that shows it


def past_command(path: str, asked: Mapping[str, str]) -> str:
    """ "accordingto brief bobus-kijom --as-of 2016-12-14", of the page at this path, asked for with these words."""
    known = ["--known"] if asked.get("known") == "yes" else []
    return shlex.join(["accordingto", *_verb(_page(path), asked), "--as-of", asked["as_of"], *known])


def _page(path: str) -> str:
    """The page itself, whose data lie under /api, or under its address with an ending."""
    return path.removeprefix("/api").removesuffix(".json").removesuffix(".csv")


def _verb(page: str, asked: Mapping[str, str]) -> list[str]:
    """The verb and what it is asked. What has no verb of its own, such as the map, is seen in the list of incidents."""
    for beginning, verb in KEYED.items():
        if page.startswith(beginning):
            return [verb, page.removeprefix(beginning)]
    if page == "/search" and (words := asked.get("q", "").split()):
        return ["search", *words]
    return ["reviews"] if page == "/review" else ["incidents"]
