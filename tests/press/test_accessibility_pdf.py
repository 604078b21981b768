"""A PDF of ours passes every check of ours, and each way of spoiling it is seen."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.press.small_document import small_document

from psoh_cli.press import html, pdf
from psoh_cli.press.accessibility.checks import Result
from psoh_cli.press.accessibility.examine import examine

DOCUMENT = small_document()
Spoil = Callable[[Any], None]


@cache
def good() -> bytes:
    return pdf.render(html.render(DOCUMENT), as_of=date(2026, 11, 21), identifier="proef")


def spoilt(change: Spoil) -> bytes:
    with pikepdf.open(io.BytesIO(good())) as opened:
        change(opened)
        target = io.BytesIO()
        opened.save(target)
    return target.getvalue()


def wrong(content: bytes) -> dict[str, str]:
    return {check.id: check.detail for check in examine("proef.pdf", content, document=DOCUMENT).wrong}


def elements(opened: Any, *roles: str) -> Iterator[Any]:
    waiting = [opened.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        kids = element.get("/K", Array([]))
        inner = list(kids) if isinstance(kids, Array) else [kids]
        waiting.extend(kid for kid in reversed(inner) if isinstance(kid, Dictionary) and "/S" in kid)
        if str(element.get("/S", ""))[1:] in roles:
            yield element


def first(opened: Any, *roles: str) -> Any:
    return next(elements(opened, *roles))


def drop(name: str) -> Spoil:
    def change(opened: Any) -> None:
        del opened.Root[name]

    return change


def rename(old: str, new: str) -> Spoil:
    def change(opened: Any) -> None:
        first(opened, old).S = Name(f"/{new}")

    return change


def no_alternative(opened: Any) -> None:
    del first(opened, "Figure").Alt


def no_scope(opened: Any) -> None:
    for element in elements(opened, "TH"):
        for name in ("/A", "/ID"):
            if name in element:
                del element[name]


def no_head_row(opened: Any) -> None:
    for row in elements(opened, "TR"):
        if all(str(cell.S) == "/TH" for cell in row.K):
            for cell in row.K:
                cell.S = Name.TD
            return


def short_row(opened: Any) -> None:
    row = list(elements(opened, "TR"))[-1]
    del row.K[-1]


def lost_head(opened: Any) -> None:
    cell = next(cell for cell in elements(opened, "TD"))
    cell.A = Array([Dictionary(O=Name.Table, Headers=Array([String("nergens")]))])


def other_title(opened: Any) -> None:
    opened.docinfo["/Title"] = "proef.pdf"


def hidden_title(opened: Any) -> None:
    opened.Root.ViewerPreferences.DisplayDocTitle = False


def no_mark(opened: Any) -> None:
    opened.Root.MarkInfo.Marked = False


def other_language(opened: Any) -> None:
    opened.Root.Lang = String("en")


def in_metadata(old: bytes, new: bytes) -> Spoil:
    def change(opened: Any) -> None:
        text = opened.Root.Metadata.read_bytes()
        assert old in text
        opened.Root.Metadata.write(text.replace(old, new))

    return change


def no_contents_of_link(opened: Any) -> None:
    for page in opened.pages:
        for annotation in page.get("/Annots", []):
            del annotation["/Contents"]


def loose_link(opened: Any) -> None:
    for page in opened.pages:
        for annotation in page.get("/Annots", []):
            del annotation["/StructParent"]


def no_letters(opened: Any) -> None:
    for font in opened.pages[0].Resources.Font.values():
        del font["/ToUnicode"]


def no_font_file(opened: Any) -> None:
    for font in opened.pages[0].Resources.Font.values():
        described = font.DescendantFonts[0].FontDescriptor
        for name in [key for key in described.keys() if key.startswith("/FontFile")]:  # noqa: SIM118
            del described[name]


def in_content(old: bytes, new: bytes, *, every: bool = False) -> Spoil:
    def change(opened: Any) -> None:
        for page in opened.pages:
            text = b"\n".join(
                stream.read_bytes()
                for stream in (page.Contents if isinstance(page.Contents, Array) else [page.Contents])
            )
            if old in text:
                page.Contents = opened.make_stream(
                    text.replace(old, new) if every else text.replace(old, new, 1)
                )
                if not every:
                    return

    return change


def loose_text(opened: Any) -> None:
    page = opened.pages[0]
    font = next(iter(page.Resources.Font.keys()))
    page.contents_add(f"BT {font} 12 Tf 1 0 0 1 50 50 Tm <0001> Tj ET".encode())


def orphaned_text(opened: Any) -> None:
    owners = opened.Root.StructTreeRoot.ParentTree.Nums
    stray = opened.make_indirect(Dictionary(S=Name.Span))
    for index in range(1, len(owners), 2):
        if isinstance(owners[index], Array):
            owners[index][0] = stray
            return


def faint_text(opened: Any) -> None:
    page = opened.pages[0]
    font = next(iter(page.Resources.Font.keys()))
    text = f"/Artifact <</Type /Pagination>> BDC BT 0.7 g {font} 9 Tf 1 0 0 1 50 800 Tm <0001> Tj ET EMC"
    page.contents_add(text.encode())


def no_bookmark(opened: Any) -> None:
    with opened.open_outline() as outline:
        outline.root[:] = outline.root[:1]
        outline.root[0].children.clear()


SPOILS: list[tuple[str, Spoil]] = [
    ("pdf-structuur", drop("/StructTreeRoot")),
    ("pdf-structuur", no_mark),
    ("pdf-structuur", rename("P", "Alinea")),
    ("pdf-structuur", rename("L", "Sect")),
    ("pdf-structuur", rename("TR", "Sect")),
    ("pdf-taal", drop("/Lang")),
    ("pdf-taal", other_language),
    ("pdf-titel", other_title),
    ("pdf-titel", hidden_title),
    ("pdf-ua", in_metadata(b"<pdfuaid:part>1", b"<pdfuaid:part>9")),
    ("pdf-a", in_metadata(b'pdfaid:part="3"', b'pdfaid:part="2"')),
    ("pdf-a", drop("/OutputIntents")),
    ("pdf-koppen", rename("H1", "H2")),
    ("pdf-koppen", rename("H2", "H1")),
    ("pdf-koppen", rename("H3", "H5")),
    ("pdf-bladwijzers", drop("/Outlines")),
    ("pdf-bladwijzers", no_bookmark),
    ("pdf-tabellen", no_scope),
    ("pdf-tabellen", no_head_row),
    ("pdf-tabellen", short_row),
    ("pdf-tabellen", lost_head),
    ("pdf-figuren", no_alternative),
    ("pdf-buiten-structuur", loose_text),
    ("pdf-buiten-structuur", orphaned_text),
    ("pdf-buiten-structuur", in_content(b"/Pagination", b"/Layout", every=True)),
    ("pdf-koppelingen", no_contents_of_link),
    ("pdf-koppelingen", loose_link),
    ("pdf-lettertypen", no_letters),
    ("pdf-lettertypen", no_font_file),
    ("pdf-contrast", faint_text),
]


@pytest.mark.slow
def test_our_own_pdf_passes_every_check() -> None:
    examined = examine("proef.pdf", good(), document=DOCUMENT)
    assert [(check.id, check.detail) for check in examined.wrong] == []
    assert {check.id for check in examined.checks} == {name for name, _ in SPOILS}
    assert all(check.result is Result.GOOD for check in examined.checks)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "change"), SPOILS, ids=[f"{name}-{place}" for place, (name, _) in enumerate(SPOILS)]
)
def test_each_check_is_seen_to_fail(name: str, change: Spoil) -> None:
    assert name in wrong(spoilt(change))


@pytest.mark.slow
def test_a_pdf_without_structure_leaves_the_rest_undecided() -> None:
    examined = examine("proef.pdf", spoilt(drop("/StructTreeRoot")), document=DOCUMENT)
    results = {check.id: check.result for check in examined.checks}
    assert results["pdf-koppen"] is Result.UNDECIDED
    assert results["pdf-taal"] is Result.GOOD


def test_a_circle_in_the_structure_ends() -> None:
    def circle(opened: Any) -> None:
        element = first(opened, "P")
        element.K = Array([element])

    checks = {check.id: check for check in examine("x.pdf", spoilt(circle), document=DOCUMENT).checks}
    assert checks["pdf-koppen"].result is Result.UNDECIDED
    assert "kring" in checks["pdf-koppen"].detail


def test_no_pdf_is_said_to_be_none() -> None:
    assert set(wrong(b"%PDF-1.7 en verder niets")) == {"pdf-leesbaar"}
