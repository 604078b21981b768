from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import odfdo
import pytest
from lxml import etree  # type: ignore[import-untyped]
from tests.press import office_samples as samples
from tests.press.office_texts import WITH_THE_LONG_ONES_SLOW, found_in
from tests.report.worlds import example

from psoh_cli.press import odt
from psoh_cli.report.compose import compose
from psoh_cli.report.document import Section

ODF = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}{}"


def q(name: str) -> str:
    prefix, _, local = name.partition(":")
    kinds = {"fo": "xsl-fo-compatible", "svg": "svg-compatible", "draw": "drawing"}
    return ODF.format(kinds.get(prefix, prefix), local)


def part(data: bytes, name: str = "content.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def words(data: bytes) -> str:
    """Give all text of the body: paragraphs apart, tabs and line breaks as blanks."""
    body = part(data).find(f".//{q('office:text')}")
    return "\n".join(_line(node) for node in body.iter(q("text:p"), q("text:h")))


def _line(paragraph: Any) -> str:
    pieces = []
    for node in paragraph.iter():
        if node is not paragraph and node.tag in {q("text:tab"), q("text:line-break"), q("text:s")}:
            pieces.append(" ")
        pieces.append(node.text or "")
        if node is not paragraph:
            pieces.append(node.tail or "")
    return "".join(pieces)


EVERY = odt.render(samples.document())


def test_another_program_reads_its_headings_and_tables() -> None:
    opened = odfdo.Document(io.BytesIO(EVERY))
    levels = [(int(header.level), header.inner_text) for header in opened.body.headers]
    assert levels == [
        (1, "1\tAlles"), (2, "Een tussenkop"), (2, "P1\tPaneeltitel ARQ"), (2, "Paneel zonder nummer"),
        (2, "Niemand volgt op"), (2, "Hier hoeft niets"), (1, "2\tBreed"), (2, "2.1\u2002Dieper"), (1, "A\tSlot"),
        (1, "Bronnen"), (1, "Colofon"),
    ]  # fmt: skip
    assert [table.name for table in opened.body.tables] == ["Tabel1", "Tabel2", "Tabel3", "Tabel4"]
    assert opened.meta.title == "Proefplan Voorbeeldstad"
    assert opened.meta.language == "nl-NL"


def test_the_first_thing_in_the_file_says_what_it_is() -> None:
    with zipfile.ZipFile(io.BytesIO(EVERY)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype").decode() == odt.MIMETYPE
        listed = part(EVERY, "META-INF/manifest.xml")
        named = {node.get(next(key for key in node.attrib if key.endswith("full-path"))) for node in listed}
        assert named - {"/"} == set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}


def test_every_style_that_is_used_exists() -> None:
    content, styles = part(EVERY), part(EVERY, "styles.xml")
    known = {node.get(q("style:name")) for root in (content, styles) for node in root.iter()}
    used = {
        node.get(q(f"{kind}:style-name"))
        for kind in ("text", "table", "draw")
        for node in content.iter()
        if isinstance(node.tag, str)
    }
    assert used - {None} <= known
    parents = {node.get(q("style:parent-style-name")) for root in (content, styles) for node in root.iter()}
    assert parents - {None} <= known


def test_tables_repeat_their_heads_and_name_their_first_column() -> None:
    tables = list(part(EVERY).iter(q("table:table")))
    assert all(len(table.findall(q("table:table-header-rows"))) == 1 for table in tables)
    assert tables[0].find(q("table:table-header-columns")) is not None
    assert [table.findtext(q("table:title")) for table in tables][:1] == ["Kosten"]


def test_a_table_begins_with_its_columns_as_many_as_each_row_has_cells() -> None:
    for table in part(EVERY).iter(q("table:table")):
        columns = len(list(table.iter(q("table:table-column"))))
        assert columns
        assert {len(row.findall(q("table:table-cell"))) for row in table.iter(q("table:table-row"))} == {
            columns
        }
        parts = [child.tag for child in table]
        heads = [q("table:table-header-columns")] if q("table:table-header-columns") in parts else []
        plain = [q("table:table-column")] * (columns - len(heads))
        assert parts[1 : parts.index(q("table:table-header-rows"))] == heads + plain


def test_every_picture_says_what_it_shows() -> None:
    frames = list(part(EVERY).iter(q("draw:frame")))
    told = [(frame.findtext(q("svg:title")), frame.findtext(q("svg:desc"))) for frame in frames]
    assert told == [
        (None, None), ("Een grafiek", "Een grafiek. Twee balken: 3 en 5. Wat hij zegt."),
        ("Proefgrafiek", "Proefgrafiek. Twee balken: 3 en 5."),
    ]  # fmt: skip
    assert [value for key, value in frames[0].attrib.items() if key.endswith("}decorative")] == ["true"]


def test_it_speaks_dutch_and_turns_its_pages() -> None:
    styles = part(EVERY, "styles.xml")
    language = styles.find(f".//{q('style:default-style')}/{q('style:text-properties')}")
    assert (language.get(q("fo:language")), language.get(q("fo:country"))) == ("nl", "NL")
    masters = [node.get(q("style:name")) for node in styles.iter(q("style:master-page"))]
    assert masters == ["Standard", "Landscape", "First_20_Page"]
    turns = [node.get(q("style:master-page-name")) for node in part(EVERY).iter(q("style:style"))]
    assert [turn for turn in turns if turn] == ["First_20_Page", "Landscape", "Standard"]
    assert styles.find(f".//{q('text:page-number')}") is not None
    assert styles.find(f".//{q('text:page-count')}") is not None


def test_links_and_contents_lead_to_places_that_exist() -> None:
    body = part(EVERY)
    places = [node.get(q("text:name")) for node in body.iter(q("text:bookmark-start"))]
    targets = [node.get("{http://www.w3.org/1999/xlink}href") for node in body.iter(q("text:a"))]
    inside = {target[1:] for target in targets if target.startswith("#")}
    assert inside <= set(places)
    assert {target for target in targets if not target.startswith("#")} == {
        "https://example.org/a?b=1&c=2", "https://example.org/h",
    }  # fmt: skip
    pages = {node.get(q("text:ref-name")) for node in body.iter(q("text:bookmark-ref"))}
    assert len(pages) == 6
    assert pages <= set(places)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert odt.render(samples.document()) == EVERY


def test_hostile_words_stay_words() -> None:
    said = words(odt.render(samples.hostile()))
    assert "<script>alert('x')</script> & \"aan\" {{ 7*7 }} ]]>" in said
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\ud800-\udfff]", said)
    assert "twee  spaties en een tab en een regel" in said


@pytest.mark.parametrize("kind", WITH_THE_LONG_ONES_SLOW)
def test_nothing_a_document_says_is_lost(kind: str) -> None:
    document = compose(kind, example("voorbeeldstad"))
    assert found_in(words(odt.render(document)), document=document) == []


def test_every_block_and_span_is_said() -> None:
    assert found_in(words(EVERY), document=samples.document()) == []


def test_two_hundred_measures_fit() -> None:
    many = samples.table(rows=200, columns=7)
    made = odt.render(
        samples.document(sections=(Section(id="m", title="M", page="liggend", blocks=(many,)),))
    )
    assert len(list(part(made).iter(q("table:table-row")))) == 201
