from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.dossier.sample import make_dossier

from psoh_cli.dossier import ingredients, unchanged
from psoh_cli.dossier.unchanged import Made, Memory
from psoh_cli.press.request import Request
from psoh_cli.report.version import Version

DAY = date(2026, 11, 21)
REQUEST = Request(kinds=("gap-analyse", "samenvatting"), formats=("html", "xlsx"))


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "d")


def sum_up(
    folder: Path,
    *,
    as_of: date = DAY,
    extra: Path | None = None,
    shared: tuple[str, ...] = (),
    target: Path | None = None,
    made: tuple[str, ...] = (),
) -> str:
    return ingredients.sum_up(
        folder, target=target or folder / "rapporten", extra=extra, as_of=as_of, shared=shared, made=made
    )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_same_files_give_the_same_sum_anywhere(dossier: Path, tmp_path: Path) -> None:
    shutil.copytree(dossier, tmp_path / "elders" / "kopie")
    assert sum_up(dossier) == sum_up(tmp_path / "elders" / "kopie") != ""


CHANGES: dict[str, Callable[[Path], object]] = {
    "a byte in a file": lambda folder: write(folder / "gemeente.yaml", "formaat: '1'\n"),
    "one more interview": lambda folder: write(folder / "interviews" / "ggd.yaml", "formaat: '1'\n"),
    "one interview less": lambda folder: (folder / "interviews" / "beleidsadviseur.yaml").unlink(),
    "another name": lambda folder: (folder / "sociale-kaart.yaml").rename(folder / "kaart.yaml"),
    "a house style": lambda folder: write(folder / "huisstijl" / "stijl" / "druk.css", "p {}"),
    "a plan": lambda folder: write(folder / "plan.yaml", "formaat: '1'\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_in_the_dossier_counts(dossier: Path, change: Callable[[Path], object]) -> None:
    before = sum_up(dossier)
    change(dossier)
    assert sum_up(dossier) != before


def test_the_day_and_the_clock_count(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sum_up(dossier)
    assert sum_up(dossier, as_of=date(2026, 11, 22)) != before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert sum_up(dossier) != before


def test_a_style_and_a_kaart_from_elsewhere_count(dossier: Path, tmp_path: Path) -> None:
    style, kaart = tmp_path / "stijl.docx", tmp_path / "kaart.yaml"
    bare = sum_up(dossier)
    found = {bare}
    for text in ("een", "twee"):
        write(style, text)
        write(kaart, text)
        found |= {sum_up(dossier, extra=style), sum_up(dossier, shared=("../kaart.yaml",))}
    kaart.unlink()
    found.add(sum_up(dossier, shared=("../kaart.yaml",)))
    assert len(found) == 6


def test_the_tool_its_templates_and_packages_count(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sum_up(dossier)
    monkeypatch.setattr(ingredients, "_packages", lambda: {"weasyprint-99.dist-info"})
    ingredients._tool.cache_clear()
    try:
        assert sum_up(dossier) != before
    finally:
        monkeypatch.undo()
        ingredients._tool.cache_clear()


def test_the_installed_packages_are_found() -> None:
    assert {name.partition("-")[0] for name in ingredients._packages()} >= {
        "weasyprint",
        "pikepdf",
        "pydantic",
    }


def test_what_psoh_makes_does_not_count(dossier: Path) -> None:
    before = sum_up(dossier)
    write(dossier / "rapporten" / "samenvatting.html", "x")
    write(dossier / ".psoh.lock", "x")
    assert sum_up(dossier) == before
    write(dossier / "uit" / "samenvatting.html", "x")
    assert sum_up(dossier, target=dossier / "uit") == before
    assert sum_up(dossier) != before


def test_documents_in_the_dossier_itself_do_not_count(dossier: Path) -> None:
    before = sum_up(dossier, target=dossier)
    write(dossier / "samenvatting.html", "x")
    assert sum_up(dossier, target=dossier) != before, "as long as nobody knows that psoh made it"
    assert sum_up(dossier, target=dossier, made=("samenvatting.html",)) == before


def test_a_folder_with_too_much_in_it_is_never_unchanged(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingredients, "_MOST_FILES", 2)
    assert sum_up(dossier) == ""
    remembered = {name: made("") for name in names()}
    assert (
        unchanged.still_as_made(dossier, request=REQUEST, memory=Memory(made=remembered), ingredients="")
        == ()
    )


def test_a_folder_that_leads_to_itself_comes_to_an_end(dossier: Path) -> None:
    try:
        (dossier / "nogmaals").symlink_to(dossier, target_is_directory=True)
    except OSError:
        pytest.skip("this computer makes no symbolic links")
    assert sum_up(dossier) != ""


def made(sum_of_all: str, *, name: str = "", content: bytes = b"inhoud", request: Request = REQUEST) -> Made:
    source = unchanged.input_digest(name, request=request, ingredients=sum_of_all)
    return Made(input=source, output=unchanged.output_digest(content))


def names() -> tuple[str, ...]:
    return tuple(asked.name for asked in REQUEST.files())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Give a folder in which all documents stand, with what is known of them."""
    folder = tmp_path / "uit"
    for name in names():
        write(folder / name, "inhoud")
    known = {name: made("som", name=name) for name in names()}
    unchanged.remember(folder, Memory(made=known, shared=("../kaart.yaml",)))
    return folder


def still(target: Path, *, ingredients: str = "som", request: Request = REQUEST) -> tuple[str, ...]:
    memory = unchanged.recall(target)
    return unchanged.still_as_made(target, request=request, memory=memory, ingredients=ingredients)


def test_what_stands_as_it_was_made_is_known(target: Path) -> None:
    assert still(target) == names() == ("gap-analyse.html", "samenvatting.html", "maatregelen.xlsx")
    assert unchanged.recall(target).shared == ("../kaart.yaml",)


def test_a_tampered_or_deleted_document_is_made_again(target: Path) -> None:
    (target / "gap-analyse.html").write_bytes(b"inhoud ")
    (target / "maatregelen.xlsx").unlink()
    assert still(target) == ("samenvatting.html",)


def test_other_input_or_another_request_leaves_nothing_standing(target: Path) -> None:
    assert still(target, ingredients="andere som") == ()
    with_interviews = Request(kinds=REQUEST.kinds, formats=REQUEST.formats, with_interviews=True)
    assert still(target, request=with_interviews) == ()
    public = Request(kinds=REQUEST.kinds, formats=REQUEST.formats, version=Version.PUBLIC)
    assert still(target, request=public) == ()


def test_another_format_is_made_beside_what_stands(target: Path) -> None:
    more = Request(kinds=REQUEST.kinds, formats=("html", "docx"))
    assert still(target, request=more) == ("gap-analyse.html", "samenvatting.html")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"formaat": 2}',
        '{"formaat": 1, "bestanden": {"a": 1}, "kaarten": []}',
        "[" * 100_000,
    ],
    ids=["empty", "broken", "a list", "nothing", "another format", "another shape", "deep"],
)
def test_a_memory_that_is_not_ours_is_forgotten(target: Path, text: str) -> None:
    (target / unchanged.STATE).write_text(text, encoding="utf-8")
    assert unchanged.recall(target) == Memory()
    assert still(target) == ()


def test_a_memory_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("een bestand", encoding="utf-8")
    unchanged.remember(tmp_path / "uit", Memory())
    assert unchanged.recall(tmp_path / "uit") == Memory()


def test_no_two_lists_look_alike() -> None:
    assert unchanged._digest_of(("a", "bc")) != unchanged._digest_of(("ab", "c"))
