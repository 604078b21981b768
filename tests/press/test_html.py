from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from jinja2 import UndefinedError
from tests.press.documents import document
from tests.report.worlds import example, renamed

from psoh_cli.errors import UnreadableError
from psoh_cli.press import html
from psoh_cli.press.house_style.page_safety import page_faults
from psoh_cli.press.house_style.style import HouseStyle
from psoh_cli.report import svg
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.document import Document, Figure, Paragraph, Section, SourceLine, to_json
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


@pytest.mark.slow
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


def dressed(**templates: str) -> HouseStyle:
    named = {f"{name.replace('__', '/')}.html": text for name, text in templates.items()}
    return HouseStyle(place="huisstijl", templates=tuple(named.items()))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ document.bestaat_niet }}", "'bestaat_niet' bestaat hier niet"),
        ("{{ bestaat_niet }}", "de naam 'bestaat_niet' bestaat niet"),
        ("{% if %}", "hier hoort een waarde of een naam"),
        ("{% als %}", "de opdracht 'als' bestaat niet"),
        ("{% for x in [1] %}", "er is iets niet gesloten"),
        ("{{ 1|bestaat_niet }}", "het filter 'bestaat_niet' is er niet"),
        ("{{ 1 is bestaat_niet }}", "de toets 'bestaat_niet' is er niet"),
        ("{{ 1 / 0 }}", "gedeeld door nul"),
        ("{{ 'a' + 1 }}", "valt niet uit te rekenen"),
        ("{{ document.sections }}", "geen lijst"),
        ("{% include 'weg.html' %}", "'weg.html' is er niet"),
        ("{% from 'regel.html' import weg %}{{ weg() }}", "geen macro met de naam 'weg'"),
        ("{{ 'a' }", "'}' staat hier op een plek"),
    ],
)
def test_a_fault_in_a_house_style_is_told_in_dutch_with_its_line(text: str, said: str) -> None:
    style = dressed(blokken__alinea=f"<p>een</p>\n\n{text}\n")
    with pytest.raises(UnreadableError) as caught:
        html.render(document(), style=style)
    assert "(huisstijl/blokken/alinea.html, regel 3)" in caught.value.message
    assert said in caught.value.message
    assert "huisstijl" in caught.value.remedy


def test_a_fault_in_our_own_templates_is_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = tuple((name, text) for name, text in html._ours() if name != "document.html")
    monkeypatch.setattr(html, "_ours", lambda: (*ours, ("document.html", ("x.html", "{{ weg }}"))))
    html._sandbox.cache_clear()
    try:
        with pytest.raises(UndefinedError):
            html.render(document())
    finally:
        html._sandbox.cache_clear()


def test_a_house_style_wins_file_by_file() -> None:
    page = html.render(document(), style=dressed(blokken__alinea="<p>eigen</p>"))
    assert "<p>eigen</p>" in page
    assert "Ga naar de inhoud" in page


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_counting_the_work_changes_nothing_in_the_page(kind: str) -> None:
    found = compose(kind, example("voorbeeldstad"))
    assert html.render(found, style=HouseStyle(templates=(("eigen.html", ""),))) == html.render(found)


def test_every_page_is_fenced() -> None:
    page = html.render(compose("gap-analyse", example("voorbeeldstad")))
    assert page_faults(page) == ()
    assert page_faults(page.replace("default-src", "x"))


HOSTILE = "<script>alert(1)</script>{{ 7 * 7 }}{% for x in y %}</style>&amp;\"'--><!--\u202e"


def filled(value: Any) -> Any:
    """Put hostile text in every text of a document that is not an id, an address or a drawing."""
    if isinstance(value, dict):
        kept = {
            "id",
            "soort",
            "svg",
            "url",
            "doel",
            "datum",
            "versie",
            "stijl",
            "pagina",
            "oordeel",
            "herkomst",
            "toon",
        }
        return {key: item if key in kept else filled(item) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item) for item in value]
    return f"{value[:3]}{HOSTILE}" if isinstance(value, str) and not is_fixed(value) else value


def is_fixed(text: str) -> bool:
    return text in {"tekst", "getal", "geld", "oordeel", "code"}


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=() if kind == "samenvatting" else pytest.mark.slow) for kind in KINDS]
)
def test_a_script_or_template_in_any_text_stays_text(kind: str) -> None:
    before = json.loads(to_json(compose(kind, example("voorbeeldstad"))))
    page = html.render(Document.model_validate(filled(before)))
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}{% for x in y %}") > 20
    assert "<script" not in page
    assert page.count("<style") == page.count("</style>") == html.render(document()).count("<style")
    assert page_faults(page) == ()


def test_same_document_same_page() -> None:
    found = compose("samenvatting", example("dordrecht"))
    assert html.render(found) == html.render(found)
