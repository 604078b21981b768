from __future__ import annotations

import io
import random
import struct
import zipfile
from contextlib import suppress
from datetime import date
from functools import cache

import pytest
from openpyxl import Workbook
from tests.kaart.exchange.foreign import DATA, taken

from psoh_cli.errors import UnreadableError
from psoh_cli.kaart.exchange.sheet.reading_file import read_sheets
from psoh_cli.workbooks import old_excel_file
from psoh_cli.workbooks.raw_sheet import Merged, shown
from psoh_cli.workbooks.sheet_bounds import extent_of_xlsx, tables_of_ods

_SHEET = "xl/worksheets/sheet1.xml"


@cache
def xlsx() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.append(["Organisatie", "Activiteit", "Datum"])
    sheet.append(["Huis", "Inloop", date(2024, 2, 1)])
    sheet["D2"], sheet["E2"] = 0.5, True
    hidden = book.create_sheet("Geheim")
    hidden["A1"] = "x"
    hidden.sheet_state = "veryHidden"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def changed(data: bytes, *, part: str, old: bytes, new: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new, 1)
            made.writestr(name, content)
    return target.getvalue()


def why(data: bytes, name: str = "aanbod.xlsx") -> str:
    with pytest.raises(UnreadableError) as error:
        read_sheets(data, name)
    assert error.value.remedy
    return error.value.message


def test_rows_count_as_the_sheet_shows_them_and_hidden_sheets_are_marked() -> None:
    first, second = read_sheets(xlsx(), "aanbod.xlsx")
    assert first.rows[1] == ["Huis", "Inloop", date(2024, 2, 1), 0.5, True]
    assert (first.is_hidden, second.is_hidden, second.name) == (False, True, "Geheim")


def test_merged_cells_are_known_of_every_workbook() -> None:
    for name in ("welzijn-oost.ods", "welzijn-oost.xls"):
        (sheet, *_) = read_sheets((DATA / name).read_bytes(), name)
        assert Merged(first_row=4, first_column=0, last_row=6, last_column=0) in sheet.merged


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfnaam;taal\r\nInloop;Arabisch\r\n", "Arabisch"),
        ("naam;taal\nInloop;Oekraïens".encode("cp1252"), "Oekraïens"),
        ("naam\ttaal\r\nInloop\tOekraïens\r\n".encode("utf-16"), "Oekraïens"),
        ("naam\ttaal\r\nInloop\tOekraïens\r\n".encode("utf-16-le"), "Oekraïens"),
        (b"sep=;\r\nnaam;taal\r\nInloop;Arabisch", "Arabisch"),
        (b"sep=|\nnaam|taal\nInloop|Arabisch", "Arabisch"),
        (b'naam,taal\rInloop,"Arabisch, Dari"\r', "Arabisch, Dari"),
        (b'naam,taal\n"een, twee","een ""x""\ntwee"\n', 'een "x"\ntwee'),
        (b'naam,taal\nInloop,Ara"bisch"', 'Ara"bisch"'),
        (b"a, b;taal\nvoor mannen, vrouwen, kinderen;Arabisch\nx, y, z;Dari", "Arabisch"),
    ],
)
def test_text_is_read_whatever_program_wrote_it(data: bytes, text: str) -> None:
    (sheet,) = read_sheets(data, "aanbod.csv")
    assert (len(sheet.rows[0]), sheet.rows[1][1]) == (2, text)


def test_text_that_was_put_over_wrongly_before_is_told() -> None:
    (sheet,) = read_sheets("naam;taal\nCafÃ©;OekraÃ¯ens".encode(), "aanbod.csv")
    assert "eerder al verkeerd omgezet" in sheet.remarks[0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "aanbod.xlsx is leeg."),
        (b"\0" * 50, "aanbod.xlsx is leeg."),
        (b" \r\n;;\r\n", "aanbod.xlsx is leeg."),
        (b"%PDF-1.7 ...", "aanbod.xlsx is geen tabel maar een pdf."),
        (b"<html><table><tr><td>x</td></tr></table>",
         "aanbod.xlsx is een webpagina met een tabel, en geen werkblad."),
        (b"PK\x03\x04 and then nothing", "aanbod.xlsx is beschadigd, of is geen werkblad."),
        (b"naam;taal\n\"Inloop;Arabisch\nEten;Dari\n" + b"x;y\n" * 5,
         "aanbod.xlsx, rij 2: een aanhalingsteken wordt niet gesloten; alles erna zou één cel worden."),
    ],
)  # fmt: skip
def test_what_is_no_table_says_so(data: bytes, said: str) -> None:
    assert why(data) == said


def test_other_files_in_a_zip_are_named() -> None:
    for part, what in (("word/document.xml", "een Word-document"), ("xl/workbook.bin",
    "een Excel-bestand in het formaat xlsb"),
                       ("iets.txt", "een ingepakt bestand (zip) zonder werkblad")):  # fmt: skip
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as made:
            made.writestr(part, "x")
        assert why(target.getvalue()) == f"aanbod.xlsx is {what}; psoh leest hier xlsx, xls, ods en csv."


def test_a_zip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("psoh_cli.workbooks.zipped_file.MOST_UNPACKED", 1_000_000)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"<x/>")
        made.writestr(_SHEET, b"<sheetData>" + b" " * 2_000_000)
    assert why(target.getvalue()) == "aanbod.xlsx wordt na uitpakken veel te groot; psoh leest het niet."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="E2"', b'r="XFD1048576"'),
        (b'r="E2"', b'r="ZZZZZZ9"'),
        (b'r="E2"', b"r='XFD1048576' "),
        (b'<c r="E2" t="b">', b'<c r="XFD1048576" x=">" t="b">'),
        (b'r="E2"', b'r="E99999999999"'),
    ],
)
def test_one_far_cell_does_not_fill_the_memory(old: bytes, new: bytes) -> None:
    assert "meer rijen of kolommen dan psoh leest" in why(changed(xlsx(), part=_SHEET, old=old, new=new))


def test_a_far_cell_with_only_a_colour_does_not_count() -> None:
    data = changed(
        xlsx(),
        part=_SHEET,
        old=b"</row></sheetData>",
        new=b'</row><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>',
    )
    assert len(read_sheets(data, "aanbod.xlsx")[0].rows) == 2


def test_cells_without_a_place_are_counted() -> None:
    assert not extent_of_xlsx(b"<sheetData><row>" + b"<c><v>1</v></c>" * 3000 + b"</row></sheetData>").fits
    assert extent_of_xlsx(b"<sheetData><row><c><v>1</v></c></row></sheetData>").fits


def test_repeated_cells_of_an_ods_are_counted() -> None:
    head = b'<table:table table:name="x"><table:table-row>'
    sound = b"<table:table-cell><text:p>1</text:p></table:table-cell>"
    full = b'<table:table-cell office:value="1" table:number-columns-repeated="999999"/>'
    rest = b'<table:table-cell table:number-columns-repeated="16384"/>'
    empty = b'<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    rows = b"</table:table-row>" + empty + b"</table:table>"
    assert not tables_of_ods(head + full + rows)[0].extent.fits
    assert tables_of_ods(head + sound + rest + rows)[0].extent.fits


def test_an_ods_with_far_cells_is_refused() -> None:
    data = (DATA / "welzijn-oost.ods").read_bytes()
    far = changed(
        data,
        part="content.xml",
        old=b"<table:table-cell",
        new=b'<table:table-cell table:number-columns-repeated="99999999"',
    )
    assert "meer rijen of kolommen" in why(far)


def test_an_old_workbook_is_packed_anew_and_reads_the_same() -> None:
    data = (DATA / "welzijn-oost.xls").read_bytes()
    book = old_excel_file.workbook_in(data)
    again = old_excel_file.workbook_in(old_excel_file.packed(book.records))
    assert again.records.rstrip(b"\0") == book.records.rstrip(b"\0")
    assert (book.extent.rows, book.extent.columns) == (13, 13)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            struct.pack("<HHH", 0x2F, 2, 0),
            "aanbod.xls is beveiligd met een wachtwoord; psoh kan het niet lezen.",
        ),
        (
            struct.pack("<HHHHHd", 0x0203, 14, 65535, 65535, 0, 1.0),
            "aanbod.xls heeft meer rijen of kolommen dan psoh leest.",
        ),
        (
            struct.pack("<HHIIHHH", 0x0200, 14, 0, 2**32 - 1, 0, 65535, 0),
            "aanbod.xls is beschadigd, of is geen werkblad.",
        ),
        (struct.pack("<HHII", 0x00FC, 8, 1, 2**31), "aanbod.xls is beschadigd, of is geen werkblad."),
    ],
)
def test_an_old_workbook_cannot_fill_the_memory(record: bytes, said: str) -> None:
    book = old_excel_file.workbook_in((DATA / "welzijn-oost.xls").read_bytes())
    assert why(old_excel_file.packed(record + book.records), "aanbod.xls") == said


def test_a_workbook_with_a_password_says_so() -> None:
    secret = "aanbod.xlsx is beveiligd met een wachtwoord; psoh kan het niet lezen."
    plain, locked = (
        f"{name}\0".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)
        for name in ("Workbook", "EncryptedPackage")
    )
    book = old_excel_file.packed(bytes(5_000))
    assert plain in book
    assert why(book.replace(plain, locked)) == secret
    marked = changed(
        (DATA / "welzijn-oost.ods").read_bytes(),
        part="META-INF/manifest.xml",
        old=b"</manifest:manifest>",
        new=b"<manifest:encryption-data/></manifest:manifest>",
    )
    assert why(marked) == secret


def test_a_compound_file_without_workbook_is_refused() -> None:
    assert "is geen werkblad" in why(old_excel_file.MAGIC + bytes(2_000), "aanbod.xls")


def test_a_cell_is_shown_as_a_spreadsheet_would() -> None:
    assert [shown(cell) for cell in (3.0, 2.5, True, date(2024, 2, 1), "x")] == [
        "3",
        "2,5",
        "ja",
        "01-02-2024",
        "x",
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["welzijn-oost.ods", "welzijn-oost.xls", "polderland.xlsx", "cafe-zuid.csv", "jeugdhulp.txt"]
)
def test_changed_bytes_never_give_a_traceback(name: str) -> None:
    data = (DATA / name).read_bytes()
    chance = random.Random(name)
    for _ in range(300 if name.endswith(("csv", "txt")) else 1_000):
        _try(_mutated(data, chance), name)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "part"), [("welzijn-oost.ods", "content.xml"), ("polderland.xlsx", _SHEET),
("polderland.xlsx", "xl/sharedStrings.xml"),
                                            ("polderland.xlsx", "xl/workbook.xml"), ("polderland.xlsx",
                                                "xl/styles.xml")])  # fmt: skip
def test_changed_parts_never_give_a_traceback(name: str, part: str) -> None:
    data = (DATA / name).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read(part)
    chance = random.Random(f"{name} {part}")
    for _ in range(500):
        _try(changed(data, part=part, old=content, new=_mutated(content, chance)), name)


@pytest.mark.slow
def test_changed_records_of_an_old_workbook_never_give_a_traceback() -> None:
    book = old_excel_file.workbook_in((DATA / "welzijn-oost.xls").read_bytes())
    chance = random.Random(3)
    for _ in range(1_000):
        _try(old_excel_file.packed(_mutated(book.records, chance)), "welzijn-oost.xls")


def _try(data: bytes, name: str) -> None:
    with suppress(UnreadableError):
        taken(*read_sheets(data, name))


def _mutated(data: bytes, chance: random.Random) -> bytes:
    """Change bytes, cut, repeat, or put digits where digits stand."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(made) or 1)
        way = chance.randrange(5)
        if way == 0:
            made[at : at + 1] = bytes([chance.randrange(256)])
        elif way == 1:
            made[at : at + 2] = chance.choice((b"\xff\xff", b"\0\0", b"\xff\x7f"))
        elif way == 2:
            del made[at : at + chance.randint(1, 40)]
        elif way == 3:
            made[at:at] = made[at : at + chance.randint(1, 200)]
        else:
            digits = next(
                (place for place in range(at, min(at + 400, len(made))) if 48 <= made[place] <= 57), at
            )
            made[digits : digits + 1] = str(chance.choice((0, 9, 99, 65535, 10**6, 2**31, 10**12))).encode()
    return bytes(made)
