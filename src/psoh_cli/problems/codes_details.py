"""The codes of what an interview says about each choice (`per_keuze`)."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

_WHY = "Bij sommige vragen vraagt psoh per gekozen antwoord iets meer, bijvoorbeeld hoe het met elke partner gaat. "

CODES = (
    Code(
        code="INTERVIEW030",
        severity=Severity.ERROR,
        title="Onbekende keuze bij per_keuze",
        what="Onder per_keuze staat een keuze die de vraag niet heeft.",
        why=_WHY + "Van een keuze die niet bestaat, weet niemand waar hij over gaat.",
        remedy="Schrijf de keuze zoals zij bij antwoord staat, of haal haar weg.",
        wrong="per_keuze:\n  temup:",
        right="per_keuze:\n  teamup:",
    ),
    Code(
        code="INTERVIEW031",
        severity=Severity.ERROR,
        title="Onbekende aanvulling bij per_keuze",
        what="Onder een keuze staat iets dat bij deze vraag niet per keuze wordt gevraagd.",
        why=_WHY + "Wat niet is gevraagd, leest niemand terug.",
        remedy="Verbeter de naam, of zet wat er staat in een opmerking.",
        wrong="teamup:\n  loopt: ja",
        right="teamup:\n  loopt-nu: ja",
    ),
    Code(
        code="INTERVIEW032",
        severity=Severity.ERROR,
        title="Waarde past niet bij per_keuze",
        what="Wat bij een keuze staat, is geen antwoord op wat daar wordt gevraagd.",
        why=_WHY + "Een antwoord dat niet past, kan psoh niet met andere antwoorden vergelijken.",
        remedy="Kies een van de antwoorden, of schrijf het getal of de datum zoals gevraagd.",
        wrong="loopt-nu: soms",
        right="loopt-nu: deels",
    ),
    Code(
        code="INTERVIEW033",
        severity=Severity.WARNING,
        title="Aanvulling bij een keuze die niet is gemaakt",
        what="Onder per_keuze staat een keuze die niet bij antwoord staat.",
        why=_WHY + "Zonder de keuze zelf telt de aanvulling niet mee.",
        remedy="Zet de keuze ook bij antwoord, of haal haar onder per_keuze weg.",
        wrong="antwoord: [teamup]\nper_keuze:",
        right="antwoord: [teamup, maatje]\nper_keuze:",
    ),
)
