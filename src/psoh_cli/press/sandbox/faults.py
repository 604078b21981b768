"""What went wrong in a template, in Dutch, with file and line."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator

from jinja2 import TemplateError, TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from psoh_cli.errors import UnreadableError
from psoh_cli.press.sandbox.budget import TooMuchWorkError

FAULTS = (
    TemplateError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
    SyntaxError,
    MemoryError,
)
"""All that can go wrong in a template, however it was written."""

OURS = "sjabloon van psoh: "
"""How a place in a template of our own begins."""

_SYNTAX = (
    (r"Encountered unknown tag '(.{1,40})'", "de opdracht '{0}' bestaat niet, of hoort hier niet"),
    (
        r"[Uu]nexpected '?end of template|Missing end of",
        "er is iets niet gesloten, bijvoorbeeld een if of for zonder eind",
    ),
    (r"expected token '(.{1,40})', got '(.{1,40})'", "verwacht was '{0}', en er staat '{1}'"),
    (r"[Uu]nexpected '(.{1,40})'", "'{0}' staat hier op een plek waar het niet hoort"),
    (r"No filter named '(.{1,40})'", "het filter '{0}' is er niet; in LEESMIJ.md van de sjablonen staat welke er zijn"),
    (r"No test named '(.{1,40})'", "de toets '{0}' is er niet"),
    (r"unexpected char '(.{1,6})'", "het teken '{0}' hoort hier niet"),
    (r"Expected an expression", "hier hoort een waarde of een naam"),
)  # fmt: skip
_UNDEFINED = (
    (r"^'(.{1,80})' is undefined", "de naam '{0}' bestaat niet"),
    (r"has no attribute '(.{1,80})'", "het onderdeel '{0}' bestaat hier niet"),
    (r"has no element (.{1,80})", "het onderdeel {0} bestaat hier niet"),
    (
        r"the template '(.{1,80})' .*does not export the requested name '(.{1,80})'",
        "'{0}' heeft geen macro met de naam '{1}'",
    ),
)  # fmt: skip


def as_refusal(error: BaseException, *, folder: str) -> UnreadableError:
    """Say in Dutch what is wrong in a house style and where; `folder` is what the user calls its place."""
    return UnreadableError(
        f"De huisstijl kan niet worden gebruikt ({_place(error)}): {_said(error)}.",
        remedy=f"Herstel het bestand in {folder}, of haal het weg: dan geldt de vormgeving van psoh.",
    )


def _place(error: BaseException) -> str:
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name or 'sjabloon'}, regel {error.lineno}"
    places = list(_places(error))
    own = [place for place in places if not place.startswith(OURS)]
    return (own or places or ["regel onbekend"])[-1]


def _places(error: BaseException) -> Iterator[str]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        name = frame.f_code.co_filename
        if name.endswith((".html", ".css")):
            yield f"{name}, regel {line}"


def _said(error: BaseException) -> str:
    if isinstance(error, TooMuchWorkError):
        return str(error)
    if isinstance(error, TemplateSyntaxError):
        return (
            _translated(error.message or "", _SYNTAX)
            or f"er staat een schrijffout in de sjabloontaal ({error.message})"
        )
    if isinstance(error, TemplateNotFound):
        return f"het sjabloon '{error.name}' is er niet, of ligt buiten de map van de huisstijl"
    if isinstance(error, SecurityError):
        return _forbidden(str(error))
    if isinstance(error, UndefinedError):
        return _translated(str(error), _UNDEFINED) or str(error)
    if isinstance(error, RecursionError):
        return "sjablonen roepen elkaar steeds opnieuw aan"
    if isinstance(error, OverflowError) and "Range" in str(error):
        return "het sjabloon doet te veel werk: een lus heeft hooguit 100.000 stappen"
    if isinstance(error, ZeroDivisionError):
        return "er wordt gedeeld door nul"
    if isinstance(error, SyntaxError | MemoryError):
        return "het sjabloon is te ingewikkeld: er staan te veel lussen of haakjes in elkaar"
    if isinstance(error, TemplateError):
        return _translated(str(error), _SYNTAX) or str(error)
    return f"dit valt niet uit te rekenen ({error})"


def _forbidden(text: str) -> str:
    found = re.search(r"access to attribute '(.{1,80})' of '(.{1,80})' object is unsafe", text)
    return f"'{found[1]}' van '{found[2]}' mag een huisstijl niet gebruiken" if found else text


def _translated(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for pattern, said in table:
        found = re.search(pattern, text)
        if found:
            return said.format(*found.groups())
    return ""
