"""A preview in the browser of this computer: known pages only, to nobody else, and nothing is kept."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from psoh_cli.errors import PsohError
from psoh_cli.press.viewing.pages import STREAM, trouble_page, with_bar
from psoh_cli.press.viewing.preview import Preview, Trouble

_HERE = "127.0.0.1"
_HEARTBEAT = 10.0
"""Seconds between signs of life to a page that waits; afgeleid."""

_OWN = {None, "none", "same-origin"}
"""What a browser says of a request that somebody typed, or that comes from one of our own pages."""


_PDF = "application/pdf"
_OUR_BUG = Trouble(
    message="De pdf is niet gemaakt: er ging iets mis in psoh zelf; dat ligt niet aan u.",
    remedy="Maak de pdf met psoh rapport --format pdf: dan komt er een logbestand bij dat u kunt meesturen.",
)
_RULES = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
"""What a page may do: run our own script, and fetch nothing but news of itself."""


class Server(ThreadingHTTPServer):
    """Serves one preview; `nonce` marks the only script that may run in a page."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, preview: Preview, *, port: int = 0) -> None:
        self.preview = preview
        self.nonce = secrets.token_urlsafe(16)
        super().__init__((_HERE, port), Handler)

    @property
    def address(self) -> str:
        """What to type in a browser."""
        return f"http://{_HERE}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that goes away halfway is no news."""


@contextmanager
def serving(preview: Preview) -> Iterator[str]:
    """Serve a preview while the block runs, on a free port; yields the address."""
    server = Server(preview)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield server.address
    finally:
        preview.close()
        server.shutdown()
        server.server_close()


class Handler(BaseHTTPRequestHandler):
    """Answers GET for the pages of the preview, their PDF and the stream that says when to refresh."""

    server: Server
    server_version = "psoh"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer one request; whatever is asked, only what the preview holds is given."""
        with suppress(ConnectionError):
            if not self._is_from_here():
                self._refuse(HTTPStatus.FORBIDDEN, "Dit adres is alleen voor deze computer.")
                return
            try:
                asked = urlsplit(self.path)
            except ValueError:
                self._refuse(HTTPStatus.BAD_REQUEST, "Dit is geen adres.")
                return
            name, _, ending = asked.path.removeprefix("/").rpartition(".")
            number, edition = self.server.preview.current()
            if asked.path == STREAM:
                self._stream(parse_qs(asked.query).get("na", [""])[0])
            elif edition.trouble is not None:
                self._send_trouble(edition.trouble, number=number)
            elif asked.path == "/" and edition.pages:
                self._redirect(f"/{next(iter(edition.pages))}.html")
            elif ending == "pdf" and name in edition.pages:
                self._send_pdf(name, number=number)
            elif ending == "html" and name in edition.pages:
                self._send_page(edition.pages[name].html, current=name, number=number)
            else:
                self._refuse(HTTPStatus.NOT_FOUND, "Deze pagina is er niet.")

    def _is_from_here(self) -> bool:
        """Tell whether somebody at this computer asks, and not another site through their browser."""
        port = self.server.server_port
        hosts = {f"{_HERE}:{port}", f"localhost:{port}"}
        return self.headers.get("Host") in hosts and self.headers.get("Sec-Fetch-Site") in _OWN

    def _send_page(self, page: str, *, current: str, number: int, status: int = HTTPStatus.OK) -> None:
        pages = self.server.preview.current()[1].pages
        text = with_bar(page, current=current, pages=pages, number=number, nonce=self.server.nonce)
        self._send(text.encode(), kind="text/html; charset=utf-8", status=status)

    def _send_trouble(self, trouble: Trouble, *, number: int) -> None:
        page = trouble_page(trouble)
        self._send_page(page, current="", number=number, status=HTTPStatus.SERVICE_UNAVAILABLE)

    def _send_pdf(self, name: str, *, number: int) -> None:
        try:
            drawn = self.server.preview.pdf(name)
        except KeyError:  # a new edition without this page came in between
            self._refuse(HTTPStatus.NOT_FOUND, "Deze pagina is er niet meer.")
        except PsohError as error:
            self._send_trouble(Trouble(message=error.message, remedy=error.remedy), number=number)
        except Exception:  # noqa: BLE001  (a bug of ours is told in the page; the page itself goes on)
            self._send_trouble(_OUR_BUG, number=number)
        else:
            self._send(drawn, kind=_PDF)

    def _stream(self, seen: str) -> None:
        """Tell a page the number of each new edition, until it leaves or the preview closes."""
        self._head(HTTPStatus.OK, kind="text/event-stream; charset=utf-8")
        number = int(seen) if seen.isdecimal() and len(seen) < 10 else -1
        preview = self.server.preview
        while not preview.is_closed:
            latest = preview.wait_beyond(number, seconds=_HEARTBEAT)
            told = f"data: {latest}\n\n" if latest != number else ": hier\n\n"
            self.wfile.write(told.encode())
            self.wfile.flush()
            number = latest

    def _redirect(self, address: str) -> None:
        self._head(HTTPStatus.FOUND, kind="text/plain; charset=utf-8", location=address)

    def _refuse(self, status: HTTPStatus, message: str) -> None:
        self._send(f"{message}\n".encode(), kind="text/plain; charset=utf-8", status=status)

    def _send(self, content: bytes, *, kind: str, status: int = HTTPStatus.OK) -> None:
        self._head(status, kind=kind, length=len(content))
        self.wfile.write(content)

    def _head(self, status: int, *, kind: str, length: int | None = None, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if location:
            self.send_header("Location", location)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if kind != _PDF:  # the viewer of a browser is a page of its own, which these rules would break
            self.send_header("Content-Security-Policy", _RULES.format(nonce=self.server.nonce))
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse what is no plain GET in plain Dutch."""
        self._refuse(HTTPStatus(code), "Dat kan hier niet.")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (its name in the base)
        """Say nothing: the terminal is for what the user changes."""
