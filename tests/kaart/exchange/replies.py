"""How partners answer a mail: behind an arrow, beneath it, quoted, wrapped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.kaart.exchange.full_kaart import KNOWN

from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.exchange.confirmation.form import Form, make_form
from psoh_cli.kaart.exchange.confirmation.incoming_answers import Answered, to_batch
from psoh_cli.kaart.exchange.confirmation.mail import write_mail
from psoh_cli.kaart.exchange.confirmation.mail_reading import read_mail
from psoh_cli.kaart.exchange.confirmation.told import Told
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.kaart import KaartFile

MADE_ON = date(2026, 11, 21)
ANSWERED = Answered(day=date(2026, 11, 25), role="beheerder", is_told=True)


def form_of(kaart: KaartFile, *, organization: str = "huis") -> Form:
    return make_form(kaart, organization=organization, gemeente="Dordrecht", known=KNOWN, made_on=MADE_ON)


def number_of(form: Form, key: str, *, of: str = "dienst") -> str:
    """Give the number of a question."""
    return next(
        line.number for part in form.parts if part.id == of for line in part.lines if line.ask.key == key
    )


def answered(mail: str, answers: Mapping[str, str], *, beneath: bool = False) -> str:
    """Write answers behind the arrow of a question, or on a line of their own beneath it."""
    lines = mail.splitlines()
    for number, answer in answers.items():
        start = next(at for at, line in enumerate(lines) if line.lstrip(">| ").startswith(f"{number} "))
        arrow = next(at for at in range(start, len(lines)) if lines[at].rstrip().endswith("=>"))
        if beneath:
            lines.insert(arrow + 1, answer)
        else:
            lines[arrow] += f" {answer}"
    return "\n".join(lines) + "\n"


def quoted(mail: str, *, sign: str = "> ") -> str:
    return "".join(f"{sign}{line}".rstrip() + "\n" for line in mail.splitlines())


def batch_of(told: Told, kaart: KaartFile, *, when: Answered = ANSWERED) -> Batch:
    return to_batch(told, own=kaart, known=KNOWN, answered=when)


def reply(
    kaart: KaartFile, answers: Mapping[str, str], *, of: str = "dienst", beneath: bool = False
) -> Batch:
    """Ask about an entry and read the answers back; questions by their key, `alles` is whether all of it holds."""
    form = form_of(kaart)
    part = next(part for part in form.parts if part.id == of)
    numbers = {
        f"{part.number}.0" if key == "alles" else number_of(form, key, of=of): answer
        for key, answer in answers.items()
    }
    return batch_of(read_mail(answered(write_mail(form), numbers, beneath=beneath), name="mail.txt"), kaart)


def only_service(kaart: KaartFile) -> Service:
    (found,) = kaart.services
    return found
