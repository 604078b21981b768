"""The words beside the fields of gemeente.yaml, and those that every file shares."""

from __future__ import annotations

from psoh_cli.dossier.editors.words import Told, Words
from psoh_cli.gemeente import gemeente, means
from psoh_cli.model import Frozen

_GROUPS = "Aantallen over groepen, nooit over één persoon."
_SOURCE = "Waar dit vandaan komt: het id van een bron, of een omschrijving."

WORDS: Told = {
    Frozen: Words(
        "Velden",
        {
            "formaat": 'De versie van het bestandsformaat. Schrijf "1".',
            "kennisversie": "De versie van de kennis waarmee dit bestand is gemaakt. psoh vult dit in.",
            "id": "Een korte naam die nergens anders in deze lijst staat: kleine letters, cijfers en streepjes.",
            "naam": "De naam, zoals een lezer die kent.",
            "toelichting": "Vrije tekst. Geen namen van personen en geen medische gegevens.",
            "opmerking": "Vrije tekst voor uzelf. Geen namen van personen en geen medische gegevens.",
            "bron": _SOURCE,
            "herkomst": "Wie dit zegt: ARQ (arq), een andere praktijk (vergelijk), of eigen redenering (afgeleid).",
        },
        {"id": ("ggd-zuid", "buurthuis-oost")},
    ),
    gemeente.Gemeente: Words(
        "Wie de gemeente is",
        {
            "code": "De code van de gemeente: GM en vier cijfers.",
            "naam": "De naam van de gemeente, zoals die in de landelijke lijst staat.",
            "provincie": "De provincie.",
            "voorbeeld": "Alleen voor voorbeelden. Er komt dan een balk op elke pagina.",
            "toelichting": "Vrije tekst over dit dossier.",
            "regio": "De regio waarin de gemeente samenwerkt.",
            "statushouders": f"De statushouders in de gemeente. {_GROUPS}",
            "wijken": "Namen van wijken waar u apart naar wilt kijken.",
            "rollen": "Wie wat doet in dit project: een functie, nooit de naam van een persoon.",
            "aanleiding": "Waarom u dit plan nu maakt. Hiermee opent het implementatieplan.",
            "ambitie": "Wat de gemeente wil bereiken, in één of twee zinnen.",
            "uitgangspunten": "Waar de gemeente zich aan houdt: een lijst met korte zinnen.",
            "vaststelling": "Wie het plan heeft vastgesteld, en wanneer. Zonder dit veld heet het plan een concept.",
            "horizon": "De jaren waar het plan over gaat.",
            "raadskalender": "Momenten waarop de raad besluit.",
            "schoolvakanties": "Een groep begint niet in een kwartaal met veel vakantie.",
            "middelen": "Wat u voor dit plan hebt, in geld en in mensen. Wat u niet opgeeft, is onbekend.",
            "cijfers": "Cijfers over uw gemeente, met jaar en bron.",
            "bronnen": "Eigen bronnen, naast die van de kennis van psoh.",
            "kaarten": "Andere kaartbestanden, als pad vanaf deze map.",
        },
        {
            "code": ("GM0505", "GM0392"),
            "kaarten": ("../regio/sociale-kaart.yaml", "../regio/jeugd.yaml"),
        },
    ),
    gemeente.OwnSource: Words(
        "Een eigen bron",
        {
            "titel": "De titel van het stuk.",
            "uitgever": "De organisatie die het uitgaf.",
            "jaar": "Het jaar waarin het uitkwam, in vier cijfers.",
            "url": "Het webadres. Begin met https://.",
        },
        {
            "jaar": (2025, 2026),
            "url": ("https://www.voorbeeld.example/nota", "https://voorbeeld.example/visie.pdf"),
        },
    ),
    gemeente.Figure: Words(
        "Een cijfer",
        {
            "omschrijving": "Waar het cijfer over gaat.",
            "waarde": "Het cijfer zelf.",
            "jaar": "Het jaar waar het cijfer over gaat.",
        },
        {"waarde": ("1250", "12 procent"), "jaar": ("2025", "onbekend")},
    ),
    gemeente.LanguageGroup: Words(
        "Een taalgroep",
        {
            "taal": "De taal, als code: ar, ti, nl.",
            "land": "Het land waar deze groep vandaan komt.",
            "aantal": "Hoeveel mensen. Weet u het niet, laat het veld dan weg.",
            "herkomst": "Schrijf afgeleid als u de taal uit het land afleidt en niemand haar telde.",
        },
        {"aantal": (120, 45)},
    ),
    gemeente.AgeCount: Words(
        "Een leeftijdsgroep",
        {
            "leeftijd": "De leeftijdsgroep, in jaren.",
            "aantal": "Hoeveel mensen. Weet u het niet, laat het veld dan weg.",
        },
        {"aantal": (85, 130)},
    ),
    gemeente.Residents: Words(
        "De statushouders",
        {
            "peildatum": "De dag (of maand of jaar) waarop is geteld.",
            "totaal": f"Hoeveel statushouders er samen zijn. {_GROUPS}",
            "talen": f"Hoeveel mensen welke taal spreken. {_GROUPS}",
            "leeftijden": f"Hoeveel mensen van welke leeftijd. {_GROUPS}",
        },
        {"peildatum": ("2026-07-01", "2026-07"), "totaal": (640, 1250)},
    ),
    gemeente.Region: Words(
        "De regio",
        {
            "naam": "De naam van de regio.",
            "gemeenten": "De codes van alle gemeenten in de regio.",
            "ggd": "De naam van de GGD.",
        },
    ),
    gemeente.Role: Words(
        "Een rol",
        {
            "rol": "Wat iemand in dit project doet.",
            "functie": "De functie die dat doet, nooit de naam van een persoon.",
        },
        {"rol": ("trekker", "opdrachtgever"), "functie": ("beleidsadviseur inburgering", "wethouder")},
    ),
    gemeente.Horizon: Words(
        "De looptijd",
        {"van": "Het eerste jaar van het plan.", "tot": "Het laatste jaar van het plan."},
        {"van": (2027, 2028), "tot": (2029, 2030)},
    ),
    gemeente.Adoption: Words(
        "De vaststelling",
        {
            "status": "Schrijf vastgesteld.",
            "door": "Het orgaan dat het plan vaststelde.",
            "datum": "De dag waarop dat gebeurde.",
        },
        {"door": ("de gemeenteraad", "het college"), "datum": ("2027-02-09", "2027-02")},
    ),
    means.Milestone: Words(
        "Een moment van de raad",
        {
            "naam": "Hoe het moment heet.",
            "datum": "De dag waarop de raad besluit.",
            "soort": "Waarover de raad dan besluit. Alleen nodig als de naam dat niet zegt.",
        },
        {"naam": ("voorjaarsnota", "begroting"), "datum": ("2027-05-18", "2027-11-02")},
    ),
    means.Holiday: Words(
        "Een schoolvakantie",
        {
            "naam": "De naam van de vakantie.",
            "van": "De eerste dag van de vakantie.",
            "tot": "De laatste dag van de vakantie.",
        },
        {"van": ("2027-07-17", "2027-12-25"), "tot": ("2027-08-29", "2028-01-09")},
    ),
    means.Period: Words(
        "Een periode",
        {
            "jaar": "Het jaar, in vier cijfers.",
            "kwartaal": "Het kwartaal: 1, 2, 3 of 4. Leeg is het hele jaar.",
        },
        {"jaar": (2027, 2028)},
    ),
    means.Room: Words(
        "Budget voor een periode",
        {
            "bedrag": "Het bedrag voor alles samen, in hele euro's. Of splits het hieronder.",
            "incidenteel": "Het deel dat één keer beschikbaar is, in hele euro's.",
            "structureel": "Het deel dat elk jaar terugkomt, in hele euro's.",
        },
        {"bedrag": (85000, "85.000")},
    ),
    means.QuarterHands: Words(
        "Een kwartaal dat anders is",
        {
            "jaar": "Het jaar, in vier cijfers.",
            "kwartaal": "Het kwartaal: 1, 2, 3 of 4.",
            "tegelijk": "Hoeveel maatregelen er in dat kwartaal naast elkaar kunnen lopen.",
        },
    ),
    means.LeadHands: Words(
        "Wat één trekker aankan",
        {
            "trekker": "De soort ketenpartner, als id.",
            "tegelijk": "Hoeveel maatregelen deze ketenpartner tegelijk kan leiden.",
        },
    ),
    means.Capacity: Words(
        "Wat er tegelijk kan",
        {
            "tegelijk": "Hoeveel maatregelen er naast elkaar kunnen lopen.",
            "per_kwartaal": "Alleen de kwartalen die anders zijn.",
            "per_trekker": "Hoeveel een ketenpartner tegelijk kan leiden.",
        },
        {"tegelijk": (8, 4)},
    ),
    means.Means: Words(
        "De middelen",
        {
            "budget": "Geld voor maatregelen die niemand anders betaalt, per jaar of per kwartaal.",
            "capaciteit": "Hoeveel maatregelen er tegelijk kunnen lopen.",
        },
        {"bron": ("meerjarenbegroting 2027-2030", "raming van de afdeling inburgering")},
    ),
}
