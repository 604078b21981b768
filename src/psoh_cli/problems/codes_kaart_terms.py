"""The codes of the sociale kaart about how long a confirmation holds."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

CODES = (
    Code(
        code="KAART060",
        severity=Severity.WARNING,
        title="Twee termijnen voor hetzelfde",
        what="Bij termijnen staat dezelfde soort twee keer.",
        why="Wie de kaart leest, weet dan niet welke termijn geldt. psoh rekent met de kortste.",
        remedy="Haal een van de twee weg.",
        wrong="termijnen:\n  - {voor: groep, maanden: 6}\n  - {voor: groep, maanden: 9}",
        right="termijnen:\n  - {voor: groep, maanden: 6}",
    ),
    Code(
        code="KAART061",
        severity=Severity.WARNING,
        title="Een termijn die te lang is",
        what="Een bevestiging geldt volgens de kaart langer dan drie jaar, of een wachttijd langer dan een jaar.",
        why="In die tijd verandert er te veel. De dekking telt het aanbod mee terwijl niemand weet of het er nog is. "
        "De grens is een keuze van psoh (afgeleid).",
        remedy="Kies een kortere termijn. Gewoon is 12 maanden, en 6 voor een wachttijd.",
        wrong="termijnen:\n  - {voor: organisatie, maanden: 120}",
        right="termijnen:\n  - {voor: organisatie, maanden: 24}",
    ),
    Code(
        code="KAART062",
        severity=Severity.HINT,
        title="Een termijn voor iets dat er niet is",
        what="Bij termijnen staat een soort aanbod die geen enkele dienst op deze kaart heeft.",
        why="Misschien is de soort bij de diensten niet ingevuld. Dan geldt voor hen een andere termijn dan u bedoelt.",
        remedy="Vul bij de diensten soort_aanbod in. Komt zulk aanbod niet voor, haal de termijn dan weg.",
        wrong="termijnen:\n  - {voor: sport, maanden: 6}",
        right="termijnen:\n  - {voor: dienst, maanden: 6}",
    ),
    Code(
        code="KAART068",
        severity=Severity.WARNING,
        title="Een regio met een naam die al iets anders is",
        what="Bij regios staat een naam twee keer, of een naam die ook van een wijk of een gemeente is.",
        why="Een dienst met die naam in het werkgebied kan dan twee dingen bedoelen. psoh leest er de eerste "
        "regio in.",
        remedy="Geef de regio een naam van zichzelf, bijvoorbeeld met het woord regio ervoor.",
        wrong="regios:\n  - {naam: Dordrecht, gemeenten: [GM0505, GM0523]}",
        right="regios:\n  - {naam: Drechtsteden-Oost, gemeenten: [GM0505, GM0523]}",
    ),
)
