"""What stands above the questions of a list: what it is for, how it works, and where it goes."""

from __future__ import annotations

from psoh_cli.dutch import plural
from psoh_cli.interview.forms.form import Form
from psoh_cli.interview.forms.sheet import CROSS


def head(form: Form) -> tuple[str, ...]:
    """Say above the questions what this is for, how it works, and where it goes."""
    organization = "" if form.organization in form.role else f", {form.organization}"
    count = plural(len(form.questions), "vraag", "vragen")
    fewer = ", soms minder" if any(item.condition for item in form.questions) else ""
    lines = (
        f"{_FOR_LEADER if form.is_talk else _FOR}: {form.role}{organization}. De lijst heeft {count}{fewer}.",
        f"Waarom: {_why(form)}",
        f"Zo werkt het: {_TALK_HOW if form.is_talk else _HOW}",
        _TALK_UNKNOWN if form.is_talk else _UNKNOWN,
        _TALK_NAMES if form.is_talk else _NAMES,
        _BACK,
        f"Zeg eerst: {form.opening}" if form.opening else "",
    )
    return tuple(filter(None, lines))


_FOR, _FOR_LEADER = "Deze lijst is voor", "Voor wie het gesprek leidt met"
_HOW = (
    "vul de lichte vakken in. Klik op een vak en kies uit de lijst. Passen er meer antwoorden? "
    f"Zet een {CROSS} bij elk antwoord dat past."
)
_TALK_HOW = (
    "stel de vraag open, en vul daarna de lichte vakken in. Schrijf bij Opmerking wat mensen zeggen, in hun woorden. "
    f"Zet een {CROSS} bij elk antwoord dat past. Zegt de groep iets verschillends, kies dan allebei: niemand valt weg."
)
_TALK_UNKNOWN = (
    "Weet niemand het? Kies of typ dan: Weet ik niet. Slaat de groep een vraag over? Laat het vak dan leeg."
)
_UNKNOWN = (
    "Weet u iets niet? Kies of typ dan: Weet ik niet. Gaat een vraag niet over u? Kies of typ dan: Niet van "
    "toepassing. Ook dat helpt ons."
)
_NAMES = "Schrijf geen namen van mensen en geen medische gegevens op, en niets dat over één persoon gaat."
_TALK_NAMES = (
    "Schrijf op wat de groep zegt, en niet wie het zei. Schrijf geen namen op, en niets over iemands ziekte."
)
_BACK = (
    "Klaar? Bewaar dit bestand en stuur het terug aan wie het u stuurde. Stuur het als .xlsx of .ods, niet als pdf of "
    "foto."
)


def _why(form: Form) -> str:
    if form.is_talk:
        return (
            f"de gemeente {form.gemeente} wil van statushouders zelf horen hoe de hulp is. Dit is een lijst voor een "
            "gesprek met een groep. Niemand hoeft te antwoorden."
        )
    return (
        f"de gemeente {form.gemeente} wil weten hoe de psychosociale hulp aan statushouders loopt. U ziet daarvan een "
        "deel dat anderen niet zien. Meedoen is vrijwillig. U mag vragen overslaan."
    )


def title(form: Form) -> str:
    """Name the list."""
    return f"Vragenlijst van de gemeente {form.gemeente}"
