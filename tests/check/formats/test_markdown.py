"""The summary of a step: rendered, it shows just the words that were said, in tables, and fits in what GitHub takes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from tests.check.formats.reports import CLEAN, SMALL, many, reports, texts, without_halves

from psoh_cli.problems.formats.as_markdown import MOST_ROWS, ROOM, as_markdown
from psoh_cli.problems.formats.markdown_text import escaped, fenced
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Ignored, Report, gravest_first

GOLDEN = """\
## psoh check: 1 fout, 1 waarschuwing, 12 tips

3 bestanden nagekeken met psoh 0.4.0.

| Ernst | Aantal |
| --- | --- |
| fout | 1 |
| waarschuwing | 1 |
| tip | 12 |

### Niet te lezen

| Wat er mis is | Wat u kunt doen |
| --- | --- |
| dossiers/weg bestaat niet. | Controleer de naam. |

### Wat er te verbeteren is

| Bestand | Regel | Ernst | Code | Wat er mis is | Wat u kunt doen |
| --- | --- | --- | --- | --- | --- |
| <code>dossiers/één map/sociale-kaart.yaml</code> | 3 | fout | <code>KAART005</code> | De ketenstap 'preventi' \
bestaat niet: 100 % zeker. | Bedoelt u 'preventie'? |
| <code>dossiers/één map/sociale-kaart.yaml</code> | 3 | waarschuwing | <code>KAART007</code> | 'Tigrinya' is \
geen taalcode. | Schrijf ti. De lijst ziet u met: psoh praktijken --lijst talen |
| <code>dossiers/gemeente.yaml</code> | 4 | tip | <code>DOSSIER004</code> | Twee regels \\| samen. |  |

### Genegeerd, met de reden

| Bestand | Regel | Code | Wat er mis is | Reden | Afgesproken in |
| --- | --- | --- | --- | --- | --- |
| <code>dossiers/plan.yaml</code> | 9 | <code>PLAN001</code> | Dubbel. | de raad heeft dit zo besloten | \
<code>dossiers/plan.yaml:8</code> |
| <code>dossiers/één map/sociale-kaart.yaml</code> | 1 | <code>KAART004</code> | Oud. | wordt in januari gebeld | \
<code>psoh.toml:4</code> |
"""

OURS = {"h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "span"}


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


def elements(html: str) -> set[str]:
    return set(re.findall(r"<([a-z0-9]+)", re.sub(r"<!--.*?-->", "", html)))


def words(html: str) -> str:
    """Give the text of a piece of HTML, as somebody reads it."""
    bare = re.sub(r"<!--.*?-->|<[^>]*>", "", html)
    for written, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        bare = bare.replace(written, sign)
    return bare


def rows(html: str, *, below: str) -> list[list[str]]:
    """Give the cells of the table below a heading, without its head."""
    part = html.partition(f"<h3>{below}</h3>")[2].partition("</tbody>")[0].partition("<tbody>")[2]
    return [
        [words(cell) for cell in re.findall(r"<td>(.*?)</td>", row, re.DOTALL)]
        for row in re.findall(r"<tr>(.*?)</tr>", part, re.DOTALL)
    ]


def on_one_line(text: str) -> str:
    marked = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "\ufffd", without_halves(text))
    return " ".join(marked.split())


def test_the_small_report() -> None:
    assert as_markdown(SMALL) == GOLDEN


def test_a_clean_run_says_so() -> None:
    assert as_markdown(CLEAN) == (
        "## psoh check: geen problemen gevonden\n\n2 bestanden nagekeken met psoh 0.4.0.\n"
    )


@given(text=texts)
def test_a_text_shows_as_itself_calls_nobody_and_leads_nowhere(text: str) -> None:
    html = rendered(f"| a |\n| --- |\n| {escaped(text)} |\n")
    assert elements(html) <= {"table", "thead", "tbody", "tr", "th", "td", "span"}
    [row] = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
    assert words(row) == on_one_line(text)
    for call in (r"@\w", r"://", r"(?i)\bwww\.", r"#\d", r":[\w+-]+:", r"(?i)\bGH-\d", r"\$[^<]"):
        assert not re.search(call, escaped(text)), call


@given(report=reports)
def test_any_report_is_read_as_our_own_tables(report: Report) -> None:
    html = rendered(as_markdown(report))
    assert elements(html) <= OURS
    found = rows(html, below="Wat er te verbeteren is")
    expected = [
        [on_one_line(problem.file), str(problem.line), problem.severity.value, problem.code]
        for problem in gravest_first(report.problems)
    ]
    assert [row[:4] for row in found] == expected
    assert [row[4] for row in found] == [
        on_one_line(problem.message) for problem in gravest_first(report.problems)
    ]
    assert len(rows(html, below="Genegeerd, met de reden")) == len(report.ignored)


def test_of_very_many_the_gravest_are_shown_and_the_rest_is_counted() -> None:
    report = Report(problems=(*many(10_000, severity=Severity.WARNING), *many(3)))
    page = as_markdown(report)
    found = rows(rendered(page), below="Wat er te verbeteren is")
    assert [row[2] for row in found] == ["fout"] * 3 + ["waarschuwing"] * (MOST_ROWS - 3)
    assert "Nog 9.953 meldingen staan hier niet bij." in page
    assert page.startswith("## psoh check: 3 fouten, 10.000 waarschuwingen\n")


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, 100, 601, 2_000, 5_000, 20_000, 200_000])
def test_it_fits_in_the_room_there_is(room: int) -> None:
    hostile = "@a|`<" * 100
    found = tuple(replace(problem, message=hostile, hint=hostile) for problem in many(60))
    settled = tuple(Ignored(problem=problem, reason=hostile, where="a.yaml:1") for problem in found)
    page = as_markdown(Report(problems=found, ignored=settled), room=room)
    assert len(page.encode("utf-8")) <= room
    if room > 600:
        assert page.startswith("## psoh check: 60 fouten\n")
        assert elements(rendered(page)) <= OURS


def test_the_worst_page_fits_in_what_github_takes() -> None:
    hostile = "@a😀:b:" * 200_000
    found = tuple(
        Problem(
            code="KAART004", severity=Severity.ERROR, message=hostile, hint=hostile, file=hostile, line=line
        )
        for line in range(1, 101)
    )
    settled = tuple(Ignored(problem=problem, reason=hostile, where=hostile) for problem in found)
    page = as_markdown(Report(problems=found, ignored=settled))
    assert 0 < len(page.encode("utf-8")) <= ROOM


@pytest.mark.parametrize("text", ["a: b", "a: ```\n```", "````\nx"])
def test_a_fence_is_longer_than_what_it_holds(text: str) -> None:
    html = rendered(f"voor\n\n{fenced(text)}\n\nna\n")
    assert html.count("<pre>") == 1
    assert html.endswith("<p>na</p>\n")
