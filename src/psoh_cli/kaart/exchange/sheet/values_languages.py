"""Languages, one or several in a cell, with what else is said of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from psoh_cli.dutch import listing
from psoh_cli.kaart.exchange.sheet.reading import EMPTY, Reading, is_no_value, one_line, unclear
from psoh_cli.kaart.exchange.sheet.values_words import ALSO, AROUND, parts_of
from psoh_cli.languages import code_of, is_known, languages_named, question_about
from psoh_cli.problems.meant import bare
from psoh_cli.workbooks.raw_sheet import Cell, shown

_LEVEL = re.compile(
    r"\s*\((?!s\))[^)]*\)?\s*|\s*(?:taal|talen|sprekend|sprekende)$|-?\s*(?:basis|een beetje|beperkt)$",
    re.IGNORECASE,
)
_BY_TOLK = re.compile(r"\btolk\w*", re.IGNORECASE)
_NO_REMARK = re.compile(
    r"[\s():.-]|ook|taal|talen|sprekende?|waaronder|onder andere|o\.?a\.?|bijv\.?|en/of|en|of|de|het|een",
    re.IGNORECASE,
)
"""What may stand beside a language and tells nothing more of it."""
_ALL_LANGUAGES = frozenset({
    "alle", "alle-talen", "alle-talen-via-tolk", "divers", "diverse", "diverse-talen", "meerdere", "meerdere-talen",
    "verschillende", "verschillende-talen", "veel-talen",
})  # fmt: skip


def read_languages(key: str, cell: Cell) -> Reading:
    """Read the names of languages: `arabisch, tigrinya / Dari en Farsi`."""
    whole = one_line(shown(cell))
    if is_no_value(whole):
        return EMPTY
    text = shown(cell)
    found: list[str] = []
    wrong: list[str] = []
    beside: list[str] = []
    parts = parts_of(text)
    spoken = [part for part in parts if not _BY_TOLK.search(part)]
    for part in spoken:
        name = _LEVEL.sub("", ALSO.sub("", part)).strip(AROUND)
        code = "" if "?" in part else _code(name)
        (found if code else wrong).append(code or part)
        if code and _says_more(part, name):
            beside.append(part)
    values = {key: list(dict.fromkeys(found))} if found else {}
    if bare(whole) not in _ALL_LANGUAGES and not wrong and len(spoken) < len(parts):
        return unclear(
            "hier staat een tolk bij, en de kaart noemt bij talen wat medewerkers zelf spreken",
            "Zet de tolk in een kolom Tolk.",
            part=", ".join(part for part in parts if part not in spoken), values=values,
        )  # fmt: skip
    if not wrong and bare(whole) not in _ALL_LANGUAGES:
        return _with_beside(values, beside)
    if bare(whole) in _ALL_LANGUAGES:
        return unclear(
            "dit noemt geen taal", "Noem de talen. Komt er een tolk, zet dat dan in een kolom Tolk."
        )
    meant = listing([f"'{part}'" for part in wrong[:4]])
    several = len(wrong) > 1
    hint = question_about(wrong[0]) or "Schrijf de Nederlandse naam van de taal, zoals Arabisch of Tigrinya."
    why = f"{meant} {'zijn geen talen' if several else 'is geen taal'} die psoh kent"
    if languages_named(wrong[0]):
        why = f"{meant} kan meer dan één taal zijn"
    return unclear(
        why,
        hint,
        part=", ".join((*wrong, *beside, *(part for part in parts if part not in spoken))),
        values=values,
    )


def _says_more(part: str, name: str) -> bool:
    """Tell whether more stands beside a language than its name: how well, when, or that a tolk comes."""
    return bool(_NO_REMARK.sub("", part.replace(name, "", 1)))


def _with_beside(values: Mapping[str, object], beside: list[str]) -> Reading:
    if not beside:
        return Reading(values=values)
    return unclear(
        "psoh neemt de taal over, maar niet wat erbij staat",
        "Zet dat in een kolom Toelichting.",
        part=", ".join(beside), values=values,
    )  # fmt: skip


def _code(name: str) -> str:
    code = code_of(name)
    if code or not re.fullmatch(r"[a-z]{2,3}", name):
        return code
    return name if is_known(name) else ""
