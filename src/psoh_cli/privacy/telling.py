"""Telling of what the guard found: as Problems of a file that is checked, and as a word of warning at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.dutch import slug
from psoh_cli.privacy.finding import kinds, traces
from psoh_cli.privacy.trace import Kind
from psoh_cli.problems.codes import CODES
from psoh_cli.problems.codes_privacy import ABOVE
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
        if name and any(trace.kind is Kind.NAME for trace in found):
            found = traces(text, own=frozenset(slug(name).split("-")))
        if not found:
            continue
        stands = subject.written(path)
        inside = subject.inside(path)
        field = next((step for step in reversed(path) if isinstance(step, str)), "")
        is_long = stands is not None and stands.span.end_line > stands.span.line
        above = f"boven regel {subject.place(path)[0]}, waar '{field}' staat" if is_long else ABOVE
        for trace in found:
            code, said = told_of(trace.kind, where=f"in '{field}'")
            yield subject.problem(
                code,
                path,
                said,
                hint=CODES[code].remedy.replace(ABOVE, above),
                span=inside(trace.start, trace.end) if inside else None,
            )


def told_of(kind: Kind, *, where: str) -> tuple[str, str]:
    """Give the code of a kind, and say what seems to stand somewhere and why that matters."""
    code, why = _SAID[kind]
    return code, f"{where} lijkt {kind.value} te staan; {why}"


def how_to_allow(*texts: str) -> str:
    """Say how a file may keep texts in which the guard is mistaken: with a reason, above the line."""
    codes = [told_of(kind, where="")[0] for kind in kinds(*texts)]
    return (
        f"Zet dan in het interviewbestand, {ABOVE}, met uw reden: # psoh: negeer {', '.join(codes)} omdat …"
    )


def warning_about(*texts: str) -> Iterator[str]:
    """Yield a sentence for each kind of personal data in texts that belong together."""
    for kind in kinds(*texts):
        yield f"Let op: in deze tekst lijkt {kind.value} te staan. Schrijf geen gegevens van personen op."
