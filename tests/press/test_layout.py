"""How pages break: no row or label is torn apart, no page is left nearly empty, whatever a dossier says."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pytest
from tests.report.drawings import ARABIC, LONG
from tests.report.worlds import AS_OF, example, renamed, replanned

from psoh_cli.plan.plan import Plan
from psoh_cli.press import html, pdf
from psoh_cli.report.compose import compose
from psoh_cli.report.document import (
    Answers,
    Block,
    Column,
    Definitions,
    Document,
    FindingBlock,
    Paragraph,
    Section,
    Table,
    Term,
)
from psoh_cli.report.material import Material
from psoh_cli.report.spans import line, lines
from psoh_cli.vocabulary import Verdict

FEWEST_RUNS = 8
"""Pieces of text, foot and strip not counted, below which we call a page nearly empty."""


def printed(written: Document) -> list[list[str]]:
    """Give the lines of every page as they were laid out, each from top to bottom."""
    import weasyprint

    page = weasyprint.HTML(string=html.render(written)).render()
    return [list(_lines(each._page_box.children[0])) for each in page.pages]


def _lines(box: object) -> Iterator[str]:
    if type(box).__name__ == "LineBox":
        yield _text(box)
        return
    for child in getattr(box, "children", ()):
        yield from _lines(child)


def _text(box: object) -> str:
    if type(box).__name__ == "TextBox":
        return str(box.text)  # type: ignore[attr-defined]
    return "".join(_text(child) for child in getattr(box, "children", ()))


def document(*blocks: Block) -> Document:
    return Document(
        id="proef", kind="gap-analyse", title="Proef", subtitle="-", gemeente="X", as_of="1 mei 2026", day="2026-05-01",
        status="-", asked="-", knowledge_version="1", sections=(Section(id="a", title="A", blocks=blocks),),
    )  # fmt: skip


def filler(count: int) -> tuple[Block, ...]:
    return tuple(Paragraph(content=f"regel {number}") for number in range(count))


@pytest.mark.slow
def test_a_label_of_two_lines_is_never_torn_over_two_pages() -> None:
    items = tuple(
        Term(term=f"Gesprek met de begeleiding nummer{number}", content=line(f"rol{number}"))
        for number in range(12)
    )
    torn = []
    for above in range(20, 34):
        finding = FindingBlock(
            id="f",
            title="Titel",
            verdict=Verdict.PARTLY,
            lead=line("-"),
            voices=(Answers(text="?", items=items),),
        )
        for page in printed(document(*filler(above), finding, Definitions(items=items))):
            words = " ".join(page)
            begun = words.count("Gesprek met")
            ended = len(re.findall(r"nummer\d+", words))
            if begun != ended or ended != len(re.findall(r"rol\d+", words)):
                torn.append((above, words))
    assert torn == []


@pytest.mark.slow
def test_a_table_never_starts_or_ends_on_a_page_with_one_row() -> None:
    rows = tuple(lines(f"rij{number}", "waarde") for number in range(6))
    table = Table(caption="T", columns=(Column(title="Kop"), Column(title="W")), rows=rows)
    for above in range(18, 34):
        for page in printed(document(*filler(above), table)):
            count = sum(text.startswith("rij") for text in page)
            assert count != 1, f"one row alone after {above} lines"
            assert count == 0 or "Kop" in page, "rows without their head"


@pytest.mark.slow
def test_a_line_before_a_badge_does_not_break_after_its_first_word() -> None:
    found = printed(compose("samenvatting", example("dordrecht")))
    assert not [text for page in found for text in page if text.strip() == "Wie"]


def strained() -> dict[str, tuple[str, Material]]:
    full = example("voorbeeldstad")
    long_words = tuple(
        entry.model_copy(
            update={
                "id": f"{entry.id}-{number}",
                "proposal": entry.proposal.model_copy(
                    update={"title": (LONG, ARABIC, entry.title)[number % 3]}
                ),
            }
        )
        for number in range(3)
        for entry in full.plan.current
        if entry.proposal and entry.decision is None
    )[:16]
    titled = tuple(
        finding.model_copy(update={"title": (LONG, ARABIC)[place % 2]})
        for place, finding in enumerate(full.analysis.findings[:24])
    )
    nobody = full.analysis.model_copy(
        update={"informants": (), "findings": (), "arq_questions": (), "to_ask": ()}
    )
    return {
        "many measures with odd titles": ("implementatieplan", replanned(full, entries=long_words)),
        "findings of one word": (
            "gap-analyse",
            replace(full, analysis=full.analysis.model_copy(update={"findings": titled})),
        ),
        "a name from right to left": ("gap-analyse", renamed(example("dordrecht"), gemeente=ARABIC)),
        "nobody asked and nothing found": ("gap-analyse", replace(full, analysis=nobody, plan=Plan())),
        "no measures": ("implementatieplan", replace(full, analysis=nobody, plan=Plan(), previous=None)),
    }


@lru_cache(maxsize=1)
def worlds() -> dict[str, tuple[str, Material]]:
    return strained()


NAMES = (
    "many measures with odd titles", "findings of one word", "a name from right to left",
    "nobody asked and nothing found", "no measures",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_strained_dossier_prints_without_a_complaint_and_without_an_empty_page(name: str) -> None:
    kind, material = worlds()[name]
    written = html.render(compose(kind, material))
    assert empty_pages(pdf.render(written, as_of=AS_OF, identifier="proef")) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "kind"), [("dordrecht", "gap-analyse"), ("voorbeeldstad", "implementatieplan")]
)
def test_an_example_has_no_page_that_is_nearly_empty(name: str, kind: str) -> None:
    written = html.render(compose(kind, example(name)))
    assert empty_pages(pdf.render(written, as_of=AS_OF, identifier="proef")) == []


def empty_pages(content: bytes) -> list[int]:
    """Give the numbers of the pages with hardly any text outside foot and strip.

    Cover and contents do not count, nor does the last page before one that lies the other way.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as file:
        pages = list(file.pages)
        return [
            number
            for number, (page, after) in enumerate(pairwise(pages), start=1)
            if number > 2 and list(page.MediaBox) == list(after.MediaBox) and runs_on(page) < FEWEST_RUNS
        ]


def runs_on(page: Any) -> int:
    """Count the pieces of text on a page that are no artifacts."""
    import pikepdf

    inside, count = 0, 0
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        if name in {"BDC", "BMC"}:
            inside += 1 if inside or str(step.operands[0]) == "/Artifact" else 0
        elif name == "EMC" and inside:
            inside -= 1
        elif name in {"TJ", "Tj"} and not inside:
            count += 1
    return count


def test_the_count_sees_a_page_with_little_on_it() -> None:
    apart = tuple(
        Section(id=name, title=name, page="eigen", blocks=(Paragraph(content="kort"),)) for name in "abcd"
    )
    pages = document().model_copy(update={"sections": apart})
    assert empty_pages(pdf.render(html.render(pages), as_of=AS_OF, identifier="proef")) == [3, 4, 5]
