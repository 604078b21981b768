"""A way to open a page in the one Chromium of all tests, that sees everything that goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bench.site import plan_of
from tests.site.browser.sites import of_first_page, small_plan, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_LISTEN = """
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective));
"""

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the small site, whole."""
    return write(small_plan(), tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the first page of a site with 5,000 services."""
    return write(plan_of(5_000), tmp_path_factory.mktemp("groot"), only=of_first_page)


@pytest.fixture
def open_page(chromium: Browser, site: Path) -> Iterator[Open]:
    """Open pages of the small site; a script that breaks or a policy that refuses fails the test, unless meant."""
    pages: list[tuple[Page, list[str]]] = []

    def open_one(
        place: str = "index.html",
        *,
        folder: Path = site,
        size: tuple[int, int] = (1280, 900),
        media: str | None = None,
        **options: Any,
    ) -> Page:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        context.add_init_script(_LISTEN)
        page = context.new_page()
        page.set_default_timeout(5_000)
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        if media:
            page.emulate_media(media=media)  # type: ignore[arg-type]
        page.goto(place if "://" in place else f"{folder.as_uri()}/{place}")
        pages.append((page, wrong))
        return page

    yield open_one
    for page, wrong in pages:
        if page.evaluate("typeof window.expected") == "undefined":
            assert page.evaluate("window.refused ?? []") == [], "the policy refused something"
            assert wrong == []
        page.context.close()
