"""The codes of the sociale kaart about single values: numbers, addresses, languages and opening times."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

_LOOKED_UP = "Wie het nummer opzoekt, vindt niets of een andere organisatie."
_NOT_REACHED = (
    "Wie hulp zoekt of doorverwijst, krijgt dan niemand te pakken en probeert het vaak geen tweede keer."
)
_STANDING_CLOSED = "Iemand die op een verkeerde tijd voor een dichte deur staat, komt vaak niet terug."

CODES = (
    Code(
        code="KAART026",
        severity=Severity.WARNING,
        title="Geen KvK-nummer",
        what="Bij kvk staat iets anders dan acht cijfers.",
        why=f"Aan het KvK-nummer is te zien of twee vermeldingen dezelfde organisatie zijn. {_LOOKED_UP}",
        remedy="Zoek het nummer op in het Handelsregister en schrijf acht cijfers zonder punten of spaties. "
        "Een vestigingsnummer heeft er twaalf en een RSIN negen; die horen hier niet.",
        wrong="kvk: 12.34.56.78",
        right='kvk: "12345678"',
        fix="veilig",
    ),
    Code(
        code="KAART027",
        severity=Severity.WARNING,
        title="Geen AGB-code",
        what="Bij agb staat iets anders dan acht cijfers.",
        why=f"Aan de AGB-code herkennen verwijzers en zorgverzekeraars een praktijk of instelling. {_LOOKED_UP}",
        remedy="Zoek de code op in het AGB-register en schrijf acht cijfers. Een AGB-code kan met een 0 beginnen. "
        "Gebruik de code van de praktijk of instelling, niet die van één hulpverlener.",
        wrong="agb: AGB 01-234567",
        right='agb: "01234567"',
        fix="veilig",
    ),
    Code(
        code="KAART028",
        severity=Severity.WARNING,
        title="Geen postcode",
        what="Bij postcode staat iets anders dan vier cijfers, een spatie en twee hoofdletters. Postcodes "
        "op SA, SD of SS bestaan niet.",
        why="Met een verkeerde postcode vindt iemand de weg niet, en een routeplanner ook niet.",
        remedy="Schrijf de postcode als 1234 AB.",
        wrong="adres: {straat: Marktplein 1, postcode: 1234ab, plaats: Dordrecht}",
        right="adres: {straat: Marktplein 1, postcode: 1234 AB, plaats: Dordrecht}",
        fix="veilig",
    ),
    Code(
        code="KAART029",
        severity=Severity.WARNING,
        title="Geen telefoonnummer",
        what="Bij telefoon staat iets wat geen telefoonnummer kan zijn, of een nummer met andere tekens erin. "
        "Een Nederlands nummer heeft tien cijfers en begint met 0. Ook 0800, 0900, 14 met een netnummer, korte "
        "nummers zoals 112, en nummers met +31 of een ander land zijn goed.",
        why=_NOT_REACHED,
        remedy="Schrijf één nummer, met het netnummer: 020 123 45 67. Zet uitleg, zoals de uren, bij functie of "
        "bij toelichting.",
        wrong="contact: {functie: balie, telefoon: 85 123 4567}",
        right="contact: {functie: balie, telefoon: 085 123 4567}",
        fix="onveilig",
    ),
    Code(
        code="KAART030",
        severity=Severity.WARNING,
        title="Geen e-mailadres",
        what="Bij email staat iets wat geen e-mailadres kan zijn, of een adres met andere tekens eromheen.",
        why=_NOT_REACHED,
        remedy="Schrijf één adres, met één apenstaartje en zonder spaties: info@buurthuis.example. "
        "Een webadres hoort bij website.",
        wrong="contact: {functie: balie, email: info@buurthuis}",
        right="contact: {functie: balie, email: info@buurthuis.example}",
    ),
    Code(
        code="KAART031",
        severity=Severity.ERROR,
        title="Geen webadres",
        what="Bij website staat iets wat geen adres van een pagina is.",
        why="Wie erop klikt, komt nergens uit. Alleen een adres van een pagina op het web is veilig om op te klikken.",
        remedy="Neem het adres over uit de balk boven in de browser. Is er geen website, haal de regel dan weg.",
        wrong="website: volgt nog",
        right="website: https://www.buurthuis.example",
    ),
    Code(
        code="KAART032",
        severity=Severity.ERROR,
        title="Een taal zonder taalcode",
        what="Bij talen of tolktalen staat een naam, een land of een code met hoofdletters in plaats van een taalcode.",
        why="De dekking koppelt talen op hun code: twee of drie kleine letters uit ISO 639. Zo is Somali hetzelfde "
        "als Somalisch, en zijn Dari en Farsi twee talen.",
        remedy="Schrijf de code: ar voor Arabisch, ti voor Tigrinya, prs voor Dari, fa voor Farsi. "
        "Ziet psoh welke taal u bedoelt, dan zet psoh check --fix de code neer.",
        wrong="talen: [nl, Tigrinya]",
        right="talen: [nl, ti]",
        fix="veilig",
    ),
    Code(
        code="KAART033",
        severity=Severity.WARNING,
        title="Twee keer hetzelfde in een lijst",
        what="In een lijst van een dienst, zoals talen of ketenstappen, staat iets twee keer.",
        why="Een van de twee is te veel, of er had iets anders moeten staan. Dat mist dan, en niemand ziet het.",
        remedy="Haal de tweede weg. Had er iets anders moeten staan, schrijf dat dan op die plaats.",
        wrong="talen: [nl, ar, nl]",
        right="talen: [nl, ar]",
        fix="veilig",
    ),
    Code(
        code="KAART034",
        severity=Severity.ERROR,
        title="Geen tijd",
        what="Bij van of tot in openingstijden staat iets wat geen tijd van de dag is, of een tijd in een andere vorm.",
        why=_STANDING_CLOSED,
        remedy="Schrijf uren en minuten met een dubbele punt: 09:30. De laatste tijd van de dag is 23:59; sluit een "
        "dienst om middernacht, schrijf dan bij tot: 00:00",
        wrong='openingstijden: [{dagen: [dinsdag], van: "09:30", tot: "25:00"}]',
        right='openingstijden: [{dagen: [dinsdag], van: "09:30", tot: "15:00"}]',
    ),
    Code(
        code="KAART035",
        severity=Severity.WARNING,
        title="Dicht voordat het opengaat",
        what="Iets sluit voordat het opengaat, of op hetzelfde moment. Wat na 18:00 uur opengaat en voor 10:00 uur "
        "sluit, is de nacht door open; dat is goed.",
        why=_STANDING_CLOSED,
        remedy="Verbeter de tijden. Is het op een andere manier de nacht door open, schrijf dat dan bij toelichting, "
        "bijvoorbeeld: toelichting: de hele nacht open",
        wrong='openingstijden: [{dagen: [dinsdag], van: "12:00", tot: "09:30"}]',
        right='openingstijden: [{dagen: [dinsdag], van: "09:30", tot: "12:00"}]',
    ),
    Code(
        code="KAART036",
        severity=Severity.WARNING,
        title="Openingstijden die over elkaar heen vallen",
        what="Dezelfde dag staat er twee keer met tijden die over elkaar heen vallen, of twee keer in één regel. "
        "Regels met een verschillende toelichting vergelijkt psoh niet.",
        why="Een van beide is meestal een oude tijd of een tikfout in de dag. Het rapport drukt ze allebei af.",
        remedy="Haal de tijd weg die niet klopt, of verbeter de dag. Gaat het om iets anders, zoals een spreekuur, "
        "schrijf dat dan bij toelichting.",
        wrong='- {dagen: [maandag], van: "09:00", tot: "12:00"}\n- {dagen: [maandag], van: "11:00", tot: "17:00"}',
        right='- {dagen: [maandag], van: "09:00", tot: "12:00"}\n- {dagen: [dinsdag], van: "11:00", tot: "17:00"}',
    ),
    Code(
        code="KAART037",
        severity=Severity.HINT,
        title="Openingstijden die niet compleet zijn",
        what="Er staan dagen zonder tijden, tijden zonder dagen, of alleen een begin of een eind; en er is geen "
        "toelichting.",
        why="Wie wil langsgaan, weet dan nog niet wanneer.",
        remedy="Vul dagen, van en tot aan. Zijn er geen vaste tijden, schrijf dat dan bij toelichting, bijvoorbeeld: "
        "toelichting: op afspraak",
        wrong="openingstijden: [{dagen: [dinsdag, donderdag]}]",
        right='openingstijden: [{dagen: [dinsdag, donderdag], van: "09:30", tot: "12:00"}]',
    ),
)
