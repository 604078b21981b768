"""Ages, waiting times, capacity, counts and yes or no, as people write them in a cell."""

from __future__ import annotations

import re
from datetime import date, datetime

from psoh_cli.kaart.exchange.sheet.reading import EMPTY, Reading, is_no_value, one_line, taken, unclear
from psoh_cli.kaart.exchange.sheet.synonyms import by_word
from psoh_cli.near_misses import number_meant, yes_or_no_meant
from psoh_cli.problems.meant import bare
from psoh_cli.workbooks.raw_sheet import Cell, shown

_TO = r"\s*(?:-|–|—|t/?m\.?|tot en met|tot|/)\s*"
_YEARS = r"\s*(?:jaar|jarigen?|jr\.?|j\.?)?"
_BETWEEN = re.compile(rf"(?:van |tussen |leeftijd |ca\.? )?(\d{{1,3}}){_YEARS}{_TO}(\d{{1,3}}){_YEARS}")
_FROM = re.compile(
    rf"(?:vanaf |v\.?a\.? |> ?=? ?|≥ ?)(\d{{1,3}}){_YEARS}"
    rf"|(\d{{1,3}}){_YEARS}(?: ?\+| en ouder| of ouder| e\.o\.?| plus)"
)
_UP_TO = re.compile(
    rf"(?:t/?m|tot en met|tot|onder(?: de)?|jonger dan|max\.?(?:imaal)?|< ?=?) ?(\d{{1,3}}){_YEARS}"
)
_BEFORE_BOUND = re.compile(r"(?:^|\d\s*(?:jaar)?\s*)(?:tot(?! en met)|onder|jonger dan|<(?!\s*=))\s*\d")
_BESIDE = re.compile(r"\s*\([^)]*\)$")
_OLDEST = 120

_ABOUT = re.compile(r"ca\b|circa|ongeveer|±|~")
_WEEKS = re.compile(r"(?:ca\.? |circa |ongeveer |±|~)?\s*(\d{1,3})(?:[.,]0)?\s*(?:weken|week|wkn?\.?|w)?")
_RANGE_OF_WEEKS = re.compile(
    rf"(?:ca\.? |circa |ongeveer |tussen )?(\d{{1,3}})(?: weken)?(?:{_TO}| en | à )"
    r"(\d{1,3})\s*(?:weken|week|wkn?\.?)?"
)
_MONTHS = re.compile(r"(\d{1,2})\s*(?:maanden|maand|mnd\.?)")
_NO_WAITING = frozenset(
    {"geen", "nee", "direct", "geen wachttijd", "geen wachtlijst", "meteen", "direct plek", "n", "nul"}
)
_CLOSED = re.compile(r"aanmeldstop|cliëntenstop|patiëntenstop|\bvol\b|\bstop\b|gesloten", re.IGNORECASE)

_PER = re.compile(
    r"(\d{1,6})\s*(?:plaatsen|plekken|personen|deelnemers|mensen|cliënten)?\s*"
    r"(?:per|/|in een)\s*(week|maand|kwartaal|jaar|groep)"
)
_AT_ONCE = re.compile(
    r"(\d{1,6})\s*(?:plaatsen|plekken|personen|deelnemers)?\s*(?:tegelijk(?:ertijd)?|gelijktijdig)"
)


def read_age(cell: Cell) -> Reading:
    """Read ages in years: `18+`, `12 t/m 17 jaar`, `tot 18`."""
    if isinstance(cell, datetime | date):
        return _became_date(cell, "leeftijden")
    text = one_line(shown(cell)).casefold()
    if is_no_value(text):
        return EMPTY
    group = by_word("doelgroepen").get(bare(text))
    if group:
        return taken("doelgroepen", [group])
    return age_in(text) or unclear("dit is geen leeftijd", "Schrijf bijvoorbeeld 18+, 12-17 of 65 en ouder.")


def age_in(text: str) -> Reading | None:
    """Read ages where a text holds nothing else; None when it is no age."""
    whole, text = text, _BESIDE.sub("", text).removeprefix("leeftijd ").strip(" .:")
    between, above, below = _BETWEEN.fullmatch(text), _FROM.fullmatch(text), _UP_TO.fullmatch(text)
    if between:
        lowest, highest = int(between[1]), int(between[2])
    elif above:
        lowest, highest = int(above[1] or above[2]), None
    elif below:
        lowest, highest = None, int(below[1])
    else:
        return None
    note = f"van '{whole}' is alleen de leeftijd gelezen." if _BESIDE.search(whole) else ""
    if highest is not None and highest > 0 and _BEFORE_BOUND.search(text):
        note = f"{note} '{text}' is gelezen als: tot en met {highest - 1} jaar.".strip()
        highest -= 1
    if max(lowest or 0, highest or 0) > _OLDEST or (highest is not None and (lowest or 0) > highest):
        return unclear(
            "deze leeftijden kunnen niet", "Schrijf de laagste leeftijd eerst, bijvoorbeeld 12-17."
        )
    values = {"leeftijd.van": lowest, "leeftijd.tot": highest}
    return Reading(values={key: value for key, value in values.items() if value is not None}, note=note)


def read_waiting(cell: Cell) -> Reading:
    """Read a waiting time in whole weeks; of a range or months only the writer can tell which number holds."""
    if isinstance(cell, datetime | date):
        return _became_date(cell, "weken")
    text = one_line(shown(cell)).casefold().strip(" .")
    if is_no_value(text):
        return EMPTY
    if text in _NO_WAITING:
        return taken("wachttijd.weken", 0)
    match = _WEEKS.fullmatch(text)
    if match:
        about = f"'{text}' is gelezen als {match[1]} weken, zonder 'ongeveer'." if _ABOUT.match(text) else ""
        return taken("wachttijd.weken", int(match[1]), note=about)
    spread = _RANGE_OF_WEEKS.fullmatch(text)
    if spread:
        return unclear(
            f"hier staat {spread[1]} tot {spread[2]} weken; de kaart houdt één aantal bij",
            f"Kies één getal. Met {spread[2]} belooft de kaart niet te veel.",
        )
    months = _MONTHS.fullmatch(text)
    if months:
        weeks = round(int(months[1]) * 52 / 12)
        return unclear(
            "de kaart telt de wachttijd in weken", f"Schrijf het aantal weken: {weeks}, of wat het echt is."
        )
    if _CLOSED.search(text):
        return unclear(
            "dit lijkt een aanmeldstop, zonder aantal weken",
            "Zet het aantal weken in deze kolom, en ja in een kolom Aanmeldstop.",
        )
    return unclear("dit is geen aantal weken", "Schrijf alleen het aantal weken, bijvoorbeeld 6.")


def read_capacity(cell: Cell) -> Reading:
    """Read for how many people there is a place, in which period."""
    text = one_line(shown(cell)).casefold().strip(" .")
    if is_no_value(text):
        return EMPTY
    per, at_once = _PER.fullmatch(text), _AT_ONCE.fullmatch(text)
    if per:
        return Reading(values={"capaciteit.plaatsen": int(per[1]), "capaciteit.per": per[2]})
    if at_once:
        return Reading(values={"capaciteit.plaatsen": int(at_once[1]), "capaciteit.per": "gelijktijdig"})
    return unclear(
        "dit zegt niet hoeveel plaatsen er zijn en per wanneer", "Schrijf bijvoorbeeld: 12 per kwartaal."
    )


def read_group_size(cell: Cell) -> Reading:
    """Read how many people fit in one group."""
    found = number_meant(
        one_line(shown(cell)).casefold().removeprefix("max ").removeprefix("max. "), unit="deelnemers"
    )
    if is_no_value(one_line(shown(cell))):
        return EMPTY
    if found is None or not found.text:
        return unclear("dit is niet één aantal deelnemers", "Schrijf het hoogste aantal, bijvoorbeeld 12.")
    return Reading(values={"capaciteit.plaatsen": int(found.text), "capaciteit.per": "groep"})


def read_count(key: str, cell: Cell, *, most: int | None) -> Reading:
    """Read a whole number."""
    if isinstance(cell, datetime | date):
        return _became_date(cell, "getallen")
    text = one_line(shown(cell)).casefold()
    if is_no_value(text):
        return EMPTY
    found = number_meant(text, unit="maanden") or number_meant(text, unit="weken")
    if found is None or not found.text:
        return unclear("dit is niet één heel getal", "Schrijf alleen cijfers, bijvoorbeeld 12.")
    if most is not None and int(found.text) > most:
        return unclear(f"dit is te groot; de grens is {most}", "Kijk of dit getal klopt.")
    return taken(key, int(found.text))


def read_yes_no(key: str, cell: Cell) -> Reading:
    """Read yes or no; a dash or a question mark says that nobody knows."""
    if isinstance(cell, bool):
        return taken(key, "ja" if cell else "nee")
    text = one_line(shown(cell))
    if is_no_value(text):
        return EMPTY
    meant = yes_or_no_meant(text)
    if meant is None or not meant.text:
        return unclear("dit is geen ja of nee", "Schrijf ja of nee, en de rest in een kolom Toelichting.")
    return taken(key, meant.text)


def _became_date(cell: date, what: str) -> Reading:
    """Say that a spreadsheet made a date of `12-17` or `4-6`."""
    return unclear(
        f"Excel heeft hier een datum van gemaakt ({cell.day}-{cell.month}-{cell.year}); "
        f"welke {what} er stonden, is weg",
        "Zet de cel op 'Tekst' en vul de waarde opnieuw in.",
    )
