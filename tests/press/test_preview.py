from __future__ import annotations

import http.client
import re
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from psoh_cli.errors import MissingRendererError
from psoh_cli.press.viewing.pages import STREAM, trouble_page, with_bar
from psoh_cli.press.viewing.preview import Edition, Page, Preview, Trouble
from psoh_cli.press.viewing.server import Server
from psoh_cli.problems.problem import Problem, Severity

_CONNECT, _LOOK_UP = socket.socket.connect, socket.getaddrinfo


@pytest.fixture(autouse=True)
def _this_computer_only(monkeypatch: pytest.MonkeyPatch, _no_network: None) -> None:
    """Let a test speak with a server of its own on this computer, and still with nobody else."""

    def connect(self: socket.socket, address: Any) -> None:
        assert address[0] == "127.0.0.1", address
        _CONNECT(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", _LOOK_UP)


def page(title: str, *, pdf: bytes = b"%PDF-1.7") -> Page:
    text = f"<!DOCTYPE html><html lang=nl><title>{title}</title><body><h1>{title}</h1></body></html>"
    return Page(title=title, html=text, draw=lambda: pdf)


@pytest.fixture
def preview() -> Preview:
    made = Preview()
    made.show(Edition(pages={"gap-analyse": page("Gap-analyse"), "samenvatting": page("Samenvatting")}))
    return made


@pytest.fixture
def server(preview: Preview) -> Iterator[Server]:
    made = Server(preview)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    preview.close()
    made.shutdown()
    made.server_close()
    thread.join(timeout=5)


def ask(server: Server, path: str, *, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=sent)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8")
    connection.close()
    return answer.status, dict(answer.getheaders()), text


def test_it_listens_on_this_computer_only(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/"


def test_a_page_has_links_to_the_others_and_to_its_pdf(server: Server) -> None:
    status, headers, text = ask(server, "/gap-analyse.html")
    assert status == 200
    assert '<a href="/samenvatting.html">Samenvatting</a>' in text
    assert '<a href="/gap-analyse.html" aria-current="page">' in text
    assert '<a href="/gap-analyse.pdf">' in text
    assert text.index("psoh-bekijk") < text.index("</body>"), "the bar stands inside the page"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_front_page_leads_to_the_first_document(server: Server) -> None:
    status, headers, _ = ask(server, "/")
    assert (status, headers["Location"]) == (302, "/gap-analyse.html")


def test_only_our_own_script_may_run(server: Server) -> None:
    _, headers, text = ask(server, "/gap-analyse.html")
    rules = headers["Content-Security-Policy"]
    (nonce,) = re.findall(r"script-src 'nonce-([^']+)'", rules)
    assert re.findall(r"<script([^>]*)>", text) == [f' nonce="{nonce}"']
    assert rules.startswith("default-src 'none'")


def test_what_a_page_says_of_its_safety_does_not_stop_our_script() -> None:
    fence = '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">'
    text = f"<!DOCTYPE html><html><head>{fence}</head><body></body></html>"
    assert "http-equiv" not in with_bar(text, current="", pages={}, number=1, nonce="x")


@pytest.mark.parametrize(
    "path",
    [
        "/gemeente.yaml",
        "/../gemeente.yaml",
        "/%2e%2e/gemeente.yaml",
        "/gap-analyse.html/",
        "/implementatieplan.html",
        "/gap-analyse.json",
        "/.html",
        "/rapporten/",
    ],
)
def test_nothing_but_the_known_pages_is_given(server: Server, path: str) -> None:
    status, _, text = ask(server, path)
    assert (status, text) == (404, "Deze pagina is er niet.\n")


@pytest.mark.parametrize("host", ["voorbeeld.invalid", "127.0.0.1", "127.0.0.1.voorbeeld.invalid:80", ""])
def test_a_name_that_leads_here_by_trickery_gets_nothing(server: Server, host: str) -> None:
    status, _, text = ask(server, "/gap-analyse.html", Host=host)
    assert status == 403
    assert "Gap-analyse" not in text


def test_another_site_gets_nothing_through_the_browser(server: Server) -> None:
    for site in ("cross-site", "same-site"):
        assert ask(server, "/gap-analyse.pdf", Sec_Fetch_Site=site)[0] == 403
    for site in ("none", "same-origin"):
        assert ask(server, "/gap-analyse.pdf", Sec_Fetch_Site=site)[0] == 200


@pytest.mark.parametrize("path", ["http://[bad", "http://[bad]/gap-analyse.html"])
def test_an_address_that_is_none_is_refused_in_words(server: Server, path: str) -> None:
    host = f"127.0.0.1:{server.server_port}"
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=5) as line:
        line.sendall(f"GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
        said = b"".join(iter(lambda: line.recv(4096), b"")).decode()
    assert " 400 " in said.partition("\r\n")[0]
    assert said.endswith("Dit is geen adres.\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS"])
def test_only_looking_is_possible(server: Server, method: str) -> None:
    status, _, text = ask(server, "/gap-analyse.html", method=method)
    assert status == 501
    assert "Error" not in text


def test_trouble_stands_in_the_page_and_goes_when_it_is_mended(server: Server, preview: Preview) -> None:
    wrong = Problem(
        code="YAML001",
        severity=Severity.ERROR,
        message="hier staat <script>alert(1)</script>",
        file="dossier/gemeente.yaml",
        line=12,
        column=3,
        hint="Haal het weg",
    )
    preview.show(
        Edition(trouble=Trouble(message="Er staan fouten in.", remedy="Verbeter ze.", problems=(wrong,)))
    )
    status, _, text = ask(server, "/gap-analyse.html")
    assert status == 503
    assert "dossier/gemeente.yaml:12:3" in text
    assert "Verbeter ze." in text
    assert "Haal het weg" in text
    assert "<script>alert" not in text
    assert "EventSource" in text, "the page refreshes once it is mended"
    assert "<h1>Gap-analyse</h1>" not in text, "no stale page"
    preview.show(Edition(pages={"gap-analyse": page("Beter")}))
    assert "<h1>Beter</h1>" in ask(server, "/gap-analyse.html")[2]


def test_trouble_without_problems_is_a_whole_page() -> None:
    text = trouble_page(Trouble(message="De huisstijl kan niet worden gebruikt (regel 3)."))
    assert "regel 3" in text
    assert "<ul>" not in text
    assert "Oplossing" not in text


def test_a_waiting_page_hears_of_the_next_edition(server: Server, preview: Preview) -> None:
    number, edition = preview.current()
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request("GET", f"{STREAM}?na={number}")
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream; charset=utf-8"
    preview.show(edition)
    assert answer.readline() == f"data: {number + 1}\n".encode()
    preview.close()
    connection.close()


def test_a_page_that_missed_an_edition_hears_it_at_once(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request("GET", f"{STREAM}?na=0")
    assert connection.getresponse().readline() == b"data: 1\n"
    connection.close()


def test_a_pdf_is_drawn_when_asked_for_and_once_per_edition(server: Server, preview: Preview) -> None:
    drawn: list[str] = []

    def draw() -> bytes:
        drawn.append("x")
        return b"%PDF-1.7 proef"

    edition = Edition(pages={"plan": Page(title="Plan", html="<body></body>", draw=draw)})
    preview.show(edition)
    ask(server, "/plan.html")
    assert drawn == []
    for _ in range(2):
        status, headers, text = ask(server, "/plan.pdf")
        assert (status, headers["Content-Type"], text) == (200, "application/pdf", "%PDF-1.7 proef")
    assert len(drawn) == 1
    preview.show(edition)
    ask(server, "/plan.pdf")
    assert len(drawn) == 2


def test_a_pdf_that_cannot_be_made_is_told_in_the_page(server: Server, preview: Preview) -> None:
    def draw() -> bytes:
        raise MissingRendererError("Een pdf maken kan niet.", remedy="brew install pango")

    preview.show(Edition(pages={"plan": Page(title="Plan", html="<body></body>", draw=draw)}))
    status, _, text = ask(server, "/plan.pdf")
    assert status == 503
    assert "brew install pango" in text


def test_our_own_bug_while_drawing_is_told_without_a_trace(server: Server, preview: Preview) -> None:
    def draw() -> bytes:
        raise ZeroDivisionError("geheim")

    preview.show(Edition(pages={"plan": Page(title="Plan", html="<body></body>", draw=draw)}))
    status, _, text = ask(server, "/plan.pdf")
    assert status == 503
    assert "ligt niet aan u" in text
    assert "geheim" not in text
