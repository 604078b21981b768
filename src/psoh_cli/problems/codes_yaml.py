"""The codes of YAML itself: how a file is written, and whether its fields and values have the right shape."""

from __future__ import annotations

from psoh_cli.problems import codes_shape, codes_values, codes_writing
from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

_CANNOT_READ = "Zolang dit er staat, kan niemand zeker weten wat er in het bestand bedoeld is."

CODES = (
    Code(
        code="YAML001",
        severity=Severity.ERROR,
        title="Het bestand is leeg",
        what="Er staat niets in het bestand, of alleen commentaar.",
        why="Meestal is het bestand niet goed opgeslagen. Zou psoh het leeg lezen, dan lijkt het alsof er niets is "
        "ingevuld.",
        remedy="Zet een eerdere versie terug. Of maak met psoh start een nieuw dossier en neem het "
        "bestand daaruit over.",
        wrong="# Hier komt het plan.",
        right="# Hier komt het plan.\nmaatregelen: []",
    ),
    Code(
        code="YAML002",
        severity=Severity.ERROR,
        title="Een veld staat er twee keer",
        what="Hetzelfde veld staat twee keer op dezelfde plek.",
        why="Andere programma's nemen dan de laatste, zonder iets te zeggen. psoh kiest niet voor u.",
        remedy="Verwijder er één, of geef een van de twee een andere naam.",
        wrong="naam: Inloop\nnaam: Inloop Oost",
        right="naam: Inloop Oost",
    ),
    Code(
        code="YAML003",
        severity=Severity.ERROR,
        title="Een waarde die met & of * begint",
        what="Een waarde zonder aanhalingstekens begint met & of *. In YAML is dat een anker of een verwijzing.",
        why="Een anker of verwijzing haalt tekst ergens anders vandaan. Wat u schreef, zou verdwijnen.",
        remedy='Zet de waarde tussen aanhalingstekens: naam: "&Zo"',
        wrong="naam: &Zo",
        right='naam: "&Zo"',
    ),
    Code(
        code="YAML004",
        severity=Severity.ERROR,
        title="Een waarde die met een uitroepteken begint",
        what="Een waarde zonder aanhalingstekens begint met een uitroepteken. In YAML is dat een tag.",
        why="Een tag verandert wat een waarde betekent. Wat u schreef, zou verdwijnen.",
        remedy="Zet de waarde tussen aanhalingstekens.",
        wrong="naam: !Welkom",
        right='naam: "!Welkom"',
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
        wrong="\tnaam: Inloop",
        right="  naam: Inloop",
        fix="onveilig",
    ),
    Code(
        code="YAML006",
        severity=Severity.ERROR,
        title="Twee documenten in één bestand",
        what="Een regel met alleen --- of ... begint een tweede document in hetzelfde bestand.",
        why="Het tweede document zou niet worden gelezen.",
        remedy="Verwijder die regel, of verdeel de inhoud over twee bestanden.",
        wrong='kennisversie: "2026.1"\n---\nmaatregelen: []',
        right='kennisversie: "2026.1"\nmaatregelen: []',
    ),
    Code(
        code="YAML007",
        severity=Severity.ERROR,
        title="Een waarde die met een apostrof begint",
        what="Een waarde als 's-Hertogenbosch staat zonder aanhalingstekens.",
        why="YAML leest de apostrof als een aanhalingsteken. De rest van het bestand hoort er dan "
        "ineens bij.",
        remedy='Zet de hele waarde tussen dubbele aanhalingstekens: plaats: "\'s-Hertogenbosch"',
        wrong="naam: 't Buurthuis",
        right='naam: "\'t Buurthuis"',
    ),
    Code(
        code="YAML008",
        severity=Severity.ERROR,
        title="Een dubbele punt in een waarde",
        what="In een waarde zonder aanhalingstekens staat een dubbele punt met een spatie erna, of op één regel staan "
        "twee velden.",
        why="YAML ziet dat als een nieuw veld.",
        remedy='Zet de hele waarde tussen aanhalingstekens: naam: "Nul: 13"',
        wrong="aanbod: Inloop: koffie en gesprek",
        right='aanbod: "Inloop: koffie en gesprek"',
        fix="onveilig",
    ),
    Code(
        code="YAML009",
        severity=Severity.WARNING,
        title="Een hekje in een waarde",
        what="In een waarde zonder aanhalingstekens staat een spatie met een hekje (#).",
        why="Na dat hekje leest psoh niet verder: het is commentaar. Van naam: Inloop #1 blijft alleen Inloop over.",
        remedy="Hoort het bij de waarde, zet de waarde dan tussen aanhalingstekens. Is het commentaar, zet dan een "
        "spatie na het hekje.",
        wrong="naam: Inloop #1",
        right='naam: "Inloop #1"',
    ),
    Code(
        code="YAML010",
        severity=Severity.ERROR,
        title="Een onzichtbaar teken",
        what="In het bestand staat een teken dat u niet ziet, zoals een bijzonder einde van een regel.",
        why="Het komt vaak mee met knippen en plakken. Twee woorden kunnen er gelijk uitzien en toch "
        "verschillen.",
        remedy="Haal het teken weg. Typ de regel zo nodig opnieuw.",
        wrong="aanbod: Koffie en\N{LINE SEPARATOR}gesprek",
        right="aanbod: Koffie en gesprek",
    ),
    Code(
        code="YAML011",
        severity=Severity.ERROR,
        title="Te diep in elkaar",
        what="De velden en lijsten zijn dieper in elkaar gezet dan psoh leest.",
        why="Geen enkel bestand van een dossier heeft dat nodig. Waarschijnlijk is het bestand beschadigd.",
        remedy="Controleer of dit het goede bestand is, of zet een eerdere versie terug.",
        wrong="ketenstappen: [[[[[[[[[[\n[[[[[[[[[[",
        right="ketenstappen: [preventie]",
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
        what="Een waarde begint met een aanhalingsteken dat nergens wordt gesloten, of na het sluitende "
        "aanhalingsteken staat nog tekst.",
        why=_CANNOT_READ,
        remedy="Zet één aanhalingsteken voor en één na de hele waarde. Staat er in de tekst zelf een "
        "aanhalingsteken, gebruik dan om de waarde het andere soort.",
        wrong='aanbod: "Koffie en gesprek" op dinsdag',
        right='aanbod: "Koffie en gesprek op dinsdag"',
    ),
    Code(
        code="YAML014",
        severity=Severity.ERROR,
        title="Een haak die niet gesloten is",
        what="Na een haak [ of { volgt geen haak ] of } die hem sluit, of tussen twee delen ontbreekt een komma.",
        why=_CANNOT_READ,
        remedy="Schrijf een lijst zo: talen: [ar, ti, nl]",
        wrong="ketenstappen: [preventie, signaleren",
        right="ketenstappen: [preventie, signaleren]",
    ),
    Code(
        code="YAML015",
        severity=Severity.ERROR,
        title="Een bijzonder teken vooraan",
        what="Een waarde zonder aanhalingstekens begint met een bijzonder teken: @ ` % | > , ] of }, of met een "
        "streepje en een spatie.",
        why="Die tekens betekenen in YAML iets anders.",
        remedy="Zet de waarde tussen aanhalingstekens.",
        wrong="naam: @Home",
        right='naam: "@Home"',
    ),
    Code(
        code="YAML016",
        severity=Severity.ERROR,
        title="De inspringing klopt niet",
        what="Een regel begint verder naar links of naar rechts dan de regels waar hij bij hoort.",
        why="Aan de ruimte vóór een regel ziet YAML wat bij wat hoort.",
        remedy="Laat velden die bij elkaar horen recht onder elkaar beginnen. Wat eronder hoort, staat twee spaties "
        "verder naar rechts.",
        wrong="naam: Inloop\n  aanbod: Koffie en gesprek",
        right="naam: Inloop\naanbod: Koffie en gesprek",
        fix="onveilig",
    ),
    Code(
        code="YAML017",
        severity=Severity.ERROR,
        title="Geen spatie na de dubbele punt",
        what="Achter de naam van een veld staat een dubbele punt zonder spatie erna.",
        why="YAML leest dan geen veld met een waarde, maar één stuk tekst.",
        remedy="Zet een spatie na de dubbele punt: naam: Dordrecht",
        wrong="naam:Inloop",
        right="naam: Inloop",
        fix="onveilig",
    ),
    Code(
        code="YAML018",
        severity=Severity.ERROR,
        title="Geen gewone naam van een veld",
        what="Op de plaats van de naam van een veld staat iets anders: niets, een lijst, of een vraagteken.",
        why=_CANNOT_READ,
        remedy="Schrijf een gewoon woord met een dubbele punt erachter.",
        wrong="? aanbod: Koffie en gesprek",
        right="aanbod: Koffie en gesprek",
    ),
    Code(
        code="YAML019",
        severity=Severity.ERROR,
        title="psoh kan deze plek niet lezen",
        what="Het bestand is op deze plek geen geldige YAML, en psoh herkent niet wat er mis is.",
        why=_CANNOT_READ,
        remedy="Kijk naar deze regel en de regel erboven: staan er aanhalingstekens om bijzondere tekens, klopt de "
        "inspringing, staat er een spatie na elke dubbele punt?",
        wrong="ketenstappen: [preventie, , signaleren]",
        right="ketenstappen: [preventie, signaleren]",
    ),
    *codes_shape.CODES,
    *codes_values.CODES,
    *codes_writing.CODES,
)
