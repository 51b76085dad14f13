"""Gazetteers: a GeoNames dump or an OCHA list of administrative places becomes a Layer.

A GeoNames dump is tab separated with 19 fields and no header, alone or in its .zip; an OCHA list (COD-AB) is a CSV
whose header names the levels, in any of the spellings that are about: admin1Name_en, ADM1_EN, adm1_name.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from accordingto.errors import NoGazetteer, UnreadableFile
from accordingto.ingest.normalise import decode
from accordingto.terms.ids import content_id
from accordingto.terms.places import Layer, Spot

GEONAMES, OCHA = "GeoNames", "OCHA"
GEONAMES_FIELDS = 19
EXPECTED = (
    "a GeoNames dump has 19 fields parted by tabs (geonameid, name, ...) and no header; "
    "an OCHA list is a CSV with a header such as admin1Name_en, admin1Pcode"
)
KINDS = {"P": "city", "A": "admin2", "T": "region", "L": "region", "H": "region"}  # the others are sites
CODES = {"ADM1": "admin1", "ADM2": "admin2", "PPLX": "district", "PCLI": "country"}
LEVELS = {0: "country", 1: "admin1", 2: "admin2", 3: "admin2", 4: "city"}
FEATURE = 5  # below every numbered level: a populated place
LEVEL = re.compile(r"(?:adm(?:in)?_?([0-4])|(feature|place|pplp?|settlement|village))_?(.*)", re.IGNORECASE)
PCODE = re.compile(r"p_?codes?$", re.IGNORECASE)
LATITUDE = re.compile(r".*lat(?:itude)?(?:_?dd|_?y)?|point_y|y(?:_coord)?", re.IGNORECASE)
LONGITUDE = re.compile(r".*(?:lon|lng|long)(?:itude)?(?:_?dd|_?x)?|point_x|x(?:_coord)?", re.IGNORECASE)
NAME = re.compile(r"(?:name|alt|ref)?_?(?:name)?\d?_?(?:alt\d?)?_?(?:[a-z]{2})?\d?", re.IGNORECASE)
TAILS = re.compile(r" (?:governorate|province|state|region|oblast|muhafazat)$", re.IGNORECASE)
Named = tuple[Spot, tuple[str, ...]]


def load_layer(path: Path) -> Layer:
    """The layer of a file, named after it. NoGazetteer for a file of another form, with its line."""
    content, where = _content(path)
    if not content.strip():
        raise NoGazetteer(f"{where}, line 1: nothing stands in it; {EXPECTED}")
    form, spots = _spots(content, where)
    version = content_id("layer", *(f"{spot}{names}" for spot, names in spots))[:12]
    return Layer(path.name.partition(".")[0], form, version, spots)


def _content(path: Path) -> tuple[str, str]:
    """The words of the file, of the largest table in it when it is a .zip, and what to call it in a message."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror or error}; check the name and that it may be read") from error
    if not data.startswith(b"PK"):
        return decode(data, where=str(path))[0], str(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = max(archive.infolist(), key=_weight, default=None)
            if inside is None or not _weight(inside):
                raise NoGazetteer(f"{path}: no .txt or .csv in this .zip; {EXPECTED}")
            return decode(archive.read(inside), where=f"{path}: {inside.filename}")[0], f"{path}: {inside.filename}"
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise NoGazetteer(f"{path}: the .zip cannot be opened ({error}); an .xlsx is saved as CSV first") from error


def _weight(inside: zipfile.ZipInfo) -> int:
    readme = inside.filename.lower().endswith("readme.txt")
    return 0 if readme or not inside.filename.lower().endswith((".txt", ".csv", ".tsv")) else inside.file_size


def _spots(content: str, where: str) -> tuple[str, tuple[Named, ...]]:
    first = content.split("\n", 1)[0]
    if first.count("\t") == GEONAMES_FIELDS - 1:
        return GEONAMES, tuple(_geonames(content, where))
    if any(LEVEL.fullmatch(name.strip()) for name in re.split("[,;\t]", first.lstrip("\ufeff"))):
        return OCHA, tuple(_ocha(content, where))
    raise NoGazetteer(f"{where}, line 1: {first[:60]!r} begins no list of places we know; {EXPECTED}")


def _geonames(content: str, where: str) -> Iterator[Named]:
    rows = list(_geonames_rows(content, where))
    units = {(row[8], row[10]): TAILS.sub("", row[1]) for _, row in rows if row[7] == "ADM1"}
    for number, row in rows:
        kind = CODES.get(row[7]) or KINDS.get(row[6], "site")
        lat, lon = _degrees(row[4], row[5], f"{where}, line {number}")
        people = int(row[14]) if row[14].isdecimal() else 0
        unit = units.get((row[8], row[10])) if kind != "country" else None
        spot = Spot(f"gn:{row[0]}", row[1], kind, row[8] or None, unit, lat, lon, people)
        yield spot, _names(row[1], row[2], TAILS.sub("", row[1]), *row[3].split(","))


def _geonames_rows(content: str, where: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        row = line.rstrip("\r").split("\t")
        if len(row) != GEONAMES_FIELDS or not row[0].isdecimal():
            found = f"{len(row)} fields" if len(row) != GEONAMES_FIELDS else f"{row[0]!r} for a geonameid"
            raise NoGazetteer(f"{where}, line {number}: {found}; a GeoNames dump has 19 fields parted by tabs")
        yield number, row


def _ocha(content: str, where: str) -> Iterator[Named]:
    """Each row's finest level, once; the units above it are what it lies in."""
    header = content.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    records = csv.DictReader(io.StringIO(content.lstrip("\ufeff")), delimiter=delimiter, strict=True)
    columns = _Columns(tuple(name for name in records.fieldnames or () if name), where)
    try:
        for record in records:
            place = f"{where}, line {records.line_num}"
            if None in record:
                raise NoGazetteer(f"{place}: more fields than the header names; check its commas and quotation marks")
            yield columns.spot({key: (value or "").strip() for key, value in record.items()}, place)
    except csv.Error as error:
        raise NoGazetteer(f"{where}, line {records.line_num}: {error}; a CSV with a header was expected") from error


class _Columns:
    """Which columns of an OCHA list hold the names and the codes of each level, and the point."""

    def __init__(self, header: tuple[str, ...], where: str) -> None:
        self.names: dict[int, list[str]] = {}
        self.codes: dict[int, str] = {}
        for column in header:
            self._take(column.strip(), column)
        self.lat = next((name for name in header if LATITUDE.fullmatch(name.strip())), None)
        self.lon = next((name for name in header if LONGITUDE.fullmatch(name.strip())), None)
        if not self.names or not self.codes:
            raise NoGazetteer(f"{where}, line 1: no column of names or of pcodes among {', '.join(header)}; {EXPECTED}")

    def _take(self, name: str, column: str) -> None:
        found = LEVEL.fullmatch(name)
        if not found:
            return
        level = int(found[1]) if found[1] else FEATURE
        if PCODE.fullmatch(found[3]):
            self.codes[level] = column
        elif NAME.fullmatch(found[3]):
            self.names.setdefault(level, []).append(column)

    def spot(self, record: Mapping[str, str], where: str) -> Named:
        """The place of a row at the finest level that it names."""
        told = [level for level in sorted(self.names) if any(record.get(name) for name in self.names[level])]
        codes = [record[self.codes[level]] for level in sorted(self.codes) if record.get(self.codes[level])]
        if not told or not codes:
            raise NoGazetteer(f"{where}: neither name nor pcode; each row names a place and its pcode")
        level = told[-1]
        code = record.get(self.codes.get(level, ""), "") or codes[-1]
        names = _names(*(record.get(name, "") for name in self.names[level]))
        lat, lon = _degrees(record.get(self.lat or "", ""), record.get(self.lon or "", ""), where)
        unit = next((record[name] for name in self.names.get(1, ()) if record.get(name)), None)
        kind = LEVELS.get(level, "city")
        return Spot(
            f"pcode:{code}", names[0], kind, codes[0][:2].upper(), TAILS.sub("", unit or "") or None, lat, lon, 0
        ), names


def _names(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def _degrees(lat: str, lon: str, where: str) -> tuple[float | None, float | None]:
    """The point in WGS84; None for both where none is given."""
    if not lat.strip() or not lon.strip():
        return None, None
    try:
        up, across = float(lat), float(lon)
    except ValueError as error:
        raise NoGazetteer(
            f"{where}: {lat!r}, {lon!r} is no point; degrees such as 36.2, 37.16 were expected"
        ) from error
    if not (-90 <= up <= 90 and -180 <= across <= 180):
        raise NoGazetteer(f"{where}: {lat}, {lon} lies on no globe; degrees such as 36.2, 37.16 were expected")
    return up, across
