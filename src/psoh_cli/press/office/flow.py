"""A Document as the flow of an office document: cover, contents, sections, sources and colophon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from psoh_cli.press.house_style.style import Logo
from psoh_cli.press.office import ends as office_ends
from psoh_cli.press.office.blocks import WIDEST_UPRIGHT, Blocks, opened
from psoh_cli.press.office.ends import COLOPHON, SOURCES
from psoh_cli.press.office.items import Anchors, Contents, Entry, Item, Opening, Para
from psoh_cli.press.office.logo import picture
from psoh_cli.press.office.roles import A4, LABELS, TIGHT, Role, Sheet
from psoh_cli.press.office.text import TAB, Look, Run, said, said_plain
from psoh_cli.report.document import (
    Block,
    Document,
    FindingBlock,
    Panel,
    Section,
    Table,
    walk,
)

_INTRODUCING = {Role.SMALL, Role.BODY}


def flow(document: Document, *, sheet: Sheet = A4, logo: Logo | None = None) -> tuple[Item, ...]:
    """Give everything an office document holds, in order; a logo closes the cover, or opens a single page."""
    return tuple(_Flow(document, sheet=sheet, logo=logo).items())


def anchors(document: Document) -> Anchors:
    """Name every place of a document that something can refer to."""
    places = [SOURCES, COLOPHON, *(f"bron-{source.number}" for source in document.sources)]
    for section in walk(document.sections):
        places.append(section.id)
        places.extend(block.id for block in section.blocks if isinstance(block, Panel | FindingBlock))
    return Anchors.of(places)


def on_one_page(document: Document) -> bool:
    """Tell whether a document is one page by itself: it gets no cover and no contents."""
    return len(document.sections) == 1 and document.sections[0].page == "eigen"


def page_of(document: Document) -> Sheet:
    """Give the page of a document: A4, with less white around a text that has to stay on one page."""
    return TIGHT if on_one_page(document) else A4


class _Flow:
    """Walks through a document once, and remembers how the page lies."""

    def __init__(self, document: Document, *, sheet: Sheet, logo: Logo | None) -> None:
        self.document = document
        self.logo = logo
        self.blocks = Blocks(sheet)
        self.landscape = False
        self.pending = Opening.HERE

    def items(self) -> Iterator[Item]:
        document = self.document
        single = on_one_page(document)
        if self.logo and single:
            yield picture(self.logo, tallest=11)
        yield from office_ends.letterhead(document) if single else office_ends.cover(document)
        if self.logo and not single:
            yield picture(self.logo, tallest=18)
        if not single and len(document.sections) > 1:
            yield _contents(document)
        after_own_page = not single
        for section in document.sections:
            turns_page = after_own_page or (section.page != "doorlopend" and not single)
            placed = self._section(section, level=1, landscape=False, turns_page=turns_page)
            if single:
                yield _close_under(next(placed))
            yield from placed
            after_own_page = section.page in {"eigen", "liggend"} and not single
        if single:
            yield office_ends.facts_in_a_line(document)
        if document.sources:
            self._lay(landscape=False, turns_page=True)
            yield from map(self._placed, office_ends.sources(document))
        if document.colophon and not single:
            self._lay(landscape=False, turns_page=False)
            yield from map(self._placed, office_ends.colophon(document))

    def _section(
        self, section: Section, *, level: int, landscape: bool, turns_page: bool, wide: bool = False
    ) -> Iterator[Item]:
        landscape = landscape or section.page == "liggend"
        inside, wide = wide, wide or landscape or section.page == "eigen"
        first = section.blocks[0] if section.blocks else None
        lies = landscape or (first is not None and _needs_landscape(first))
        self._lay(landscape=lies, turns_page=turns_page)
        yield self._placed(_heading(section, level=level, wide=wide))
        for block in section.blocks:
            lies = landscape or _needs_landscape(block)
            self._lay(landscape=lies, turns_page=False)
            for item in self.blocks.items(block, level=min(level + 1, 4), wide=wide, landscape=lies):
                if not _is_empty(item):
                    yield self._placed(_held(item) if block is first and len(section.blocks) > 1 else item)
        for part in section.sections:
            turns = part.page in {"nieuw", "eigen"} and not (inside or section.page == "eigen")
            yield from self._section(
                part,
                level=min(level + 1, 4),
                landscape=landscape,
                turns_page=turns,
                wide=inside or section.page == "eigen",
            )

    def _lay(self, *, landscape: bool, turns_page: bool) -> None:
        """Turn the page if what comes next wants it otherwise; a turned page is also a new one."""
        if landscape != self.landscape:
            self.pending = Opening.LANDSCAPE if landscape else Opening.PORTRAIT
            self.landscape = landscape
        elif turns_page and self.pending is Opening.HERE:
            self.pending = Opening.PAGE

    def _placed(self, item: Item) -> Item:
        if self.pending is Opening.HERE:
            return item
        opens, self.pending = self.pending, Opening.HERE
        item = opened(item, opens=opens)
        return replace(item, before=0) if isinstance(item, Para) else item


def _held(item: Item) -> Item:
    """Let a word of introduction stay with what it introduces: with the heading above, it would say nothing."""
    return replace(item, kept=True) if isinstance(item, Para) and item.role in _INTRODUCING else item


def _close_under(item: Item) -> Item:
    """Let a heading stand close under the letterhead."""
    return replace(item, before=2) if isinstance(item, Para) else item


def _needs_landscape(block: Block) -> bool:
    return isinstance(block, Table) and len(block.columns) > WIDEST_UPRIGHT


def _is_empty(item: Item) -> bool:
    return isinstance(item, Para) and not item.runs and not item.sequence


def _heading(section: Section, *, level: int, wide: bool) -> Para:
    number = said(section.number, Look.NUMBER)
    title = said(section.title)
    if level > 1:
        content = (*number, Run("\u2002"), *title) if number else title
        return Para(
            role=Role(f"heading {level}"), runs=content, anchor=section.id, indent=(0, 0) if wide else None
        )
    narrow = 9.0 if number else 0.0
    return Para(
        role=Role.HEADING_1,
        runs=(*number, TAB, *title) if number else title,
        anchor=section.id,
        indent=(narrow, narrow) if wide else None if number else (LABELS, 0),
    )


def _contents(document: Document) -> Contents:
    entries: list[Entry] = []
    for section in document.sections:
        entries.append(_entry(section, level=1))
        entries.extend(_entry(part, level=2) for part in section.sections)
    for there, anchor, title in (
        (document.sources, SOURCES, "Bronnen"),
        (document.colophon, COLOPHON, "Colofon"),
    ):
        if there:
            entries.append(Entry(level=1, number="", title=title, anchor=anchor))
    return Contents(title="Inhoud", entries=tuple(entries))


def _entry(section: Section, *, level: int) -> Entry:
    return Entry(
        level=level,
        number=said_plain(section.number),
        title=said_plain(section.title),
        anchor=section.id,
    )


def running_line(document: Document) -> str:
    """Give what the foot of every page says: which document this is, of whom and of when."""
    return f"{document.title} · {document.gemeente} · peildatum {document.as_of}"
