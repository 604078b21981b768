"""What pages have to keep to: accessibility, valid HTML, a strict policy, no word to the network, light and fast."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from subprocess import CompletedProcess
from typing import Any

import pytest
from bench.site import plan_of
from tests.site.browser.conftest import Open
from tests.site.browser.looking import ask, certain
from tests.site.browser.sites import of_first_page, write

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

Checker = Callable[..., "CompletedProcess[str]"]

LIGHT = (
    "index.html#taal=ti&leeftijd=12-17", "index.html#soort=maatje&q=kookn", "dienst/vrouwengroep.html",
    "organisatie/huis.html", "lijst.html", "poster/dienst-vrouwengroep.html", "over.html", "ar/index.html",
)  # fmt: skip
DARK = ("index.html#taal=ti&leeftijd=12-17&q=inlop", "dienst/oud.html")
WEIGHT = 100_000
FRAME = 1000 / 60


@pytest.mark.parametrize(("scheme", "places"), [("light", LIGHT), ("dark", DARK)])
def test_axe_finds_nothing(
    scheme: str, places: tuple[str, ...], site: Path, conformance_tool: Callable[[str], Checker]
) -> None:
    addresses = [f"{site.as_uri()}/{place}" for place in places]
    done = conformance_tool("axe-check")("--color-scheme", scheme, *addresses)
    assert done.returncode == 0, done.stdout
    assert f"{len(places)} ok, 0 with violations" in done.stdout


def test_every_page_is_valid_html(site: Path, conformance_tool: Callable[[str], Checker]) -> None:
    """The checker takes a file to be of another origin than its folder, and warns that the policy would refuse it."""
    places = [site / place for place in ("dienst", "organisatie", "poster", "en/dienst")]
    places += [
        site / place for place in ("index.html", "lijst.html", "over.html", "404.html", "en/index.html")
    ]
    done = conformance_tool("html-check")("--strict", "--ignore", "violates Content Security Policy", *places)
    assert done.returncode == 0, done.stdout


@pytest.fixture
def server(site: Path) -> Iterator[str]:
    """Serve the small site as any web server would."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    serving = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}/"
    serving.shutdown()
    serving.server_close()


def test_on_a_web_server_it_works_the_same_and_asks_for_nothing_else(server: str, open_page: Open) -> None:
    page = open_page("about:blank#://")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}index.html#q=praat")
    assert certain(page)[:1] == ["Praatgroep"]
    page.get_by_role("link", name="Praatgroep").click()
    page.wait_for_url("**/dienst/praatgroep.html")
    page.goto(f"{server}ar/poster/dienst-vrouwengroep.html")
    assert [address for address in asked if not address.startswith(server)] == []
    assert not [
        address for address in asked if "praat" in address.partition("#")[0] and "/dienst/" not in address
    ]


@pytest.mark.parametrize(
    ("planted", "refused"),
    [
        ("<script>window.planted = 1</script>", "script-src-elem"),
        ('<img src="x" onerror="window.planted = 1" alt="">', "script-src-attr"),
        ('<p style="color: red">rood</p>', "style-src-attr"),
        ('<img src="https://elders.example/pixel.gif" alt="">', "img-src"),
        ('<script src="https://elders.example/a.js"></script>', "script-src-elem"),
    ],
)
def test_the_policy_refuses_what_is_planted(planted: str, refused: str, open_page: Open, site: Path) -> None:
    page = site / "geplant.html"
    page.write_text((site / "over.html").read_text("utf-8").replace("<main", f"{planted}<main"), "utf-8")
    try:
        opened = open_page("geplant.html")
        assert refused in opened.evaluate("window.refused")
        assert opened.evaluate("window.planted ?? null") is None
        opened.evaluate("window.expected = true")
    finally:
        page.unlink()


def test_what_a_service_says_is_never_markup(open_page: Open, tmp_path: Path) -> None:
    from tests.kaart.samples import organization, service
    from tests.site.samples import kaart, planned

    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    found = kaart(
        organizations=[
            organization(naam=evil, contact={"telefoon": "06-12345678", "email": "a@b.example?bcc=c"})
        ],
        services=[
            service(id="a", naam=evil, aanbod=f"{evil} {{{{ 7*7 }}}} ${{1}}", talen=["nl"], werkgebied=[evil])
        ],
    )
    folder = write(planned(found)[0], tmp_path, only=of_first_page)
    page = open_page(folder=folder)
    assert page.locator("#zoek-zeker h3").inner_text() == evil
    assert page.locator("#zoek img, #zoek-zeker script").count() == 0
    assert ask(page, evil) == [evil]
    assert page.locator("#zoek-zeker a[href^=mailto]").count() == 0


def test_the_first_page_with_two_hundred_services_is_light(tmp_path: Path) -> None:
    folder = write(plan_of(200), tmp_path, only=of_first_page)
    sizes = {
        path.name: len(gzip.compress(path.read_bytes(), 6)) for path in folder.rglob("*") if path.is_file()
    }
    assert {"index.html", "gegevens-nl.js", "zoek.js", "site.css"} <= set(sizes)
    assert sum(sizes.values()) < WEIGHT / 2, sizes


QUESTIONS = (
    "g", "gr", "gro", "groep", "groepen", "gesprec", "inlop tigrinja", "dienst 42", "zzzzqqq", "kaart 1 gesprek", "",
)  # fmt: skip


def test_among_five_thousand_services_an_answer_comes_with_the_key(open_page: Open, large_site: Path) -> None:
    """Measured in the page, a few times around; three frames leave room for a computer that does more at once."""
    page = open_page(folder=large_site)
    took = page.evaluate(
        """(questions) => {
          const field = document.getElementById('zoek-veld'), took = [];
          for (let round = 0; round < 4; round++) for (const question of questions) {
            field.value = question;
            const start = performance.now();
            field.dispatchEvent(new Event('input'));
            if (round > 0) took.push(performance.now() - start);
          }
          return took;
        }""",
        QUESTIONS,
    )
    assert median(took) < 3 * FRAME
