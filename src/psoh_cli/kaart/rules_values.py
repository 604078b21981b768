"""Rules of the kaart about values that cannot be, or should not stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.dutch import PartialDate, euros, slug
from psoh_cli.kaart.entries import Contact, Service
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.kaart.subject import Subject
from psoh_cli.privacy import Trace, traces
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import ClientCost, Interpreter

_WITHOUT_INTERPRETER = frozenset({Interpreter.NONE, Interpreter.UNKNOWN})

_FUNCTIONS = frozenset({
    "aanmelden", "aanmelding", "aanmeldingen", "aanvraag", "administratie", "advies", "afdeling", "balie",
    "bestuur", "bureau", "centraal", "centrum", "client", "clienten", "contact", "coordinatie", "coordinator",
    "cursus", "cursussen", "frontoffice", "gebiedsteam", "gemeente", "gezin", "gezondheid", "ggd", "ggz",
    "helpdesk", "hulp", "inburgering", "info", "informatie", "inloop", "intake", "jeugd", "jeugdteam",
    "klant", "klantcontact", "klantenservice", "loket", "maatje", "maatjes", "mail", "nieuwkomers", "noord",
    "onthaal", "ontvangst", "oost", "planning", "post", "praktijk", "project", "receptie", "regio", "school",
    "secretariaat", "service", "servicepunt", "sociaal", "statushouders", "steunpunt", "support", "taal",
    "taalhuis", "team", "tolk", "training", "verwijzing", "verwijzingen", "vluchtelingen", "vraag", "vragen",
    "vrijwilliger", "vrijwilligers", "welzijn", "werk", "west", "wijk", "wijkteam", "zorg", "zorgcentrale",
    "zorgloket", "zuid",
})  # fmt: skip
_TWO_WORDS = re.compile(r"([a-z]+)[._-](?:(?:van|de|der|den|el|al|ten|ter)[._-]?)*([a-z]+)")


def dates_have_been(subject: Subject) -> Iterator[Problem]:
    """KAART003: nothing was confirmed, measured or declared after the day we look from."""
    for path, entry in subject.entries():
        yield from _future(subject, (*path, "gecontroleerd_op"), entry.assured_date)
        if isinstance(entry, Service) and entry.waiting is not None:
            yield from _future(subject, (*path, "wachttijd", "gemeten_op"), entry.waiting.measured_on)
    for index, declaration in enumerate(subject.kaart.complete):
        yield from _future(subject, ("volledig_voor", index, "datum"), declaration.day)


def free_costs_nothing(subject: Subject) -> Iterator[Problem]:
    """KAART014: what is free has no price."""
    for path, service in subject.services():
        if service.cost is ClientCost.FREE and service.cost_amount:
            yield subject.problem(
                "KAART014",
                (*path, "kosten_bedrag"),
                f"dienst '{service.id}' is gratis en kost toch {euros(service.cost_amount)}",
            )


def interpreter_languages_need_interpreter(subject: Subject) -> Iterator[Problem]:
    """KAART015: languages of an interpreter stand beside an interpreter."""
    for path, service in subject.services():
        if service.interpreter_languages and service.interpreter in _WITHOUT_INTERPRETER:
            yield subject.problem(
                "KAART015",
                (*path, "tolktalen"),
                f"dienst '{service.id}' noemt tolktalen, maar tolkinzet is '{service.interpreter.value}'",
            )


def contact_is_no_person(subject: Subject) -> Iterator[Problem]:
    """KAART017: a contact is a function with a shared mailbox and a public number."""
    for path, entry in subject.entries():
        if entry.contact is not None:
            own = set(slug(f"{entry.name} {entry.id}").split("-"))
            yield from _personal(subject, (*path, "contact"), entry.contact, own=own)


def area_codes_are_codes(subject: Subject) -> Iterator[Problem]:
    """KAART021: what looks like the code of a gemeente is one."""
    for path, service in subject.services():
        for index, area in enumerate(service.service_area):
            looks_like_code = area.strip().isdecimal() or re.fullmatch(r"(?i)gm[ -]?\d*", area.strip())
            if looks_like_code and not is_gemeente_code(area):
                yield subject.problem(
                    "KAART021",
                    (*path, "werkgebied", index),
                    f"'{area}' lijkt een gemeentecode, maar is het niet",
                )


def texts_name_no_person(subject: Subject) -> Iterator[Problem]:
    """KAART022: free text holds no number that belongs to a person."""
    for path, entry in subject.entries():
        texts = {"toelichting": entry.remark, "gecontroleerd_door": entry.assurer}
        if isinstance(entry, Service):
            texts |= {
                "aanbod": entry.description,
                "verwijsroute": entry.referral,
                "uitsluitcriteria": entry.exclusion,
            }
        for key, text in texts.items():
            for trace in traces(text or ""):
                yield subject.problem("KAART022", (*path, key), f"in '{key}' lijkt {trace.value} te staan")


RULES = (
    dates_have_been,
    free_costs_nothing,
    interpreter_languages_need_interpreter,
    contact_is_no_person,
    area_codes_are_codes,
    texts_name_no_person,
)


def _future(subject: Subject, path: Path, day: PartialDate | None) -> Iterator[Problem]:
    if day is not None and subject.as_of is not None and day.first_day() > subject.as_of:
        yield subject.problem("KAART003", path, f"{day.in_words()} ligt in de toekomst")


def _personal(subject: Subject, path: Path, contact: Contact, *, own: set[str]) -> Iterator[Problem]:
    if contact.phone and Trace.MOBILE in traces(contact.phone):
        yield subject.problem(
            "KAART017",
            (*path, "telefoon"),
            f"{contact.phone} is een mobiel nummer, misschien van één persoon",
        )
    if contact.email and _is_personal_mailbox(contact.email, own=own):
        yield subject.problem(
            "KAART017", (*path, "email"), f"{contact.email} lijkt het adres van één persoon"
        )


def _is_personal_mailbox(email: str, *, own: set[str]) -> bool:
    """Tell whether a mailbox is called after a person: two words that are no function and not the organization."""
    mailbox = email.partition("@")[0].casefold()
    words = _TWO_WORDS.fullmatch(mailbox)
    if words is None:
        return False
    domain = set(slug(email.partition("@")[2]).split("-"))
    return not any(word in _FUNCTIONS | own | domain for word in words.groups())
