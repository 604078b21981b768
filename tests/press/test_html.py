from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError, TemplateNotFound
from tests.report.worlds import example, renamed

from psoh_cli.press import html
from psoh_cli.report import svg
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.document import Document, Figure, Paragraph, Section, SourceLine
from psoh_cli.report.spans import Reference, line

VOID = {"meta", "link", "col", "br", "img"}
BLOCKS = {"p", "div", "ul", "ol", "dl", "table", "section", "figure", "h1", "h2", "h3", "h4", "h5"}


class Outline(HTMLParser):
    """Collects what the rules for an accessible PDF look at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.path: list[str] = []
        self.headings: list[int] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.awaits_title = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self.awaits_title and tag != "title":
            self.faults.append("a drawing does not start with its title")
        self.awaits_title = tag == "svg"
        if "a" in self.path:
            self.faults.append(f"<{tag}> inside a link")
        if "li" in self.path and tag in BLOCKS and "dd" not in self.path[self.path.index("li") :]:
            self.faults.append(f"<{tag}> inside a list item")
        if tag == "th" and given.get("scope") not in {"col", "row"}:
            self.faults.append("a table head without scope")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in given:
            self.ids.append(given["id"] or "")
        if tag == "a" and (given.get("href") or "").startswith("#"):
            self.targets.append((given["href"] or "")[1:])
        if tag not in VOID:
            self.path.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.path:
            while self.path.pop() != tag:
                pass


def document(**fields: object) -> Document:
    known: dict[str, object] = {
        "id": "proef", "title": "Proef", "subtitle": "-", "gemeente": "X", "as_of": "1 mei 2026", "day": "2026-05-01",
        "status": "-", "asked": "-", "knowledge_version": "1",
        "sections": (Section(id="a", title="A", blocks=(Paragraph(content="tekst"),)),),
    }  # fmt: skip
    return Document.model_validate(known | fields)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["dordrecht", "voorbeeldstad"])
def test_a_page_keeps_to_what_an_accessible_pdf_can_hold(name: str, kind: str) -> None:
    page = html.render(compose(kind, example(name)))
    outline = Outline(page)
    assert outline.faults == []
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    jumps = [(before, after) for before, after in zip(outline.headings, outline.headings[1:], strict=False)]
    assert all(after <= before + 1 for before, after in jumps)
    assert len(set(outline.ids)) == len(outline.ids)
    assert set(outline.targets) <= set(outline.ids)
    assert 'alt=""' not in page
    assert "opacity" not in page
    assert '<html lang="nl">' in page


def test_one_file_fetches_nothing() -> None:
    page = html.render(compose("gap-analyse", example("voorbeeldstad")))
    assert not re.search(r"<(?:link|script|img|iframe|object)\b", page)
    assert set(re.findall(r'url\("?([a-z]+):', page)) == {"data"}
    assert "@import" not in page


def test_a_name_is_text_wherever_it_stands() -> None:
    page = html.render(
        compose("gap-analyse", renamed(example("dordrecht"), gemeente='Jeugd & Gezin </style><b>"x"'))
    )
    assert "<b>" not in page
    assert "Jeugd &amp; Gezin" in page
    assert page.count("</style>") == page.count("<style")
    assert r"\00003c " in page, "in the style sheet it is escaped too"


def drawn(svg: str) -> str:
    figure = Figure(svg=svg, title="F", caption="-")
    return html.render(document(sections=(Section(id="a", title="A", blocks=(figure,)),)))


@pytest.mark.parametrize(
    "bad",
    [
        "<b>",
        '<svg xmlns=""><script>1</script></svg>',
        '<svg xmlns=""><image href="x"/></svg>',
        '<svg xmlns=""><rect xlink:href="x"/></svg>',
        '<svg xmlns=""><rect onclick="x()"/></svg>',
        '<svg xmlns="" OnLoad="x()"></svg>',
        '<svg xmlns=""><rect style="fill: red"/></svg>',
        '<svg xmlns=""><rect fill="url(https://x.nl/a)"/></svg>',
        '<svg xmlns=""><foreignObject></foreignObject></svg>',
        '<svg xmlns=""><a href="javascript:x()">x</a></svg>',
        '<svg xmlns=""><!-- --></svg>',
        '<svg xmlns=""><![CDATA[x]]></svg>',
        '<svg xmlns=""></svg><img src="x">',
    ],
)
def test_a_figure_that_could_run_or_fetch_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="no plain drawing"):
        drawn(bad)


@pytest.mark.parametrize(
    "words", ["Wijk href=1", "<script>", "on load = x", "<foreignObject> url(x)", "href"]
)
def test_words_in_a_figure_are_words(words: str) -> None:
    title = svg.drawing(title=words, description=words, width=10, height=10, parts=[svg.words(1, 1, words)])
    assert title in drawn(title)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//x.nl",
        "x.html",
    ],
)
def test_only_a_page_on_the_web_or_in_the_document_becomes_a_link(target: str) -> None:
    source = SourceLine(number=1, id="a", title="T", publisher="P", year="2026", url=target)
    reference = Paragraph(content=line(Reference(text="lees meer", target=target)))
    page = html.render(
        document(sources=(source,), sections=(Section(id="a", title="A", blocks=(reference,)),))
    )
    assert "lees meer" in page
    assert target in page, "it is still told, as text"
    assert f'href="{target}"' not in page
    for fine in ("https://x.nl/a?b=1", "http://x.nl", "#a"):
        page = html.render(
            document(
                sources=(source.model_copy(update={"url": fine}),),
                sections=(
                    Section(
                        id="a", title="A", blocks=(Paragraph(content=line(Reference(text="x", target=fine))),)
                    ),
                ),
            )
        )
        assert page.count(f'href="{fine}"') >= 2


def test_a_name_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "document.html").write_text("{{ document.bestaat_niet }}", encoding="utf-8")
    with pytest.raises(UndefinedError):
        html.render(document(), folders=(tmp_path,))


def test_templates_stay_in_their_sandbox_and_their_folder(tmp_path: Path) -> None:
    (tmp_path / "document.html").write_text("{{ ''.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(SecurityError):
        html.render(document(), folders=(tmp_path,))
    other = tmp_path / "other"
    other.mkdir()
    (other / "document.html").write_text("{% include '../document.html' %}", encoding="utf-8")
    with pytest.raises(TemplateNotFound):
        html.render(document(), folders=(other,))


def test_a_house_style_wins_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "blokken").mkdir()
    (tmp_path / "blokken" / "alinea.html").write_text("<p>eigen</p>", encoding="utf-8")
    page = html.render(document(), folders=(tmp_path,))
    assert "<p>eigen</p>" in page
    assert "Ga naar de inhoud" in page


def test_same_document_same_page() -> None:
    found = compose("samenvatting", example("dordrecht"))
    assert html.render(found) == html.render(found)
