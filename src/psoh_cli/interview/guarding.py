"""Before a text is saved: what looks like data on a person is asked again, and whoever insists is heard."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.interview.hearing import Asker, StoppedError, TakenBackError, hear
from psoh_cli.privacy.finding import kinds
from psoh_cli.privacy.telling import how_to_allow

LEAVE_OUT, KEEP = "-", "toch"
PROMPT = "Schrijf het anders op (- = weglaten, toch = zo laten staan): "
_HELP = (
    "Schrijf op wat er is gezegd, zonder namen, telefoonnummers en mailadressen, en niets over één persoon.",
    "Bijvoorbeeld niet de naam van iemand, maar de functie: de coördinator van het taalhuis.",
    "- = deze tekst weglaten; uw antwoord zelf blijft staan",
    "toch = de tekst zo bewaren, want hier staat niets over een persoon",
    "stop = stoppen; deze tekst is dan niet bewaard",
)


def nameless(asker: Asker, text: str, *, where: str) -> str | None:
    """Give the text when it names nobody, else what is written instead; None when it is left out.

    `where` is what the text is, such as `uw opmerking`. Raises StoppedError or EOFError: the text is not saved then.
    """
    while found := kinds(text):
        asker.say(f"Let op: in {where} lijkt te staan: {', '.join(found)}. Dit is nog niet bewaard.")
        try:
            line = hear(asker, PROMPT, help_lines=_HELP)
        except TakenBackError:
            line = LEAVE_OUT
        except (StoppedError, EOFError):
            asker.say(f"Niet bewaard: {where}.")
            raise
        if line.casefold() == KEEP:
            for told in kept_anyway(text):
                asker.say(told)
            return text
        if line == LEAVE_OUT:
            return None
        text = line or text
    return text


def kept_anyway(*texts: str) -> Iterator[str]:
    """Say what keeping such a text means, and how the file says that it may stay."""
    yield "psoh check meldt dit als fout, en psoh analyse stopt er dan op."
    yield f"Staat hier echt niets over een persoon? {how_to_allow(*texts)}"
