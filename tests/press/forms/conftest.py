"""A way to open a list in Chromium as somebody does who got it by mail: from a file, without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from psoh_cli.interview.forms.form import Form
from psoh_cli.press.forms.page import render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_LISTEN = """
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective));
"""

OpenList = Callable[..., "Page"]


@pytest.fixture
def open_list(chromium: Browser, tmp_path: Path) -> Iterator[OpenList]:
    """Open a list; a script that breaks, a policy that refuses or a word to the outside fails the test."""
    pages: list[tuple[Page, list[str]]] = []

    def open_one(form: Form, *, size: tuple[int, int] = (1280, 900), **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        context.add_init_script(_LISTEN)
        page = context.new_page()
        page.set_default_timeout(5_000)
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith(("file:", "blob:")) else wrong.append(asked.url),
        )
        path = tmp_path / f"lijst-{form.informant}.html"
        path.write_text(render_html(form), encoding="utf-8")
        page.goto(path.as_uri())
        pages.append((page, wrong))
        return page

    yield open_one
    for page, wrong in pages:
        assert page.evaluate("window.refused ?? []") == [], "the policy refused something"
        assert wrong == []
        page.context.close()
