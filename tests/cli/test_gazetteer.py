"""Places of one's own: added, listed, removed, and read with; a file of another form is refused by its line."""

import zipfile

import pytest

from accordingto.casebook import open_case


def geonames_row(number, name, alternates="", lat="36.05", lon="36.55", kind=("P", "PPL"), unit="12", people="900"):
    fields = [
        number,
        name,
        name,
        alternates,
        lat,
        lon,
        *kind,
        "SY",
        "",
        unit,
        "",
        "",
        "",
        people,
        "",
        "",
        "Asia/Damascus",
    ]
    return "\t".join([*fields, "2024-01-01"])


DUMP = "\n".join(
    [
        geonames_row("1", "Idlib Governorate", kind=("A", "ADM1")),
        geonames_row("2", "Qaryat Wahm", "Qariat Wahim,قرية وهم"),
    ]
)
OCHA = (
    "admin0Name_en,admin0Pcode,admin1Name_en,admin1Name_ar,admin1Pcode,admin4Name_en,admin4Pcode,LATITUDE_Y,LONGITUDE_X\n"
    "Syria,SY,Idlib,إدلب,SY07,Qaryat Wahm,C9001,36.05,36.55\n"
    "Syria,SY,Idlib,إدلب,SY07,Tall Khayal,C9002,,\n"
)
REPORT = "Market shelled\n\nIn Syria shells fell on the village of Qaryat Wahm in Idlib province."


@pytest.fixture
def accordingto(run, tmp_path):
    """The command with a folder of layers of its own."""
    return lambda *arguments: run(*arguments, env={"ACCORDINGTO_GAZETTEER": str(tmp_path / "layers")})


def file(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return path


def points(accordingto, tmp_path, case):
    """Where the case puts each place of the report, by the words that name it."""
    accordingto("--case", case, "ingest", file(tmp_path, "report.txt", REPORT))
    accordingto("--case", case, "read")
    with open_case(tmp_path / case) as opened:
        [reading] = opened.readings()
    return {place.anchor.exact: (place.spot.lat, place.spot.lon) for place in reading.places if place.spot}


@pytest.mark.parametrize(("name", "content"), [("SY.txt", DUMP), ("syr_adm4.csv", OCHA)])
def test_an_added_village_is_put_on_the_map_until_it_is_removed(accordingto, tmp_path, name, content):
    before = points(accordingto, tmp_path, "before.db")
    assert "Qaryat Wahm" not in before
    assert accordingto("gazetteer", "add", file(tmp_path, name, content)).exit_code == 0
    assert points(accordingto, tmp_path, "with.db")["Qaryat Wahm"] == (36.05, 36.55)
    assert accordingto("gazetteer", "remove", name.partition(".")[0]).exit_code == 0
    assert points(accordingto, tmp_path, "after.db") == before


def test_a_dump_is_taken_out_of_its_zip_without_the_readme(accordingto, tmp_path):
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "words about the dump\n" * 999)
        archive.writestr("SY.txt", DUMP)
    assert accordingto("gazetteer", "add", tmp_path / "SY.zip").stdout == "SY: 2 places (GeoNames), added.\n"


def test_adding_twice_changes_nothing_and_a_newer_file_takes_the_place(accordingto, tmp_path):
    path = file(tmp_path, "SY.txt", DUMP)
    accordingto("gazetteer", "add", path)
    first = accordingto("gazetteer", "list").stdout
    assert "there already, unchanged" in accordingto("gazetteer", "add", path).stdout
    assert accordingto("gazetteer", "list").stdout == first
    path.write_text(DUMP.replace("36.05", "36.06"), encoding="utf-8")
    assert "added" in accordingto("gazetteer", "add", path).stdout
    assert accordingto("gazetteer", "list").stdout != first


def test_readings_made_with_another_gazetteer_are_told_apart_and_made_anew(accordingto, tmp_path):
    ingested = accordingto("--case", "c.db", "ingest", file(tmp_path, "report.txt", REPORT))
    assert ingested.exit_code == 0
    first = accordingto("--case", "c.db", "read").stdout
    accordingto("gazetteer", "add", file(tmp_path, "SY.txt", DUMP))
    again = accordingto("--case", "c.db", "read").stdout
    assert again.startswith("1 report read by")
    assert first != again
    assert accordingto("--case", "c.db", "read").stdout.startswith("0 reports read")


def test_every_worker_reads_with_the_added_places(accordingto, tmp_path):
    accordingto("gazetteer", "add", file(tmp_path, "SY.txt", DUMP))
    accordingto("--case", "c.db", "ingest", file(tmp_path, "report.txt", REPORT))
    alone = accordingto("--case", "d.db", "ingest", tmp_path / "report.txt")
    assert alone.exit_code == 0
    by_two = accordingto("--case", "c.db", "read", "--workers", "2").stdout
    assert by_two == accordingto("--case", "d.db", "read").stdout


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", "Market shelled\n\nTwo were hurt.", ["a.txt, line 1", "19 fields", "admin1Name_en"]),
        ("b.txt", f"{DUMP}\n3\tShort row", ["b.txt, line 3", "2 fields", "19 fields"]),
        ("c.txt", f"{DUMP}\n" + geonames_row("x", "No number"), ["c.txt, line 3", "'x' for a geonameid"]),
        ("d.txt", geonames_row("1", "Far", lat="136.0"), ["d.txt, line 1", "lies on no globe", "36.2, 37.16"]),
        ("e.csv", OCHA.replace("36.05", "north"), ["e.csv, line 2", "'north'", "36.2, 37.16"]),
        ("f.csv", "admin1Name_en,population\nIdlib,5", ["f.csv, line 1", "no column of names or of pcodes"]),
        ("g.csv", OCHA + ",,,,,,,,\n", ["g.csv, line 4", "neither name nor pcode"]),
        ("h.csv", "", ["h.csv, line 1", "nothing stands in it"]),
        ("i.zip", "PK but no archive", ["i.zip", "cannot be opened"]),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_line_and_nothing_is_kept(
    accordingto, tmp_path, name, content, words
):
    done = accordingto("gazetteer", "add", file(tmp_path, name, content))
    assert done.exit_code == 1
    assert all(word in done.stderr for word in words), done.stderr
    assert accordingto("gazetteer", "list").stdout.startswith("No layer")


def test_a_layer_that_is_not_there_cannot_be_removed(accordingto):
    done = accordingto("gazetteer", "remove", "SY")
    assert done.exit_code == 1
    assert "no layer is called 'SY'" in done.stderr


@pytest.mark.parametrize(
    "header",
    [
        "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_PCODE",
        "adm0_name,adm0_pcode,adm1_name,adm1_pcode",
        "admin0Name,admin0Pcode,admin1Name,admin1Pcode",
    ],
)
def test_every_spelling_of_the_levels_is_known(accordingto, tmp_path, header):
    path = file(tmp_path, "units.csv", f"{header}\nSyria,SY,Idlib,SY07\n")
    assert accordingto("gazetteer", "add", path).stdout == "units: 1 place (OCHA), added.\n"
