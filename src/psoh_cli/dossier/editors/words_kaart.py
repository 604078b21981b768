"""The words beside the fields of sociale-kaart.yaml."""

from __future__ import annotations

from psoh_cli.dossier.editors.words import Told, Words
from psoh_cli.kaart import entries, kaart

_AREA = "Waar de dienst werkt: codes van gemeenten, zo nodig met namen van wijken."

WORDS: Told = {
    kaart.KaartFile: Words(
        "Wie wat biedt",
        {
            "naam": "De naam van de kaart.",
            "volledig_voor": "Waarvoor u verklaart dat de kaart volledig is. Dan telt ook mee wat er niet op staat.",
            "bronnen": "Eigen bronnen, naast die van de kennis van psoh.",
            "termijnen": "Hoe lang een bevestiging geldt, per soort vermelding. Zonder dit veld: 12 maanden.",
            "regios": "Regio's met een eigen naam, die u bij werkgebied kunt noemen.",
            "organisaties": "De organisaties, elk met een eigen id.",
            "diensten": "Wat de organisaties bieden: elke dienst apart.",
        },
    ),
    kaart.Complete: Words(
        "Een verklaring dat de kaart volledig is",
        {
            "onderwerp": "Waarvoor de kaart volledig is.",
            "waarde": "Welke ketenstap, taal of dergelijke. Laat weg bij alles, of als het voor alle waarden geldt.",
            "datum": "De dag waarop dat is nagegaan. Na 12 maanden telt de verklaring niet meer.",
            "door": "De rol die het naging, nooit de naam van een persoon.",
            "geldt_voor": "Voor welke gemeenten dit geldt, als meer gemeenten deze kaart delen.",
        },
        {"datum": ("2026-09-01", "2026-09"), "door": ("beleidsadviseur", "coördinator wijkteam")},
    ),
    kaart.Term: Words(
        "Een termijn",
        {
            "voor": "Voor welk soort vermelding, of voor de wachttijd.",
            "maanden": "Hoe lang een bevestiging dan geldt, in maanden.",
        },
        {"maanden": (6, 12)},
    ),
    kaart.Region: Words(
        "Een regio",
        {
            "naam": "De naam van de regio, zoals u die bij werkgebied schrijft.",
            "gemeenten": "De codes van de gemeenten in deze regio.",
        },
        {"naam": ("Voorbeeldregio", "Polderland")},
    ),
    entries.FieldChange: Words(
        "Een wijziging",
        {
            "op": "De dag waarop het is gewijzigd.",
            "door": "De rol die het doorgaf, nooit de naam van een persoon.",
            "veld": "Welk veld er anders werd.",
            "was": "Wat er stond, in het kort.",
            "werd": "Wat er kwam te staan, in het kort.",
        },
        {
            "op": ("2026-09-01", "2026-09"),
            "veld": ("wachttijd", "talen"),
            "was": ("6 weken", "Arabisch"),
            "werd": ("8 weken", "Arabisch, Tigrinya"),
        },
    ),
    entries.Verified: Words(
        "Wat op elke vermelding staat",
        {
            "bron": "Waar dit vandaan komt: het id van een bron, of een omschrijving.",
            "bron_jaar": "Het jaar van de bron.",
            "gecontroleerd_op": "De dag (of maand of jaar) waarop dit is nagevraagd, of onbekend.",
            "gecontroleerd_door": "De rol die het navroeg, nooit de naam van een persoon.",
            "termijn_maanden": "Hoe lang een bevestiging geldt, in maanden. Zonder dit veld: 12.",
            "zichtbaar": "Wie dit mag zien: iedereen (openbaar) of alleen professionals.",
            "geschiedenis": "Wat er in deze vermelding veranderde. psoh schrijft dit erbij.",
        },
        {
            "bron": ("eigen opgave", "website van de organisatie"),
            "bron_jaar": ("2025", "2026"),
            "gecontroleerd_op": ("2026-09-01", "onbekend"),
            "termijn_maanden": (6, 24),
        },
    ),
    entries.Organization: Words(
        "Een organisatie",
        {
            "naam": "De naam van de organisatie.",
            "ketenpartner": "Wat voor organisatie dit is, uit de lijst van psoh.",
            "rol": "Wat de organisatie in de keten doet.",
            "website": "Het webadres. Begin met https://.",
            "kvk": "Het nummer bij de Kamer van Koophandel: acht cijfers.",
            "agb": "De AGB-code van een zorgaanbieder: acht cijfers.",
            "contact": "Een algemeen nummer of een gedeelde postbus, nooit van een persoon.",
            "locaties": "De plekken waar de organisatie mensen ontvangt.",
            "in_klankbordgroep": "Of de organisatie in de klankbordgroep zit: ja of nee.",
        },
        {"website": ("https://www.buurthuis.example", "https://buurthuis.example/oost")},
    ),
    entries.Contact: Words(
        "Het contact",
        {
            "functie": "De functie of balie, nooit de naam van een persoon.",
            "telefoon": "Een algemeen nummer, nooit dat van een persoon.",
            "email": "Een gedeelde postbus, nooit die van een persoon.",
            "zichtbaar": "Wie dit mag zien: iedereen (openbaar) of alleen professionals.",
        },
        {
            "telefoon": ("020-1234567", "085-0123456"),
            "email": ("info@buurthuis.example", "aanmelden@buurthuis.example"),
        },
    ),
    entries.Address: Words(
        "Het adres",
        {
            "straat": "De straat en het huisnummer.",
            "postcode": "Vier cijfers, een spatie en twee letters.",
            "plaats": "De plaats.",
        },
        {"postcode": ("1234 AB", "9876 ZX")},
    ),
    entries.Schedule: Words(
        "Een blok openingstijden",
        {
            "dagen": "De dagen waarop dit geldt.",
            "van": "Vanaf welke tijd het open is.",
            "tot": "Tot welke tijd het open is.",
            "toelichting": "Wat er bij de tijden hoort, zoals: alleen op afspraak.",
        },
        {"van": ("09:30", "13:00"), "tot": ("12:30", "17:00")},
    ),
    entries.Location: Words(
        "Een locatie",
        {
            "id": "Een korte naam voor deze plek: kleine letters, cijfers en streepjes.",
            "naam": "De naam van de plek.",
            "adres": "Het adres van de plek.",
            "wijk": "De wijk waarin de plek ligt.",
            "bereikbaarheid": "Hoe mensen er komen: bus, fiets, toegang voor een rolstoel.",
            "openingstijden": "Wanneer de plek open is.",
        },
    ),
    entries.Age: Words(
        "De leeftijd",
        {
            "van": "De laagste leeftijd in jaren. Leeg is geen grens.",
            "tot": "De hoogste leeftijd in jaren. Leeg is geen grens.",
        },
        {"van": (12, 18), "tot": (17, 65)},
    ),
    entries.Waiting: Words(
        "De wachttijd",
        {
            "weken": "Hoeveel weken iemand wacht.",
            "gemeten_op": "De dag (of maand of jaar) waarop dit is nagevraagd.",
            "aanmeldstop": "Of er nu niemand bij kan: ja of nee.",
        },
        {"weken": (6, 13), "gemeten_op": ("2026-09-14", "2026-09")},
    ),
    entries.Capacity: Words(
        "De capaciteit",
        {
            "plaatsen": "Voor hoeveel mensen er plaats is.",
            "per": "In welke tijd, of per groep.",
        },
        {"plaatsen": (12, 40)},
    ),
    entries.Service: Words(
        "Een dienst",
        {
            "organisatie": "Het id van de organisatie die dit biedt.",
            "naam": "De naam van de dienst.",
            "aanbod": "Wat het is, in één of twee zinnen.",
            "status": "Of de dienst nu loopt. Zonder dit veld: actief.",
            "soort_aanbod": "In welke vorm: een lijst.",
            "doelgroepen": "Voor wie de dienst is: een lijst.",
            "leeftijd": "Voor welke leeftijd.",
            "talen": "Talen die de medewerkers zelf spreken, als code: ar, ti, nl.",
            "tolkinzet": "Hoe met tolken wordt gewerkt. Weet u het niet: onbekend.",
            "tolktalen": "Talen waarvoor een tolk komt, als code.",
            "cultuursensitief_getraind": "Of de medewerkers een training in cultuursensitief werken hebben gehad.",
            "cultuursensitief": "Aan welke criteria voor cultuursensitief werken de dienst voldoet.",
            "ketenstappen": "In welke stappen van de keten de dienst helpt.",
            "iasc_laag": "In welke laag van de IASC-piramide de dienst hoort.",
            "pijlers": "Bij welke pijlers de dienst hoort.",
            "interventies": "Welk bekend programma dit is.",
            "codes_4w": "Codes van activiteiten uit de 4Ws-lijst van de IASC, zoals 3.4.",
            "upl": "De naam van een product uit de Uniforme Productnamenlijst, als er een past.",
            "werkgebied": _AREA,
            "toegang": "Wat iemand nodig heeft om binnen te komen.",
            "verwijsroute": "Hoe een verwijzing loopt, in woorden.",
            "kosten_client": "Wat de cliënt betaalt.",
            "kosten_bedrag": "Hoeveel de cliënt betaalt, in hele euro's.",
            "wachttijd": "Hoe lang iemand wacht, en wanneer dat is nagevraagd.",
            "capaciteit": "Hoeveel mensen de dienst kan helpen.",
            "uitsluitcriteria": "Voor wie de dienst niet is.",
            "locaties": "Op welke locaties van de organisatie: hun ids.",
            "openingstijden": "Wanneer de dienst open is.",
            "contact": "Alleen als het anders is dan bij de organisatie. Nooit van een persoon.",
            "website": "Het webadres van de dienst. Begin met https://.",
        },
        {
            "kosten_bedrag": (5, 25),
            "website": ("https://www.buurthuis.example/inloop", "https://buurthuis.example/taal"),
        },
    ),
}
