from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from tests.dossier.sample import contents, make_dossier

from psoh_cli.dossier import previewing
from psoh_cli.dossier.making import Order
from psoh_cli.dossier.previewing import Desk, look
from psoh_cli.errors import UnreadableError
from psoh_cli.files import templates
from psoh_cli.press import html, pdf
from psoh_cli.press.request import Request
from psoh_cli.press.viewing.preview import Edition, Preview
from psoh_cli.report.version import Version


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "d")


def order(*, extra: Path | None = None, version: Version = Version.COUNCIL) -> Order:
    request = Request(kinds=("samenvatting",), version=version)
    return Order(request=request, as_of=date(2026, 11, 21), extra=extra)


def rename(folder: Path, *, old: str, new: str) -> None:
    path = folder / "gemeente.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Preview]:
    """Show to nobody, and give what would be shown."""
    kept: list[Preview] = []

    @contextmanager
    def serving(preview: Preview) -> Iterator[str]:
        kept.append(preview)
        yield "http://127.0.0.1:1/"

    monkeypatch.setattr(previewing, "serving", serving)
    return kept


def page(edition: Edition, *, name: str = "samenvatting") -> str:
    assert edition.trouble is None, edition.trouble
    return edition.pages[name].html


def test_a_change_is_seen_and_made_and_a_touch_is_not(dossier: Path, shown: list[Preview]) -> None:
    said: list[str] = []
    numbers: list[int] = []
    before = contents(dossier)

    def wakes() -> Iterator[None]:
        assert "Drechtsteden" in page(shown[0].current()[1])
        (dossier / "gemeente.yaml").touch()
        yield
        numbers.append(shown[0].current()[0])
        rename(dossier, old="naam: Drechtsteden", new="naam: Elders")
        yield
        number, edition = shown[0].current()
        numbers.append(number)
        assert "Drechtsteden" not in page(edition)

    look(dossier, order=order(), browser=False, say=said.append, wakes=wakes())
    assert numbers == [1, 2]
    assert said[0] == "Open in de browser: http://127.0.0.1:1/"
    assert said[-1] == "Bijgewerkt."
    assert contents(dossier).keys() == before.keys(), "nothing is written"


def test_an_error_takes_the_place_of_the_page_until_it_is_mended(dossier: Path, shown: list[Preview]) -> None:
    said: list[str] = []

    def wakes() -> Iterator[None]:
        rename(dossier, old="\nnaam:", new="\nnaaam:")
        yield
        trouble = shown[0].current()[1].trouble
        assert trouble is not None
        assert {problem.line for problem in trouble.problems} > {4}
        assert all(problem.file.endswith("gemeente.yaml") for problem in trouble.problems)
        rename(dossier, old="\nnaaam:", new="\nnaam:")
        yield
        page(shown[0].current()[1])

    look(dossier, order=order(), browser=False, say=said.append, wakes=wakes())
    assert said[-2].startswith("Nog niet te zien: ")
    assert "gemeente.yaml:" in said[-2]
    assert "\n" not in said[-2]


def test_a_house_style_with_an_error_is_told_with_its_line(dossier: Path, shown: list[Preview]) -> None:
    def wakes() -> Iterator[None]:
        style = dossier / "huisstijl" / "blokken" / "alinea.html"
        style.parent.mkdir(parents=True)
        style.write_text("<p>\n{% if %}\n", encoding="utf-8")
        yield
        trouble = shown[0].current()[1].trouble
        assert trouble is not None
        told = " ".join((trouble.message, trouble.remedy, *map(str, trouble.problems)))
        assert "alinea.html" in told
        assert "regel 2" in told or "line=2" in told

    look(dossier, order=order(), browser=False, say=lambda _: None, wakes=wakes())


def test_our_own_templates_are_read_anew(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = tmp_path / "documenten"
    real = templates.templates_dir("documenten")
    for path in real.rglob("*.*"):
        target = ours / path.relative_to(real)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    monkeypatch.setattr(templates, "templates_dir", lambda kind: ours)
    monkeypatch.setattr(previewing, "templates_dir", lambda kind: ours)
    desk = Desk(dossier, order=order())
    try:
        page(desk.edition())
        assert not desk.has_changed()
        sheet = ours / "stijl" / "druk.css"
        sheet.write_text(sheet.read_text(encoding="utf-8") + "\n.nieuw { color: red }\n", encoding="utf-8")
        assert desk.has_changed()
        assert ".nieuw { color: red }" in page(desk.edition())
    finally:
        monkeypatch.undo()
        html.forget_templates()


def test_the_version_that_was_asked_for_is_shown(dossier: Path) -> None:
    edition = Desk(dossier, order=order(version=Version.PUBLIC)).edition()
    assert list(edition.pages) == ["samenvatting-publiek"]


def test_the_page_draws_its_own_pdf(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def render(text: str, **named: object) -> bytes:
        drawn.append(text)
        return b"%PDF"

    monkeypatch.setattr(pdf, "render", render)
    edition = Desk(dossier, order=order()).edition()
    assert edition.pages["samenvatting"].draw() == b"%PDF"
    assert drawn == [edition.pages["samenvatting"].html]


def test_where_there_is_no_folder_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="geen map"):
        look(tmp_path / "weg", order=order(), browser=False, say=print, wakes=())


def test_stopping_is_no_error(dossier: Path, shown: list[Preview]) -> None:
    def wakes() -> Iterator[None]:
        yield
        raise KeyboardInterrupt

    look(dossier, order=order(), browser=False, say=lambda _: None, wakes=wakes())


@pytest.mark.parametrize(("browser", "screen", "opened"), [(True, ":0", 1), (True, "", 0), (False, ":0", 0)])
def test_a_browser_opens_where_there_is_a_screen(
    dossier: Path,
    shown: list[Preview],
    monkeypatch: pytest.MonkeyPatch,
    browser: bool,
    screen: str,
    opened: int,
) -> None:
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", addresses.append)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", screen)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    look(dossier, order=order(), browser=browser, say=lambda _: None, wakes=())
    assert len(addresses) == opened


def test_where_nothing_can_be_watched_we_look_every_second(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import watchfiles

    def watch(*places: Path, **named: object) -> Iterator[object]:
        raise OSError(28, "No space left on device: too many watches")

    waits: list[float] = []
    monkeypatch.setattr(watchfiles, "watch", watch)
    monkeypatch.setattr("time.sleep", waits.append)
    changes = previewing._changes(dossier, extra=None)
    assert [next(changes), next(changes)] == [None, None]
    assert waits == [1.0, 1.0]


@pytest.mark.slow
def test_a_real_change_wakes_us(dossier: Path) -> None:
    changes = previewing._changes(dossier, extra=None)
    next(changes)  # nothing happened: it looks all the same
    rename(dossier, old="naam: Dordrecht", new="naam: Breda")
    assert any("gemeente.yaml" in str(next(changes)) for _ in range(3))
