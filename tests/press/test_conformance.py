"""What public checkers say of every kind of document, of every example, in every version."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.report.worlds import ROOT, example

from psoh_cli.app import run
from psoh_cli.dossier.carrying import carry
from psoh_cli.press.accessibility.examine import examine
from psoh_cli.press.publish import Press, print_files
from psoh_cli.press.request import Request
from psoh_cli.report.compose import KINDS, ON_REQUEST
from psoh_cli.report.document import Document
from psoh_cli.report.version import Version

Checker = Callable[..., "CompletedProcess[str]"]
MADE = (
    *(("voorbeeldstad", version) for version in Version),
    *((name, Version.COUNCIL) for name in ("dordrecht", "haarlem", "zandvoort")),
)
"""The example that holds everything in each version, and every other example as its council gets it."""


def kinds(version: Version) -> tuple[str, ...]:
    """Give every kind of document that there is in a version: for the public no paper for the table."""
    return KINDS if version is Version.PUBLIC else (*KINDS, *ON_REQUEST)


COUNT = sum(len(kinds(version)) for _, version in MADE)
LOOKED_AT = ("voorbeeldstad", "dordrecht")
"""The examples that a browser opens, four times each page: the other two are made of the same blocks."""
pytestmark = [pytest.mark.conformance, pytest.mark.slow, pytest.mark.timeout(600)]


def make(folder: Path, name: str, version: Version) -> None:
    """Write the documents of one example, with what they carry."""
    request = Request(kinds=kinds(version), formats=("html", "json", "docx", "odt", "pdf"), version=version)
    source = carry(ROOT / "examples" / name, version=version)
    print_files(Press(material=example(name), request=request, source=source), folder / name)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documenten")
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        for waiting in [workers.submit(make, folder, name, version) for name, version in MADE]:
            waiting.result()
    return folder


@pytest.fixture(scope="module")
def coverage_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the coverage too, with a *what if* in it: it is made apart from the documents."""
    path = tmp_path_factory.mktemp("dekking") / "dekking.html"
    folder = str(ROOT / "examples" / "voorbeeldstad")
    what_if = ("--zonder", "crisisdienst", "--peildatum", "2026-11-21", "--output", str(path))
    assert run(["kaart", "dekking", folder, *what_if]) == 0
    return path


VIEWS = ("--viewport", "320x800", "--viewport", "1280x900")
RUNS: dict[str, tuple[str, ...]] = {
    "html-check": ("--strict",),
    "pdfua-check": ("--profile", "PDFUA-1", "--profile", "PDFA-3A"),
    "axe-check light": (*VIEWS, "--color-scheme", "light"),
    "axe-check dark": (*VIEWS, "--color-scheme", "dark"),
}
"""What each checker is asked; they are slow, so two run beside each other."""
BROWSED = frozenset(name for name in RUNS if name.startswith("axe"))


@pytest.fixture(scope="module")
def running() -> dict[str, Future[CompletedProcess[str]]]:
    return {}


@pytest.fixture
def verdict(
    documents: Path,
    coverage_page: Path,
    conformance_tool: Callable[[str], Checker],
    running: dict[str, Future[CompletedProcess[str]]],
) -> Callable[[str], CompletedProcess[str]]:
    """Give what a checker says; the first test that asks starts them all, a missing one skips its own test only."""
    if not running:
        pool = ThreadPoolExecutor(2)
        for name, arguments in RUNS.items():
            try:
                check = conformance_tool(name.split()[0])
            except (pytest.skip.Exception, pytest.fail.Exception) as reason:
                running[name] = Future()
                running[name].set_exception(reason)
            else:
                places = [documents / place for place in LOOKED_AT] if name in BROWSED else [documents]
                places += [] if name == "pdfua-check" else [coverage_page]
                running[name] = pool.submit(check, *arguments, *places)
        pool.shutdown(wait=False)
    return lambda name: running[name].result()


Verdict = Callable[[str], "CompletedProcess[str]"]


def test_every_page_is_valid_html(verdict: Verdict) -> None:
    done = verdict("html-check")
    assert done.returncode == 0, done.stdout


def test_every_pdf_is_accessible_and_archivable(verdict: Verdict) -> None:
    done = verdict("pdfua-check")
    assert done.returncode == 0, done.stdout
    assert f"{2 * COUNT} compliant" in done.stdout


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_narrow_and_wide(scheme: str, verdict: Verdict) -> None:
    done = verdict(f"axe-check {scheme}")
    assert done.returncode == 0, done.stdout
    pages = sum(len(kinds(version)) for name, version in MADE if name in LOOKED_AT) + 1
    assert f"{2 * pages} ok, 0 with violations" in done.stdout


def test_every_pdf_has_sound_tags(documents: Path, conformance_tool: Callable[[str], Checker]) -> None:
    found = sorted(documents.rglob("*.pdf"))
    assert len(found) == COUNT
    done = conformance_tool("pdf-tags")(*found)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "odt"])
def test_our_own_checks_agree(documents: Path, form: str) -> None:
    found = sorted(documents.rglob(f"*.{form}"))
    assert len(found) == COUNT
    wrong = {
        f"{path.parent.name}/{path.name} {check.id}": check.detail
        for path in found
        for check in examine(path.name, path.read_bytes(), document=_document(path)).wrong
    }
    assert wrong == {}


def _document(path: Path) -> Document:
    return Document.model_validate_json(path.with_suffix(".json").read_text("utf-8"))
