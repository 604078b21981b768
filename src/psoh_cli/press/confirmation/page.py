"""The confirmation sheet as one page to print: HTML that needs nothing else, and the same as PDF."""

from __future__ import annotations

import re

from psoh_cli.dutch import date_in_words
from psoh_cli.files.templates import templates_dir
from psoh_cli.kaart.exchange.confirmation.form import HIDDEN, Form, Line
from psoh_cli.kaart.exchange.confirmation.mail import choices_in_words

_TEMPLATE = "vraaglijst.html"
_FOR_STYLE = re.compile(r"[\\\"'<>{};\n\r\f]")


def render_html(form: Form, *, for_print: bool = False) -> str:
    """Write the sheet as HTML with its style inside; for print without what only a screen needs."""
    import jinja2

    house = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates_dir("uitwisseling")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    house.filters["stijltekst"] = _for_style
    hints = {line.ask.key: _hint(line) for part in form.parts for line in part.open}
    template = house.get_template(_TEMPLATE)
    return template.render(
        form=form, day=date_in_words(form.made_on), hidden=HIDDEN, hints=hints, for_print=for_print
    )


def render_pdf(form: Form) -> bytes:
    """Write the sheet as an accessible PDF; raises MissingRendererError where there is no renderer."""
    from psoh_cli.press.pdf import render

    identifier = f"vraaglijst/{form.organization}/{form.made_on.isoformat()}"
    return render(render_html(form, for_print=True), as_of=form.made_on, identifier=identifier)


def _hint(line: Line) -> str:
    hint = choices_in_words(line.ask)
    return f" ({hint})" if hint else ""


def _for_style(text: str) -> str:
    """Keep a name out of the grammar of a style sheet."""
    return _FOR_STYLE.sub(" ", text)
