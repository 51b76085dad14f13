"""The page docs/quality.md: what is measured, what each measure means, what is reached, and where the floors stand."""

from evals.shared import Scores

HEAD = """# Quality

Measured by `python -m evals.gate --write`, which wrote this page. The gold lies in the folder `shared` beside the
project, annotated to its `gold/CODEBOOK.md`; without that folder the command says so and does nothing. Nothing was
learned from the gold's measuring sets, and the errors made on the two windows are not looked at, only the totals. But
totals were looked at while variants were chosen between (counts in reports of evacuations, places of events, main
events, incidents, copies, updates, disputes, origins), so the windows' figures flatter somewhat: most of all the
copies of both windows, and the updates and disputes of `april17b`, since the reports of its convoy bombing were read
while the rules for rising tolls were written. Where other sets were looked into, their line says so.

- `seed`: one report, the first case. Its numbers move in large steps.
- `april17b`: 34 reports, every one of 13 to 22 April 2017. `july16`: 30 reports, every one of 16 to 31 July 2016.
- `reading`: what the reader finds in each report. `incidents, gold readings`: what reconciling makes of the annotators'
  readings. `incidents, end to end`: what it makes of our own. `who is who`: one voice under its many names. `origins`:
  whose voice a claim first came from, how many such voices an incident has. The marks were made with the texts open.
- `own windows` and `train` (incidents): 135 reports of FA-KES read from text, and the 204 of the train sets, with the
  annotators' readings and read from text, marked by ourselves; `copies`: pairs of 504 reports of FA-KES, judged by
  reading. The rules for incidents, copies, updates and disputes were written with these in view
  (`evals/own_incidents.md`): unseen reports score lower.
- `polnear dev`: 84 articles of PolNeAR, scored in PolNeAR's own convention, which ships nowhere.
- `geowebnews dev`: 89 articles of GeoWebNews, news of all kinds; `evals/places.py` says what counts as found. Some
  rules for places were written with its errors in view: other texts will be read less well.
- `wikiwars dev`: 12 histories of wars, 1,551 expressions of time, scored in TIMEX2's convention, which ships nowhere.
  The reading is made with these texts in view, their publication day unknown.
- `fakes`: the 334 reports of FA-KES that are in no gold set, against what its crowd workers wrote down. Some of these
  texts were read while the rules for figures were written, so this is no test on unseen texts; see `evals/README.md`.
- `gsr dev`: 170 single sentences of PLOVER's gold standard records, one type a sentence, and `cameo quad dev`: 1,349
  news sentences with a quad class. Unlike the other sets, both were read while the words of `read/lexicons/deeds.toml`
  were chosen: unseen sentences score lower.

Every value is in percent. F1 is the harmonic mean of precision and recall; accuracy is over the items that both sides
found. `floor` is the value that the measure may not fall below (`evals/floors.json`); a floor may rise and never falls.
Careful annotators agree with each other on about 95 % of figures and spans and on 85 to 90 % of act, hedge, main and
blame, so nobody can reach 100.
"""

MEANINGS = {
    "statement content F1": "the words passed on as somebody else's: at least half of the characters shared",
    "statement linked F1": "the same, and the source shares a word with the gold's, or both are hidden",
    "via F1": "the links a statement came through",
    "act accuracy": "assert, deny, accuse, announce, demand, warn, judge",
    "form accuracy": "direct, indirect, mixed",
    "hedged accuracy": "whether the source or the outlet holds back",
    "figure found F1": "counts of people harmed or moved, found where they stand",
    "figure value F1": "the same, with both bounds right",
    "figure full F1": "the same, with bounds, harm and people right",
    "figure harm accuracy": "killed, injured, trapped, ...",
    "figure who accuracy": "civilians, children, fighters, ...",
    "figure bound accuracy": "exact, at least, up to, ...",
    "figure statement accuracy": "the statement that carries the figure, or the outlet's own voice",
    "event any F1": "events of the same type, at the same words or place or of the same mode",
    "event main F1": "the one to three events that a report is about",
    "event mode accuracy": "airstrike, shelling, evacuate, ...",
    "event status accuracy": "occurred, ongoing, planned, hypothetical, denied",
    "event date accuracy": "the day, resolved against the day of publication",
    "event place accuracy": "the finest named place",
    "event actor accuracy": "who did it",
    "blame F1": "who is held responsible, claims it or denies it",
    "announcement F1": "what is said to be coming",
    "same incident F1": "pairs of reports put into one incident",
    "copies F1": "pairs of reports that share one text's wording",
    "disputes F1": "what cannot all be true, on the same subject and between the same reports",
    "updates F1": "tolls that only rise with time",
    "sources pair F1": "pairs of sources of one report held for one voice (marks in `evals/coreference.jsonl`)",
    "sources B3 F1": "the same, as B-cubed",
    "origin of a claim accuracy": "the voice shown is the one that the claim first came from (`evals/origins.md`)",
    "origins within an incident pair F1": "pairs of claims of one incident held to go back to one voice",
    "origins within an incident B3 F1": "the same, as B-cubed",
    "origins across incidents pair F1": "pairs of all claims of the window held to go back to one voice",
    "origins across incidents B3 F1": "the same, as B-cubed",
    "number of origins exact": "incidents shown with the right number of origins",
    "number of origins within one": "the same, one more or one less forgiven",
    "day accuracy": "words that say when an event was, found and put on the gold's day",
    "strict F1": "expressions of time, to the letter",
    "relaxed F1": "the same, with a character in common",
    "value F1": "the same, and of equal value, as in TempEval-3",
    "strict value F1": "to the letter and of equal value",
    "linked F1": "attributions with the right content (half of it shared) and source",
    "linked_speech F1": "the same, over acts of speech and writing",
    "content_iou50 F1": "attributions with the right content",
    "exact fragment source F1": "sources to the letter",
    "exact fragment cue F1": "cues to the letter",
    "exact fragment content F1": "contents to the letter",
    "literal recognised F1": "names by which a place is meant, found where they stand (half of the characters shared)",
    "within 161 km": "of those found and given a point, the point within a hundred miles of the right one",
    "end to end": "of all such names with a point, found and put within a hundred miles of it",
    "direct-quote recall": "direct quotations whose content is found",
    "civilians killed exact": "how many of those who bear no arms the report's incident killed",
    "noncivilians killed exact": "how many soldiers, police and fighters it killed",
    "both killed exact": "both counts right at once",
    "province exact": "the province where it happened",
    "cause exact": "shelling, explosion, shooting, execution, gas or unknown",
    "actor exact": "which of seven parties did it, or unknown",
    "type accuracy": "the one PLOVER type that is answered for a sentence, speech included",
    "type macro F1": "the same, as the mean over the types, each counting the same",
    "type found": "whether the gold type is among all that the sentence tells outright",
    "quad accuracy": "cooperation or conflict, in words or in deeds, or neither",
    "quad macro F1": "the same, as the mean over the classes",
}


def quality_page(scores: Scores, floors: Scores) -> str:
    """The whole page: the head, one table a kind of measure with a column a set, and what each measure means."""
    kinds = dict.fromkeys(name.split(": ", 1)[1] for name in scores)
    tables = "\n".join(_table(kind, scores, floors) for kind in kinds)
    return f"{HEAD}\n{tables}\n{_meanings(scores)}"


def _table(kind: str, scores: Scores, floors: Scores) -> str:
    names = [name for name in scores if name.endswith(f": {kind}")]
    measures = dict.fromkeys(measure for name in names for measure in scores[name])
    head = "".join(f" {name.split(': ')[0]} | floor |" for name in names)
    rule = "| --- |" + " ---: | ---: |" * len(names)
    rows = "\n".join(_row(measure, names, scores, floors) for measure in measures)
    return f"## {kind[0].upper()}{kind[1:]}\n\n| measure |{head}\n{rule}\n{rows}\n"


def _row(measure: str, names: list[str], scores: Scores, floors: Scores) -> str:
    cells = (_percent(table.get(name, {}).get(measure)) for name in names for table in (scores, floors))
    return f"| {measure} | " + " | ".join(cells) + " |"


def _percent(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _meanings(scores: Scores) -> str:
    measures = dict.fromkeys(measure for row in scores.values() for measure in row)
    rows = "\n".join(f"| {measure} | {MEANINGS.get(measure, '')} |" for measure in measures)
    return f"## What each measure means\n\n| measure | what is right |\n| --- | --- |\n{rows}\n"
