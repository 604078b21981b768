from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import docx as reader
import pytest
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree  # type: ignore[import-untyped]
from tests.press import office_samples as samples
from tests.press.office_texts import WITH_THE_LONG_ONES_SLOW, found_in, texts_of
from tests.report.worlds import example

from psoh_cli.errors import UnreadableError
from psoh_cli.press import docx
from psoh_cli.press.office import pictures
from psoh_cli.report.compose import compose
from psoh_cli.report.document import Document, Paragraph, Section
from psoh_cli.report.spans import line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def opened(data: bytes) -> Any:
    return reader.Document(io.BytesIO(data))


def words(data: bytes) -> str:
    """Give all text of the body: paragraphs apart, tabs and line breaks as blanks."""
    return "\n".join(_line(node) for node in part(data).iter(f"{W}p"))


def _line(paragraph: Any) -> str:
    gaps = {f"{W}tab": "\t", f"{W}br": " "}
    return "".join(gaps.get(node.tag, node.text or "") for node in paragraph.iter(f"{W}t", *gaps))


@lru_cache(maxsize=4)
def house(
    *, header: str = "Gemeente Voorbeeldstad", font: str = "Georgia", body: str = "Dit is onze oude brief."
) -> bytes:
    """Give a house style as a municipality would make one in Word."""
    made = reader.Document()
    made.styles["Normal"].font.name = font
    made.styles["Heading 1"].font.name = font
    made.sections[0].header.paragraphs[0].text = header
    made.sections[0].left_margin = made.sections[0].right_margin = reader.shared.Mm(30)
    made.add_paragraph(body)
    into = io.BytesIO()
    made.save(into)
    return into.getvalue()


def changed(data: bytes, **parts: bytes | None) -> bytes:
    """Give a zip with parts added or put in place of others; names have `__` for a slash and `_x_` for a dot."""
    named = {name.replace("__", "/").replace("_x_", "."): content for name, content in parts.items()}
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in named:
                new.writestr(entry.filename, old.read(entry))
        for name, content in named.items():
            if content is not None:
                new.writestr(name, content)
    return into.getvalue()


def read(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


EVERY = docx.render(samples.document())


def test_the_heading_levels_follow_the_sections() -> None:
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in opened(EVERY).paragraphs
        if paragraph.style.name.startswith(("Heading", "Paneel", "Bevinding 2"))
    ]
    assert headings == [
        ("Heading 1", "1\tAlles"), ("Heading 2", "Een tussenkop"), ("Paneel 2", "P1\tPaneeltitel ARQ"),
        ("Paneel 2", "Paneel zonder nummer"), ("Bevinding 2", "Niemand volgt op"), ("Bevinding 2", "Hier hoeft niets"),
        ("Heading 1", "2\tBreed"), ("Heading 2", "2.1\u2002Dieper"), ("Heading 1", "A\tSlot"), ("Heading 1", "Bronnen"),
        ("Heading 1", "Colofon"),
    ]  # fmt: skip


def test_every_paragraph_has_a_style_that_exists() -> None:
    styles = {node.get(f"{W}styleId") for node in part(EVERY, "word/styles.xml").iter(f"{W}style")}
    body = part(EVERY)
    used = {
        node.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for node in body.iter(f"{W}{tag}")
    }
    assert used <= styles
    assert all(node.find(f"{W}pPr/{W}pStyle") is not None for node in body.iter(f"{W}p"))


def test_nothing_is_set_by_hand_that_a_style_should_say() -> None:
    by_hand = {f"{W}{name}" for name in ("b", "i", "sz", "color", "jc", "shd", "pBdr")}
    assert not [node.tag for node in part(EVERY).iter() if node.tag in by_hand]


def test_every_table_has_one_head_that_comes_back_and_rows_that_stay_whole() -> None:
    tables = list(part(EVERY).iter(f"{W}tbl"))
    assert len(tables) == 4
    for table in tables:
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert sum(widths) == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
    look = tables[0].find(f"{W}tblPr/{W}tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn"), look.get(f"{W}lastRow")) == ("1", "1", "1")


def test_two_tables_never_touch() -> None:
    for table in part(EVERY).iter(f"{W}tbl"):
        assert table.getnext().tag == f"{W}p"


def test_captions_count_by_themselves() -> None:
    fields = [node.get(f"{W}instr") for node in part(EVERY).iter(f"{W}fldSimple")]
    assert fields == [" SEQ Tabel \\* ARABIC ", " SEQ Figuur \\* ARABIC ", " SEQ Tabel \\* ARABIC "]
    captions = [p.text for p in opened(EVERY).paragraphs if p.style.name == "Caption"]
    assert len(captions) == 2
    assert "Tabel 2. Breed" in words(EVERY)


def test_every_picture_says_what_it_shows() -> None:
    about = [
        (node.get("title"), node.get("descr")) for node in part(EVERY).iter() if node.tag.endswith("}docPr")
    ]
    assert about[0] == (None, "")  # the field of the cover is decoration
    assert about[1] == ("Een grafiek", "Een grafiek. Twee balken: 3 en 5. Wat hij zegt.")
    assert about[2] == ("Proefgrafiek", "Proefgrafiek. Twee balken: 3 en 5.")
    decorations = [node for node in part(EVERY).iter() if node.tag.endswith("}decorative")]
    assert len(decorations) == 1


def test_the_page_turns_for_a_wide_section_and_back() -> None:
    sizes = [section.orientation for section in opened(EVERY).sections]
    assert [int(size) for size in sizes] == [0, 1, 0]


def test_a_very_wide_table_gets_a_wide_page_by_itself() -> None:
    wide = Section(id="w", title="W", blocks=(samples.table(columns=10),))
    sections = (Section(id="v", title="V", blocks=(Paragraph(content=line("v")),)), wide)
    made = opened(docx.render(samples.document(sections=sections, sources=(), colophon=())))
    assert [int(section.orientation) for section in made.sections] == [0, 1]


def test_the_contents_are_filled_in_and_ask_nothing() -> None:
    body = part(EVERY)
    fields = [node.text for node in body.iter(f"{W}instrText")]
    assert fields[0] == ' TOC \\o "1-2" \\h \\z '
    entries = [
        _line(node)
        for node in body.iter(f"{W}p")
        if node.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith("TOC")
    ]
    assert entries[0] == "Inhoud"
    assert [entry.strip() for entry in entries[1:]] == [
        "1\tAlles", "2\tBreed", "2.1\u2002Dieper", "A\tSlot", "Bronnen", "Colofon",
    ]  # fmt: skip
    begins = [node.get(f"{W}fldCharType") for node in body.iter(f"{W}fldChar")]
    assert begins.count("begin") == begins.count("end") == begins.count("separate")
    assert b"updateFields" not in read(EVERY, "word/settings.xml")
    assert b"w:dirty" not in read(EVERY, "word/document.xml")


def test_links_lead_to_places_that_exist() -> None:
    body = part(EVERY)
    places = [node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")]
    targets = {node.get(f"{W}anchor") for node in body.iter(f"{W}hyperlink")} - {None}
    assert targets <= set(places)
    assert len(set(places)) == len(places)
    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", place) for place in places)
    addresses = re.findall(
        'Target="([^"]*)" TargetMode="External"', read(EVERY, "word/_rels/document.xml.rels").decode()
    )
    assert addresses == ["https://example.org/a?b=1&amp;c=2", "https://example.org/h"]


def test_provenance_and_verdict_are_words_in_a_style() -> None:
    styled = {
        (run.style.name, run.text)
        for paragraph in opened(EVERY).paragraphs
        for run in paragraph.runs
        if run.style.name.startswith(("Herkomst", "Oordeel"))
    }
    assert {
        ("Herkomst ARQ", "ARQ"), ("Herkomst vergelijk", "VERGELIJK"), ("Herkomst afgeleid", "AFGELEID"),
        ("Oordeel deels", "deels"), ("Oordeel ontbreekt", "ontbreekt"), ("Oordeel onbekend", "niet van toepassing"),
    } <= styled  # fmt: skip


def test_it_speaks_dutch_and_says_what_it_is() -> None:
    language = part(EVERY, "word/styles.xml").find(f".//{W}docDefaults//{W}lang")
    assert language.get(f"{W}val") == "nl-NL"
    about = opened(EVERY).core_properties
    assert (about.title, about.author, about.language) == (
        "Proefplan Voorbeeldstad",
        "Voorbeeldstad",
        "nl-NL",
    )
    assert about.created.isoformat() == "2026-05-01T12:00:00+00:00"
    foot = opened(EVERY).sections[0].footer.paragraphs[0]
    assert foot.text.startswith("Proefplan · Voorbeeldstad · peildatum 1 mei 2026")
    fields = [node.get(f"{W}instr").strip() for node in foot._p.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_an_example_says_so_on_its_cover_and_on_every_page() -> None:
    made = opened(docx.render(samples.document(banner="Illustratief. Verzonnen.", strip="Illustratief")))
    assert "Illustratief. Verzonnen." in [paragraph.text for paragraph in made.paragraphs]
    assert {section.header.paragraphs[0].text for section in made.sections} == {"Illustratief"}


def test_ordered_lists_each_start_at_one() -> None:
    used = [
        node.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for node in part(EVERY).iter(f"{W}p")
        if node.find(f"{W}pPr/{W}numPr") is not None
    ]
    assert used == ["4", "4", "5"]
    numbering = part(EVERY, "word/numbering.xml")
    started = {
        node.get(f"{W}numId")
        for node in numbering.iter(f"{W}num")
        if node.find(f"{W}lvlOverride") is not None
    }
    assert started == {"4", "5"}


def test_the_same_document_gives_the_same_bytes() -> None:
    assert docx.render(samples.document()) == EVERY
    with zipfile.ZipFile(io.BytesIO(EVERY)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_hostile_words_stay_words() -> None:
    made = docx.render(samples.hostile())
    said = words(made)
    assert "<script>alert('x')</script> & \"aan\" {{ 7*7 }} ]]>" in said
    assert "\N{REPLACEMENT CHARACTER}" in said
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\ud800-\udfff]", said)
    assert "W" + "oo" * 150 + "rd" in said
    assert "مرحبا بالعالم" in said
    right_to_left = [node for node in part(made).iter(f"{W}r") if node.find(f"{W}rPr/{W}rtl") is not None]
    assert right_to_left
    assert b"file:///" not in read(made, "word/_rels/document.xml.rels")
    for name in ("word/styles.xml", "word/settings.xml", "word/footer1.xml", "docProps/core.xml"):
        part(made, name)


@pytest.mark.parametrize("kind", WITH_THE_LONG_ONES_SLOW)
def test_nothing_a_document_says_is_lost(kind: str) -> None:
    document = compose(kind, example("voorbeeldstad"))
    assert found_in(words(docx.render(document)), document=document) == []


def test_the_check_for_lost_words_can_fail() -> None:
    document = samples.document()
    assert list(texts_of(document))
    assert found_in(words(EVERY), document=document) == []
    assert found_in(words(EVERY).replace("een ding", "-"), document=document) == ["een ding"]


@pytest.mark.slow
def test_two_hundred_measures_fit() -> None:
    many = samples.table(rows=200, columns=7)
    made = docx.render(
        samples.document(sections=(Section(id="m", title="M", page="liggend", blocks=(many,)),))
    )
    assert len(opened(made).tables[0].rows) == 201


# ------------------------------------------------------------------------------------ a house style


@pytest.mark.slow
def test_a_house_style_keeps_its_styles_page_and_header_and_loses_its_text() -> None:
    made = docx.render(samples.document(), template=house())
    document = opened(made)
    assert document.styles["Normal"].font.name == "Georgia"
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert document.sections[0].header.paragraphs[0].text == "Gemeente Voorbeeldstad"
    assert round(document.sections[0].left_margin.mm) == 30
    assert "onze oude brief" not in words(made)
    assert "Paneel 2" in [style.name for style in document.styles]
    assert found_in(words(made), document=samples.document()) == []
    assert docx.render(samples.document(), template=house()) == made
    assert [int(section.orientation) for section in document.sections] == [0, 1, 0]
    assert document.sections[-1].footer.paragraphs[0].text.startswith("Proefplan")


def test_an_example_in_a_house_style_still_says_so_on_every_page() -> None:
    made = opened(docx.render(samples.document(strip="Illustratief"), template=house()))
    assert [paragraph.text for paragraph in made.sections[0].header.paragraphs][-1] == "Illustratief"


def test_a_word_template_is_a_house_style_too() -> None:
    types = read(house(), "[Content_Types].xml").replace(b"document.main+xml", b"template.main+xml")
    made = docx.render(samples.document(), template=changed(house(), **{"[Content_Types]_x_xml": types}))
    assert opened(made).styles["Normal"].font.name == "Georgia"


def test_a_heading_that_numbers_itself_does_not_number_twice() -> None:
    styles = read(house(), "word/styles.xml").decode()
    place = styles.index("<w:pPr>", styles.index('w:styleId="Heading1"'))
    numbered = styles[: place + 7] + '<w:numPr><w:numId w:val="1"/></w:numPr>' + styles[place + 7 :]
    made = docx.render(samples.document(), template=changed(house(), word__styles_x_xml=numbered.encode()))
    heading = next(p for p in opened(made).paragraphs if p.text == "1\tAlles")
    assert heading._p.pPr.numPr.numId.val == 0


def test_what_a_house_style_has_from_outside_in_its_settings_is_left_behind() -> None:
    settings = read(house(), "word/settings.xml").decode()
    start = settings.index(">", settings.index("<w:settings")) + 1
    outside = '<w:attachedTemplate r:id="rId9"/><w:documentProtection w:edit="readOnly"/>'
    settings = f"{settings[:start]}{outside}{settings[start:]}"
    if "xmlns:r=" not in settings:
        settings = settings.replace(
            "<w:settings ",
            '<w:settings xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ',
            1,
        )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="https://example.org/kwaad.dotm" TargetMode="External"/></Relationships>'
    )
    template = changed(
        house(),
        word__settings_x_xml=settings.encode(),
        word___rels__settings_x_xml_x_rels=rels.encode(),
    )
    made = docx.render(samples.document(), template=template)
    assert b"attachedTemplate" not in read(made, "word/settings.xml")
    assert b"documentProtection" not in read(made, "word/settings.xml")
    assert not any("kwaad" in text for text in everything(made))


def everything(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield archive.read(name).decode(errors="replace")


def bomb() -> bytes:
    return changed(house(), word__theme__theme1_x_xml=b"\0" * 60_500_000)


def with_header(text: str, *, relations: str = "") -> bytes:
    data = house()
    name = next(entry for entry in zipfile.ZipFile(io.BytesIO(data)).namelist() if "word/header" in entry)
    header = read(data, name).replace(b"Gemeente Voorbeeldstad</w:t>", b"Gemeente</w:t>" + text.encode())
    parts: dict[str, bytes | None] = {name.replace("/", "__").replace(".", "_x_"): header}
    if relations:
        own = f"word/_rels/{name.removeprefix('word/')}.rels"
        parts[own.replace("/", "__").replace(".", "_x_")] = (
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
        ).encode()
    return changed(data, **parts)


OUTSIDE = (
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}" TargetMode="External"/>'
)
ENTITY = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: b"", "beschadigd"),
        (lambda: b"geen zip", "beschadigd"),
        (lambda: house()[:-200], "beschadigd"),
        (lambda: b"x" * 21_000_000, "te groot"),
        (bomb, "te groot"),
        (lambda: changed(house(), word__vbaProject_x_bin=b"macro"), "macro"),
        (
            lambda: changed(house(), **{"[Content_Types]_x_xml": read(house(), "[Content_Types].xml").replace(
                b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")}),
            "geen Word-document",
        ),
        (lambda: changed(house(), word__document_x_xml=None), "geen Word-document"),
        (lambda: changed(house(), word__styles_x_xml=b"<w:styles"), "klopt niet"),
        (lambda: changed(house(), word__styles_x_xml=ENTITY + b"<a>&c;</a>"), "klopt niet"),
        (lambda: with_header("", relations=OUTSIDE.format("image", "https://example.org/pixel.png")), "van buiten"),
        (lambda: with_header("", relations=OUTSIDE.format("hyperlink", "file://server/share")), "van buiten"),
        (lambda: with_header("", relations=OUTSIDE.format("oleObject", "file:///c:/x.xls")), "van buiten"),
        (lambda: with_header('</w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText>'), "van buiten"),
        (
            lambda: with_header("</w:r><w:r><w:instrText>INCLUDE</w:instrText><w:instrText>PICTURE x</w:instrText>"),
            "van buiten",
        ),
        (lambda: with_header("</w:r><w:r><w:object/>"), "van buiten"),
    ],
)  # fmt: skip
@pytest.mark.slow
def test_a_house_style_that_cannot_or_should_not_be_used_is_refused_in_dutch(make: Any, told: str) -> None:
    with pytest.raises(UnreadableError, match=told) as stopped:
        docx.render(samples.document(), template=make())
    assert stopped.value.remedy


def test_a_house_style_with_a_link_in_its_header_is_fine() -> None:
    template = with_header("", relations=OUTSIDE.format("hyperlink", "https://example.org"))
    assert opened(docx.render(samples.document(), template=template)).sections


def saved(made: Any) -> bytes:
    into = io.BytesIO()
    made.save(into)
    return into.getvalue()


@pytest.mark.slow
def test_a_picture_in_the_header_of_a_house_style_stays() -> None:
    png = pictures.png(samples.DRAWING, width_px=60)
    template = opened(house())
    template.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(png))
    made = docx.render(samples.document(), template=saved(template))
    header = opened(made).sections[0].header
    assert [part.blob for part in header.part.related_parts.values()] == [png]


@pytest.mark.slow
def test_a_picture_in_the_text_of_a_house_style_goes() -> None:
    png = pictures.png(samples.DRAWING, width_px=61)
    template = opened(house())
    template.add_picture(io.BytesIO(png))
    with zipfile.ZipFile(io.BytesIO(docx.render(samples.document(), template=saved(template)))) as archive:
        assert png not in [archive.read(name) for name in archive.namelist()]


def test_a_house_style_that_lacks_lists_styles_and_settings_is_completed() -> None:
    template = opened(house())
    for name, relation in list(template.part.rels.items()):
        if relation.reltype.rpartition("/")[2] in {"numbering", "styles", "settings", "fontTable"}:
            del template.part.rels[name]
    made = docx.render(samples.document(), template=saved(template))
    assert opened(made).styles["Normal"].font.name is None
    assert part(made, "word/styles.xml").find(f".//{W}lang").get(f"{W}val") == "nl-NL"
    assert len(list(part(made, "word/numbering.xml").iter(f"{W}num"))) == 5
    assert found_in(words(made), document=samples.document()) == []


def test_a_name_that_a_house_style_gave_to_another_kind_of_style_is_left_to_it() -> None:
    template = opened(house())
    template.styles.add_style("Rubriek", WD_STYLE_TYPE.CHARACTER)
    made = opened(docx.render(samples.document(), template=saved(template)))
    assert {"Rubriek", "Rubriek 2"} <= {style.name for style in made.styles}
    assert made.paragraphs[0].style.name == "Rubriek 2"


def test_the_properties_of_a_house_style_are_not_ours() -> None:
    template = opened(house())
    template.core_properties.author, template.core_properties.comments = "Iemand", "Vertrouwelijk"
    made = docx.render(samples.document(title="Lang " * 90), template=saved(template))
    assert not any("Iemand" in text or "Vertrouwelijk" in text for text in everything(made))
    assert opened(made).core_properties.title == ("Lang " * 90)[:255]


def test_a_document_of_one_page_has_no_cover_and_no_contents() -> None:
    section = Section(id="s", title="Samenvatting", page="eigen", blocks=samples.EVERY_BLOCK[:3])
    made: Document = samples.document(sections=(section,), sources=(), colophon=())
    names = [paragraph.style.name for paragraph in opened(docx.render(made)).paragraphs]
    assert names[0] == "Titel samenvatting"
    assert "TOC Heading" not in names
