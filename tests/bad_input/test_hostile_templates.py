"""Templates that try to get out, or never to end: each stops with a clear word and a line, and none succeeds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest
from tests.press.documents import document

from psoh_cli.errors import UnreadableError
from psoh_cli.files import disk
from psoh_cli.press import html
from psoh_cli.press.house_style.files import find_house_style
from psoh_cli.press.sandbox import budget as template_budget

MOST_STEPS = template_budget.MOST_STEPS
SECRET = "geheim-van-de-computer"

ESCAPES = {
    "the class of a text": "{{ ''.__class__.__mro__ }}",
    "all classes": "{{ ''.__class__.__mro__[1].__subclasses__()|length }}",
    "by item": "{{ ''['__class__'] }}",
    "by a name in pieces": "{{ ''['__cla' ~ 'ss__'] }}",
    "by a filter": "{{ ''|attr('__class__') }}",
    "by map": "{{ ['']|map(attribute='__class__')|first }}",
    "by join": "{{ ['']|join(attribute='__class__') }}",
    "by sum": "{{ [1]|sum(attribute='__class__') }}",
    "the environment of the template": "{{ self._TemplateReference__context.environment }}",
    "the globals of a helper": "{{ cycler.__init__.__globals__.os }}",
    "the globals of a macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "a loop": "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "a namespace": "{{ namespace(x=1).__class__ }}",
    "format of a text": "{{ '{0.__class__}'.format('') }}",
    "format_map of a text": "{{ '{a.__class__}'.format_map({'a': ''}) }}",
    "the frame of a generator": "{{ ([1]|map('string')).gi_frame.f_globals }}",
    "the frame of a coroutine": "{{ ([1]|select).gi_code.co_consts }}",
    "the class of the document": "{{ document.__class__ }}",
    "the machinery of the document": "{{ document.model_fields }}",
    "a method of the document": "{{ document.model_dump() }}",
    "another document from this one": "{{ document.model_copy(update={'title': 'x'}).title }}",
    "a validator": "{{ document.__pydantic_validator__ }}",
    "dict keys as attributes": "{{ {'__class__': 1}.__class__ }}",
    "a request that is not there": "{{ request.application.__globals__ }}",
    "no escaping": "{% autoescape false %}{{ document.title }}{% endautoescape %}",
    "safe text": "{{ '<b>'|safe }}",
    "lipsum": "{{ lipsum.__globals__ }}",
}

FETCHES = {
    "an absolute path": "{% include '/etc/passwd' %}",
    "a path back": "{% include '../geheim.html' %}",
    "a path back by windows": r"{% include '..\\geheim.html' %}",
    "a path through a folder": "{% include 'blokken/../../geheim.html' %}",
    "import": "{% import '../geheim.html' as g %}{{ g }}",
    "from": "{% from '/etc/passwd' import x %}",
    "extends": "{% extends '../geheim.html' %}",
    "a computed path": "{% include '.' ~ './geheim.html' %}",
    "a list of paths": "{% include ['/etc/passwd', '../geheim.html'] %}",
    "an address": "{% include 'file:///etc/passwd' %}",
    "a device": "{% include 'CON' %}",
    "a nul": r"{% include 'stijl/basis.css\x00.html' %}",
    "other capitals": "{% include 'STIJL/BASIS.CSS' %}",
    "what is ours but no template": "{% include 'LEESMIJ.md' %}",
}

ENDLESS = {
    "a long range": "{% for x in range(10**9) %}x{% endfor %}",
    "ranges in ranges": "{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}",
    "with nothing in them": "{% for x in range(99999) if false %}{% endfor %}" * 40,
    "ranges in text": "{% for x in range(99999) %}{% for y in range(99999) %}xxxxxxxx{% endfor %}{% endfor %}",
    "a block of text that is kept": "{% set k %}{% for x in range(99999) %}" + "x" * 9999 + "{% endfor %}{% endset %}",
    "a text times a number": "{{ 'x' * 10**9 }}",
    "a number times a text": "{{ 10**9 * 'x' }}",
    "a list times a number": "{{ [0] * 10**9 }}",
    "a power": "{{ 9**99999999 }}",
    "a power of a power": "{% set x = 9**999 %}{{ x * x * x * x }}",
    "a wide number": "{{ '%1000000000d' % 1 }}",
    "a wide number by a star": "{{ '%*d' % (1000000000, 1) }}",
    "a wide number by a filter": "{{ '%1000000000d'|format(1) }}",
    "a wide number by a method": "{{ '{:1000000000}'.format(1) }}",
    "many digits": "{{ 1.5|round(10**9, 'ceil') }}",
    "center": "{{ 'a'|center(10**9) }}",
    "center by a method": "{{ 'a'.center(10**9) }}",
    "ljust": "{{ 'a'.ljust(10**9) }}",
    "zfill": "{{ '1'.zfill(10**9) }}",
    "expandtabs": r"{{ '\t'.expandtabs(10**9) }}",
    "bytes": "{{ (1).to_bytes(10**9, 'big') }}",
    "indent": "{{ 'a'|indent(10**9, true) }}",
    "batch": "{{ [1]|batch(10**9, 0)|list }}",
    "slice": "{{ [1]|slice(10**9)|list }}",
    "wordwrap": "{{ ('a ' * 99999)|wordwrap(1, wrapstring='x' * 99999) }}",
    "doubling a text": "{% set x = 'xxxxxxxx' %}" + "{% set x = x ~ x %}" * 60 + "{{ x }}",
    "adding a text": "{% set x = 'xxxxxxxx' %}" + "{% set x = x + x %}" * 60 + "{{ x }}",
    "doubling a list": "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x == x }}",
    "doubling a dict": "{% set x = {'a': 1} %}" + "{% set x = {'a': x, 'b': x} %}" * 60,
    "doubling by map": "{% set x = [0] %}" + "{% set x = [0, 0]|map('default', x, true)|list %}" * 60,
    "adding a list": "{% set x = [1] %}" + "{% set x = x + x %}" * 60,
    "printing a list": "{{ [1, 2] }}",
    "replacing nothing": "{{ ('x' * 9999)|replace('', 'x' * 99999) }}",
    "joining": "{{ range(99999)|map('string')|join('x' * 99999) }}",
    "a macro in itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macros in macros": "".join(
        f"{{% macro m{n}() %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}" if n else
        "{% macro m0() %}x{% endmacro %}" for n in range(40)
    ) + "{{ m39() }}",
    "a template in itself": "{% include 'document.html' %}",
    "a template twice in itself": "{% include 'document.html' %}{% include 'document.html' %}",
    "importing itself": "{% import 'document.html' as d %}",
    "extending itself": "{% extends 'document.html' %}",
    "a block in itself": "{% block b %}{{ self.b() }}{% endblock %}",
    "a loop in itself": "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "brackets in brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "loops in loops": "{% for x in [1] %}" * 60 + "{% endfor %}" * 60,
    "a sum without end": "{{ " + "1+" * 20000 + "1 }}",
    "lists in lists": "{{ " + "[" * 5000 + "]" * 5000 + " }}",
    "comparing great texts": "{% set a = 'x' * 9999999 %}{% set b = a ~ '' %}"
    "{% for x in range(99999) %}{% if a == b %}{% endif %}{% endfor %}",
    "cutting a great list": "{% set a = [0] * 99999 %}{% for x in range(99999) %}{% set b = a[:] %}{% endfor %}",
}  # fmt: skip

SHEETS = {
    "a file": "p { background: url(file:///etc/passwd) }",
    "an address": 'p { background: url("https://x.nl/a.png") }',
    "an address without scheme": "p { background: url(//x.nl/a.png) }",
    "a path": "@font-face { font-family: x; src: url(../../a.ttf) }",
    "another sheet": '@import "https://x.nl/a.css";',
    "another sheet by url": "@import url(a.css);",
    "a set of pictures": 'p { background: image-set("a.png" 1x) }',
    "letters by number": r"p { background: \75 rl(https://x.nl) }",
    "an import by number": r'@\69 mport "a.css";',
    "the end of the element": "p { } </style><script>alert(1)</script>",
    "a variable": ":root { --x: url(https://x.nl/a) }",
    "in a block of a block": "@media print { @page { @top-left { background: url(a.png) } } }",
    "half an address": "p { background: url(a b) }",
}

PAGES = {
    "a script": "<script>alert(1)</script>",
    "a script from elsewhere": '<script src="https://x.nl/a.js"></script>',
    "an event": '<p onclick="x()">a</p>',
    "an event in capitals": "<P ONLOAD=x()>a</P>",
    "a picture from elsewhere": '<img src="https://x.nl/a.png" alt="a">',
    "a picture from the disk": '<img src="file:///etc/passwd" alt="a">',
    "a picture without words": '<img src="data:image/png;base64,AA" alt="">',
    "a frame": '<iframe src="https://x.nl"></iframe>',
    "an object": '<object data="a"></object>',
    "a sheet from elsewhere": '<link rel="stylesheet" href="https://x.nl/a.css">',
    "a base": '<base href="https://x.nl/">',
    "a form": '<form action="https://x.nl"><p>a</p></form>',
    "a refresh": '<meta http-equiv="refresh" content="0; url=https://x.nl">',
    "a policy of its own": '<meta http-equiv="Content-Security-Policy" content="default-src *">',
    "a link that runs": '<a href="javascript:alert(1)">a</a>',
    "a style that fetches": '<p style="background: url(https://x.nl/a)">a</p>',
    "a sheet in the page": "<style>p { background: url(https://x.nl/a) }</style>",
    "a drawing that fetches": '<svg><image href="https://x.nl/a"/></svg>',
    "html in a drawing": "<svg><foreignObject><p>a</p></foreignObject></svg>",
    "more pictures": '<img srcset="https://x.nl/a 2x" src="data:image/png;base64,AA" alt="a">',
}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    disk.write_text(tmp_path / "dossier" / "geheim.html", SECRET)
    (tmp_path / "dossier" / "huisstijl").mkdir(parents=True)
    return tmp_path / "dossier"


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bound be reached sooner; the one test that needs the real one sets it back."""
    monkeypatch.setattr(template_budget, "MOST_STEPS", 30_000)


def rendered(dossier: Path, text: str, *, name: str = "document.html") -> str:
    disk.write_text(dossier / "huisstijl" / name, text)
    return html.render(document(), style=find_house_style(dossier))


def refused(dossier: Path, text: str, *, name: str = "document.html") -> str:
    """Give the message with which a template is refused; it names the file, and no secret."""
    with pytest.raises(UnreadableError) as caught:
        rendered(dossier, text, name=name)
    said = caught.value.message
    assert f"huisstijl/{name}, regel " in said
    assert SECRET not in said
    assert caught.value.remedy
    return said


@pytest.mark.parametrize("text", ESCAPES.values(), ids=ESCAPES)
def test_nothing_but_the_document_is_in_reach(dossier: Path, text: str) -> None:
    assert "document.html, regel 2)" in refused(dossier, "\n" + text)


@pytest.mark.parametrize("text", FETCHES.values(), ids=FETCHES)
def test_no_template_comes_from_elsewhere(dossier: Path, text: str) -> None:
    said = refused(dossier, "\n" + text)
    assert "document.html, regel 2)" in said
    assert "is er niet" in said


@pytest.mark.slow
@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_template_comes_to_an_end(dossier: Path, text: str) -> None:
    started = time.process_time()
    refused(dossier, text)
    assert time.process_time() - started < 10, "the bound is on the work, and the work is not much"


@pytest.mark.slow
def test_the_real_bound_is_reached_in_seconds(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_budget, "MOST_STEPS", MOST_STEPS)
    refused(dossier, ENDLESS["macros in macros"])


def test_the_bound_is_the_same_every_time(dossier: Path) -> None:
    text = "{% for x in range(99999) %}{% for y in range(99999) %}\n{{ x }}{% endfor %}{% endfor %}"
    left = []
    for _ in range(2):
        refused(dossier, text)
        left.append((template_budget.current().steps, template_budget.current().text))
    assert left[0] == left[1]


@pytest.mark.parametrize("text", SHEETS.values(), ids=SHEETS)
@pytest.mark.parametrize("name", ["stijl/donker.css", "stijl/eigen.css"])
def test_a_sheet_fetches_nothing(dossier: Path, text: str, name: str) -> None:
    assert f"{name}, regel 3)" in refused(dossier, "/* van ons */\n\n" + text, name=name)


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_a_page_runs_and_fetches_nothing(dossier: Path, text: str) -> None:
    assert "alinea.html, regel 2)" in refused(dossier, "<p>a</p>\n" + text, name="blokken/alinea.html")


@pytest.mark.parametrize(
    "text",
    [
        "{% set a = '<scr' %}{{ 'x' }}<{{ 'script' }}>alert(1)</{{ 'script' }}>",
        '<p {{ "onclick" }}="x()">a</p>',
        '<img src="{{ "https://x.nl/a.png" }}" alt="a">',
        '<p style="background: url({{ "https://x.nl" }})">a</p>',
        '<a href="{{ "javascript:x()" }}">a</a>',
        '<meta http-equiv="{{ "refresh" }}" content="{{ "0; url=https://x.nl" }}">',
    ],
)
def test_what_is_put_together_is_seen_when_the_page_is_written(dossier: Path, text: str) -> None:
    with pytest.raises(UnreadableError, match="huisstijl"):
        rendered(dossier, text, name="blokken/alinea.html")


def test_a_page_keeps_its_fence(dossier: Path) -> None:
    with pytest.raises(UnreadableError, match="Content-Security-Policy"):
        rendered(dossier, "<!DOCTYPE html><title>a</title><style>p { color: red }</style><p>a</p>")


_AWAY = '<meta http-equiv="refresh" content="0; url=https://x.nl">'
MISREAD = {
    "a sheet in a drawing": f"<svg><style>{_AWAY}</style></svg>",
    "a sheet after a drawing that does not end": f"<svg><desc><p></svg></p></desc><style>{_AWAY}</style></svg>",
    "a drawing that ended before it began": f"</svg><svg><style>{_AWAY}</style></svg>",
    "an empty comment": f"<!-->{_AWAY}-->",
    "another empty comment": f"<!--->{_AWAY}-->",
    "a comment that ends otherwise": f"<!-- a --!>{_AWAY} -->",
    "cdata": f"<![CDATA[>{_AWAY}]]>",
    "a title with a comment": f"<title><!--</title>{_AWAY}--></title>",
    "a title with an element": f"<title><p title='</title>{_AWAY}'></p></title>",
    "a title that does not end": f"<title></ title><p title='</title>{_AWAY}'></p>",
    "a sheet that ends at once": f"<style/><p title='</style>{_AWAY}'></p>",
    "more pictures in a drawing": '<svg><img srcset="https://x.nl/a 2x" src="data:image/png;base64,AA" alt="a"></svg>',
    "an address by number in a drawing": r'<svg><rect fill="u\72l(https://x.nl/a)"/></svg>',
    "another way to fetch in a drawing": '<svg><rect mask="image-set(\'https://x.nl/a\' 1x)"/></svg>',
    "a base in a drawing": '<svg xml:base="https://x.nl/"><rect fill="url(#a)"/></svg>',
    "other letters": '<meta charset="iso-2022-jp">',
}  # fmt: skip
"""What a browser reads otherwise than a reader that goes by the letter; the policy of a page stops no refresh."""


@pytest.mark.parametrize("text", MISREAD.values(), ids=MISREAD)
def test_a_page_is_read_as_a_browser_reads_it(dossier: Path, text: str) -> None:
    with pytest.raises(UnreadableError, match="huisstijl"):
        rendered(dossier, f"<p>a</p>\n{text}", name="blokken/alinea.html")


def test_a_fence_in_a_title_is_no_fence(dossier: Path) -> None:
    fence = '<meta http-equiv="Content-Security-Policy" content="{{ beveiliging }}">'
    with pytest.raises(UnreadableError, match="huisstijl"):
        rendered(dossier, f"<!DOCTYPE html><title>{fence}</title><p>a</p>")


@pytest.mark.parametrize("name", ["strook.css", "blokken", "document.html"])
def test_a_link_that_leads_out_is_refused(dossier: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "elders"
    target.mkdir()
    disk.write_text(target / "alinea.html", SECRET)
    try:
        (dossier / "huisstijl" / name).symlink_to(target if name == "blokken" else dossier / "geheim.html")
    except OSError:
        pytest.skip("this computer makes no symbolic links")
    with pytest.raises(UnreadableError, match="buiten die map"):
        find_house_style(dossier)


def test_a_link_to_the_folder_itself_is_no_way_round(dossier: Path) -> None:
    try:
        (dossier / "huisstijl" / "rond").symlink_to(dossier / "huisstijl")
    except OSError:
        pytest.skip("this computer makes no symbolic links")
    with pytest.raises(UnreadableError, match="koppeling naar een map"):
        find_house_style(dossier)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("con.html", "Windows"),
        ("Document.html", "hoofdletters"),
        ("Stijl/basis.css", "hoofdletters"),
        ("regels.py", "geen .html"),
        ("stijl/basis.css.exe", "geen .html"),
    ],
)
def test_a_file_that_does_not_belong_is_refused(dossier: Path, name: str, why: str) -> None:
    disk.write_text(dossier / "huisstijl" / name, "x")
    with pytest.raises(UnreadableError, match=why):
        find_house_style(dossier)


def test_a_great_template_is_refused_unread(dossier: Path) -> None:
    disk.write_text(dossier / "huisstijl" / "document.html", "x" * 400_000)
    with pytest.raises(UnreadableError, match="300 kB"):
        find_house_style(dossier)


# --- with the sandbox off, the same templates do get out: the tests above guard something


def without_sandbox(folder: Path, text: str) -> str:
    def read(name: str) -> str:
        return (folder / name).read_text(encoding="utf-8")

    environment = jinja2.Environment(loader=jinja2.FunctionLoader(read), autoescape=True)
    return environment.from_string(text).render(document=document())


def escaping() -> Iterator[Any]:
    tame = {
        "a request that is not there", "no escaping", "safe text", "by sum", "dict keys as attributes",
        "the machinery of the document",
    }  # fmt: skip
    for name, text in ESCAPES.items():
        if name not in tame:
            yield pytest.param(text, id=name)


@pytest.mark.parametrize("text", tuple(escaping()))
def test_without_the_sandbox_the_inside_is_in_reach(dossier: Path, text: str) -> None:
    assert without_sandbox(dossier / "huisstijl", text)


@pytest.mark.parametrize("name", ["a path back", "import", "extends", "a computed path"])
def test_without_the_sandbox_files_are_in_reach(dossier: Path, name: str) -> None:
    found = without_sandbox(dossier / "huisstijl", FETCHES[name])
    assert SECRET in found or name == "import"


def test_without_the_sandbox_text_is_not_escaped(dossier: Path) -> None:
    assert without_sandbox(dossier / "huisstijl", ESCAPES["safe text"]) == "<b>"


@pytest.mark.parametrize("name", ["a number times a text", "center", "zfill", "a wide number"])
def test_without_the_sandbox_it_grows_without_bound(dossier: Path, name: str) -> None:
    text = ENDLESS[name].replace("10**9", "10**6").replace("1000000000", "1000000")
    assert len(without_sandbox(dossier / "huisstijl", text)) >= 10**6
