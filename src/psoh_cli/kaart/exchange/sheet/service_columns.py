"""The columns about a service, in the order in which an adviser fills them in."""

from __future__ import annotations

from functools import partial

from psoh_cli.kaart.exchange.sheet.column import VISIBLE_TO, Column, words
from psoh_cli.vocabulary import (
    Access,
    ClientCost,
    Interpreter,
    OfferKind,
    ServiceStatus,
    TargetGroup,
    Trained,
)

_column = partial(Column, who="dienst")
_UNKNOWN = "onbekend"
_SEVERAL = "Meer dan één: zet er een komma tussen."

SERVICE_COLUMNS: tuple[Column, ...] = (
    _column(
        key="naam", heading="Dienst", required=True, width=30, example="Taalcafé Oost",
        meaning="De naam waaronder mensen de dienst kennen. Eén rij is één soort hulp voor één groep.",
    ),
    _column(
        key="aanbod", heading="Wat de dienst biedt", required=True, width=44,
        example="Elke week samen Nederlands oefenen bij de koffie",
        meaning="Wat iemand er krijgt, in één of twee gewone zinnen. Noem geen personen.",
    ),
    _column(
        key="status", heading="Loopt de dienst?", kind="keuze", choices=words(ServiceStatus), example="actief",
        meaning="Of de dienst nu loopt. Leeg is actief.",
    ),
    _column(
        key="soort_aanbod", heading="Soort aanbod", kind="keuzes", choices=words(OfferKind), width=22,
        example="groep, ontmoeting", meaning=f"De vorm waarin mensen hulp krijgen. {_SEVERAL}",
    ),
    _column(
        key="doelgroepen", heading="Voor wie", kind="keuzes", choices=words(TargetGroup), width=22,
        example="volwassenen, vrouwen", meaning=f"Voor wie de dienst bedoeld is. {_SEVERAL}",
    ),
    _column(
        key="leeftijd.van", heading="Leeftijd vanaf", kind="getal", most=120, width=13, example="18",
        empty_group="geen grens", meaning="De laagste leeftijd in jaren; die doet mee. Leeg is geen ondergrens.",
    ),
    _column(
        key="leeftijd.tot", heading="Leeftijd tot en met", kind="getal", most=120, width=13, example="26",
        meaning="De hoogste leeftijd in jaren; die doet mee. Leeg is geen bovengrens.",
    ),
    _column(
        key="talen", heading="Talen van medewerkers", kind="talen", width=24, example="Nederlands, Arabisch",
        meaning=f"Talen die medewerkers zelf spreken, met hun Nederlandse naam. {_SEVERAL}",
    ),
    _column(
        key="tolkinzet", heading="Tolk", kind="keuze", choices=words(Interpreter), default=_UNKNOWN, width=22,
        example="Tolk op aanvraag", meaning="Hoe de dienst met tolken werkt. Leeg is onbekend.",
    ),
    _column(
        key="tolktalen", heading="Talen via een tolk", kind="talen", width=24, example="Tigrinya, Somalisch",
        meaning=f"Talen waarvoor een tolk komt. {_SEVERAL}",
    ),
    _column(
        key="cultuursensitief_getraind", heading="Getraind in cultuursensitief werken", kind="keuze",
        choices=words(Trained), default=_UNKNOWN, example="deels",
        meaning="Of medewerkers een training hebben gehad. Leeg is onbekend.",
    ),
    _column(
        key="cultuursensitief", heading="Kenmerken van cultuursensitief werken", kind="keuzes",
        known="cultural_criteria", width=26, example="eigen taal of tolk, flexibel",
        meaning=f"Waaraan de dienst voldoet. {_SEVERAL}",
    ),
    _column(
        key="ketenstappen", heading="Stap in de keten", kind="keuzes", known="chain_steps", width=26,
        example="Netwerk en veerkracht versterken",
        meaning=f"De stap waarin de dienst helpt, van overdracht tot meedoen. {_SEVERAL}",
    ),
    _column(
        key="iasc_laag", heading="Laag van steun", kind="keuze", known="layers", width=24,
        example="Steun uit gemeenschap en gezin",
        meaning="De laag van de piramide van steun (IASC), van basis voor iedereen tot gespecialiseerde zorg.",
    ),
    _column(
        key="pijlers", heading="Pijler van de aanpak", kind="keuzes", known="pillars", width=22,
        example="Toeleiding en behandeling", meaning=f"Het onderdeel van de aanpak. {_SEVERAL}",
    ),
    _column(
        key="interventies", heading="Bekende interventie", kind="keuzes", known="interventions", width=24,
        example="Mind-Spring psycho-educatie",
        meaning=f"Alleen als de dienst dit programma echt uitvoert. {_SEVERAL}",
    ),
    _column(
        key="toegang", heading="Toegang", kind="keuzes", choices=words(Access), width=24,
        example="Zelf aanmelden", meaning=f"Wat nodig is om binnen te komen. {_SEVERAL}",
    ),
    _column(
        key="verwijsroute", heading="Hoe verwijzen", width=30, example="Bel het wijkteam; die plant een kennismaking",
        meaning="De weg ernaartoe, in gewone woorden.",
    ),
    _column(
        key="kosten_client", heading="Kosten voor de cliënt", kind="keuze", choices=words(ClientCost),
        default=_UNKNOWN, width=22, example="Niets, het is gratis", meaning="Wat de cliënt betaalt. Leeg is onbekend.",
    ),
    _column(
        key="kosten_bedrag", heading="Bedrag in euro's", kind="bedrag", width=14, example="25",
        meaning="Wat de cliënt betaalt, in hele euro's.",
    ),
    _column(
        key="wachttijd.weken", heading="Wachttijd in weken", kind="getal", most=520, width=14, example="6",
        meaning="Hoeveel weken iemand wacht. 0 is geen wachttijd; leeg is onbekend.",
    ),
    _column(
        key="wachttijd.gemeten_op", heading="Wachttijd gemeten op", kind="datum", width=19, example="15-3-2026",
        meaning="De dag waarop de wachttijd is nagevraagd. Zonder dag: in maart 2026, of 2026.",
    ),
    _column(
        key="wachttijd.aanmeldstop", heading="Aanmeldstop", kind="ja-nee", width=13, example="nee",
        meaning="Of er nu niemand bij kan. Vul dan ook de wachttijd in.",
    ),
    _column(
        key="capaciteit.plaatsen", heading="Plaatsen", kind="getal", most=100_000, width=13, example="12",
        meaning="Hoeveel mensen de dienst kan helpen.",
    ),
    _column(
        key="capaciteit.per", heading="Plaatsen per", kind="keuze", width=14, example="kwartaal",
        choices=words(("week", "maand", "kwartaal", "jaar", "groep", "gelijktijdig")),
        meaning="De periode waarvoor het aantal plaatsen geldt.",
    ),
    _column(
        key="uitsluitcriteria", heading="Voor wie niet", width=26, example="Bij een crisis: bel de huisarts",
        meaning="Wie hier niet terechtkan. Noem geen personen.",
    ),
    _column(
        key="werkgebied", heading="Werkgebied", kind="lijst", width=22, example="GM0505, Centrum",
        meaning=f"Gemeentecodes (GM en vier cijfers), en wijken of regio's met hun naam. {_SEVERAL}",
    ),
    _column(
        key="locaties", heading="Op locatie", kind="lijst", width=18, example="buurthuis-oost",
        meaning=f"De ids van locaties van de organisatie; die staan daar bij Locaties. {_SEVERAL}",
    ),
    _column(
        key="openingstijden", heading="Openingstijden", kind="openingstijden", width=32,
        example="maandag, woensdag 09:00-12:00; vrijdag 13:00-17:00 (niet in de vakantie)",
        meaning="Dagen voluit met tijden als uu:mm. Puntkomma tussen tijden; uitleg tussen haakjes.",
    ),
    _column(
        key="website", heading="Website", width=28, example="https://taalcafe.example",
        meaning="De pagina over de dienst, met https:// ervoor.",
    ),
    _column(
        key="contact.functie", heading="Contact: functie", width=20, example="coördinator",
        meaning="Bij wie men moet zijn: een functie, nooit de naam van een persoon.",
    ),
    _column(
        key="contact.telefoon", heading="Contact: telefoon", width=17, example="078-1234567",
        meaning="Een nummer van de dienst, niet van een persoon.",
    ),
    _column(
        key="contact.email", heading="Contact: e-mail", width=26, example="taalcafe@welzijn.example",
        meaning="Een gedeeld postvak, niet het adres van een persoon.",
    ),
    _column(
        key="contact.zichtbaar", heading="Contact: zichtbaar voor", kind="keuze", choices=VISIBLE_TO,
        example="iedereen", meaning="Wie dit contact mag zien. Leeg is iedereen.",
    ),
    _column(
        key="upl", heading="Naam in de UPL", width=22, example="maatschappelijke ondersteuning",
        meaning="De naam in de Uniforme Productnamenlijst van de overheid, als die er is.",
    ),
    _column(
        key="codes_4w", heading="4W-codes", kind="lijst", width=14, example="3.4, 8.1",
        meaning=f"Codes van activiteiten zoals de 4W-lijst van de IASC ze nummert. {_SEVERAL}",
    ),
    _column(
        key="zichtbaar", heading="Zichtbaar voor", kind="keuze", choices=VISIBLE_TO, example="iedereen",
        meaning="Wie deze dienst mag zien. Leeg is iedereen.",
    ),
    _column(
        key="bron", heading="Bron", required=True, width=26, example="Opgave van de organisatie",
        meaning="Waar de informatie vandaan komt: een pagina, document of organisatie, geen persoon.",
    ),
    _column(key="bron_jaar", heading="Jaar van de bron", width=14, example="2026", meaning="Het jaar van de bron."),
    _column(
        key="gecontroleerd_op", heading="Nagevraagd op", kind="datum", required=True, unset=_UNKNOWN, width=19,
        example="15-3-2026",
        meaning="Wanneer dit bij de organisatie is nagevraagd. Zonder dag: in maart 2026, of 2026. Niet: onbekend.",
    ),
    _column(
        key="gecontroleerd_door", heading="Nagevraagd door", width=20, example="beleidsadviseur",
        meaning="De functie van wie het navroeg, geen naam.",
    ),
    _column(
        key="termijn_maanden", heading="Geldt hoeveel maanden", kind="getal", most=600, width=14, example="12",
        meaning="Hoe lang het navragen geldt. Leeg is de gewone termijn.",
    ),
    _column(
        key="toelichting", heading="Toelichting", width=34, example="Start na de zomer opnieuw",
        meaning="Wat verder van belang is. Noem geen personen.",
    ),
    _column(
        key="geschiedenis", heading="Geschiedenis", kind="geschiedenis", hidden=True, width=20,
        example="2026-03-15 | veld: talen | werd: ar", meaning="Wat eerder is veranderd. psoh houdt dit zelf bij.",
    ),
    _column(
        key="id", heading="Id dienst", hidden=True, width=20, example="taalcafe-oost",
        meaning="Hieraan herkent psoh de dienst. Laat leeg bij een nieuwe dienst; verander het nooit.",
    ),
)  # fmt: skip
