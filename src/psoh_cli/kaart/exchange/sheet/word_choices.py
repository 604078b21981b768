"""What a word in a column may mean where it is not one of the choices: a language inside a text, a yes or a no."""

from __future__ import annotations

import re
from collections.abc import Mapping

from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.languages import languages_meant
from psoh_cli.vocabulary import LANGUAGE_NAMES

_REFERRAL = re.compile(r"verwij|indicatie", re.IGNORECASE)
_NO, _YES = (
    frozenset({"nee", "neen", "n", "niet nodig", "niet", "geen"}),
    frozenset({"ja", "j", "nodig", "x", "v"}),
)
_OPEN = ("vrij", "aanmelding")


def of_referral(heading: str, text: str, column: Column) -> Mapping[str, str]:
    """Say what yes or no means below *Verwijzing nodig*: which referral, or how one gets in without."""
    if column.key != "toegang" or not _REFERRAL.search(heading):
        return {}
    said = text.casefold().strip(" .!")
    if said in _NO:
        return {key: label for key, label in column.choices.items() if key in _OPEN}
    if said in _YES:
        return {
            key: label for key, label in column.choices.items() if key.startswith(("verwijzing", "indicatie"))
        }
    return {}


def languages_for(text: str, *, part: str) -> tuple[dict[str, str], dict[str, str]]:
    """Give the languages that one unknown word in a text may be: likely ones, and all; by the text it would be then.

    Nothing where more than one word is unknown, or where it stands for no language at all.
    """
    if not part or "," in part or part not in text or not languages_meant(part):
        return {}, {}
    everything = {text.replace(part, name, 1): name for name in LANGUAGE_NAMES.values()}
    near = [LANGUAGE_NAMES[code] for code in languages_meant(part) if code in LANGUAGE_NAMES]
    return {text.replace(part, name, 1): name for name in near}, everything
