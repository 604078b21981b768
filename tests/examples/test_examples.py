"""The examples are whole: no errors, the documents and analysis that we know, and a banner that says what they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.examples import golden
from tests.examples.opening import AS_OF, EXAMPLES, FROM_PUBLIC_SOURCES, INVENTED, inspected, material

from psoh_cli.files.templates import examples_dir
from psoh_cli.press import html
from psoh_cli.problems.problem import Severity
from psoh_cli.report.compose import KINDS, compose


def test_every_example_is_tested() -> None:
    assert {path.name for path in examples_dir().iterdir() if path.is_dir()} == set(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_has_no_error(example: str) -> None:
    found = inspected(example)
    errors = [str(problem) for problem in found.problems if problem.severity is Severity.ERROR]
    assert errors == []
    assert found.unreadable == ()
    assert found.dossier is not None


def test_old_confirmations_are_told_not_hidden() -> None:
    """The public sources are years old: a check that is silent about that would be broken."""
    for example in FROM_PUBLIC_SOURCES:
        warned = [problem for problem in inspected(example).problems if problem.severity is Severity.WARNING]
        assert warned


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_document_says_what_it_said(example: str, kind: str, update_golden: bool) -> None:
    text = golden.document_text(compose(kind, material(example)))
    golden.compare(golden.GOLDEN / example / f"{kind}.txt", text, update=update_golden)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_analysis_says_what_it_said(example: str, update_golden: bool) -> None:
    text = golden.analysis_text(material(example).analysis)
    golden.compare(golden.GOLDEN / example / "analyse.txt", text, update=update_golden)


def test_no_golden_file_is_left_over() -> None:
    expected = {f"{example}/{name}.txt" for example in EXAMPLES for name in (*KINDS, "analyse")}
    found = {
        path.relative_to(golden.GOLDEN).as_posix() for path in golden.GOLDEN.rglob("*") if path.is_file()
    }
    assert found == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_document_says_that_it_is_an_example(example: str, kind: str) -> None:
    document = compose(kind, material(example))
    told = (document.banner.lower(), document.strip.lower())
    for words in told:
        assert ("illustratief" in words) is (example == INVENTED)
        assert ("openbare bronnen" in words) is (example in FROM_PUBLIC_SOURCES)
    if example in FROM_PUBLIC_SOURCES:
        assert f"niet het dossier van de gemeente {material(example).gemeente.name}" in document.banner


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_banner_is_on_the_page(example: str) -> None:
    document = compose("samenvatting", material(example))
    page = html.render(document)
    assert document.banner in page
    assert document.strip.partition(" ·")[0] in page.partition("</head>")[0]  # the head of every printed page


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_peildatum_is_in_the_analysis(example: str) -> None:
    assert material(example).analysis.as_of == AS_OF


def test_a_changed_text_fails_with_the_lines_that_differ(tmp_path: Path) -> None:
    file = tmp_path / "dordrecht" / "x.txt"
    golden.compare(file, "- a: 1\n- b: 2\n", update=True)
    golden.compare(file, "- a: 1\n- b: 2\n", update=False)
    with pytest.raises(AssertionError, match=r"dordrecht/x\.txt changed(.|\n)*-- b: 2\n\+- b: 3"):
        golden.compare(file, "- a: 1\n- b: 3\n", update=False)
    with pytest.raises(AssertionError, match="no golden file"):
        golden.compare(tmp_path / "haarlem" / "x.txt", "", update=False)
