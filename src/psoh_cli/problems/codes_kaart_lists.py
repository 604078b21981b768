"""The codes of the sociale kaart about codes and names from lists that others keep."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

CODES = (
    Code(
        code="KAART055",
        severity=Severity.WARNING,
        title="Een 4Ws-code die niet in de lijst staat",
        what="Bij codes_4w staat een code die de lijst van activiteiten in deze versie van psoh niet kent.",
        why="In een 4Ws-overzicht telt een code die niemand kent nergens mee. Een code is van de vorm 8.1: eerst het "
        "thema, dan de activiteit.",
        remedy="Neem de code over uit de lijst; die staat op het blad Codes van het 4Ws-overzicht.",
        wrong="codes_4w: [3.9]",
        right="codes_4w: [3.4]",
    ),
    Code(
        code="KAART056",
        severity=Severity.HINT,
        title="Een 4Ws-code en een laag die niet bij elkaar passen",
        what="Een dienst heeft een laag en een 4Ws-code die meestal bij een andere laag hoort.",
        why="Meestal is dan een van beide een vergissing. Welke code bij welke laag hoort, is een indeling van psoh "
        "(afgeleid): uw eigen keuze kan ook goed zijn.",
        remedy="Kijk of de code en de laag allebei kloppen. Klopt het toch, laat het dan zo.",
        wrong="iasc_laag: laag-4\ncodes_4w: [3.4]",
        right="iasc_laag: laag-2\ncodes_4w: [3.4]",
    ),
    Code(
        code="KAART057",
        severity=Severity.HINT,
        title="Een UPL-naam die psoh niet kent",
        what="Bij upl staat een naam die niet voorkomt in de keuze uit de Uniforme Productnamenlijst die psoh kent.",
        why="De keuze van psoh is klein, dus de naam kan goed zijn. Staat hij niet in de hele lijst, dan herkent een "
        "ander systeem het product niet.",
        remedy="Zoek de naam op in de lijst: https://standaarden.overheid.nl/owms/oquery/UPL-actueel.plain. "
        "Is er geen passende naam, laat het veld dan weg.",
        wrong="upl: jeudghulp",
        right="upl: jeugdhulp",
    ),
)
