"""Choosing while an import is asked about: from what is likely, from all there is, not now, or never."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from psoh_cli.terminal.asker import TerminalAsker

NEVER = "overslaan"
"""What the mapping keeps of something that is never taken over."""

HOW = (
    "Enter = nu niet; de volgende keer vraagt psoh het weer. nooit = niet overnemen, ook later niet. "
    "lijst = alles waaruit u kunt kiezen. terug = de vorige vraag. stop = stoppen; uw antwoorden worden bewaard."
)
_MOST_NUMBERED = 45


class Back(Exception):  # noqa: N818  (not an error: somebody said terug)
    """Go to the question before because somebody typed terug."""


@dataclass
class ImportAsker(TerminalAsker):
    """The asker of an import: at every question one may go back."""

    def ask(self, prompt: str, *, default: str = "", required: bool = True, explanation: str = "") -> str:
        """Ask for a line of text. Raises Back, Stopped or EOFError."""
        line = super().ask(prompt, default=default, required=required, explanation=explanation)
        if line.casefold() == "terug":
            raise Back
        return line


@dataclass(frozen=True, kw_only=True)
class Choices:
    """One question: `likely` are shown with it, `more` are all others; `what` names one of them."""

    question: str
    likely: Mapping[str, str]
    more: Mapping[str, str] = field(default_factory=dict)
    what: str
    explanation: str

    @property
    def labels(self) -> dict[str, str]:
        """All there is to choose, the likely first."""
        return {**self.likely, **{key: label for key, label in self.more.items() if key not in self.likely}}


def choose(asker: TerminalAsker, choices: Choices) -> str:
    """Ask for one of them, by number or name; nothing is not now, and `overslaan` is never."""
    from psoh_cli.dutch import slug

    _put(asker, choices)
    shown = len(choices.likely)
    while True:
        text = asker.ask(_prompt(choices), required=False, explanation=f"{choices.explanation}\n{HOW}")
        said = slug(text)
        if not text or said in {"nooit", NEVER}:
            return NEVER if text else ""
        if said == "lijst":
            shown = _list_all(asker, choices)
            asker.say(choices.question)
            continue
        found = _found(text, choices, shown=shown)
        if len(found) == 1:
            return found[0]
        asker.say(_unclear(text, choices, found=found))


def _prompt(choices: Choices) -> str:
    ways = "Nummer, naam" if choices.likely else "Naam"
    return f"{ways}, lijst of nooit (Enter = nu niet, ? = uitleg): "


def _put(asker: TerminalAsker, choices: Choices) -> None:
    asker.say(choices.question)
    asker.list_options(list(choices.likely.values()))


def _list_all(asker: TerminalAsker, choices: Choices) -> int:
    """Show all there is; tell how many of them have a number."""
    labels = list(choices.labels.values())
    if len(labels) <= _MOST_NUMBERED:
        asker.list_options(labels)
        return len(labels)
    asker.say(f"{'; '.join(labels)}.")
    return len(choices.likely)


def _found(text: str, choices: Choices, *, shown: int) -> list[str]:
    """Find what somebody meant: a number that was shown, a name, or a part that only one name has."""
    from psoh_cli.dutch import slug, typed_number

    labels = choices.labels
    at = typed_number(text)
    if at is not None:
        return list(labels)[at - 1 : at] if 1 <= at <= shown else []
    said = slug(text)
    exact = [key for key, label in labels.items() if said and said in {slug(key), slug(label)}]
    if exact or len(said) < 3:
        return exact[:1]
    return [key for key, label in labels.items() if said in slug(label)]


def _unclear(text: str, choices: Choices, *, found: list[str]) -> str:
    from psoh_cli.dutch import listing
    from psoh_cli.problems.meant import did_you_mean

    if found:
        named = listing([f"'{choices.labels[key]}'" for key in found[:5]], last="of")
        return f"'{text}' past op meer dan één: {named}. Typ er meer van."
    meant = did_you_mean(text, choices.labels)
    return " ".join(
        filter(None, (f"'{text}' is geen {choices.what}.", meant, "Typ lijst; dan ziet u alles."))
    )
