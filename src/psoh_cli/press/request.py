"""What is asked for: kinds, formats and version; and the names of the files that makes. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.report.version import Version

PER_DOCUMENT = ("html", "json", "docx", "odt", "pdf")
"""Forms of one document, in the order in which they are written: the PDF may fail, so it comes last."""

PER_DOSSIER = {"xlsx": "maatregelen", "ics": "planning"}
"""Forms that a dossier has once, with the name of the file."""

WITH_INTERVIEWS = "-met-interviews"
"""What the name of a document ends in that carries the interviews."""

_SHORTEST_FIRST = ("samenvatting", "implementatieplan", "gap-analyse")
_PRINTED_FIRST = ("pdf", "html", "docx", "odt")

_ORDER = ("html", "json", "docx", "odt", "xlsx", "ics", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One file to make: its name, its format, and the kind of document; no kind when it is about the dossier."""

    name: str
    format: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which documents, in which formats, for whom."""

    kinds: tuple[str, ...]
    formats: tuple[str, ...] = ("html", "pdf")
    version: Version = Version.COUNCIL
    with_interviews: bool = False
    """Let the documents carry the raw interviews; for the council version only."""
    check: bool = False
    """Examine each file for accessibility once it is written."""

    @property
    def suffix(self) -> str:
        """What the names of the documents end in: with interviews inside, nobody takes one for another."""
        return f"{self.version.suffix}{WITH_INTERVIEWS if self.with_interviews else ''}"

    def files(self) -> tuple[Asked, ...]:
        """Name every file that is asked for, in the order in which they are written."""
        found: list[Asked] = []
        for form in _ORDER:
            if form not in self.formats:
                continue
            if form in PER_DOSSIER:
                found.append(Asked(name=f"{PER_DOSSIER[form]}{self.version.suffix}.{form}", format=form))
            else:
                found.extend(
                    Asked(name=f"{kind}{self.suffix}.{form}", format=form, kind=kind) for kind in self.kinds
                )
        return tuple(found)

    def first_to_read(self) -> str:
        """Name the file to open first: the shortest document, printed before the page; empty for a single file."""
        files = self.files()
        to_read = [
            asked.name
            for kind in _SHORTEST_FIRST
            for form in _PRINTED_FIRST
            for asked in files
            if (asked.kind, asked.format) == (kind, form)
        ]
        return to_read[0] if to_read and len(files) > 1 else ""
