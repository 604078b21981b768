"""The codes of what can be wrong with how the knowledge asks: for whom, how much, and in which words."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

CODES = (
    Code(
        code="KENNIS030",
        severity=Severity.ERROR,
        title="Vragen per keuze die niet kunnen",
        what="Een vraag wil bij elke keuze nog iets weten, maar is geen meerkeuze, of wat zij wil weten past niet bij "
        "één antwoord.",
        why="Een informant die vijf partners kiest, antwoordt dat vijf keer. Dat lukt alleen met korte vragen.",
        remedy="Gebruik per_keuze alleen bij meerkeuze, met hoogstens drie vragen waarop één antwoord past.",
        wrong="- id: hoe-vaak\n  tekst: Hoe vaak is dat?\n  soort: meerkeuze",
        right="- id: hoe-vaak\n  tekst: Hoe vaak is dat?\n  soort: tekst",
    ),
    Code(
        code="KENNIS031",
        severity=Severity.ERROR,
        title="Groep op de verkeerde plek bij een vraag",
        what="Bij ook_van staat een groep die de vraag al krijgt, of bij doet_zelf een groep die de vraag niet krijgt.",
        why="Een groep krijgt een vraag wel of niet. Wie het werk zelf doet, kan er het meest over vertellen.",
        remedy="Zet de groep bij informanten, of alleen bij ook_van als haar lijst te lang wordt.",
        wrong="informanten: [gemeente, begeleiding]\nook_van: [begeleiding]",
        right="informanten: [gemeente]\nook_van: [begeleiding]",
    ),
    Code(
        code="KENNIS032",
        severity=Severity.ERROR,
        title="Vragen die niet naast elkaar passen",
        what="Een vraag aan statushouders noemt bij naast een vraag waarop niet hetzelfde te antwoorden is.",
        why="Het rapport zet de antwoorden naast elkaar. Dat kan alleen als ja bij beide hetzelfde betekent.",
        remedy="Noem bij naast alleen vragen aan anderen met ja, deels of nee, waarbij ja hetzelfde betekent.",
        wrong="naast: [tolk-betaler]",
        right="naast: [tolk-nodig]",
    ),
    Code(
        code="KENNIS033",
        severity=Severity.WARNING,
        title="Vragenlijst die te lang of te kort is",
        what="Een groep informanten krijgt meer of minder vragen dan bij die groep staat. De grenzen zijn afgeleid.",
        why="Een lange lijst maakt bijna niemand af. Een te korte lijst laat te veel onbekend.",
        remedy="Haal de groep weg bij vragen waar zij weinig over kan zeggen, en noem haar daar bij ook_van.",
        wrong="minstens: 1\nhoogstens: 3",
        right="minstens: 1\nhoogstens: 4",
    ),
    Code(
        code="KENNIS034",
        severity=Severity.WARNING,
        title="Zin die moeilijk leest",
        what="Een zin die informanten lezen is lang, of gebruikt een lang of moeilijk woord of een afkorting zonder "
        "uitleg. De grenzen zijn afgeleid.",
        why="Niet iedereen leest makkelijk. Wie de vraag niet begrijpt, geeft een antwoord dat niets zegt.",
        remedy="Maak de zin korter en gebruik gewone woorden, of leg een vakwoord uit in woordenlijst.yaml.",
        wrong="tekst: Wie betaalt de tolk indien dat nodig is?",
        right="tekst: Wie betaalt de tolk als dat nodig is?",
    ),
)
