"""What can be wrong with YAML as text: each cause in plain Dutch, with the remedy."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_nodes import Place
from psoh_cli.files.yaml_scene import replacing
from psoh_cli.problems.fix import Fix


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong, where, what to do about it, and what psoh can put right itself."""

    code: str
    message: str
    hint: str
    place: Place
    fix: Fix | None = None
    width: int = 0
    """How many characters of the line it is about, where that is known."""


def empty() -> Cause:
    """Say that there is nothing in the file."""
    return Cause(
        codes.EMPTY,
        "het bestand is leeg of bevat alleen commentaar",
        "Zet een eerdere versie terug of vul het bestand in.",
        Place(1, 1),
    )


def too_big(*, found: int, allowed: int, unit: str = "tekens") -> Cause:
    """Say that the file has more characters, or bytes, than we read."""
    return Cause(
        codes.TOO_BIG,
        f"het bestand is te groot ({found:_} {unit})".replace("_", "."),
        f"psoh leest hoogstens {allowed:_} {unit}. Is dit het bestand dat u bedoelt?".replace("_", "."),
        Place(1, 1),
    )


def too_deep(place: Place, *, allowed: int) -> Cause:
    """Say that lists and mappings are nested too deep."""
    return Cause(
        codes.TOO_DEEP,
        f"lijsten en velden zijn meer dan {allowed} niveaus diep in elkaar gezet",
        "Controleer of dit het goede bestand is en of het niet beschadigd is.",
        place,
    )


def strange_character(place: Place, *, sign: str) -> Cause:
    """Say that there is a character YAML does not allow, or that nobody can see."""
    return Cause(
        codes.STRANGE_CHARACTER,
        f"hier staat een onzichtbaar of niet toegestaan teken (U+{ord(sign):04X})",
        "Haal het teken weg. Het komt vaak mee met knippen en plakken.",
        place,
    )


def piled_accents(place: Place) -> Cause:
    """Say that so many loose accents stand on one letter that nobody can have meant it."""
    return Cause(
        codes.STRANGE_CHARACTER,
        "op één letter staan hier meer dan dertig losse accenten",
        "Typ de letter opnieuw, met hoogstens één accent.",
        place,
    )


def tab(place: Place, *, is_in_front: bool) -> Cause:
    """Say that there is a tab: in front of a line, where its width counts, or between a key and its value."""
    where = "vooraan deze regel staat een tab" if is_in_front else "op deze regel staat een tab"
    hint = (
        "Vervang de tab door spaties (twee per niveau)." if is_in_front else "Vervang de tab door een spatie."
    )
    mended, does = ("  ", "schrijf twee spaties") if is_in_front else (" ", "schrijf een spatie")
    return Cause(
        codes.TAB,
        f"{where}; YAML gebruikt alleen spaties",
        hint,
        place,
        replacing(
            place.line,
            first=place.column,
            until=place.column + 1,
            text=mended,
            does=does,
            is_safe=not is_in_front,
        ),
    )


def several_documents(place: Place) -> Cause:
    """Say that a second document begins."""
    return Cause(
        codes.SEVERAL_DOCUMENTS,
        "hier begint een tweede document in hetzelfde bestand (---)",
        "Verwijder de regel met --- of verdeel de inhoud over twee bestanden.",
        place,
    )


def double_key(
    place: Place, *, key: str, first_line: int, width: int = 0, begins_item: bool = False
) -> Cause:
    """Say that a key stands in a mapping twice; when it began an item of a list, a dash may be missing."""
    hint = "Verwijder er één, of geef een van de twee een andere naam."
    if begins_item:
        hint = (
            f"Begint hier een nieuw onderdeel? Zet dan in kolom {max(1, place.column - 2)} een streepje en een spatie: "
            f"- {key}: … Anders mag er één weg."
        )
    return Cause(
        codes.DOUBLE_KEY,
        f"het veld '{key}' staat hier twee keer; de eerste keer op regel {first_line}",
        hint,
        place,
        width=width,
    )


def odd_key(place: Place) -> Cause:
    """Say that a key is empty, or a list or mapping."""
    return Cause(
        codes.ODD_KEY,
        "hier hoort de naam van een veld, een gewoon woord met een dubbele punt erachter",
        "Haal het vraagteken, de haken of de losse dubbele punt weg, of zet de naam tussen aanhalingstekens.",
        place,
    )


def anchor(place: Place, *, text: str) -> Cause:
    """Say that a value begins with & or *."""
    return Cause(
        codes.ANCHOR,
        f"de waarde begint met {text[:1]}; in YAML is dat een anker of verwijzing, en de tekst zou verdwijnen",
        f"Zet de waarde tussen aanhalingstekens: {quoted(text)}",
        place,
    )


def tag(place: Place) -> Cause:
    """Say that a value begins with an exclamation mark."""
    return Cause(
        codes.TAG,
        "hier staat een tag (een woord dat met ! begint); psoh gebruikt geen tags",
        "Zet de waarde tussen aanhalingstekens of haal de tag weg.",
        place,
    )


def apostrophe(place: Place, *, text: str) -> Cause:
    """Say that a value begins with an apostrophe."""
    return Cause(
        codes.APOSTROPHE,
        f"de waarde begint met een apostrof ({short(text)}); YAML leest dat als een aanhalingsteken",
        f'Zet de hele waarde tussen dubbele aanhalingstekens: "{short(text)}"',
        place,
    )


def hash_in_value(place: Place, *, kept: str, rest: str) -> Cause:
    """Warn that what stands behind a # is not read."""
    left = f"alleen '{kept}' blijft over" if kept else "er blijft niets over"
    return Cause(
        codes.HASH_IN_VALUE,
        f"na de spatie begint # een commentaar: {left}",
        f"Hoort het erbij, schrijf dan {quoted(f'{kept}{rest}'.strip())}. Is het commentaar, zet dan een spatie na #.",
        place,
    )


def quoted(value: str) -> str:
    """Give a value between the quotes that it does not hold itself."""
    sign = "'" if '"' in value else '"'
    return f"{sign}{short(value)}{sign}"


def short(value: str) -> str:
    """Give a value as it fits in a message."""
    return value if len(value) <= 40 else f"{value[:37]}..."
