"""The codes of fields and values: whether what a file says has the shape that psoh asks for."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

_NEVER_SILENT = "psoh slaat nooit stil iets over: wat er staat, telt mee of wordt hier gemeld."

CODES = (
    Code(
        code="YAML020",
        severity=Severity.ERROR,
        title="Een veld dat hier niet bestaat",
        what="De naam van een veld is op deze plek niet bekend. Tussen { } begint ook na een komma in een waarde een "
        "nieuw veld.",
        why=f"Meestal is het een tikfout, of staat het veld te ver naar links of rechts. {_NEVER_SILENT}",
        remedy="Verbeter de naam of de inspringing, of haal het veld weg.",
        wrong="werkgebeid: [GM0505]",
        right="werkgebied: [GM0505]",
        fix="veilig",
    ),
    Code(
        code="YAML021",
        severity=Severity.ERROR,
        title="Een verplicht veld ontbreekt",
        what="Een veld dat er altijd moet zijn, staat er niet.",
        why="Zonder dit veld is niet te zeggen waar de rest over gaat.",
        remedy="Voeg het veld toe. Weet u de waarde niet, kijk dan in de handleiding of bij dit veld "
        "onbekend mag.",
        wrong="- id: inloop\n  naam: Inloop",
        right="- id: inloop\n  organisatie: buurthuis\n  naam: Inloop",
    ),
    Code(
        code="YAML022",
        severity=Severity.ERROR,
        title="Iets van een andere soort",
        what="Er staat tekst waar een lijst of een groep velden hoort, of andersom.",
        why=_NEVER_SILENT,
        remedy="Schrijf een lijst met een streepje voor elke regel, en velden als naam: waarde. Staat er een dubbele "
        "punt in een tekst, zet die tekst dan tussen aanhalingstekens.",
        wrong="ketenstappen: preventie",
        right="ketenstappen: [preventie]",
    ),
    Code(
        code="YAML023",
        severity=Severity.ERROR,
        title="Een woord dat niet in de lijst staat",
        what="Bij dit veld kunt u kiezen uit een vaste lijst woorden, en dit woord staat er niet in.",
        why="De analyse rekent met vaste woorden. Een ander woord zou niet meetellen, zonder dat u het merkt.",
        remedy="Kies een van de woorden die bij de melding staan.",
        wrong="tolkinzet: ja",
        right="tolkinzet: telefonisch",
    ),
    Code(
        code="YAML024",
        severity=Severity.ERROR,
        title="Een waarde met een verkeerde vorm",
        what="De waarde heeft niet de vorm die bij dit veld hoort. Een datum is bijvoorbeeld 2026-03-31, een aantal "
        "staat in cijfers zonder punten, en ja of nee staat er precies zo.",
        why="psoh raadt niet wat bedoeld is: 1.200 kan twaalfhonderd zijn, of een komma op de "
        "verkeerde plaats.",
        remedy="Schrijf de waarde zoals in de melding staat.",
        wrong="totaal: 1.200",
        right="totaal: 1200",
        fix="onveilig",
    ),
    Code(
        code="YAML025",
        severity=Severity.ERROR,
        title="Te klein, te groot, te kort of te lang",
        what="Een getal is kleiner of groter dan bij dit veld kan, of een tekst of lijst is te kort of te lang.",
        why="Zo'n waarde is bijna altijd een tikfout.",
        remedy="Verbeter de waarde; bij de melding staat wat kan.",
        wrong="termijn_maanden: 1200",
        right="termijn_maanden: 12",
    ),
    Code(
        code="YAML026",
        severity=Severity.ERROR,
        title="Niet duidelijk welke soort",
        what="Dit onderdeel kan van verschillende soort zijn. Het veld dat zegt welke, ontbreekt of "
        "noemt iets onbekends.",
        why="Zonder soort weet psoh niet welke velden erbij horen.",
        remedy="Vul het veld in met een van de soorten die bij de melding staan.",
        wrong="- soort: vraag\n  vraag: regie-afspraak",
        right="- soort: antwoord\n  vraag: regie-afspraak",
    ),
)
