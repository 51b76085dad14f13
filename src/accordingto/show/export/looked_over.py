"""Training data: what people made of finds, in the codebook's exchange form, with what they rejected marked.

A find keeps its place in its list when it is rejected, so that indexes hold; what pointed to it points to nothing.
"""

from collections.abc import Mapping
from typing import Any

from accordingto.casebook import CodedItem, CodingRound, Find, LookedOver
from accordingto.show.export.exchange import exchange_form
from accordingto.show.export.reviews import made_form
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import Code
from accordingto.terms.corrections import Correction
from accordingto.terms.items import LISTS, POINTERS, fields_of
from accordingto.terms.readings import Reading
from accordingto.terms.reviews import Verdict

Json = dict[str, Any]
Key = tuple[ClaimKind, int]


def training_form(looked: LookedOver) -> Json:
    """A report as people have looked it over: under `review` of each find who said what; null where nobody did."""
    marks = {(find.item.kind, find.number): _reviewed(find) for find in looked.finds if find.holding}
    return marked_form(looked.reading, marks, "review")


def _reviewed(find: Find) -> Json:
    """The last review that holds, and what the reader had read in the fields that people set."""
    last = find.holding[-1].review
    said = [field for kept in find.holding if (field := Correction.of(kept.review).field)]
    verdict = Verdict.REJECT if find.index is None else Verdict.CORRECT if said else Verdict.ACCEPT
    read = dict(fields_of(find.own, find.item.kind, find.number, said))
    return {"item": find.item.id, **made_form(last), "verdict": verdict, "read": read}


def coded_form(asked: CodingRound, reading: Reading, items: Mapping[Key, CodedItem]) -> Json:
    """A report as the coders of a round leave it: under `coding` of each find of the round its answer.

    `reading` has the answers' values. The verdict is null where the coders differ and nobody has decided.
    """
    marks = {key: {"round": asked.name, **_answered(item)} for key, item in items.items()}
    return marked_form(reading, marks, "coding")


def _answered(item: CodedItem) -> Json:
    answer = item.answer
    values = dict(answer.values) if answer else {}
    return {
        "item": item.sampled.item.id,
        "concord": item.concord,
        "verdict": answer.verdict if answer else None,
        "read": {field: value for field, value in item.read.items() if field in values},
        "codes": [code_form(code) for code in (*item.codes, *([item.final] if item.final else []))],
    }


def code_form(code: Code) -> Json:
    """One code: who says what of which item, when and why."""
    return {
        "code": code.id,
        "item": code.item_id,
        "coder": code.coder,
        "verdict": code.verdict,
        "values": dict(code.values),
        "final": code.final,
        "picked": code.picked,
        "takes": code.takes,
        "made_at": code.made_at.isoformat(),
        "reason": code.reason,
    }


def marked_form(reading: Reading, marks: Mapping[Key, Json], name: str) -> Json:
    """The report in the exchange form, each find with its mark under this name and whether it is `rejected`."""
    form = exchange_form(reading)
    rejected = {key for key, mark in marks.items() if mark["verdict"] == Verdict.REJECT}
    for kind, (listed, _) in LISTS.items():
        for number, find in enumerate(form[listed]):
            find |= {name: marks.get((kind, number)), "rejected": (kind, number) in rejected}
            for field, pointed in POINTERS.items():
                if (pointed, find.get(field)) in rejected:
                    find[field] = None
    del form["claims"]  # worked out from the finds: the rejected ones among them are none
    return form


def coders_form(asked: CodingRound, reading: Reading, items: Mapping[Key, CodedItem], coder: str) -> Json:
    """A report to code away from the case: its text, and under `coding` of each find of the round the coder's verdict.

    What they say already stands in the finds. The reader's confidence is there only where the round shows it.
    """
    form = exchange_form(reading)
    report = reading.report
    head = {"id": form.pop("id"), "report": report.id, "round": asked.name, "coder": coder}
    if not asked.confidence:
        for said in form["statements"]:
            del said["confidence"]
    for (kind, number), item in items.items():
        code = next((one for one in item.codes if one.coder == coder), None)
        form[LISTS[kind][0]][number]["coding"] = {
            "item": item.sampled.item.id,
            "verdict": code.verdict if code else None,
            "reason": code.reason if code else None,
        }
    del form["claims"]
    return {**head, "title": report.title, "text": report.text, **form}


def code_rows(items: Mapping[str, CodedItem], codes: tuple[Code, ...]) -> list[list[object]]:
    """Codes as a table: one row a code and field it sets, or one for a code that sets none."""
    head = ["round_item", "report", "kind", "text", "coder", "final", "picked", "verdict", "field", "value", "read"]
    rows: list[list[object]] = [[*head, "made_at", "reason", "code", "takes"]]
    for code in codes:
        item = items[code.item_id]
        of_item = [code.item_id, item.sampled.item.report_id, item.sampled.item.kind.value]
        said = [item.sampled.item.anchor.exact, code.coder, code.final, code.picked, code.verdict.value]
        end = [code.made_at.isoformat(), code.reason, code.id, code.takes]
        for field, value in code.values or ((None, None),):
            rows.append([*of_item, *said, field, _cell(value), _cell(item.read.get(field or "")), *end])
    return rows


def _cell(value: Any) -> Any:
    return str(value) if isinstance(value, (list, dict)) else value
