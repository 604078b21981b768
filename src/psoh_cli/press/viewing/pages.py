"""The pages of a preview: a document with a bar below it that refreshes, and a page that says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from psoh_cli.press.viewing.preview import Page, Trouble
from psoh_cli.problems.problem import Problem

STREAM = "/verversing"

_FENCE = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')

_BAR = """<style>
.psoh-bekijk {{ position: fixed; inset: auto 0 0 0; z-index: 9; margin: 0; padding: .5rem 1rem; display: flex;
  gap: 1rem; flex-wrap: wrap; font: 15px/1.4 sans-serif; color: #fff; background: #123845 }}
.psoh-bekijk a {{ color: #fff }}
.psoh-bekijk [aria-current] {{ font-weight: bold; text-decoration: none }}
body {{ padding-bottom: 4rem }}
@media print {{ .psoh-bekijk {{ display: none }} }}
</style>
<nav class="psoh-bekijk" aria-label="Voorbeeld van psoh">
{links}
<span id="psoh-stand" role="status"></span>
</nav>
<script nonce="{nonce}">
(() => {{
  const stand = document.getElementById("psoh-stand");
  const stroom = new EventSource("{stream}?na={number}");
  stroom.onopen = () => {{ stand.textContent = ""; }};
  stroom.onmessage = (bericht) => {{ if (bericht.data !== "{number}") location.reload(); }};
  stroom.onerror = () => {{ stand.textContent = "psoh is gestopt; deze pagina ververst niet meer."; }};
}})();
</script>
"""

_TROUBLE = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nog niet te zien · psoh</title>
<style>
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 17px/1.5 sans-serif; color: #1b1f23;
  background: #fff }}
h1 {{ font-size: 1.5rem; color: #9b1c2e }}
li {{ margin-bottom: .75rem }}
code {{ font-family: monospace; overflow-wrap: anywhere }}
.doen {{ white-space: pre-line }}
</style>
</head>
<body>
<main>
<h1>Dit kan psoh nog niet laten zien</h1>
<p>{message}</p>
{problems}
{remedy}
<p>Bewaar het bestand als u iets hebt verbeterd: deze pagina ververst dan vanzelf.</p>
</main>
</body>
</html>
"""


def with_bar(page: str, *, current: str, pages: Mapping[str, Page], number: int, nonce: str) -> str:
    """Put the bar into a page, just before its end: links to the other pages and the PDF, and the refreshing.

    What the page itself says of its safety goes out, since it lets nothing run; the server says the same in a header
    and lets our own script run.
    """
    links = [_link(f"/{name}.html", shown.title, is_current=name == current) for name, shown in pages.items()]
    if not links:
        links.append("Voorbeeld van psoh")
    if current in pages:
        links.append(_link(f"/{current}.pdf", "Maak de pdf van deze pagina"))
    bar = _BAR.format(nonce=nonce, links="\n".join(links), stream=STREAM, number=number)
    before, end, after = _FENCE.sub("", page, count=1).rpartition("</body>")
    return f"{before}{bar}{end}{after}"


def trouble_page(trouble: Trouble) -> str:
    """Say in a page what is wrong, where, and what to do."""
    items = "\n".join(map(_item, trouble.problems))
    return _TROUBLE.format(
        message=escape(trouble.message),
        problems=f"<ul>\n{items}\n</ul>" if items else "",
        remedy=f'<p class="doen"><strong>Oplossing:</strong> {escape(trouble.remedy)}</p>'
        if trouble.remedy
        else "",
    )


def _item(problem: Problem) -> str:
    place = escape(f"{problem.file}:{problem.line}:{problem.column}")
    said = escape(f"{problem.severity.value} {problem.code}: {problem.message}")
    hint = f"<br>{escape(problem.hint)}" if problem.hint else ""
    return f"<li><code>{place}</code> {said}{hint}</li>"


def _link(address: str, text: str, *, is_current: bool = False) -> str:
    current = ' aria-current="page"' if is_current else ""
    return f'<a href="{escape(address)}"{current}>{escape(text)}</a>'
