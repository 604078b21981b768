"""What can be wrong with a code that somebody names in a policy or a remark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.problems.codes import CODES, RETIRED
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import SEVERITY_ORDER, Severity

OWN_PREFIX = "CONTROLE"
"""The codes about the policy itself: they make nothing that psoh concludes a lie."""

_PARTS = re.compile(r"([A-Za-z]+)[ -]?(\d{1,9})", re.ASCII)

_WORD = re.compile(r"[^\W\d_]+")
_NO_REASON = frozenset({"omdat", "reden", "want"})
_SHORTEST_REASON = 6

_FIRM_PREFIXES = ("YAML", "STIJL", "KENNIS")
_FIRM = frozenset(
    {
        "DOSSIER002", "DOSSIER006", "DOSSIER007", "DOSSIER010", "DOSSIER016", "DOSSIER017", "DOSSIER023",
        "INTERVIEW001", "INTERVIEW002", "INTERVIEW003", "INTERVIEW004", "INTERVIEW005", "INTERVIEW006",
        "INTERVIEW007", "INTERVIEW009", "INTERVIEW015",
        "KAART001", "KAART002", "KAART009", "KAART011", "KAART031", "KAART032", "KAART034", "KAART041",
        "PLAN001", "PLAN003", "RONDE001", "RONDE002", "RONDE009",
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


def wrong_with(
    code: str, *, to: Severity | None = None, has_reason: bool = False
) -> Iterator[tuple[str, str, str]]:
    """Yield code, message and hint for a code that is not there, or that may not be left out, or not made less.

    `to` is the severity it is to have; None leaves it out. An error becomes no less without a reason.
    """
    about = CODES.get(code)
    if about is None:
        yield "CONTROLE003", f"de code {code} bestaat niet", _meant(code)
    elif not is_firm(code) and is_lower(to, than=about.severity) and not has_reason:
        hint = f'Schrijf waarom: {code} = {{ernst = "{to}", omdat = "de reden"}}'
        yield "CONTROLE005", f"{code} is een fout en wordt niet zonder reden lichter", hint
    elif is_firm(code) and (to is None or SEVERITY_ORDER[to] > SEVERITY_ORDER[about.severity]):
        wish = "genegeerd" if to is None else "minder zwaar gemaakt"
        why = (
            "Dit gaat over de afspraken zelf. Verbeter wat de melding noemt."
            if code.startswith(OWN_PREFIX)
            else f"psoh kan niet rekenen met wat hier fout is. Verbeter het; zie: psoh uitleg {code}"
        )
        yield "CONTROLE005", f"{code} kan niet worden {wish}", why


def is_lower(severity: Severity | None, *, than: Severity) -> bool:
    """Tell whether an error would be made less."""
    return severity is not None and than is Severity.ERROR and severity is not Severity.ERROR


def _meant(code: str) -> str:
    renamed = RETIRED.get(code)
    if renamed:
        return f"Die heet nu {renamed}."
    return did_you_mean(_with_its_zeros(code) or code, CODES)


def _with_its_zeros(code: str) -> str:
    """Give the code that somebody wrote with too few zeros or too many, such as KAART04; empty when it is none."""
    parts = _PARTS.fullmatch(code)
    number = f"{parts[1].upper()}{int(parts[2]):03}" if parts else ""
    return number if number in CODES else ""


def is_reason(text: str) -> bool:
    """Tell whether words can be a reason: some letters, and more than the word that asks for one."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _NO_REASON]
    return sum(map(len, words)) >= _SHORTEST_REASON
