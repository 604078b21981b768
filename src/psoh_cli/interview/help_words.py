"""Everything one can type, told under `?`: at a question, at a line of free text, and when looking all over."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.interview.directions import SLASH
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerKind

_AT_THIS_QUESTION = (
    "? = uitleg bij de vraag, ?? = dit overzicht",
    "< = terug naar de vorige vraag (uw antwoorden blijven staan)",
    "Enter = het antwoord dat er al staat laten staan",
    "> = de rest van dit thema overslaan; dat kan later nog",
    "! tekst = een opmerking bij deze vraag; achter een antwoord mag ook: 1 ! tekst",
    "! - = de opmerking bij deze vraag weghalen",
    "~ = u twijfelt. Zet het achter uw antwoord: 1 ~ of: 1 ~ redelijk zeker",
    "~ - = weghalen hoe zeker het antwoord is",
    "w = weet ik niet, nvt = niet van toepassing",
)
_DETAILS = "aanvullen = per antwoord iets toevoegen of wijzigen"
_THROUGH_THE_LIST = (
    "naar 12 = naar vraag 12; naar thema 5 kan ook, of naar met het begin van de naam",
    "zoek tolk = de vragen waarin dit woord staat",
    "open = welke vragen nog open zijn",
    "overzicht = per thema hoe ver u bent, en hoe lang de rest ongeveer duurt",
    "nakijken = al uw antwoorden, en ze wijzigen",
)
_GOING_ON = (
    "verder = naar de eerste vraag die nog open is",
    "stop = stoppen; alles wat u hebt beantwoord, is bewaard",
)
_IN_WORDS = (
    "Bij deze vraag begint een opdracht met een schuine streep. Een woord zonder streep is uw antwoord. "
    "Is uw antwoord precies een van de woorden stop, verder, terug of uitleg? Zet er dan een punt achter."
)
OTHER_HELP = (
    "U koos een antwoord dat niet in de lijst staat. Typ in een paar woorden wat u bedoelt, zonder namen.",
    "w = dat weet ik niet; dan staat alleen het antwoord er",
    "< = een ander antwoord kiezen",
    "stop = stoppen; dit antwoord is dan nog niet bewaard",
)
REMARK_HELP = (
    "Een opmerking komt bij het antwoord te staan. Schrijf geen namen en geen medische gegevens.",
    "- = de opmerking die er staat weghalen",
    "< of Enter = geen opmerking maken",
    "stop = stoppen",
)
MORE_HELP = (
    "Uw antwoord op de vraag zelf is al bewaard. Dit hoeft niet: sla gerust over wat u niet weet.",
    "Enter = overslaan, of laten staan wat er al staat",
    "- = weghalen wat er staat",
    "< = terug naar de vorige aanvulling, en daarna naar de vraag zelf",
    "> = de rest van de aanvullingen overslaan",
    "w = weet ik niet, nvt = niet van toepassing",
    "stop = stoppen; wat u hebt ingevuld, is bewaard",
)
REVIEW_HELP = (
    "Hier kijkt u alles na. Elk antwoord is al bewaard.",
    "Het nummer van een vraag = dat antwoord wijzigen",
    "thema 5, of het begin van de naam = de antwoorden van dat thema laten zien",
    "zoek tolk = de vragen en antwoorden waarin dit woord staat",
    "lijst = alle antwoorden nog eens laten zien",
    "open = welke vragen nog open zijn",
    "overzicht = per thema hoe ver u bent",
    "verder = de vragen beantwoorden die nog open zijn",
    "< = terug naar de laatste vraag",
    "klaar of stop = het gesprek afsluiten",
)
DONT_KNOW_KEYS = ("w", "weet niet", "weet ik niet", "weet-niet")


def commands_help(question: Question) -> Iterator[str]:
    """Tell everything one can type at this question."""
    in_words = question.kind is AnswerKind.TEXT
    yield from _AT_THIS_QUESTION
    if question.details:
        yield _DETAILS
    for line in _THROUGH_THE_LIST:
        yield f"{SLASH}{line}" if in_words else line
    yield from _GOING_ON
    if in_words:
        yield _IN_WORDS
