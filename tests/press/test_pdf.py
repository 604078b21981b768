from __future__ import annotations

import builtins
import io
import os
import re
import socket
import sys
from datetime import UTC, date, datetime
from typing import Any

import pikepdf
import pytest
from tests.report.worlds import AS_OF, EXAMPLES, example, renamed, verbose

from psoh_cli.errors import MissingRendererError, WrongUseError
from psoh_cli.press import html, pdf
from psoh_cli.press.tagged import repair as pdf_repair
from psoh_cli.report.compose import compose
from psoh_cli.report.document import walk

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
PAGE = '<html lang="nl"><head><title>T</title><style>%s</style></head><body><h1>Kop</h1>%s</body></html>'


def rendered(body: str, *, style: str = "", as_of: date = AS_OF) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf.render(PAGE % (style, body), as_of=as_of, identifier="t")))


def text_of(page: Any) -> bytes:
    return b"".join(
        pikepdf.unparse_content_stream([step]) + b"\n" for step in pikepdf.parse_content_stream(page)
    )


def test_same_input_same_bytes_and_the_peildatum_for_a_clock() -> None:
    page = PAGE % ("", '<p id="a">x</p><table><tr><th scope="col">K</th></tr><tr><td>1</td></tr></table>')
    first = pdf.render(page, as_of=AS_OF, identifier="x")
    assert first == pdf.render(page, as_of=AS_OF, identifier="x")
    with pikepdf.open(io.BytesIO(first)) as file:
        assert str(file.docinfo["/CreationDate"]).startswith("D:20261121")


def test_the_moment_of_the_caller_wins_and_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    page = PAGE.replace("<head>", '<head><meta name="dcterms.created" content="2026-11-21">') % ("", "")
    done = pdf.render(page, as_of=AS_OF, identifier="t")
    with pikepdf.open(io.BytesIO(done)) as file:
        described = file.Root.Metadata.read_bytes()
        assert str(file.docinfo["/CreationDate"]) == str(file.docinfo["/ModDate"]) == "D:19700102000000Z"
    assert described.count(b"1970-01-02T00:00:00Z") == described.count(b"Date>") // 2 == 2
    assert b"2026" not in described
    assert os.environ["SOURCE_DATE_EPOCH"] == "86400"


@pytest.mark.parametrize("said", ["gisteren", "1.5", "9" * 30])
def test_a_moment_that_is_none_is_told_in_dutch(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    with pytest.raises(WrongUseError, match="geen tijdstip"):
        rendered("<p>x</p>")


def test_the_file_is_tagged_titled_and_dutch() -> None:
    with rendered("<p>x</p>") as file:
        assert str(file.Root.Lang) == "nl"
        assert bool(file.Root.MarkInfo.Marked)
        described = file.Root.Metadata.read_bytes()
        assert re.search(rb"<pdfuaid:part>1<", described)
        assert re.search(rb"pdfaid:part[=>\"']*3", described)
        assert described.count(b"<rdf:RDF") == 1
        assert len(file.Root.OutputIntents) == 1
        assert str(file.docinfo["/Title"]) == "T"


def test_the_foot_of_a_page_is_an_artifact_and_its_text_is_not_in_the_tree() -> None:
    style = '@page { @bottom-left { content: "voetregel" } }'
    with rendered("<p>tekst</p>", style=style) as file:
        content = text_of(file.pages[0])
        assert b"/Artifact" in content
        root = file.Root.StructTreeRoot
        owners = root.ParentTree.Nums[1]
        assert any(not isinstance(owner, pikepdf.Dictionary) for owner in owners)


def test_table_heads_are_in_the_tree_of_ids() -> None:
    table = '<table><tr><th scope="col">K</th></tr><tr><td>1</td></tr></table>'
    with rendered(table) as file:
        assert len(file.Root.StructTreeRoot.IDTree.Names) >= 2


def test_a_parent_tree_of_another_shape_is_refused_and_not_broken_further() -> None:
    with rendered("<p>x</p>") as file:
        del file.Root.StructTreeRoot.ParentTree.Nums
        changed = io.BytesIO()
        file.save(changed)
    with pytest.raises(pdf_repair.UnexpectedPdfError):
        pdf_repair.repair(changed.getvalue(), moment=NOON)


def test_a_file_that_says_already_what_it_is_is_refused() -> None:
    done = pdf.render(PAGE % ("", "<p>x</p>"), as_of=AS_OF, identifier="t")
    with pytest.raises(pdf_repair.UnexpectedPdfError, match="XMP"):
        pdf_repair.repair(done, moment=NOON)


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        '<p style="kleur: rood">x</p>',
        '<img alt="x" src="file:///etc/hostname">',
        '<img src="data:,x" alt="x">',
    ],
)
def test_any_complaint_of_the_renderer_is_an_error(body: str) -> None:
    with pytest.raises(pdf.RenderError, match="meldt"):
        pdf.render(PAGE % ("", body), as_of=AS_OF, identifier="t")


def test_the_renderer_reaches_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []
    monkeypatch.setattr(socket, "create_connection", lambda *args, **_: tried.append(args))
    with pytest.raises(pdf.RenderError):
        pdf.render(PAGE % ("", '<img alt="x" src="https://example.org/x.png">'), as_of=AS_OF, identifier="t")
    assert tried == []


def test_a_character_without_a_shape_becomes_a_mark_and_other_scripts_stay() -> None:
    with rendered("<p>Tigrinya ትግርኛ, العربية, Українська \N{GRINNING FACE}</p>") as file:
        fonts = {str(font.get("/BaseFont", "")) for font in file.objects if _is_font(font)}
    assert any("Ethiopic" in name for name in fonts)
    assert any("Arabic" in name for name in fonts)
    assert all("Noto" in name for name in fonts)


def _is_font(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and str(item.get("/Type", "")) == "/Font"


def test_without_pango_the_remedy_is_told_and_the_banner_is_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def fail(name: str, *args: Any, **named: Any) -> Any:
        if name == "weasyprint":
            sys.stdout.write("-----\nWeasyPrint could not import some external libraries.")
            raise OSError("cannot load library 'libpangoft2-1.0-0'")
        return real(name, *args, **named)

    monkeypatch.setattr(builtins, "__import__", fail)
    with pytest.raises(MissingRendererError) as caught:
        pdf.render("<html></html>", as_of=AS_OF, identifier="t")
    assert "Pango" in caught.value.message
    assert "HTML" in caught.value.remedy
    assert caught.value.exit_code == 4
    assert capsys.readouterr().out == ""


def pages_of(kind: str, material: Any) -> int:
    page = html.render(compose(kind, material))
    with pikepdf.open(io.BytesIO(pdf.render(page, as_of=AS_OF, identifier="t"))) as file:
        return len(file.pages)


@pytest.mark.slow
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_whole_summary_comes_out_the_same(name: str) -> None:
    page = html.render(compose("samenvatting", example(name)))
    first = pdf.render(page, as_of=AS_OF, identifier="x")
    assert first == pdf.render(page, as_of=AS_OF, identifier="x")


@pytest.mark.slow
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_summary_is_one_page(name: str) -> None:
    assert pages_of("samenvatting", example(name)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", ["dordrecht", "voorbeeldstad"])
def test_the_summary_stays_one_page_whatever_it_says(name: str) -> None:
    assert pages_of("samenvatting", verbose(example(name))) == 1


@pytest.mark.slow
def test_the_summary_inside_a_report_fills_one_page_only() -> None:
    document = compose("gap-analyse", verbose(example("dordrecht")))
    only = document.model_copy(update={"sections": document.sections[:1], "sources": ()})
    names = {part.id for part in walk(only.sections)}
    assert names == {"samenvatting"}
    with pikepdf.open(io.BytesIO(pdf.render(html.render(only), as_of=AS_OF, identifier="t"))) as file:
        assert len(file.pages) == 2, "a cover and one page"


def test_a_name_with_signs_prints() -> None:
    assert (
        pages_of("samenvatting", renamed(example("dordrecht"), gemeente="Jeugd & Gezin <b> 's-Hertogenbosch"))
        == 1
    )
