"""What a PDF carries comes out as it went in, and a PDF from anywhere is believed no further than that."""

from __future__ import annotations

import contextlib
import io
import json
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from subprocess import CompletedProcess
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.report.worlds import AS_OF

from psoh_cli import environment
from psoh_cli.errors import UnreadableError
from psoh_cli.press import manifest, pdf
from psoh_cli.press.source import CarriedFile, Source
from psoh_cli.press.tagged import reading as pdf_reading
from psoh_cli.report.version import Version

PAGE = """<html lang="nl"><head><title>T</title><style>@page { @bottom-left { content: "voetregel" } }</style></head>
<body><h1>Kop</h1><table><tr><th scope="col">K</th></tr><tr><td>1</td></tr></table></body></html>"""
SOURCE = Source(
    files=(
        CarriedFile(name="plan.yaml", content="naam: één\n".encode(), description="Het plan"),
        CarriedFile(name="interviews/huisarts.yaml", content=b"a: 1\r\n"),
        CarriedFile(name="gemeente.yaml", content=b""),
    ),
    knowledge_version="2026.1",
    tool_version="1.0",
    version=Version.PARTNERS,
)


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf.render(PAGE, as_of=AS_OF, identifier="implementatieplan-partners/x", source=SOURCE)


def changed(content: bytes, change: Callable[[pikepdf.Pdf], object], **saving: Any) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as file:
        change(file)
        file.save(target, **saving)
    return target.getvalue()


def attachment(file: pikepdf.Pdf, name: str) -> Any:
    names = file.Root.Names.EmbeddedFiles.Names
    return next(names[index + 1] for index in range(0, len(names), 2) if str(names[index]) == name)


def swap(name: str, content: bytes) -> Callable[[pikepdf.Pdf], object]:
    return lambda file: attachment(file, name).EF.F.write(content)


def read(content: bytes) -> pdf_reading.Carried:
    return pdf_reading.read(content, name="plan.pdf")


def test_what_went_in_comes_out_with_its_list(made: bytes) -> None:
    carried = read(made)
    assert {file.name: file.content for file in carried.source.files} == {
        file.name: file.content for file in SOURCE.files
    }
    assert carried.is_intact
    assert carried.source.fingerprint == SOURCE.fingerprint == carried.manifest.fingerprint
    assert (carried.manifest.document, carried.manifest.version) == (
        "implementatieplan-partners",
        Version.PARTNERS,
    )
    assert (carried.manifest.as_of, carried.manifest.with_interviews) == (AS_OF, False)


def test_the_same_source_gives_the_same_bytes(made: bytes) -> None:
    again = pdf.render(PAGE, as_of=AS_OF, identifier="implementatieplan-partners/x", source=SOURCE)
    assert again == made


def test_every_attachment_is_an_associated_source_with_its_kind_and_moment(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as file:
        keys = [bytes(key) for key in list(file.Root.Names.EmbeddedFiles.Names)[::2]]
        assert keys == sorted(keys)
        associated = list(file.Root.AF)
        assert len(associated) == len({item.objgen for item in associated}) == len(SOURCE.files) + 1
        for item in associated:
            assert item.AFRelationship == Name.Source
            kind = "/application/json" if str(item.UF) == manifest.NAME else "/application/yaml"
            assert str(item.EF.F.Subtype) == kind
            assert str(item.EF.F.Params.ModDate) == str(item.EF.F.Params.CreationDate) == "D:20261121120000Z"


def test_without_a_source_nothing_is_carried() -> None:
    bare = pdf.render(PAGE, as_of=AS_OF, identifier="t")
    with pikepdf.open(io.BytesIO(bare)) as file:
        assert "/AF" not in file.Root
    with pytest.raises(UnreadableError, match="draagt geen gegevens van psoh"):
        read(bare)


def test_the_tree_of_names_may_be_cut_up_and_lead_back_into_itself(made: bytes) -> None:
    def cut(file: pikepdf.Pdf) -> None:
        tree = file.Root.Names.EmbeddedFiles
        leaves = list(tree.Names)
        first = file.make_indirect(Dictionary(Names=Array(leaves[:2])))
        second = file.make_indirect(Dictionary(Names=Array(leaves[2:])))
        del tree.Names
        tree.Kids = Array([first, second])
        second.Kids = Array([tree])

    assert read(changed(made, cut)).is_intact


def test_an_attachment_of_somebody_else_is_left_alone(made: bytes) -> None:
    def add(file: pikepdf.Pdf) -> None:
        file.attachments["../../bijlage.exe"] = pikepdf.AttachedFileSpec(  # type: ignore[call-arg]
            file, b"x"
        )

    carried = read(changed(made, add))
    assert carried.is_intact
    assert carried.others == ("../../bijlage.exe",)


def test_a_changed_or_lost_file_is_seen(made: bytes) -> None:
    assert read(changed(made, swap("plan.yaml", b"naam: twee\n"))).altered == ("plan.yaml",)

    def lose(file: pikepdf.Pdf) -> None:
        names = file.Root.Names.EmbeddedFiles
        names.Names = Array(list(names.Names)[:-2])

    carried = read(changed(made, lose))
    assert carried.altered == ("plan.yaml",)
    assert not carried.is_intact


def test_a_list_that_was_changed_with_its_file_is_seen_by_the_fingerprint(made: bytes) -> None:
    def forge(file: pikepdf.Pdf) -> None:
        other = CarriedFile(name="plan.yaml", content=b"naam: twee\n")
        swap("plan.yaml", other.content)(file)
        stream = attachment(file, manifest.NAME).EF.F
        about = json.loads(stream.read_bytes())
        for item in about["bestanden"]:
            if item["naam"] == other.name:
                item["sha256"] = other.digest
        stream.write(json.dumps(about).encode())

    carried = read(changed(made, forge))
    assert carried.altered == ()
    assert not carried.is_intact


def _bomb(file: pikepdf.Pdf) -> None:
    stream = attachment(file, "plan.yaml").EF.F
    stream.write(zlib.compress(b"\0" * 30_000_000, 9), filter=Name.FlateDecode)


def _many(file: pikepdf.Pdf) -> None:
    item = attachment(file, "plan.yaml")
    extra = [
        part
        for number in range(1_001)
        for part in (String(f"{number}"), file.make_indirect(_copy(item, number)))
    ]
    file.Root.Names.EmbeddedFiles.Names = Array(extra)


def _copy(item: Any, number: int) -> Any:
    return Dictionary(Type=Name.Filespec, UF=String(f"{number}"), F=String(f"{number}"), EF=item.EF)


def _twice(file: pikepdf.Pdf) -> None:
    names = file.Root.Names.EmbeddedFiles
    names.Names = Array([*names.Names, String("z"), attachment(file, "plan.yaml")])


def _odd_filter(file: pikepdf.Pdf) -> None:
    attachment(file, "plan.yaml").EF.F.write(b"00>", filter=Name.ASCIIHexDecode)


def _no_stream(file: pikepdf.Pdf) -> None:
    attachment(file, "plan.yaml").EF.F = Dictionary(Type=Name.EmbeddedFile)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_bomb, "meer dan psoh wil uitpakken"),
        (_many, "beschadigd"),
        (_twice, "beschadigd"),
        (_odd_filter, "beschadigd"),
        (_no_stream, "beschadigd"),
        (swap(manifest.NAME, b"[" * 100_000), "niet te lezen"),
        (swap(manifest.NAME, b"{}"), "niet te lezen"),
        (swap(manifest.NAME, b"\xff\xfe"), "niet te lezen"),
    ],
)
def test_a_hostile_pdf_is_refused_in_dutch(
    made: bytes, change: Callable[[pikepdf.Pdf], object], said: str
) -> None:
    with pytest.raises(UnreadableError, match=said) as caught:
        read(changed(made, change, compress_streams=False))
    assert caught.value.remedy


def test_a_list_in_a_newer_format_asks_for_a_newer_psoh(made: bytes) -> None:
    def renew(file: pikepdf.Pdf) -> None:
        stream = attachment(file, manifest.NAME).EF.F
        stream.write(stream.read_bytes().replace(b'"formaat": "1"', b'"formaat": "2"'))

    with pytest.raises(UnreadableError, match="formaat 2") as caught:
        read(changed(made, renew))
    assert caught.value.remedy == "Werk psoh bij."


@pytest.mark.parametrize("password", ["", "geheim"])
def test_a_protected_pdf_is_refused(made: bytes, password: str) -> None:
    locked = changed(made, lambda file: None, encryption=pikepdf.Encryption(user=password, owner="baas"))
    with pytest.raises(UnreadableError, match="beveiligd"):
        read(locked)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"PK\x03\x04", b"\0" * 5_000])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        read(content)


@pytest.mark.slow
def test_half_a_pdf_is_refused_or_carries_everything(made: bytes) -> None:
    for part in range(1, 12):
        with contextlib.suppress(UnreadableError):
            assert read(made[: len(made) * part // 12]).altered == ()


Checker = Callable[..., "CompletedProcess[str]"]


@pytest.mark.conformance
@pytest.mark.slow
def test_both_standards_hold_with_attachments_and_not_without_the_repair(
    made: bytes, tmp_path: Any, conformance_tool: Callable[[str], Checker]
) -> None:
    whole, raw = tmp_path / "af.pdf", tmp_path / "ruw.pdf"
    whole.write_bytes(made)
    moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    raw.write_bytes(pdf._draw(PAGE, moment=moment, identifier="t", fonts=environment.font_files()))
    check, tags = conformance_tool("pdfua-check"), conformance_tool("pdf-tags")
    standards = ("--profile", "PDFUA-1", "--profile", "PDFA-3A")
    assert check(*standards, whole).returncode == 0
    assert tags(whole).returncode == 0
    unfinished = check(*standards, raw)
    assert unfinished.returncode == 1
    assert "5-1" in unfinished.stdout
    lost = tags(raw)
    assert lost.returncode == 1
    assert {"lost-content", "no-id-tree"} <= set(lost.stdout.replace(":", " ").split())
