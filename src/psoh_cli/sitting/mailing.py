"""The mail that goes along with a question list: what it is for, what it takes, who reads it, and how it comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from psoh_cli.dutch import date_in_words, plural
from psoh_cli.interview.forms.form import Form
from psoh_cli.sitting.sending import Sent
from psoh_cli.vocabulary import InterviewForm

MINUTES_PER_QUESTION = 1.5
MINUTES_PER_TALK_QUESTION = 6.0
"""Our own estimates: nobody measured how long people take."""
ESTIMATED = "De tijd in de mail is afgeleid uit het aantal vragen; verander die gerust."


def mails(sent: Sequence[Sent], *, back_before: date | None) -> tuple[tuple[tuple[Form, ...], str], ...]:
    """Write the mails, each once, with those to whom it goes."""
    found: dict[str, list[Form]] = {}
    for item in sent:
        found.setdefault(mail(item, back_before=back_before), []).append(item.form)
    return tuple((tuple(forms), text) for text, forms in found.items())


def mail(sent: Sent, *, back_before: date | None) -> str:
    """Write the mail for one list; the sender fills in who it is from."""
    lines = _to_leader(sent) if sent.form.is_talk else _to_partner(sent)
    when = date_in_words(back_before) if back_before else "[datum]"
    return "\n".join((*lines, f"Wilt u de lijst terugsturen vóór {when}?", "", *_END))


def minutes(form: Form) -> int:
    """Reckon about how long a list takes, in steps of five minutes."""
    each = MINUTES_PER_TALK_QUESTION if form.is_talk else MINUTES_PER_QUESTION
    return max(5, 5 * round(len(form.questions) * each / 5))


_END = ("Met vriendelijke groet,", "[uw naam en functie]")
_READ_BY = (
    "Wie leest dit? De adviseur van de gemeente. In een verslag staat een antwoord bij een groep, zoals "
    "huisartsenpraktijken, en niet bij uw naam of functie. Opmerkingen en eigen woorden staan in geen verslag."
)
_USED_FOR = (
    "Wat gebeurt ermee? De gemeente legt alle antwoorden naast elkaar en bespreekt de uitkomst met een klankbordgroep. "
    "Daarna maakt zij een plan."
)


def _to_partner(sent: Sent) -> Iterator[str]:
    form = sent.form
    yield f"Onderwerp: Uw kijk op de hulp aan statushouders in {form.gemeente}"
    yield ""
    yield "Beste lezer,"
    yield ""
    yield f"De gemeente {form.gemeente} wil weten hoe de psychosociale hulp aan statushouders loopt."
    yield f"U ziet daarvan een deel dat anderen niet zien. Daarom sturen wij u een vragenlijst met {_count(form)}."
    yield f"Invullen kost ongeveer {minutes(form)} minuten."
    yield ""
    yield _how(sent.shape)
    yield ""
    yield "Meedoen is vrijwillig. U mag vragen overslaan. Weet ik niet is ook een antwoord."
    yield "Noem geen namen van mensen en schrijf geen medische gegevens op."
    yield _READ_BY
    yield _USED_FOR
    yield ""


def _to_leader(sent: Sent) -> Iterator[str]:
    form = sent.form
    yield f"Onderwerp: Een gesprek met statushouders in {form.gemeente}"
    yield ""
    yield "Beste gespreksleider,"
    yield ""
    yield f"De gemeente {form.gemeente} wil van statushouders zelf horen hoe de hulp bij stress en verdriet is."
    yield f"Wilt u dat gesprek leiden? In de bijlage staan {_count(form)}. Reken op ongeveer {minutes(form)} minuten."
    yield ""
    yield "Stel de vragen open. Schrijf op wat de groep zegt, en niet wie het zei."
    yield "Zeggen mensen iets verschillends? Schrijf dan allebei op. Schrijf ook op hoeveel mensen meededen."
    yield "Niemand hoeft mee te doen of te antwoorden. Vraag niet naar iemands eigen klachten of verleden."
    yield "Noem geen namen van mensen en schrijf geen medische gegevens op."
    yield ""
    yield _how(sent.shape)
    yield ""
    yield "Wie leest dit? De adviseur van de gemeente. In een verslag staat alleen wat statushouders samen zeiden."
    yield _USED_FOR
    yield ""


def _count(form: Form) -> str:
    return plural(len(form.questions), "vraag", "vragen")


def _how(shape: InterviewForm) -> str:
    if shape is InterviewForm.HTML:
        return (
            "Bewaar de bijlage op uw computer, open die in uw browser en vul de lijst in. Kies daarna ‘Bewaar uw "
            "antwoorden’, en mail het bestand dat u dan krijgt (.json) terug."
        )
    if shape is InterviewForm.DOCX:
        return (
            "Open de bijlage in Word of LibreOffice, vul de lijst in, bewaar het bestand en mail het terug. Printen en "
            "met de pen invullen mag ook."
        )
    return "Open de bijlage in Excel of LibreOffice, vul de lichte vakken in, bewaar het bestand en mail het terug."
