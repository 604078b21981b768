"""The codes of the sociale kaart."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

_FROM_LIST = "Gebruik een id uit de lijst, die u ziet met: psoh praktijken --lijst"
_NOT_COUNTED = "Wat psoh niet herkent telt nergens mee, en dat ziet er in het rapport uit als een gat."

CODES = (
    Code(
        code="KAART001",
        severity=Severity.ERROR,
        title="De organisatie van een dienst staat niet op de kaart",
        what="Het veld organisatie van een dienst noemt een id dat bij organisaties niet voorkomt.",
        why="Zonder organisatie weet niemand wie de dienst biedt en welke ketenpartner het is.",
        remedy="Verbeter het id, of voeg de organisatie toe onder organisaties.",
    ),
    Code(
        code="KAART002",
        severity=Severity.ERROR,
        title="Een id is twee keer gebruikt",
        what="Twee organisaties, twee diensten, twee bronnen of twee locaties van één organisatie hebben hetzelfde id.",
        why="Een verwijzing naar dat id kan dan twee dingen betekenen; psoh kiest daar niet stil tussen.",
        remedy="Geef een van beide een ander id, en pas de verwijzingen ernaar aan.",
    ),
    Code(
        code="KAART003",
        severity=Severity.ERROR,
        title="Een datum in de toekomst",
        what="Een controle, een meting of een verklaring heeft een datum na de peildatum.",
        why="Zo'n datum maakt gegevens ten onrechte actueel.",
        remedy="Verbeter de datum, of kies met --peildatum een latere dag.",
    ),
    Code(
        code="KAART004",
        severity=Severity.WARNING,
        title="Niet meer bevestigd",
        what="De laatste controle van een vermelding is langer geleden dan de termijn, of er is nooit gecontroleerd.",
        why="Het aanbod voor statushouders verandert snel. Wat niet bevestigd is, telt in de dekking als "
        "'niet meer bevestigd'. De gewone termijn is 12 maanden; dat is een keuze van psoh (afgeleid).",
        remedy="Vraag na of het nog klopt en leg dat vast met: psoh kaart bevestig ID --map MAP",
    ),
    Code(
        code="KAART005",
        severity=Severity.ERROR,
        title="Onbekende ketenstap",
        what="Een dienst noemt een ketenstap die niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy=f"{_FROM_LIST} ketenstappen",
    ),
    Code(
        code="KAART006",
        severity=Severity.ERROR,
        title="Onbekende ketenpartner",
        what="Een organisatie noemt een soort ketenpartner die niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy=f"{_FROM_LIST} ketenpartners",
    ),
    Code(
        code="KAART007",
        severity=Severity.ERROR,
        title="Onbekende laag",
        what="Een dienst noemt een laag van de IASC-piramide die niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy="Kies laag-1, laag-2, laag-3 of laag-4.",
    ),
    Code(
        code="KAART008",
        severity=Severity.ERROR,
        title="Onbekende pijler",
        what="Een dienst noemt een pijler die niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy=f"{_FROM_LIST} pijlers",
    ),
    Code(
        code="KAART009",
        severity=Severity.ERROR,
        title="Onbekende interventie",
        what="Een dienst noemt een interventie die niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy=f"{_FROM_LIST} interventies",
    ),
    Code(
        code="KAART010",
        severity=Severity.ERROR,
        title="Onbekend criterium voor cultuursensitief werken",
        what="Een dienst noemt een criterium dat niet in de kennisbank staat.",
        why=_NOT_COUNTED,
        remedy=f"{_FROM_LIST} criteria",
    ),
    Code(
        code="KAART011",
        severity=Severity.ERROR,
        title="De kaart is volledig verklaard voor iets dat niet bestaat",
        what="Een regel bij volledig_voor noemt een waarde die niet bestaat.",
        why="Alleen waar de kaart volledig is verklaard, mag psoh zeggen dat iets ontbreekt. "
        "Dan moet wel vaststaan waarover de verklaring gaat.",
        remedy="Noem bij waarde een bestaand id. Voor de hele kaart: onderwerp: alles, zonder waarde.",
    ),
    Code(
        code="KAART012",
        severity=Severity.WARNING,
        title="Onbekende taalcode",
        what="Een taal of tolktaal heeft een code die psoh niet kent.",
        why="De dekking koppelt talen op hun code. Een tikfout maakt een dienst onvindbaar voor wie die taal spreekt.",
        remedy="Gebruik een code uit ISO 639, bijvoorbeeld ar voor Arabisch of ti voor Tigrinya.",
    ),
    Code(
        code="KAART013",
        severity=Severity.ERROR,
        title="Onbekende locatie",
        what="Een dienst noemt een locatie die niet bij zijn organisatie staat.",
        why="Wie de dienst zoekt, vindt dan geen adres.",
        remedy="Verbeter het id, of voeg de locatie toe bij de organisatie onder locaties.",
    ),
    Code(
        code="KAART014",
        severity=Severity.ERROR,
        title="Gratis, met een bedrag",
        what="Bij kosten_client staat gratis en bij kosten_bedrag een bedrag.",
        why="Een van beide klopt niet, en kosten zijn vaak de reden dat iemand niet komt.",
        remedy="Haal het bedrag weg, of kies bij kosten_client eigen-bijdrage of eigen-risico.",
    ),
    Code(
        code="KAART015",
        severity=Severity.WARNING,
        title="Tolktalen zonder tolk",
        what="Een dienst noemt tolktalen, terwijl tolkinzet geen of onbekend is.",
        why="De dekking telt een taal alleen mee als er een professionele tolk is.",
        remedy="Vul bij tolkinzet in hoe de tolk komt: vast, op-aanvraag of telefonisch. "
        "Spreken medewerkers de taal zelf, zet haar dan bij talen.",
    ),
    Code(
        code="KAART016",
        severity=Severity.WARNING,
        title="Werkgebied onbekend",
        what="Een dienst heeft geen werkgebied.",
        why="psoh telt de dienst dan mee voor elke gemeente die deze kaart gebruikt, ook als dat niet klopt.",
        remedy="Schrijf bij werkgebied de codes van de gemeenten waar de dienst werkt: GM en vier cijfers. "
        "Werkt hij alleen in een wijk, zet de wijk er dan bij: [GM…, Centrum].",
    ),
    Code(
        code="KAART017",
        severity=Severity.WARNING,
        title="Een contact dat van een persoon lijkt",
        what="Een telefoonnummer is mobiel, of een e-mailadres heeft de vorm voornaam.achternaam.",
        why="De kaart wordt gedeeld en gepubliceerd. Zij noemt functies, gedeelde postbussen en openbare nummers, "
        "geen mensen. Mensen wisselen ook van baan; dan klopt de kaart niet meer.",
        remedy="Gebruik het algemene nummer en een gedeelde postbus. "
        "Is dit een openbaar nummer van een team, dan kunt u deze waarschuwing laten staan.",
    ),
    Code(
        code="KAART018",
        severity=Severity.HINT,
        title="Een organisatie zonder dienst",
        what="Bij een organisatie staat geen enkele dienst.",
        why="Voor de dekking tellen alleen diensten. Een organisatie alleen zegt nog niet wat iemand er kan krijgen.",
        remedy="Vraag de organisatie wat zij biedt en voeg dat toe met: psoh kaart voeg-toe MAP",
    ),
    Code(
        code="KAART019",
        severity=Severity.WARNING,
        title="Hetzelfde id in meer dan één kaart",
        what="Twee kaarten die voor deze gemeente tellen, gebruiken hetzelfde id voor iets verschillends.",
        why="De eigen kaart gaat dan voor; de andere vermelding telt niet mee.",
        remedy="Is het dezelfde dienst, houd dan één vermelding. Is het een andere, geef haar een ander id.",
    ),
    Code(
        code="KAART020",
        severity=Severity.WARNING,
        title="Een dienst zonder ketenstap",
        what="Een dienst zegt niet in welke stap van de keten hij helpt.",
        why="De dienst telt dan in geen enkele stap van de dekking mee. Wel is daardoor overal waar verder niets "
        "is gevonden onbekend of er iets is, ook als de kaart volledig is verklaard.",
        remedy="Vul bij ketenstappen een of meer ids in. Die ziet u met: psoh praktijken --lijst ketenstappen",
    ),
    Code(
        code="KAART021",
        severity=Severity.WARNING,
        title="Een werkgebied dat op een gemeentecode lijkt",
        what="Bij werkgebied staat iets dat op een gemeentecode lijkt, maar niet uit GM en vier cijfers bestaat.",
        why="psoh leest het dan als de naam van een wijk, en telt de dienst voor elke gemeente mee.",
        remedy="Schrijf GM en vier cijfers, zoals bij code in gemeente.yaml.",
    ),
    Code(
        code="KAART022",
        severity=Severity.WARNING,
        title="Gegevens van een persoon in een vrije tekst",
        what="In een toelichting of omschrijving lijkt een BSN, een geboortedatum of een mobiel nummer te staan.",
        why="Een sociale kaart gaat over diensten en niet over mensen. Zij wordt gedeeld en gepubliceerd.",
        remedy="Haal het weg, of vervang het door het algemene nummer van de organisatie.",
    ),
    Code(
        code="KAART023",
        severity=Severity.WARNING,
        title="Een verklaring die te oud is om op te rekenen",
        what="De kaart is langer dan 12 maanden geleden volledig verklaard voor een onderwerp.",
        why="Alleen een kaart die volledig is, laat zien dat er iets niet is. Sinds die tijd kan er van alles zijn "
        "bijgekomen of gestopt. psoh noemt daarom onbekend wat er niet op staat. De termijn is afgeleid.",
        remedy="Ga na of de kaart nog volledig is en zet dan bij volledig_voor de datum van vandaag.",
    ),
    Code(
        code="KAART024",
        severity=Severity.WARNING,
        title="Een lege kaart die volledig is verklaard",
        what="Bij volledig_voor staat een onderwerp, en op de kaart staat geen enkele dienst of organisatie.",
        why="psoh gelooft de verklaring: alles waarvoor de kaart volledig heet, komt in het rapport als ontbreekt.",
        remedy="Vul eerst de kaart, of haal het onderwerp weg bij volledig_voor.",
    ),
    Code(
        code="KAART025",
        severity=Severity.HINT,
        title="Een gedeelde kaart die niet voor deze gemeente volledig is verklaard",
        what="Een kaart die u met andere gemeenten deelt, is volledig verklaard zonder deze gemeente te noemen.",
        why="Wat voor de ene gemeente volledig is, hoeft dat voor een andere niet te zijn. De verklaring telt hier "
        "niet: wat niet op de kaart staat, is onbekend.",
        remedy="Vraag de beheerder van die kaart na te gaan of zij ook hier volledig is. Zo ja, zet dan bij die "
        "verklaring: geldt_voor: [GM0505], met de code van uw gemeente.",
    ),
)
