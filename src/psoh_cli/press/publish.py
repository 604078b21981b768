"""Documents on disk: each kind in each format, the HTML first so that it stands whatever happens to the PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from psoh_cli.errors import UnreadableError
from psoh_cli.files import disk
from psoh_cli.press import html, pdf
from psoh_cli.press.house_style_files import FOLDER, HouseStyle
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.document import Document, to_json
from psoh_cli.report.material import Material

Tell = Callable[[str], None]


def write_reports(
    material: Material,
    folder: Path,
    *,
    kinds: Sequence[str] = KINDS,
    formats: Sequence[str] = ("html", "pdf"),
    style: HouseStyle = HouseStyle(),  # noqa: B008  (frozen)
    tell: Tell | None = None,
) -> tuple[Path, ...]:
    """Write documents into a folder and give their paths; `tell` hears each name when it is written.

    Raises MissingRendererError after everything but the PDF has been written.
    """
    documents = [compose(kind, material) for kind in kinds]
    pages = (
        {document.id: _page(document, style=style) for document in documents}
        if {"html", "pdf"} & set(formats)
        else {}
    )
    written: list[Path] = []

    def write(name: str, content: str | bytes) -> None:
        path = folder / name
        if isinstance(content, str):
            disk.write_text(path, content)
        else:
            disk.write_bytes(path, content)
        written.append(path)
        if tell is not None:
            tell(name)

    for document in documents:
        if "html" in formats:
            write(f"{document.id}.html", pages[document.id])
        if "json" in formats:
            write(f"{document.id}.json", to_json(document))
    for document in documents:
        if "pdf" in formats:
            identifier = f"{document.id}/{material.gemeente.code}/{material.analysis.as_of.isoformat()}"
            write(
                f"{document.id}.pdf",
                pdf.render(pages[document.id], as_of=material.analysis.as_of, identifier=identifier),
            )
    return tuple(written)


def _page(document: Document, *, style: HouseStyle) -> str:
    """Write a page; what goes wrong in templates of the user is theirs to mend, and no bug of ours."""
    if not style.folders:
        return html.render(document)
    from jinja2 import TemplateError

    try:
        return html.render(document, folders=style.folders)
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        place = f"{getattr(error, 'name', None) or FOLDER}, regel {getattr(error, 'lineno', '?')}"
        raise UnreadableError(
            f"De huisstijl kan niet worden gebruikt ({place}): {error}",
            remedy=f"Herstel het bestand in {FOLDER}/, of haal het weg: dan geldt de vormgeving van psoh.",
        ) from error
