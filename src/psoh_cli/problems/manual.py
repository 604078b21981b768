"""The page of one code, the same in `psoh uitleg` and in docs/regels.md; and which code somebody means."""

from __future__ import annotations

import re
import unicodedata

from psoh_cli.problems.code import Chapter, Code
from psoh_cli.problems.codes import CHAPTERS, CODES, RETIRED
from psoh_cli.problems.meant import closest

WRONG, RIGHT = "Zo niet", "Zo wel"

_LIKE_A_CODE = re.compile(r"([a-z]+)[\s_.-]*0*(\d{1,4})", re.IGNORECASE)
_MENDS = {
    "veilig": "Vaak kan psoh het zelf: zet --fix achter psoh check. Met --diff ziet u eerst wat er verandert.",
    "onveilig": "Vaak kan psoh het verbeteren, maar dan kiest psoh voor u: psoh check MAP --fix --onveilig. Bekijk met "
    "--diff eerst wat er verandert.",
    "": "Alleen melden. Wat er moet staan, weet alleen u.",
}
_UNSEEN = {"\t": "[tab]", "\N{NO-BREAK SPACE}": "[harde spatie]", "\N{SOFT HYPHEN}": "[afbreekteken]"}


def sections(code: Code) -> tuple[tuple[str, str], ...]:
    """Give what there is to say of a code, each part with its heading."""
    return (
        ("Waar psoh naar kijkt", code.what),
        ("Waarom", code.why),
        ("Wat u doet", code.remedy),
        ("Wat psoh kan doen", _MENDS[code.fix]),
    )


def snippets(code: Code) -> tuple[tuple[str, str], ...]:
    """Give the example that goes wrong and the one that goes well, with every character to be seen."""
    return tuple(
        (title, in_sight(text)) for title, text in ((WRONG, code.wrong), (RIGHT, code.right)) if text
    )


def in_sight(snippet: str) -> str:
    """Write between brackets what nobody can see: a tab, a hard space, a strange end of a line."""
    return "".join(map(_seen, snippet))


def _seen(char: str) -> str:
    if char in {" ", "\n"} or unicodedata.category(char)[0] not in "CZ":
        return char
    return _UNSEEN.get(char, "[onzichtbaar teken]")


def code_meant(word: str) -> str:
    """Find the code, or the code that is no more, that somebody wrote in their own way: `kaart 12`, `Kaart-012`."""
    found = _LIKE_A_CODE.fullmatch(word.strip())
    name = f"{found[1].upper()}{int(found[2]):03d}" if found else ""
    return name if name in CODES or name in RETIRED else ""


def chapter_meant(word: str) -> Chapter | None:
    """Find the chapter of which somebody wrote the prefix."""
    return next((chapter for chapter in CHAPTERS if chapter.prefix == word.strip().upper()), None)


def chapter_near(word: str) -> Chapter | None:
    """Find the chapter that a code which does not exist would be in: `KAART999`, `KART012`."""
    found = _LIKE_A_CODE.fullmatch(word.strip())
    near = closest(found[1], [chapter.prefix for chapter in CHAPTERS], most=1) if found else ()
    return chapter_meant(near[0]) if near else None


def codes_near(word: str) -> tuple[str, ...]:
    """Give the codes with the number that somebody wrote, when only the letters are wrong."""
    found, chapter = _LIKE_A_CODE.fullmatch(word.strip()), chapter_near(word)
    name = f"{chapter.prefix}{int(found[2]):03d}" if found and chapter else ""
    return (name,) if name in CODES else ()
