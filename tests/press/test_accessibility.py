"""Web pages and the report on what was examined: a good page passes, and each way of spoiling it is seen."""

from __future__ import annotations

import hashlib
import json
from datetime import date

import pytest
from tests.press.small_document import small_document

from psoh_cli.press import html
from psoh_cli.press.accessibility.checks import Result
from psoh_cli.press.accessibility.examine import EXAMINED, as_json, as_markdown, examine

AS_OF = date(2026, 11, 21)
DOCUMENT = small_document()
PAGE = html.render(DOCUMENT)

SPOILT = {
    "html-taal": ('<html lang="nl"', '<html lang="en"'),
    "html-titel": ("<title>Een kleine proef", "<title>proef.html"),
    "html-koppen": ("<h1", "<h2"),
    "html-tabellen": ('scope="col"', ""),
    "html-figuren": ("<title>Twee balken</title>", "<title></title>"),
    "html-gebieden": ("<main", "<div"),
    "html-overslaan": ('href="#inhoud"', 'href="#eerst"'),
    "html-koppelingen": ('href="#dan"', 'href="#weg"'),
    "html-zelfstandig": ("</main>", '<img alt="x" src="https://example.org/x.png"></main>'),
    "html-vergroten": ("initial-scale=1", "initial-scale=1, user-scalable=no"),
    "html-toetsenbord": ('tabindex="-1"', 'tabindex="4"'),
    "html-contrast": ("--gedempt: #4A5563", "--gedempt: #9AA5B3"),
    "html-contrast-figuren": ('fill="#FFFFFF">balk', 'fill="#1B2430">balk'),
}


def wrong(page: str) -> dict[str, str]:
    examined = examine("proef.html", page.encode(), document=DOCUMENT)
    return {check.id: check.detail for check in examined.wrong}


def test_a_good_page_passes_every_check() -> None:
    examined = examine("proef.html", PAGE.encode(), document=DOCUMENT)
    assert examined.is_good
    assert {check.id for check in examined.checks} == set(SPOILT)
    assert all(check.result is Result.GOOD for check in examined.checks)


@pytest.mark.parametrize("name", SPOILT)
def test_each_check_is_seen_to_fail(name: str) -> None:
    good, bad = SPOILT[name]
    assert good in PAGE
    assert name in wrong(PAGE.replace(good, bad))


@pytest.mark.parametrize(
    ("good", "bad", "name"),
    [
        ("</caption>", "</caption><!-- --><tr><td>los</td></tr>", "html-tabellen"),
        ("<caption>", "<caption hidden></caption><p>", "html-tabellen"),
        ('<h2><span class="nr">2', '<h2><span class="nr">2</span></h2><h5><span class="nr">', "html-koppen"),
        ("Wat er volgt</h2>", "</h2>", "html-koppen"),
        ('id="dan"', 'id="eerst"', "html-koppelingen"),
        (":root {", "@import 'https://example.org/x.css'; :root {", "html-zelfstandig"),
        ("</main>", '<div style="background: url(//example.org/x.png)"></div></main>', "html-zelfstandig"),
        ("</main>", '<img src="data:,"></main>', "html-figuren"),
        ('aria-label="Inhoud"', "", "html-gebieden"),
    ],
)  # fmt: skip
def test_other_ways_of_spoiling_it(good: str, bad: str, name: str) -> None:
    assert good in PAGE
    assert name in wrong(PAGE.replace(good, bad, 1))


def test_a_scheme_is_judged_by_its_own_colours() -> None:
    found = wrong(PAGE.replace("--inkt: #E6EBF0", "--inkt: #333B44"))
    assert "donker" in found["html-contrast"]
    assert "licht" not in found["html-contrast"]


def test_a_role_that_is_gone_is_seen() -> None:
    assert "‘gedempt’ ontbreekt" in wrong(PAGE.replace("--gedempt:", "--stil:"))["html-contrast"]


def test_a_page_without_roles_cannot_be_judged() -> None:
    start = PAGE.index("<style>")
    bare = PAGE[:start] + PAGE[PAGE.rindex("</style>") :]
    checks = {check.id: check for check in examine("x.html", bare.encode(), document=DOCUMENT).checks}
    assert checks["html-contrast"].result is Result.UNDECIDED
    assert checks["html-contrast"].detail


@pytest.mark.parametrize("name", ["proef.xlsx", "proef.ics", "proef", "proef.html.bak"])
def test_a_format_without_checks_says_so(name: str) -> None:
    examined = examine(name, b"", document=DOCUMENT)
    assert [check.result for check in examined.checks] == [Result.UNDECIDED]
    assert examined.is_good


def test_damaged_bytes_are_wrong_and_no_crash() -> None:
    for kind in EXAMINED:
        examined = examine(f"proef.{kind}", b"\x00\xff<<", document=DOCUMENT)
        assert not examined.is_good, kind


def test_the_report_names_the_very_bytes() -> None:
    content = PAGE.encode()
    told = json.loads(as_json([examine("proef.html", content, document=DOCUMENT)], as_of=AS_OF, gemeente="X"))
    file = told["bestanden"][0]
    assert file["sha256"] == hashlib.sha256(content).hexdigest()
    assert file["bytes"] == len(content)
    assert told["uitslag"] == file["uitslag"] == "goed"
    assert told["gemaakt_en_gecontroleerd_met"]["psoh"]
    assert told["bekende_beperkingen"]
    assert told["zelf_nagaan"]


def test_the_report_says_what_is_wrong_and_is_the_same_each_time() -> None:
    spoilt = examine("proef.html", PAGE.replace('lang="nl"', 'lang="en"').encode(), document=DOCUMENT)
    told = as_markdown([spoilt], as_of=AS_OF, gemeente="Voorbeeldstad")
    assert told == as_markdown([spoilt], as_of=AS_OF, gemeente="Voorbeeldstad")
    assert "De taal van de pagina is ‘en’ in plaats van nl." in told
    assert "1 fout" in told
    assert "EN 301 549 V3.2.1" in told
    assert "geen validator" in told or "vervangen geen validator" in told
    assert json.loads(as_json([spoilt], as_of=AS_OF))["uitslag"] == "fout"


def test_nothing_a_user_types_escapes_from_its_cell() -> None:
    document = DOCUMENT.model_copy(update={"title": "x | <script> [a](b) `c`"})
    told = as_markdown(
        [examine("a|b.html", PAGE.encode(), document=document)], as_of=AS_OF, gemeente="*|*\n# kop"
    )
    assert "<script>" not in told
    assert "\n# kop" not in told
    rows = [line for line in told.splitlines() if line.startswith("| ")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {3, 5}


def test_the_pdf_names_what_it_was_made_with() -> None:
    page, pdf = (examine(name, b"", document=DOCUMENT) for name in ("a.html", "a.pdf"))
    assert "WeasyPrint" not in as_markdown([page], as_of=AS_OF)
    assert "| WeasyPrint |" in as_markdown([pdf], as_of=AS_OF)
