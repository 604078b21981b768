"""The codes of YAML itself: how a file is written, and whether its fields and values have the right shape."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

_NEVER_SILENT = "psoh slaat nooit stil iets over: wat er staat, telt mee of wordt hier gemeld."
_CANNOT_READ = "Zolang dit er staat, kan niemand zeker weten wat er in het bestand bedoeld is."

CODES = (
    Code(
        code="YAML001",
        severity=Severity.ERROR,
        title="Het bestand is leeg",
        what="Er staat niets in het bestand, of alleen commentaar.",
        why="Meestal is het bestand niet goed opgeslagen. Leeg lezen zou eruitzien alsof er niets is gezegd.",
        remedy="Zet een eerdere versie terug. Of maak met psoh start een nieuw dossier en neem het "
        "bestand daaruit over.",
    ),
    Code(
        code="YAML002",
        severity=Severity.ERROR,
        title="Een veld staat er twee keer",
        what="Hetzelfde veld staat twee keer op dezelfde plek.",
        why="Andere programma's nemen stilzwijgend de laatste. psoh kiest niet voor u.",
        remedy="Verwijder er één, of geef een van de twee een andere naam.",
    ),
    Code(
        code="YAML003",
        severity=Severity.ERROR,
        title="Een anker of verwijzing",
        what="Een waarde begint met & of *. In YAML is dat een anker of een verwijzing.",
        why="De tekst zou verdwijnen of door iets anders worden vervangen. psoh gebruikt ankers niet.",
        remedy='Zet de waarde tussen aanhalingstekens: naam: "&Zo"',
    ),
    Code(
        code="YAML004",
        severity=Severity.ERROR,
        title="Een tag van YAML",
        what="Een waarde begint met een uitroepteken. In YAML is dat een tag.",
        why="Een tag verandert wat een waarde betekent. psoh gebruikt tags niet.",
        remedy="Zet de waarde tussen aanhalingstekens.",
    ),
    Code(
        code="YAML005",
        severity=Severity.ERROR,
        title="Een tab in plaats van spaties",
        what="In het bestand staat een tab.",
        why="YAML springt in met spaties. Een tab telt niet mee, en dan hoort een regel ineens ergens "
        "anders bij.",
        remedy="Vervang de tab door spaties, twee per niveau. Veel editors doen dat in één keer voor het "
        "hele bestand.",
    ),
    Code(
        code="YAML006",
        severity=Severity.ERROR,
        title="Twee documenten in één bestand",
        what="Een regel met alleen --- of ... begint een tweede document in hetzelfde bestand.",
        why="Het tweede document zou niet worden gelezen.",
        remedy="Verwijder die regel, of verdeel de inhoud over twee bestanden.",
    ),
    Code(
        code="YAML007",
        severity=Severity.ERROR,
        title="Een waarde die met een apostrof begint",
        what="Een waarde als 's-Hertogenbosch staat zonder aanhalingstekens.",
        why="YAML leest de apostrof als een aanhalingsteken. De rest van het bestand hoort er dan "
        "ineens bij.",
        remedy='Zet de hele waarde tussen dubbele aanhalingstekens: plaats: "\'s-Hertogenbosch"',
    ),
    Code(
        code="YAML008",
        severity=Severity.ERROR,
        title="Een dubbele punt in een waarde",
        what="In een waarde zonder aanhalingstekens staat een dubbele punt met een spatie erna.",
        why="YAML ziet dat als een nieuw veld.",
        remedy='Zet de hele waarde tussen aanhalingstekens: naam: "Nul: 13"',
    ),
    Code(
        code="YAML009",
        severity=Severity.WARNING,
        title="Een hekje in een waarde",
        what="In een waarde zonder aanhalingstekens staat een spatie met een hekje (#).",
        why="Daar begint in YAML een commentaar. Van adres: Plein #4 blijft alleen Plein over.",
        remedy="Hoort het bij de waarde, zet de waarde dan tussen aanhalingstekens. Is het commentaar, zet dan een "
        "spatie na het hekje.",
    ),
    Code(
        code="YAML010",
        severity=Severity.ERROR,
        title="Een onzichtbaar teken",
        what="In het bestand staat een onzichtbaar teken: een stuurteken of een bijzonder regeleinde.",
        why="Het komt vaak mee met knippen en plakken. Twee woorden kunnen er gelijk uitzien en toch "
        "verschillen.",
        remedy="Haal het teken weg. Typ de regel zo nodig opnieuw.",
    ),
    Code(
        code="YAML011",
        severity=Severity.ERROR,
        title="Te diep in elkaar",
        what="De velden en lijsten zijn dieper in elkaar gezet dan psoh leest.",
        why="Geen enkel bestand van een dossier heeft dat nodig. Waarschijnlijk is het bestand beschadigd.",
        remedy="Controleer of dit het goede bestand is, of zet een eerdere versie terug.",
    ),
    Code(
        code="YAML012",
        severity=Severity.ERROR,
        title="Het bestand is te groot",
        what="Het bestand is groter dan psoh leest.",
        why="Een sociale kaart met duizenden diensten past ruim. Waarschijnlijk is dit niet het "
        "bestand dat u bedoelt.",
        remedy="Controleer of dit het goede bestand is.",
    ),
    Code(
        code="YAML013",
        severity=Severity.ERROR,
        title="Een aanhalingsteken dat niet klopt",
        what="Een aanhalingsteken is geopend en niet gesloten, of na het sluitende aanhalingsteken "
        "staat nog tekst.",
        why=_CANNOT_READ,
        remedy="Zet één aanhalingsteken voor en één na de hele waarde. Staat er in de tekst zelf een "
        "aanhalingsteken, gebruik dan om de waarde het andere soort.",
    ),
    Code(
        code="YAML014",
        severity=Severity.ERROR,
        title="Een haak die niet gesloten is",
        what="Een lijst tussen [ ] of velden tussen { } zijn niet gesloten, of er ontbreekt een komma.",
        why=_CANNOT_READ,
        remedy="Schrijf een lijst zo: talen: [ar, ti, nl]",
    ),
    Code(
        code="YAML015",
        severity=Severity.ERROR,
        title="Een bijzonder teken vooraan",
        what="Een waarde zonder aanhalingstekens begint met een bijzonder teken: @ ` % | > , ] of }.",
        why="Die tekens betekenen in YAML iets anders.",
        remedy="Zet de waarde tussen aanhalingstekens.",
    ),
    Code(
        code="YAML016",
        severity=Severity.ERROR,
        title="De inspringing klopt niet",
        what="Een regel begint in een andere kolom dan de regels waar hij bij hoort.",
        why="De inspringing zegt in YAML wat bij wat hoort.",
        remedy="Laat velden die bij elkaar horen in dezelfde kolom beginnen. Wat eronder hoort, staat twee spaties "
        "verder naar rechts.",
    ),
    Code(
        code="YAML017",
        severity=Severity.ERROR,
        title="Geen spatie na de dubbele punt",
        what="Achter de naam van een veld staat een dubbele punt zonder spatie erna.",
        why="YAML leest dan geen veld met een waarde, maar één stuk tekst.",
        remedy="Zet een spatie na de dubbele punt: naam: Dordrecht",
    ),
    Code(
        code="YAML018",
        severity=Severity.ERROR,
        title="Geen gewone naam van een veld",
        what="Op de plaats van de naam van een veld staat iets anders: niets, een lijst, of een vraagteken.",
        why=_CANNOT_READ,
        remedy="Schrijf een gewoon woord met een dubbele punt erachter.",
    ),
    Code(
        code="YAML019",
        severity=Severity.ERROR,
        title="Geen geldige YAML",
        what="Het bestand is op deze plek geen geldige YAML.",
        why=_CANNOT_READ,
        remedy="Kijk naar deze regel en de regel erboven: staan er aanhalingstekens om bijzondere tekens, klopt de "
        "inspringing, staat er een spatie na elke dubbele punt?",
    ),
    Code(
        code="YAML020",
        severity=Severity.ERROR,
        title="Een veld dat hier niet bestaat",
        what="De naam van een veld is op deze plek niet bekend.",
        why=f"Meestal is het een tikfout, of staat het veld te ver naar links of rechts. {_NEVER_SILENT}",
        remedy="Verbeter de naam of de inspringing, of haal het veld weg.",
    ),
    Code(
        code="YAML021",
        severity=Severity.ERROR,
        title="Een verplicht veld ontbreekt",
        what="Een veld dat er altijd moet zijn, staat er niet.",
        why="Zonder dit veld is niet te zeggen waar de rest over gaat.",
        remedy="Voeg het veld toe. Weet u de waarde niet, kijk dan in de handleiding of bij dit veld "
        "onbekend mag.",
    ),
    Code(
        code="YAML022",
        severity=Severity.ERROR,
        title="Iets van een andere soort",
        what="Er staat tekst waar een lijst of een groep velden hoort, of andersom.",
        why=_NEVER_SILENT,
        remedy="Schrijf een lijst met een streepje voor elke regel, en velden als naam: waarde. Staat er een dubbele "
        "punt in een tekst, zet die tekst dan tussen aanhalingstekens.",
    ),
    Code(
        code="YAML023",
        severity=Severity.ERROR,
        title="Een woord dat niet in de lijst staat",
        what="Bij dit veld kunt u kiezen uit een vaste lijst woorden, en dit woord staat er niet in.",
        why="De analyse rekent met vaste woorden. Een ander woord zou stilzwijgend niet meetellen.",
        remedy="Kies een van de woorden die bij de melding staan.",
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
    ),
    Code(
        code="YAML025",
        severity=Severity.ERROR,
        title="Te klein, te groot, te kort of te lang",
        what="De waarde valt buiten wat bij dit veld kan.",
        why="Zo'n waarde is bijna altijd een tikfout.",
        remedy="Verbeter de waarde; bij de melding staat wat kan.",
    ),
    Code(
        code="YAML026",
        severity=Severity.ERROR,
        title="Niet duidelijk welke soort",
        what="Dit onderdeel kan van verschillende soort zijn. Het veld dat zegt welke, ontbreekt of "
        "noemt iets onbekends.",
        why="Zonder soort weet psoh niet welke velden erbij horen.",
        remedy="Vul het veld in met een van de soorten die bij de melding staan.",
    ),
)
