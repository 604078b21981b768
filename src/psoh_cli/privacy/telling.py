"""Telling of what the guard found: as Problems of a file that is checked, and as a word of warning at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.dutch import slug
from psoh_cli.privacy.finding import kinds, traces
from psoh_cli.privacy.trace import Kind
from psoh_cli.problems.making import Examined, Path
from psoh_cli.problems.problem import Problem

_IN_SMALL_GROUP = "in een kleine groep is één bijzonderheid genoeg om iemand te herkennen"

_SAID: dict[Kind, tuple[str, str]] = {
    Kind.BSN: ("PRIVACY001", "dat nummer wijst precies één persoon aan"),
    Kind.BIRTH_DATE: ("PRIVACY002", "in een kleine groep is die genoeg om iemand te herkennen"),
    Kind.MOBILE: ("PRIVACY003", "zo'n nummer is meestal van één persoon, en het dossier wordt gedeeld"),
    Kind.MAILBOX: ("PRIVACY004", "dat noemt iemand bij naam, en het dossier wordt gedeeld"),
    Kind.NAME: ("PRIVACY005", "in een dossier staan functies en organisaties, geen mensen"),
    Kind.CASE: ("PRIVACY006", _IN_SMALL_GROUP),
    Kind.NUMBER: ("PRIVACY007", "met dat nummer is iemand op te zoeken"),
}
"""The code of each kind, and why it matters: the words of the text itself are never repeated, a report goes round."""


def guarded(subject: Examined, texts: Iterable[tuple[Path, str]], *, name: str = "") -> Iterator[Problem]:
    """PRIVACY001 to PRIVACY007: free text is about groups, functions and organizations, not about one person.

    `name` is how the organization calls itself: in its mailbox that is nobody's name.
    """
    for path, text in texts:
        found = traces(text, own=frozenset(slug(name).split("-")) if "@" in text else frozenset())
        if not found:
            continue
        inside = subject.inside(path)
        field = next((step for step in reversed(path) if isinstance(step, str)), "")
        for trace in found:
            code, why = _SAID[trace.kind]
            yield subject.problem(
                code,
                path,
                f"in '{field}' lijkt {trace.kind.value} te staan; {why}",
                span=inside(trace.start, trace.end) if inside else None,
            )


def warning_about(*texts: str) -> Iterator[str]:
    """Yield a sentence for each kind of personal data in texts that belong together."""
    for kind in kinds(*texts):
        yield f"Let op: in deze tekst lijkt {kind.value} te staan. Schrijf geen gegevens van personen op."
