"""The public site: how long it takes to make, what one change costs, what a visitor waits for and downloads."""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

from bench.generate import AS_OF, generate_kaart
from bench.measuring import Figure, figure, on_the_clock, side_by_side

from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.practice_files import sound_catalogue
from psoh_cli.site.build import build
from psoh_cli.site.build_plan import Plan
from psoh_cli.site.site_plan import Subject, plan_site

MADE = 1_000
"""How many services a site has that is made here."""

SEARCHED = (1_000, 5_000)
"""Among how many services is searched."""

_FRAME = 1000 / 60
"""Milliseconds between two pictures on most screens."""
_LIGHT = 100.0
"""Kilobytes that the first page may weigh."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUESTIONS = (
    "g",
    "gr",
    "gro",
    "groep",
    "groepen",
    "gesprec",
    "inlop tigrinja",
    "dienst 42",
    "zzzzqqq",
    "kaart 1 gesprek",
    "",
)
"""What somebody may type: half words, forms, errors, rare and common words, nothing."""


@cache
def plan_of(services: int, *, other: bool = False) -> Plan:
    """Plan a Dutch site with this many services; `other` has one service that says something else."""
    file = generate_kaart(services)
    offered = file.services
    if other:
        shown = plan_of(services).site.services[0].service.id
        change = {"description": "Iets anders."}
        offered = tuple(item.model_copy(update=change) if item.id == shown else item for item in offered)
    subject = Subject(name="Kaart", gemeente=None, own=(), as_of=AS_OF)
    kaart = Kaart(organizations=file.organizations, services=offered)
    return plan_site(kaart, subject=subject, translations=(), catalogue=sound_catalogue())[0]


def site(*, runs: int) -> Iterator[Figure]:
    """Measure building, searching and weight."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _building(Path(folder), runs=runs)
        yield from _searching(Path(folder), runs=runs)
    yield from _weight()


def _building(folder: Path, *, runs: int) -> Iterator[Figure]:
    """Build against writing the same files, and one change against all."""
    first, other = plan_of(MADE), plan_of(MADE, other=True)
    whole, changing, bare = folder / "geheel", folder / "wissel", folder / "kaal"
    build(first, changing)
    made = {item.place: item.make() for item in first.all()}
    turn = [first, other]

    def anew() -> None:
        shutil.rmtree(whole, ignore_errors=True)
        build(first, whole)

    def one_change() -> None:
        turn.reverse()
        build(turn[0], changing)

    def write_only() -> None:
        shutil.rmtree(bare, ignore_errors=True)
        for place, content in made.items():
            path = bare / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    measured = side_by_side(anew, write_only, one_change, runs=runs, measure=on_the_clock)
    yield figure(
        f"site_build_{MADE}_against_writing", [(all_, bare_) for all_, bare_, _ in measured], unit="s"
    )
    yield figure(
        f"site_one_change_of_{MADE}_against_all",
        [(one, all_) for all_, _, one in measured],
        unit="s",
        goal=0.25,
    )


def _searching(folder: Path, *, runs: int) -> Iterator[Figure]:
    """Give what a key costs among many services, as a share of one frame, and against a key that asks nothing."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        print("site_search: skipped, Chromium is missing", file=sys.stderr)
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for services in SEARCHED:
            page = browser.new_page()
            page.goto(_first_page(folder / str(services), plan_of(services)).as_uri())
            page.evaluate("psoh.data.search('alles', new Map())")
            pairs = []
            for _ in range(runs):
                took, idle = page.evaluate(_KEYS, list(_QUESTIONS))
                pairs.append((median(took), median(idle)))
            page.close()
            yield figure(
                f"site_key_{services}_of_a_frame", [(took, _FRAME) for took, _ in pairs], unit="ms", goal=1.0
            )
            yield figure(f"site_key_{services}_against_empty_field", pairs, unit="ms")
        browser.close()


_KEYS = """(questions) => {
  const field = document.getElementById('zoek-veld');
  const press = (text) => {
    field.value = text;
    const start = performance.now();
    field.dispatchEvent(new Event('input'));
    return performance.now() - start;
  };
  return [questions.map(press), questions.map(() => press(''))];
}"""


def _first_page(folder: Path, plan: Plan) -> Path:
    for item in plan.all():
        if item.place == "index.html" or item.place.startswith("bestanden/"):
            made = item.make()
            path = folder / item.place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made if isinstance(made, bytes) else made.encode())
    return folder / "index.html"


def _weight() -> Iterator[Figure]:
    """Weigh what the first page with 200 services asks for, compressed as web servers do."""
    total = 0
    for item in plan_of(200).all():
        if item.place == "index.html" or item.place.startswith("bestanden/"):
            made = item.make()
            total += len(gzip.compress(made if isinstance(made, bytes) else made.encode(), 6))
    yield figure("site_first_page_200", [(total / 1000, _LIGHT)], unit="kB", goal=1.0)
