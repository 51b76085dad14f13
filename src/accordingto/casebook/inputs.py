"""Inputs: what comes from files, before there is a case: reports, layers of places, casts, and the reader they make."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.casebook.answers import Ingested
from accordingto.errors import InputError, TooMuch
from accordingto.terms.casts import Cast
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report

if TYPE_CHECKING:
    from accordingto.read.reader import Reader
    from accordingto.terms.places import Layer


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody sent: its name, which says what kind it is, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Typed:
    """A report that somebody wrote into a form. `url` is where it can be found, its own id."""

    title: str
    text: str
    url: str = ""


Input = str | Path | Report | Upload | Typed


def load_inputs(
    *inputs: Input,
    outlet: str | None = None,
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
    most: int | None = None,
) -> Ingested:
    """The reports of files, folders, standard input ("-") or memory, each once, with what could not be used.

    More than `most` of them, usable or not, are refused with TooMuch; None takes any number.
    """
    found = list(islice(_each_input(inputs, outlet, published, columns), None if most is None else most + 1))
    if most is not None and len(found) > most:
        raise TooMuch(f"more than {most} reports at once; send them in parts, or use `accordingto ingest`")
    refused = tuple(item for item in found if isinstance(item, InputError))
    new, again = _each_once(item for item in found if isinstance(item, Report))
    return Ingested(new, again, refused)


def _each_input(
    inputs: Iterable[Input], outlet: str | None, published: str | None, columns: Mapping[str, str] | None
) -> Iterator[Report | InputError]:
    for item in inputs:
        if isinstance(item, Report):
            yield item
        elif isinstance(item, Typed):
            yield _typed(item, outlet, published)
        else:
            yield from _of_file(item, outlet, published, columns)


def _of_file(
    item: str | Path | Upload, outlet: str | None, published: str | None, columns: Mapping[str, str] | None
) -> Iterator[Report | InputError]:
    from accordingto.ingest.files import load_reports, read_file

    if isinstance(item, Upload):
        yield from read_file(item.data, name=item.name, outlet=outlet, published=published)
    else:
        yield from load_reports(item, outlet=outlet, published=published, columns=columns)


def _typed(item: Typed, outlet: str | None, published: str | None) -> Report | InputError:
    from accordingto.ingest.tables import report_of_row

    row = {"title": item.title, "text": item.text, "id": item.url}
    try:
        return report_of_row(row, outlet=outlet, published=published, where="the form")
    except InputError as error:
        return error


def _each_once(reports: Iterable[Report]) -> tuple[tuple[Report, ...], tuple[Report, ...]]:
    first: dict[str, Report] = {}
    again: list[Report] = []
    for report in reports:
        if first.setdefault(report.id, report) is not report:
            again.append(report)
    return tuple(first.values()), tuple(again)


def load_reader(layers: Path | None = None, cast: Cast | None = None) -> "Reader":
    """The reader that ships, with the places of the layers in this folder and with this cast."""
    from accordingto.ingest.layers import load_layers
    from accordingto.read.gazetteer import Gazetteer
    from accordingto.read.reader import Reader

    added = load_layers(layers) if layers else ()
    return Reader(gazetteer=Gazetteer.load(added) if added else None, cast=cast)


def add_layer(path: Path, folder: Path) -> tuple["Layer", bool]:
    """The places of a GeoNames dump or an OCHA list are a layer of this folder; whether that changed anything."""
    from accordingto.ingest.gazetteers import load_layer
    from accordingto.ingest.layers import keep_layer

    layer = load_layer(path)
    return layer, keep_layer(folder, layer)


def list_layers(folder: Path) -> tuple["Layer", ...]:
    """Every layer of the folder, in order of name."""
    from accordingto.ingest.layers import load_layers

    return load_layers(folder)


def remove_layer(name: str, folder: Path) -> None:
    """The folder has no layer of this name any more; readings made with it stay."""
    from accordingto.ingest.layers import drop_layer

    drop_layer(folder, name)


def reading_of(
    reader: "Reader | None" = None, layers: Path | None = None, cast: Cast | None = None
) -> Callable[[Report], Reading]:
    """The reading function of this reader, or of the one that ships with these. Runs once in every worker."""
    return (reader or load_reader(layers, cast)).read


def check_cast(cast: str | Path | Cast) -> Cast:
    """This cast, or the one in this file; one that says something impossible is refused."""
    from accordingto.ingest.casts import load_cast
    from accordingto.terms.cast_tables import cast_table, read_cast
    from accordingto.terms.general import general_cast

    if isinstance(cast, Cast):
        return read_cast(cast_table(cast), where="cast", beside=general_cast())
    return load_cast(cast, beside=general_cast())


def parse_cast(text: str) -> Cast:
    """The cast that a text in TOML says, as a case's own cast is written."""
    from accordingto.ingest.casts import parse_cast as parse
    from accordingto.terms.general import general_cast

    return parse(text, where="the cast", beside=general_cast())
