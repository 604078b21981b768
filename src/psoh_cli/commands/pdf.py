"""`psoh pdf`: the data that a PDF of psoh carries, taken out again or held against a dossier."""

from __future__ import annotations

import typer

from psoh_cli.commands.pdf_open import open_pdf
from psoh_cli.commands.pdf_verifieer import verifieer

pdf_app = typer.Typer(
    help="De gegevens in een pdf van psoh: eruit halen, of nagaan of ze bij een dossier horen.",
    no_args_is_help=True,
)
pdf_app.command("open")(open_pdf)
pdf_app.command("verifieer")(verifieer)
