"""The pages of docs/ that are made from the program itself: all help, and all choices with their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from tests.docs.running import told_by
from typer.core import TyperGroup

from psoh_cli import app
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import (
    LANGUAGE_NAMES,
    Access,
    ActionStatus,
    AgeGroup,
    AnswerCertainty,
    ClientCost,
    CostCertainty,
    DecisionKind,
    Interpreter,
    MoneyKind,
    OfferKind,
    Phase,
    ServiceStatus,
    TargetGroup,
    Trained,
)

MADE = "<!-- Gemaakt uit psoh zelf; maak opnieuw met: pytest tests/docs --update-golden -->"

_FIXED: tuple[tuple[str, type[StrEnum]], ...] = (
    ("sociale-kaart.yaml: soort_aanbod", OfferKind),
    ("sociale-kaart.yaml: doelgroepen", TargetGroup),
    ("sociale-kaart.yaml: tolkinzet", Interpreter),
    ("sociale-kaart.yaml: toegang", Access),
    ("sociale-kaart.yaml: kosten_client", ClientCost),
    ("sociale-kaart.yaml: cultuursensitief_getraind", Trained),
    ("sociale-kaart.yaml: status", ServiceStatus),
    ("gemeente.yaml: leeftijd", AgeGroup),
    ("interviews: zekerheid", AnswerCertainty),
    ("plan.yaml: soort van een besluit", DecisionKind),
    ("plan.yaml: status van een besluit", ActionStatus),
    ("plan.yaml: fase", Phase),
    ("plan.yaml: zekerheid van kosten", CostCertainty),
    ("plan.yaml: soort van kosten", MoneyKind),
)


def command_words() -> Iterator[tuple[str, ...]]:
    """Yield every command as its words, groups before what is in them; the first is psoh itself."""
    yield ()
    for name in app.COMMANDS:
        yield (name,)
        command = app.load_command(name)
        if isinstance(command, TyperGroup):
            for below in command.commands:
                yield (name, below)


def commands_page() -> str:
    """Write the help of every command, as it reads on a screen of 80 columns."""
    parts = [MADE, "# Opdrachten", "De hulp van elke opdracht, zoals psoh die zelf toont."]
    for words in command_words():
        heading = " ".join(("psoh", *words))
        text = told_by([*words, "--help"]).rstrip("\n")
        parts += [f"## {heading}", f"```text\n{text}\n```"]
    return joined(parts)


def choices_page(catalogue: Catalogue) -> str:
    """Write every list from which a field of a dossier is chosen: the value to write, and what it means."""
    named = (
        ("sociale-kaart.yaml: ketenpartner; plan.yaml: trekker", catalogue.partner_types),
        ("sociale-kaart.yaml: ketenstappen", catalogue.chain_steps),
        ("sociale-kaart.yaml: iasc_laag", catalogue.layers),
        ("sociale-kaart.yaml: pijlers; plan.yaml: pijler", catalogue.pillars),
        ("sociale-kaart.yaml: interventies", catalogue.interventions),
        ("interviews: groep", catalogue.groups),
        ("plan.yaml: financiering", catalogue.funding_sources),
        ("plan.yaml: indicator", catalogue.indicators),
    )
    lists = [(title, [(item.id, item.name) for item in items]) for title, items in named]
    cultural = [(item.id, item.criterion) for item in catalogue.cultural_criteria]
    practices = [(item.id, item.title) for item in catalogue.practices]
    lists += [
        ("sociale-kaart.yaml: cultuursensitief", cultural),
        ("plan.yaml: praktijken en gekozen_praktijk", practices),
        ("gemeente.yaml en sociale-kaart.yaml: taal, talen en tolktalen", list(LANGUAGE_NAMES.items())),
    ]
    parts = [
        MADE,
        "# Keuzelijsten",
        f"Wat u schrijft waar psoh een vaste keuze verwacht. Kennisversie {catalogue.version}.",
        "Meer over een id: `psoh uitleg`, met het id erachter.",
    ]
    for title, rows in lists:
        parts += [
            f"## {title}",
            table(("schrijf", "betekenis"), [(f"`{value}`", label) for value, label in rows]),
        ]
    for title, words in _FIXED:
        parts += [f"## {title}", ", ".join(f"`{word.value}`" for word in words)]
    return joined(parts)


def table(headers: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Write a table."""
    lines = [headers, tuple("---" for _ in headers), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def joined(parts: Iterable[str]) -> str:
    """Put the parts of a page below one another."""
    return "\n\n".join(parts) + "\n"
