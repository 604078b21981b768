"""A house style on disk: what it may set, what is refused and where, and that it is seen in the page."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from PIL import Image
from tests.press.documents import document

from psoh_cli.errors import ProblemsError, UnreadableError
from psoh_cli.files import disk
from psoh_cli.press import html
from psoh_cli.press.house_style.files import find_house_style, house_style_problems
from psoh_cli.press.house_style.page_safety import page_faults
from psoh_cli.press.house_style.style import HouseStyle
from psoh_cli.problems.problem import Problem
from psoh_cli.report.contrast import contrast

WHOLE = """\
formaat: "1"
naam: Bureau Proef
logo:
  bestand: logo.png
  omschrijving: Bureau Proef & Co
kleuren:
  accent: "#8A1538"
  tint: "#F7E9ED"
letters:
  familie: Proef Sans
  bestanden:
    gewoon: letters/proef.ttf
colofon: Gemaakt door Bureau <Proef>.
word: sjabloon.docx
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h4"/></svg>'


def png(width: int = 8, height: int = 4, *, mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, (width, height)).save(stream, "JPEG" if mode == "CMYK" else "PNG")
    return stream.getvalue()


def bomb(width: int, height: int) -> bytes:
    """Make a PNG of a few bytes that says it is enormous."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    chunks = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


def font(*, letters: str = "", usage: int = 0) -> bytes:
    """Make a font with a square for every letter."""
    every = letters or "".join(map(chr, range(32, 256))) + "€"
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({ord(char): "square" for char in every})
    builder.setupGlyf({".notdef": square, "square": square})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "square": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Proef Sans", "styleName": "Regular"})
    builder.setupOS2(fsType=usage)
    builder.setupPost()
    stream = io.BytesIO()
    builder.save(stream)
    return stream.getvalue()


def word() -> bytes:
    from docx import Document as WordDocument

    stream = io.BytesIO()
    WordDocument().save(stream)
    return stream.getvalue()


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "huisstijl"
    disk.write_text(folder / "huisstijl.yaml", WHOLE)
    disk.write_bytes(folder / "logo.png", png())
    disk.write_bytes(folder / "letters" / "proef.ttf", font())
    disk.write_bytes(folder / "sjabloon.docx", word())
    return tmp_path


def told(dossier: Path) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        find_house_style(dossier)
    assert caught.value.problems == house_style_problems(dossier)[0]
    assert all(problem.file.endswith("huisstijl/huisstijl.yaml") for problem in caught.value.problems)
    return caught.value.problems


def only(dossier: Path) -> Problem:
    (problem,) = told(dossier)
    return problem


def write(dossier: Path, text: str) -> None:
    disk.write_text(dossier / "huisstijl" / "huisstijl.yaml", text)


def test_a_whole_house_style_is_seen_in_the_page(dossier: Path) -> None:
    style = find_house_style(dossier)
    assert style.describe() == (
        "Bureau Proef", "logo (logo.png)", "kleuren (accent, tint)", "letter Proef Sans",
        "eigen Word-sjabloon",
    )  # fmt: skip
    assert style.colophon == "Gemaakt door Bureau <Proef>."
    page = html.render(document(), style=style)
    assert page_faults(page) == ()
    assert '<img src="data:image/png;base64,' in page
    assert 'alt="Bureau Proef &amp; Co" width="8" height="4"' in page
    assert "--petrol: #8A1538" in page
    assert '@font-face { font-family: "Proef Sans"; src: url("data:font/ttf;base64,' in page
    assert html.render(document(), style=style) == page


def test_without_a_house_style_nothing_of_it_is_in_the_page(tmp_path: Path) -> None:
    style = find_house_style(tmp_path)
    assert style == HouseStyle()
    assert style.describe() == ()
    page = html.render(document(), style=style)
    assert ":root:root" not in page
    assert '<p class="logo">' not in page


def test_the_settings_may_stand_in_the_dossier_itself(dossier: Path) -> None:
    (dossier / "huisstijl" / "huisstijl.yaml").unlink()
    disk.write_text(
        dossier / "huisstijl.yaml", WHOLE.replace("logo.png", "huisstijl/logo.png").split("letters:")[0]
    )
    assert find_house_style(dossier).logo
    write(dossier, WHOLE)
    with pytest.raises(UnreadableError, match="twee bestanden"):
        find_house_style(dossier)


def test_a_house_style_from_elsewhere_goes_first(dossier: Path, tmp_path: Path) -> None:
    other = tmp_path / "elders"
    disk.write_text(other / "huisstijl.yaml", 'naam: Elders\nkleuren:\n  accent: "#004488"\n')
    disk.write_text(other / "stijl" / "browser.css", "/* elders */\n")
    for extra, replaced in ((other, ("stijl/browser.css",)), (other / "huisstijl.yaml", ())):
        style = find_house_style(dossier, extra=extra)
        assert style.name == "Elders"
        assert style.logo is None
        assert style.replaced == replaced
    beside = find_house_style(dossier, extra=dossier / "huisstijl" / "sjabloon.docx")
    assert beside.name == "Bureau Proef"
    assert beside.word_template == (dossier / "huisstijl" / "sjabloon.docx").read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("leeg", None, "staat geen huisstijl"),
        ("weg", None, "is geen map"),
        ("brief.docx", b"PK nee", "is geen .docx"),
        ("stijl.zip", b"PK", "is geen map"),
        ("stijl.yaml", None, "stijl.yaml"),
    ],
)
def test_what_is_no_house_style_is_told(tmp_path: Path, name: str, content: bytes | None, why: str) -> None:
    if content is not None:
        disk.write_bytes(tmp_path / name, content)
    elif name == "leeg":
        (tmp_path / name).mkdir()
    with pytest.raises(UnreadableError, match=why):
        find_house_style(tmp_path, extra=tmp_path / name)


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "hint"),
    [
        ("accent:", "acent:", 7, "'acent' bestaat hier niet", "accent"),
        ('"#8A1538"', '"blauw"', 7, "'blauw' is geen kleur", "#0B4A5F"),
        ("  omschrijving: Bureau Proef & Co\n", "", 4, "'omschrijving' ontbreekt", "omschrijving"),
        ("Proef Sans\n", "'Proef\"; } x'\n", 10, "alleen letters", ""),
        ('formaat: "1"', 'formaat: "9"', 1, "formaat 9", ""),
        ("naam: Bureau Proef", "naam: [", 2, "haak", ""),
    ],
)
def test_a_mistake_in_the_settings_is_told_with_its_place(
    dossier: Path, old: str, new: str, line: int, message: str, hint: str
) -> None:
    write(dossier, WHOLE.replace(old, new))
    problem = told(dossier)[0]
    assert problem.line == line
    assert message in problem.message
    assert hint in problem.hint


def test_a_pale_colour_is_refused_with_the_nearest_that_will_do(dossier: Path) -> None:
    write(dossier, WHOLE.replace("#8A1538", "#7FB2C1"))
    problem = only(dossier)
    assert (problem.code, problem.line, problem.column) == ("STIJL001", 7, 11)
    assert problem.message == ("de kleur #7FB2C1 voor accent leest slecht op wit (2,3 : 1; nodig 4,5 : 1)")
    nearest = problem.hint.removeprefix("Dichtstbij die wel voldoet: ").rstrip(".")
    write(dossier, WHOLE.replace("#8A1538", nearest))
    assert find_house_style(dossier).colours


@pytest.mark.parametrize(
    ("colours", "role"),
    [
        ('accent: "#0B4A5F", omslag: "#EEEEEE"', "omslag"),
        ('inkt: "#888888"', "inkt"),
        ('tint: "#335577"', "tint"),
        ('accent: "#0B4A5F", donker: {accent: "#0B4A5F"}', "donker accent"),
        ('donker: {tint: "#EEEEEE"}', "donker tint"),
    ],
)
def test_every_role_is_held_against_what_it_stands_on(dossier: Path, colours: str, role: str) -> None:
    write(dossier, f"kleuren: {{{colours}}}\n")
    problem = told(dossier)[0]
    assert problem.code == "STIJL001"
    assert f"voor {role} leest slecht" in problem.message


@pytest.mark.parametrize(
    "accent", ["#8A1538", "#0B4A5F", "#000000", "#1D4ED8", "#4D5B00", "#6B21A8", "#B00000"]
)
def test_what_follows_from_a_colour_can_be_read_too(dossier: Path, accent: str) -> None:
    write(dossier, f'kleuren: {{accent: "{accent}"}}\n')
    colours = find_house_style(dossier).colours
    assert colours
    light, dark = dict(colours.light), dict(colours.dark)
    assert contrast(light["accent"], light["tint"]) >= 4.5
    assert contrast(light["op-omslag"], light["omslag"]) >= 4.5
    assert contrast("#4A5563", light["tint"]) >= 4.5, "small print stands on the tint as well"
    for ground in ("#12181F", "#1A222B", dark["tint"]):
        assert contrast(dark["accent"], ground) >= 4.5
    assert contrast(dark["op-omslag"], dark["omslag"]) >= 4.5
    assert contrast("#AFBAC5", dark["tint"]) >= 4.5


LOGOS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "40 MB": ("a.png", lambda: b"\x89PNG" + b"\0" * 40_000_000, "te groot (40,0 MB; hooguit 2 MB)"),
    "broken": ("a.png", lambda: png()[:-30], "is beschadigd"),
    "nonsense": ("a.png", lambda: b"\x89PNG nonsense", "is beschadigd"),
    "empty": ("a.png", lambda: b"", "is geen PNG, JPEG of SVG"),
    "another kind": ("a.png", lambda: b"GIF89a", "is geen PNG, JPEG of SVG"),
    "a bomb": ("a.png", lambda: bomb(60_000, 60_000), "veel te veel beeldpunten"),
    "a small bomb": ("a.png", lambda: bomb(6_000, 6_000), "te veel beeldpunten (6000 bij 6000)"),
    "for the press": ("a.jpg", lambda: png(mode="CMYK"), "drukkleuren"),
    "a script": ("a.svg", lambda: SVG.replace("<path", "<script>1</script><path").encode(), "bevat <script>"),
    "an event": ("a.svg", lambda: SVG.replace("<path", '<path onload="x()"').encode(), "bevat een opdracht"),
    "a picture in it": ("a.svg", lambda: SVG.replace("<path", '<image href="a.png"/><path').encode(), "bevat <image>"),
    "a far mask": (
        "a.svg",
        lambda: SVG.replace("<path", "<path mask=\"image-set('https://x.nl/a' 1x)\"").encode(),
        "ander bestand",
    ),
    "a far fill": ("a.svg", lambda: SVG.replace("<path", '<path fill="url(https://x.nl/a)"').encode(), "ander bestand"),
    "a style": ("a.svg", lambda: SVG.replace("<path", "<style>@import 'a'</style><path").encode(), "bevat <style>"),
    "html in it": ("a.svg", lambda: SVG.replace("<path", "<foreignObject/><path").encode(), "bevat <foreignObject>"),
    "laughs": ("a.svg", lambda: b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.encode(), "bevat verwijzingen"),
    "no size": ("a.svg", lambda: SVG.replace('viewBox="0 0 40 10"', "").encode(), "hoe groot"),
    "no xml": ("a.svg", lambda: SVG.replace("/>", ">").encode(), "geen geldige SVG"),
    "another root": ("a.svg", lambda: b"<html><svg></svg></html>", "is geen SVG"),
    "too many parts": ("a.svg", lambda: SVG.replace("<path", "<g/>" * 6000 + "<path").encode(), "meer dan 5000"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make", "why"), LOGOS.values(), ids=LOGOS)
def test_a_logo_that_cannot_be_used_is_told(
    dossier: Path, name: str, make: Callable[[], bytes], why: str
) -> None:
    disk.write_bytes(dossier / "huisstijl" / name, make())
    write(dossier, f"logo:\n  bestand: {name}\n  omschrijving: Logo\n")
    problem = only(dossier)
    assert (problem.code, problem.line, problem.column) == ("STIJL002", 2, 12)
    assert why in problem.message


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("weg.png", "is er niet"),
        ("../logo.png", "moet in de map van huisstijl.yaml staan"),
        ("/etc/passwd", "moet in de map van huisstijl.yaml staan"),
        ("C:/logo.png", "moet in de map van huisstijl.yaml staan"),
        ("letters\\logo.png", "moet in de map van huisstijl.yaml staan"),
        ("letters", "is niet te lezen"),
    ],
)
def test_a_logo_that_is_not_there_or_elsewhere_is_told(dossier: Path, name: str, why: str) -> None:
    write(dossier, f"logo:\n  bestand: '{name}'\n  omschrijving: Logo\n")
    assert why in only(dossier).message


def test_a_logo_behind_a_link_is_told(dossier: Path, tmp_path: Path) -> None:
    disk.write_bytes(tmp_path / "elders.png", png())
    disk.write_text(tmp_path / "d" / "huisstijl.yaml", "logo:\n  bestand: logo.png\n  omschrijving: Logo\n")
    try:
        (tmp_path / "d" / "logo.png").symlink_to(tmp_path / "elders.png")
    except OSError:
        pytest.skip("this computer makes no symbolic links")
    with pytest.raises(ProblemsError) as caught:
        find_house_style(tmp_path / "d")
    assert "buiten de map" in caught.value.problems[0].message


@pytest.mark.parametrize("name", ["logo.svg", "logo.jpg"])
def test_other_kinds_of_logo_will_do(dossier: Path, name: str) -> None:
    content = f'<?xml version="1.0"?><!-- a -->\n{SVG}'.encode() if name.endswith("svg") else b""
    if not content:
        stream = io.BytesIO()
        Image.new("RGB", (40, 10)).save(stream, "JPEG")
        content = stream.getvalue()
    disk.write_bytes(dossier / "huisstijl" / name, content)
    write(dossier, f"logo:\n  bestand: {name}\n  omschrijving: Logo\n")
    logo = find_house_style(dossier).logo
    assert logo
    assert (logo.width, logo.height) == (40, 10)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"nee", "is geen lettertype"),
        (font()[:200], "is beschadigd"),
        (font(letters="abc"), "mist gewone tekens, zoals d"),
        (font(usage=2), "mag volgens de maker niet"),
        (b"\0\1\0\0" + b"\0" * 3_000_000, "te groot"),
    ],
)
def test_a_font_that_cannot_be_used_is_told(dossier: Path, content: bytes, why: str) -> None:
    disk.write_bytes(dossier / "huisstijl" / "letters" / "proef.ttf", content)
    problem = only(dossier)
    assert (problem.code, problem.line) == ("STIJL003", 12)
    assert why in problem.message


def test_a_family_without_files_is_for_the_screen_only(dossier: Path) -> None:
    write(dossier, "letters:\n  familie: Calibri\n")
    style = find_house_style(dossier)
    assert style.describe() == ("uit huisstijl", "letter Calibri, alleen op het scherm")
    page = html.render(document(), style=style)
    screen = page.partition('<style media="screen">')[2].partition("</style>")[0]
    assert '"Calibri"' in screen
    assert page.count('"Calibri"') == 1


@pytest.mark.parametrize(
    ("content", "why"), [(b"nee", "is geen .docx"), (word() + b"vbaProject.bin", "macro")]
)
def test_a_word_template_that_cannot_be_used_is_told(dossier: Path, content: bytes, why: str) -> None:
    disk.write_bytes(dossier / "huisstijl" / "sjabloon.docx", content)
    problem = only(dossier)
    assert (problem.code, problem.line) == ("STIJL004", 14)
    assert why in problem.message


def test_many_mistakes_are_told_at_once(dossier: Path) -> None:
    write(
        dossier,
        WHOLE.replace("#8A1538", "#7FB2C1").replace("logo.png", "weg.png").replace("proef.ttf", "weg.ttf"),
    )
    assert sorted(problem.code for problem in told(dossier)) == ["STIJL001", "STIJL002", "STIJL003"]


def test_the_example_in_the_manual_can_be_used_and_its_message_is_real(dossier: Path) -> None:
    manual = (Path(__file__).resolve().parents[2] / "docs" / "handleiding.md").read_text(encoding="utf-8")
    about = manual.partition("### 10.5 ")[2].partition("\n---")[0]
    example = about.partition("```yaml\n")[2].partition("```")[0]
    disk.write_bytes(dossier / "huisstijl" / "logo.svg", SVG.encode())
    for name in ("regular", "bold"):
        disk.write_bytes(dossier / "huisstijl" / "letters" / f"bureau-{name}.ttf", font())
    disk.write_bytes(dossier / "huisstijl" / "briefpapier.docx", word())
    write(dossier, example)
    style = find_house_style(dossier)
    assert style.logo
    assert style.fonts
    assert len(style.fonts.faces) == 2
    assert style.word_template
    assert page_faults(html.render(document(), style=style)) == ()
    write(dossier, example.replace("#8A1538", "#7FB2C1"))
    problem = only(dossier)
    shown = f"huisstijl.yaml:{problem.line}:{problem.column} fout {problem.code} {problem.message}\n    {problem.hint}"
    assert shown in about
