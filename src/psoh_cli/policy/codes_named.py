"""What can be wrong with a code that somebody names in a policy or a remark."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.problems.codes import CODES, RETIRED
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import SEVERITY_ORDER, Severity

OWN_PREFIX = "CONTROLE"
"""The codes about the policy itself: they make nothing that psoh concludes a lie."""

_FIRM_PREFIXES = ("YAML", "STIJL", "KENNIS")
_FIRM = frozenset(
    {
        "DOSSIER006", "DOSSIER007", "DOSSIER017", "DOSSIER023",
        "INTERVIEW001", "INTERVIEW002", "INTERVIEW003", "INTERVIEW004", "INTERVIEW005", "INTERVIEW006",
        "INTERVIEW007", "INTERVIEW009", "INTERVIEW015",
        "KAART001", "KAART002", "KAART031", "KAART032", "KAART034", "KAART041", "PLAN001",
    }
)  # fmt: skip
"""Errors in what psoh counts with: an answer that is no answer, a file that is not there, two things with one name."""


def is_firm(code: str) -> bool:
    """Tell whether a code stands for something that nobody may wave away."""
    about = CODES.get(code)
    if about is None:
        return False
    is_error = about.severity is Severity.ERROR
    return code.startswith(OWN_PREFIX) or (is_error and (code in _FIRM or code.startswith(_FIRM_PREFIXES)))


def wrong_with(code: str, *, to: Severity | None = None) -> Iterator[tuple[str, str, str]]:
    """Yield code, message and hint for a code that is not there, or that may not be left out, or not made less.

    `to` is the severity it is to have; None leaves it out.
    """
    about = CODES.get(code)
    if about is None:
        yield "CONTROLE003", f"de code {code} bestaat niet", _meant(code)
    elif is_firm(code) and (to is None or SEVERITY_ORDER[to] > SEVERITY_ORDER[about.severity]):
        wish = "genegeerd" if to is None else "minder zwaar gemaakt"
        why = (
            "Dit gaat over de afspraken zelf. Verbeter wat de melding noemt."
            if code.startswith(OWN_PREFIX)
            else f"psoh kan niet rekenen met wat hier fout is. Verbeter het; zie: psoh uitleg {code}"
        )
        yield "CONTROLE005", f"{code} kan niet worden {wish}", why


def _meant(code: str) -> str:
    renamed = RETIRED.get(code)
    if renamed:
        return f"Die heet nu {renamed}."
    return did_you_mean(code, CODES)
