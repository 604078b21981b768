"""The codes of values in another form than psoh reads, and of what comes along when somebody pastes from Word."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

_ONE_FORM = "psoh rekent met datums en getallen. Dat kan alleen als zij overal in dezelfde vorm staan."
_LOOKS_THE_SAME = (
    "Het ziet er gewoon uit, en een computer leest iets anders. Het komt mee uit Word of van een website."
)

CODES = (
    Code(
        code="YAML027",
        severity=Severity.ERROR,
        title="Een datum die niet bestaat",
        what="Er staat een dag of maand die er niet is, zoals 31 februari of maand 13.",
        why="Aan een datum is te zien of iets nog actueel is. psoh raadt niet welke dag u bedoelt.",
        remedy="Kijk op de kalender en schrijf de goede datum, bijvoorbeeld 2026-02-28. Weet u de dag niet, "
        "schrijf dan alleen de maand: 2026-02",
        wrong="gecontroleerd_op: 2026-02-31",
        right="gecontroleerd_op: 2026-02-28",
    ),
    Code(
        code="YAML028",
        severity=Severity.ERROR,
        title="Een datum in een andere vorm",
        what="Er staat een datum, maar niet als jjjj-mm-dd: bijvoorbeeld 31-12-2026, 1 maart 2026 of 3/4/26.",
        why=_ONE_FORM,
        remedy="Schrijf eerst het jaar, dan de maand en dan de dag: 2026-12-31. Een maand (2026-12) of een jaar (2026) "
        "mag ook.",
        wrong="gecontroleerd_op: 1 september 2026",
        right="gecontroleerd_op: 2026-09-01",
        fix="veilig",
    ),
    Code(
        code="YAML029",
        severity=Severity.ERROR,
        title="Ja of nee in andere woorden",
        what="Bij een veld met ja of nee staat iets dat daarop lijkt, zoals Ja, true, x of 1.",
        why="Een kruisje kan ja betekenen en ook nee. Met precies ja of nee is er geen twijfel.",
        remedy="Schrijf ja of nee, met kleine letters en zonder iets erachter.",
        wrong="in_klankbordgroep: true",
        right="in_klankbordgroep: ja",
        fix="veilig",
    ),
    Code(
        code="YAML030",
        severity=Severity.ERROR,
        title="Een getal met woorden erbij",
        what="Er staat een getal met een woord of teken erbij, of in letters: ongeveer 120, 120 personen, drie.",
        why=_ONE_FORM,
        remedy="Schrijf alleen het getal in cijfers. Zet ‘ongeveer’ en andere woorden in een toelichting of opmerking.",
        wrong="totaal: ongeveer 100",
        right="totaal: 100",
        fix="onveilig",
    ),
    Code(
        code="YAML031",
        severity=Severity.WARNING,
        title="Krullende aanhalingstekens om een waarde",
        what="Om een hele waarde staan krullende aanhalingstekens, zoals Word die maakt.",
        why=f"{_LOOKS_THE_SAME} De krullen tellen nu mee als deel van de waarde.",
        remedy='Vervang ze door rechte aanhalingstekens ("), of haal ze weg.',
        wrong="naam: “Buurthuis Oost”",
        right="naam: Buurthuis Oost",
        fix="veilig",
    ),
    Code(
        code="YAML032",
        severity=Severity.WARNING,
        title="Een harde spatie of een onzichtbaar afbreekteken",
        what="In een waarde staat een spatie die geen gewone spatie is, of een afbreekteken dat niemand ziet.",
        why=f"{_LOOKS_THE_SAME} Zoeken en vergelijken lukt dan niet.",
        remedy="Typ de waarde opnieuw, zonder te plakken.",
        wrong="naam: Buurt\N{SOFT HYPHEN}huis Oost",
        right="naam: Buurthuis Oost",
        fix="veilig",
    ),
    Code(
        code="YAML033",
        severity=Severity.ERROR,
        title="Een harde spatie waar een gewone hoort",
        what="Vooraan de regel, na een streepje of na een dubbele punt staat een harde spatie, en geen gewone.",
        why=f"{_LOOKS_THE_SAME} YAML springt alleen in met gewone spaties; de regel hoort nu ergens anders bij.",
        remedy="Haal de ruimte aan het begin van de regel weg, en typ die opnieuw met de spatiebalk.",
        wrong="naam:\N{NO-BREAK SPACE}Buurthuis Oost",
        right="naam: Buurthuis Oost",
        fix="veilig",
    ),
    Code(
        code="YAML034",
        severity=Severity.ERROR,
        title="Geen dubbele punt na de naam van een veld",
        what="Op een regel staat de naam van een veld, of een deel ervan, zonder dubbele punt erachter.",
        why="Zonder dubbele punt is het geen veld maar gewone tekst, en weet niemand waar de waarde bij hoort.",
        remedy="Zet een dubbele punt en een spatie tussen de naam en de waarde: naam: Dordrecht",
        wrong="naam Buurthuis Oost",
        right="naam: Buurthuis Oost",
        fix="onveilig",
    ),
    Code(
        code="YAML035",
        severity=Severity.ERROR,
        title="Een streepje dat ontbreekt of dat YAML niet herkent",
        what="Een onderdeel van een lijst begint zonder streepje, met een streepje zonder spatie, een lang streepje of "
        "een bolletje.",
        why="YAML herkent alleen een gewoon streepje met een spatie erna. Iets anders leest het als tekst.",
        remedy="Begin elk onderdeel met een gewoon streepje en een spatie: - id: inloop",
        wrong="-id: inloop",
        right="- id: inloop",
        fix="onveilig",
    ),
)
