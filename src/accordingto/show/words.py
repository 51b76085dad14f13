"""Words of a report, made fit for a screen or a page: on one line, harmless, and marked as a quotation.

Texts from the open web may hold escape sequences that repaint a terminal, marks that turn a line's order around, or
Markdown that forges a heading. Nothing of that reaches a reader; that something was there stays visible as U+FFFD.
"""

import re

BROKEN = "\ufffd"

# Control characters (escape sequences start with one), bidirectional overrides and isolates, tags, lone surrogates.
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]")
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen, zero-width space, word joiner, byte order mark
MARKDOWN = re.compile(r"([\\`*_\[\]#|~$])")
OUTER_QUOTES = "\"'“”‘’«»"


def one_line(text: str) -> str:
    """The text on one line, without a character that could act on a terminal."""
    return HARMFUL.sub(BROKEN, INVISIBLE.sub("", " ".join(text.split())))


def clipped(text: str, limit: int) -> str:
    """The text on one line, cut at a word with "…" where it is longer than `limit` characters."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return head[: head.rfind(" ", limit // 2)].rstrip(" ,;:") + "…" if " " in head[limit // 2 :] else head + "…"


def quoted(text: str, limit: int | None = None) -> str:
    """Exact words between quotation marks; marks of the report's own at the ends are not doubled."""
    line = closed(one_line(text) if limit is None else clipped(text, limit))
    return f"“{_bare(line)}”"


def _bare(line: str) -> str:
    wrapped = len(line) > 1 and line[0] in OUTER_QUOTES and line[-1] in OUTER_QUOTES
    inner = line[1:-1] if wrapped else line
    # '"a" and "b"' begins and ends with marks that belong to two quotations: they stay.
    return line if line[:1] in inner else inner


def closed(line: str) -> str:
    """The line with the quotation mark that a cut took from its end: 'it was "imminent' ends in a mark."""
    if line.count('"') % 2:
        return f'{line}"'
    return f"{line}”" if line.count("“") > line.count("”") else line


def markdown(text: str) -> str:
    """The text on one line, with every character that Markdown or HTML would act on made plain."""
    safe = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return MARKDOWN.sub(r"\\\1", safe)


def markdown_quoted(text: str, limit: int | None = None) -> str:
    """Exact words between quotation marks, escaped for Markdown."""
    return markdown(quoted(text, limit))
