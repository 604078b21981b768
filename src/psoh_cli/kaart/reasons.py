"""Why a cell of the coverage is what it is, in one or two plain Dutch sentences."""

from __future__ import annotations

from collections.abc import Mapping

from psoh_cli.dutch import listing, plural
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.entry_terms import USUAL_TERM_MONTHS
from psoh_cli.kaart.kaart import Complete
from psoh_cli.kaart.reach import ORDER, PROFESSIONAL, UNKNOWN_LANGUAGE, Reach
from psoh_cli.vocabulary import Interpreter, ServiceStatus, language_name

_NAMED = 3
_ABOUT = {
    "ketenstap": "de ketenstap",
    "soort_aanbod": "het soort aanbod",
    "interventie": "het programma",
    "ketenpartner": "de ketenpartner",
    "taal": "de taal",
}


def explain(
    reach: Reach,
    *,
    services: tuple[Service, ...],
    language: str,
    declared: Complete | None,
    lapsed: Complete | None = None,
    loose: int = 0,
    not_confirmed: int = 0,
) -> str:
    """Say why a language is reached as it is; `services` are those that give this reach.

    `lapsed` is a declaration that is too old to count, `loose` counts services without a step that might belong
    here, `not_confirmed` those that no longer count.
    """
    name = "een onbekende taal" if language == UNKNOWN_LANGUAGE else language_name(language)
    if reach is Reach.NOTHING and declared is not None:
        declaration = f"De kaart is hiervoor volledig verklaard {_declaration(declared)}."
        return f"Er is geen dienst die dit biedt voor {name}. {declaration}"
    if reach is Reach.UNKNOWN:
        return _explain_unknown(services, name=name, loose=loose, lapsed=lapsed)
    sentence = {
        Reach.OWN_LANGUAGE: f"{name} wordt gesproken bij {name_services(services)}.",
        Reach.INTERPRETER: _explain_interpreter(services, name=name),
        Reach.DUTCH_ENGLISH: f"Zonder {name} en zonder professionele tolk, wel in het Nederlands of Engels: "
        f"{name_services(services)}.",
        Reach.NOT_CONFIRMED: f"Alleen via {name_services(services)}, en dat is niet meer bevestigd binnen de termijn.",
        Reach.NOTHING: f"Er is geen dienst die dit biedt voor {name}.",
    }[reach]
    if not_confirmed and reach is not Reach.NOT_CONFIRMED:
        verb = "is" if not_confirmed == 1 else "zijn"
        sentence += f" Daarnaast {verb} {plural(not_confirmed, 'dienst', 'diensten')} niet meer bevestigd."
    return sentence[:1].upper() + sentence[1:]


def explain_all(per_language: Mapping[str, Reach]) -> str:
    """Say for each way of reaching which languages it is, best first."""
    parts = []
    for reach in ORDER:
        names = [_column_name(code) for code, found in per_language.items() if found is reach]
        if names:
            parts.append(f"{reach.value}: {listing(names)}")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def name_services(services: tuple[Service, ...]) -> str:
    """Name a few services and count the rest."""
    names = [service.name for service in services[:_NAMED]]
    rest = len(services) - len(names)
    if rest:
        names.append(plural(rest, "andere dienst", "andere diensten"))
    return listing(names)


def _explain_interpreter(services: tuple[Service, ...], *, name: str) -> str:
    sentence = f"Niet in het {name}, wel met een professionele tolk bij {name_services(services)}."
    if name == "een onbekende taal":
        sentence = f"Met een professionele tolk bij {name_services(services)}."
    if not any(service.interpreter_languages for service in services):
        sentence += " Voor welke talen staat er niet bij; we rekenen een professionele tolk voor elke taal (afgeleid)."
    return sentence


def too_old(declaration: Complete) -> str:
    """Say that a declaration no longer counts: `de verklaring van de regisseur (mei 2024) is ouder dan …`."""
    day = declaration.day.in_words()
    return f"de verklaring van {declaration.by} ({day}) is ouder dan {USUAL_TERM_MONTHS} maanden (afgeleid)"


def subject_in_words(declaration: Complete) -> str:
    """Say what a declaration is about: `de ketenstap preventie` or `alle onderwerpen`."""
    about = _ABOUT.get(declaration.subject)
    return f"{about} {declaration.value or '(alles)'}" if about else "alle onderwerpen"


def _explain_unknown(services: tuple[Service, ...], *, name: str, loose: int, lapsed: Complete | None) -> str:
    if services:
        what = (
            what_is_missing(services[0])
            if len(services) == 1
            else "niet alles is ingevuld (zoals taal of tolk)"
        )
        verb = "staat" if len(services) == 1 else "staan"
        return f"Wel op de kaart {verb} {name_services(services)}, maar {what}. Of {name} wordt bereikt, is onbekend."
    if loose:
        verb, have = ("hoort", "heeft") if loose == 1 else ("horen", "hebben")
        count = plural(loose, "dienst", "diensten")
        return f"Op de kaart {have} {count} geen ketenstap; of die hier {verb}, is onbekend."
    why = too_old(lapsed) if lapsed else "de kaart is hiervoor niet volledig verklaard"
    return f"Op de kaart staat hiervoor geen dienst voor {name}, en {why}."


def what_is_missing(service: Service) -> str:
    """Say which field leaves it unknown whom a service reaches."""
    if service.status is ServiceStatus.UNKNOWN:
        return "of de dienst nog loopt is niet bekend"
    if not service.languages and service.interpreter not in PROFESSIONAL:
        return "welke taal er wordt gesproken is niet bekend"
    if service.interpreter is Interpreter.UNKNOWN:
        return "of er een tolk is, is niet bekend"
    return "voor welke groep of welk gebied de dienst is, is niet bekend"


def _column_name(code: str) -> str:
    return "taal onbekend" if code == UNKNOWN_LANGUAGE else language_name(code)


def _declaration(declared: Complete) -> str:
    return f"door {declared.by} ({declared.day.in_words()})"
