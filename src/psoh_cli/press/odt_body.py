"""The body of an OpenDocument text: items as ODF, with the styles and pictures that only they need."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from psoh_cli.press import odt_styles, pictures
from psoh_cli.press.odt_styles import (
    COVER,
    LISTS,
    LYING,
    UPRIGHT,
    distances,
    list_style,
    look_name,
    millimetres,
    padding,
)
from psoh_cli.press.odt_styles import name as style_name
from psoh_cli.press.office_items import Anchors, Cell, Contents, Entry, Grid, Item, Opening, Para, Picture
from psoh_cli.press.office_roles import Listing, ParagraphStyle, Role
from psoh_cli.press.office_styles import PARAGRAPHS
from psoh_cli.press.office_text import Look, Run, Script, segments
from psoh_cli.report.svg import HAIRLINE, PETROL

_SHARP = 240 / 25.4
"""Pixels per millimetre of a picture."""
_FIELD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="2" height="2" fill="{}"/></svg>'
)
_MASTERS = {Opening.PORTRAIT: UPRIGHT, Opening.LANDSCAPE: LYING}
_FIXED = (
    '<style:style style:name="row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/>'
    '</style:style><style:style style:name="contents" style:family="section"><style:section-properties/></style:style>'
    '<style:style style:name="figure" style:family="graphic"><style:graphic-properties style:vertical-pos="top" '
    'style:vertical-rel="baseline" fo:border="none" fo:padding="0mm"/></style:style>'
    '<style:style style:name="band" style:family="graphic"><style:graphic-properties style:wrap="run-through" '
    'style:run-through="background" style:horizontal-pos="from-left" style:horizontal-rel="page" '
    'style:vertical-pos="from-top" style:vertical-rel="page" fo:border="none" fo:padding="0mm"/></style:style>'
    '<style:style style:name="ethiopic" style:family="text"><style:text-properties fo:language="zxx" fo:country="none" '
    'style:font-name="Noto Sans Ethiopic"/></style:style>'
    '<style:style style:name="rtl" style:family="text"><style:text-properties style:language-complex="zxx" '
    'style:country-complex="none"/></style:style>'
)


@dataclass(slots=True, kw_only=True)
class Body:
    """Writes items one after the other and keeps what they need: automatic styles and pictures."""

    anchors: Anchors
    automatic: dict[str, str] = field(default_factory=dict)
    """Style by name, in the order in which they were needed."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    first: bool = True
    _tables: int = 0
    _frames: int = 0

    def write(self, items: tuple[Item, ...]) -> bytes:
        """Give the whole content."""
        written: list[str] = []
        for (listing, _), group in groupby(items, key=_listing):
            if listing is not None:
                written.append(self._list(listing, [item for item in group if isinstance(item, Para)]))
            else:
                written.extend(map(self._item, group))
        counters = "".join(
            f'<text:sequence-decl text:display-outline-level="0" text:name="{kind}"/>'
            for kind in ("Tabel", "Figuur")
        )
        return (
            f'{odt_styles.HEAD}<office:document-content {odt_styles.NAMESPACES} office:version="1.3">'
            f"{odt_styles.font_faces()}<office:automatic-styles>{_FIXED}{''.join(self.automatic.values())}"
            f"</office:automatic-styles><office:body><office:text><text:sequence-decls>{counters}</text:sequence-decls>"
            f"{''.join(written)}</office:text></office:body></office:document-content>"
        ).encode()

    def _item(self, item: Item) -> str:
        match item:
            case Para():
                return self._paragraph(item)
            case Grid():
                before = ""
                if item.opens is not Opening.HERE:
                    before = self._paragraph(Para(role=Role.SPACER, opens=item.opens))
                spacer = "" if not item.edges else self._paragraph(Para(role=Role.SPACER))
                return before + self._table(item) + spacer
            case Picture():
                return self._figure(item)
            case Contents():
                return self._contents(item)
            case _:
                assert_never(item)

    def _list(self, listing: Listing, paras: list[Para]) -> str:
        named = LISTS[listing]
        if listing is Listing.CALLOUT:
            # a list makes a program forget the right margin of its style, so each paragraph says its own
            style = PARAGRAPHS[paras[0].role]
            paras = [replace(para, indent=para.indent or (style.left, style.hanging)) for para in paras]
        if paras[0].indent is not None:
            left, hanging = paras[0].indent
            left -= padding(PARAGRAPHS[paras[0].role])
            named = f"L{round(left * 100)}_{round(hanging * 100)}"
            self.automatic.setdefault(named, list_style(named, listing=listing, left=left, hanging=hanging))
        items = "".join(f"<text:list-item>{self._paragraph(para)}</text:list-item>" for para in paras)
        return f'<text:list text:style-name="{named}">{items}</text:list>'

    def _paragraph(self, para: Para) -> str:
        level = PARAGRAPHS[para.role].outline
        tag, more = ("text:h", f' text:outline-level="{level}"') if level else ("text:p", "")
        named = self._style(para)
        place = self.anchors.name(para.anchor)
        start = f'<text:bookmark-start text:name="{place}"/>' if place else ""
        end = f'<text:bookmark-end text:name="{place}"/>' if place else ""
        band = self._band(para.band) if para.band else ""
        counted = self._counted(para) if para.sequence else ""
        content = "".join(map(self._run, para.runs))
        return f'<{tag} text:style-name="{named}"{more}>{band}{start}{counted}{content}{end}</{tag}>'

    def _style(self, para: Para) -> str:
        """Name the style of a paragraph; what differs for this one makes an automatic style on top of it."""
        told = []
        if para.opens is Opening.PAGE:
            told.append('fo:break-before="page"')
        if para.indent is not None or para.before is not None:
            told.append(distances(_changed(para)))
        if para.kept:
            told.append('fo:keep-with-next="always"')
        master = _MASTERS.get(para.opens, "")
        if self.first:
            master, self.first = COVER, False
        if not told and not master:
            return style_name(para.role)
        page = f' style:master-page-name="{master}"' if master else ""
        rest = (
            f' style:family="paragraph" style:parent-style-name="{style_name(para.role)}"{page}>'
            f"<style:paragraph-properties {' '.join(told)}/></style:style>"
        )
        named = f"P{hashlib.sha256(rest.encode()).hexdigest()[:10]}"
        self.automatic.setdefault(named, f'<style:style style:name="{named}"{rest}')
        return named

    def _counted(self, para: Para) -> str:
        count = (
            f'<text:sequence text:ref-name="ref{para.sequence}{para.ordinal - 1}" text:name="{para.sequence}" '
            f'text:formula="ooow:{para.sequence}+1" style:num-format="1">{para.ordinal}</text:sequence>'
        )
        return f'<text:span text:style-name="{look_name(Look.NUMBER)}">{para.sequence} {count}. </text:span>'

    def _run(self, run: Run) -> str:
        if run.text == "\t":
            return "<text:tab/>"
        if run.text == "\n":
            return "<text:line-break/>"
        target = self._target(run.target) if run.target else ""
        look = Look.PLAIN if run.look is Look.LINK and not target else run.look
        written = "".join(
            _words(text)
            if script is Script.LATIN
            else f'<text:span text:style-name="{script}">{_words(text)}</text:span>'
            for text, script in segments(run.text)
        )
        if target:
            named = look_name(look)
            return (
                f'<text:a xlink:type="simple" xlink:href={quoteattr(target)} text:style-name="{named}" '
                f'text:visited-style-name="{named}">{written}</text:a>'
            )
        return f'<text:span text:style-name="{look_name(look)}">{written}</text:span>' if look else written

    def _target(self, target: str) -> str:
        if not target.startswith("#"):
            return target
        place = self.anchors.name(target[1:])
        return f"#{place}" if place else ""

    def _table(self, grid: Grid) -> str:
        self._tables += 1
        whole = sum(grid.shares)
        table = f"T{round(grid.width)}{'k' if grid.kept else ''}{'n' if grid.noted else ''}"
        self.automatic.setdefault(
            table,
            f'<style:style style:name="{table}" style:family="table"><style:table-properties '
            f'style:width="{millimetres(grid.width)}" table:align="left" table:border-model="collapsing" '
            f'fo:keep-with-next="{"always" if grid.noted else "auto"}" '
            f'style:may-break-between-rows="{"false" if grid.kept else "true"}"/></style:style>',
        )
        columns = [self._column(grid.width * share / whole) for share in grid.shares]
        if grid.row_headers:
            columns[0] = f"<table:table-header-columns>{columns[0]}</table:table-header-columns>"
        rows = "".join(self._row(grid, place) for place in range(1, len(grid.rows) + 1))
        return (
            f'<table:table table:name="Tabel{self._tables}" table:style-name="{table}">'
            f"<table:title>{escape(grid.title)}</table:title>{''.join(columns)}"
            f"<table:table-header-rows>{self._row(grid, 0)}</table:table-header-rows>{rows}</table:table>"
        )

    def _column(self, width: float) -> str:
        named = f"C{round(width * 100)}"
        self.automatic.setdefault(
            named,
            f'<style:style style:name="{named}" style:family="table-column"><style:table-column-properties '
            f'style:column-width="{millimetres(width)}"/></style:style>',
        )
        return f'<table:table-column table:style-name="{named}"/>'

    def _row(self, grid: Grid, place: int) -> str:
        cells = grid.rows[place - 1] if place else grid.heads
        written = "".join(self._cell(grid, place, column, cell) for column, cell in enumerate(cells))
        return f'<table:table-row table:style-name="row">{written}</table:table-row>'

    def _cell(self, grid: Grid, place: int, column: int, cell: Cell) -> str:
        if grid.edges:
            borders = "" if place else f'fo:border-top="1.5pt solid {grid.edges[column]}"'
        elif not place:
            borders = f'fo:border-bottom="1pt solid {PETROL}" style:vertical-align="bottom"'
        elif grid.footer and place == len(grid.rows):
            borders = f'fo:border-top="1pt solid {PETROL}"'
        else:
            borders = f'fo:border-bottom="0.5pt solid {HAIRLINE}"'
        gap = "5mm" if grid.edges else "2.5mm"
        told = f'fo:padding-left="0mm" fo:padding-right="{gap}" fo:padding-top="0mm" fo:padding-bottom="0mm" {borders}'
        named = f"E{hashlib.sha256(told.encode()).hexdigest()[:10]}"
        self.automatic.setdefault(
            named,
            f'<style:style style:name="{named}" style:family="table-cell"><style:table-cell-properties {told}/>'
            "</style:style>",
        )
        text = "".join(map(self._paragraph, cell.paragraphs))
        return f'<table:table-cell table:style-name="{named}" office:value-type="string">{text}</table:table-cell>'

    def _figure(self, picture: Picture) -> str:
        png = pictures.png(picture.svg, width_px=max(1, round(picture.width * _SHARP)))
        told = f"<svg:title>{escape(picture.title)}</svg:title><svg:desc>{escape(picture.description)}</svg:desc>"
        place = 'draw:style-name="figure" text:anchor-type="as-char"'
        frame = self._frame(png, width=picture.width, height=picture.height, place=place, told=told)
        return f'<text:p text:style-name="{self._style(Para(role=Role.FIGURE, opens=picture.opens))}">{frame}</text:p>'

    def _band(self, height: float) -> str:
        """Hang the coloured field of the cover behind the text, at the top of the page and as wide."""
        png = pictures.png(_FIELD.format(PARAGRAPHS[Role.TITLE].fill), width_px=16)
        place = 'draw:style-name="band" text:anchor-type="paragraph" svg:x="0mm" svg:y="0mm" loext:decorative="true"'
        return self._frame(png, width=210, height=height, place=place, told="")

    def _frame(self, png: bytes, *, width: float, height: float, place: str, told: str) -> str:
        self._frames += 1
        path = f"Pictures/{hashlib.sha256(png).hexdigest()[:16]}.png"
        self.pictures[path] = png
        return (
            f'<draw:frame draw:name="Figuur {self._frames}" {place} svg:width="{millimetres(width)}" '
            f'svg:height="{millimetres(height)}"><draw:image xlink:href="{path}" xlink:type="simple" '
            f'xlink:show="embed" xlink:actuate="onLoad"/>{told}</draw:frame>'
        )

    def _contents(self, contents: Contents) -> str:
        title = self._paragraph(
            Para(role=Role.CONTENTS_TITLE, runs=(Run(contents.title),), opens=Opening.PAGE)
        )
        templates = "".join(
            f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="{style_name(role)}">'
            "<text:index-entry-link-start/><text:index-entry-text/>"
            '<text:index-entry-tab-stop style:type="right"/><text:index-entry-page-number/><text:index-entry-link-end/>'
            "</text:table-of-content-entry-template>"
            for level, role in ((1, Role.CONTENTS_1), (2, Role.CONTENTS_2))
        )
        sources = "".join(
            f'<text:index-source-styles text:outline-level="{level}"><text:index-source-style '
            f'text:style-name="Heading_20_{level}"/></text:index-source-styles>'
            for level in (1, 2)
        )
        return (
            '<text:table-of-content text:style-name="contents" text:name="Inhoudsopgave" text:protected="false">'
            '<text:table-of-content-source text:outline-level="2" text:use-outline-level="false" '
            'text:use-index-marks="false" text:use-index-source-styles="true"><text:index-title-template '
            f'text:style-name="{style_name(Role.CONTENTS_TITLE)}">{escape(contents.title)}</text:index-title-template>'
            f"{templates}{sources}</text:table-of-content-source><text:index-body>"
            f'<text:index-title text:style-name="contents" text:name="Inhoudsopgave_kop">{title}</text:index-title>'
            f"{''.join(map(self._entry, contents.entries))}</text:index-body></text:table-of-content>"
        )

    def _entry(self, entry: Entry) -> str:
        """Write a line of the contents; the page number is counted by the program that opens it."""
        role = Role.CONTENTS_1 if entry.level == 1 else Role.CONTENTS_2
        place = self.anchors.name(entry.anchor)
        gap = "<text:tab/>" if entry.level == 1 else "\u2002" if entry.number else ""
        page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{place}"/>'
        return (
            f'<text:p text:style-name="{style_name(role)}"><text:a xlink:type="simple" xlink:href="#{place}" '
            'text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">'
            f"{_words(entry.number)}{gap}{_words(entry.title)}</text:a><text:tab/>{page}</text:p>"
        )


def _listing(item: Item) -> tuple[Listing | None, int]:
    """Tell which list an item belongs to, and which of them when it is numbered."""
    if not isinstance(item, Para):
        return None, 0
    return PARAGRAPHS[item.role].listing, item.ordinal if item.role is Role.NUMBERED else 0


def _changed(para: Para) -> ParagraphStyle:
    """Give the style of a paragraph with the distances it has for itself."""
    style = PARAGRAPHS[para.role]
    left, hanging = para.indent if para.indent is not None else (style.left, style.hanging)
    before = style.before if para.before is None else para.before
    return replace(style, left=left, hanging=hanging, before=before)


def _words(text: str) -> str:
    """Write words so that every blank stays; one at the edge of a run is safe beside another run's words."""
    return re.sub(" {2,}", lambda found: f' <text:s text:c="{len(found[0]) - 1}"/>', escape(text))
