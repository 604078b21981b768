"""The codes of the sociale kaart about what does not go together: within an entry, and between entries."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

_TWICE = (
    "Dan houdt u er na een tijd maar één bij. In het rapport lijkt er meer te zijn dan er is, en wie belt, krijgt "
    "misschien het oude nummer."
)

CODES = (
    Code(
        code="KAART038",
        severity=Severity.HINT,
        title="Een dienst zonder taal",
        what="Een dienst noemt geen taal bij talen of tolktalen, en zegt niet dat er een professionele tolk is.",
        why="In de dekking blijft dan onbekend wie er terechtkan. Dat kost de meeste mensen de meeste moeite: "
        "een dienst vinden waar iemand hen verstaat.",
        remedy="Vraag de organisatie welke talen de medewerkers spreken en hoe er met tolken wordt gewerkt. "
        "Spreekt men er alleen Nederlands, schrijf dan talen: [nl]",
        wrong="aanbod: Koffie en gesprek\nwerkgebied: [GM0505]",
        right="aanbod: Koffie en gesprek\ntalen: [nl]\nwerkgebied: [GM0505]",
    ),
    Code(
        code="KAART039",
        severity=Severity.WARNING,
        title="Eigen taal beloofd, zonder taal",
        what="Een dienst zegt dat hulp in de eigen taal kan: in de naam, in het aanbod of met een criterium bij "
        "cultuursensitief. Er staat geen andere taal dan Nederlands of Engels, en geen professionele tolk.",
        why="Iemand komt voor zijn eigen taal en treft die niet. De dekking rekent alleen met talen en tolkinzet.",
        remedy="Noem de talen bij talen, of vul bij tolkinzet in hoe de tolk komt: vast, op-aanvraag of telefonisch.",
        wrong="aanbod: Voorlichting in de eigen taal\ntalen: [nl]",
        right="aanbod: Voorlichting in de eigen taal\ntalen: [ar, ti]",
    ),
    Code(
        code="KAART040",
        severity=Severity.WARNING,
        title="Een vaste tolk zonder taal",
        what="Bij tolkinzet staat vast, en nergens staat voor welke talen: niet bij tolktalen en niet in de tekst.",
        why="Een vaste tolk spreekt bepaalde talen. Zonder tolktalen telt psoh de dienst mee voor elke taal, en dat is "
        "dan meer dan er is.",
        remedy="Noem de talen van de tolk bij tolktalen. Komt er voor elke taal een tolk, schrijf dan bij toelichting "
        "hoe dat gaat, of kies op-aanvraag of telefonisch.",
        wrong="tolkinzet: vast",
        right="tolkinzet: vast\ntolktalen: [ar, ti]",
    ),
    Code(
        code="KAART041",
        severity=Severity.ERROR,
        title="De leeftijd is omgedraaid",
        what="Bij leeftijd is van hoger dan tot.",
        why="De dienst zou dan voor niemand zijn, en telt in geen enkele leeftijdsgroep mee.",
        remedy="Zet de laagste leeftijd bij van en de hoogste bij tot. Beide doen mee.",
        wrong="leeftijd: {van: 18, tot: 12}",
        right="leeftijd: {van: 12, tot: 18}",
    ),
    Code(
        code="KAART042",
        severity=Severity.WARNING,
        title="Actief, maar zonder plaatsen",
        what="Bij capaciteit staan 0 plaatsen, en de dienst is actief.",
        why="De dienst telt mee in de dekking, terwijl er niemand terechtkan.",
        remedy="Vul in hoeveel plaatsen er zijn. Is er nu geen plaats, kies dan bij status tijdelijk-gesloten of "
        "gestopt. Weet u het niet, haal capaciteit dan weg.",
        wrong="capaciteit: {plaatsen: 0, per: jaar}",
        right="status: tijdelijk-gesloten\ncapaciteit: {plaatsen: 0, per: jaar}",
    ),
    Code(
        code="KAART043",
        severity=Severity.WARNING,
        title="Een wachttijd zonder datum",
        what="Bij wachttijd staat een aantal weken, en niet wanneer dat is gemeten.",
        why="Een wachttijd verandert per maand. Zonder datum weet niemand of het getal van nu is.",
        remedy="Zet bij de wachttijd wanneer die is nagevraagd: gemeten_op: jjjj-mm. Weet u dat niet, vraag de "
        "wachttijd dan opnieuw na.",
        wrong="wachttijd: {weken: 6}",
        right="wachttijd: {weken: 6, gemeten_op: 2026-09}",
    ),
    Code(
        code="KAART044",
        severity=Severity.WARNING,
        title="Een werkgebied buiten de regio",
        what="Een dienst op uw eigen kaart noemt een gemeente die niet van u is en niet in uw regio ligt, of een "
        "regio waar u niet in ligt. psoh kijkt daarvoor naar regio in gemeente.yaml en naar regios in de kaart.",
        why="Meestal is het een tikfout in de code. Staat uw eigen gemeente er niet bij, dan telt de dienst "
        "hier niet mee.",
        remedy="Verbeter de code. Klopt zij wel, zet de gemeente dan in gemeente.yaml bij regio, onder gemeenten.",
        wrong="werkgebied: [GM0505, GM0532]",
        right="werkgebied: [GM0505, GM0523]",
    ),
    Code(
        code="KAART045",
        severity=Severity.WARNING,
        title="Leeftijd en doelgroep passen niet bij elkaar",
        what="De leeftijd van een dienst past bij geen enkele van de genoemde doelgroepen.",
        why="psoh gaat dan uit van de leeftijd. Wie op doelgroep zoekt, krijgt een dienst waar hij niet terechtkan.",
        remedy="Verbeter de leeftijd of de doelgroepen.",
        wrong="doelgroepen: [kinderen]\nleeftijd: {van: 18}",
        right="doelgroepen: [kinderen]\nleeftijd: {van: 4, tot: 12}",
    ),
    Code(
        code="KAART046",
        severity=Severity.WARNING,
        title="Twee organisaties die dezelfde lijken",
        what="Twee organisaties hebben bijna dezelfde naam. Of ze zijn dezelfde soort ketenpartner en hebben hetzelfde "
        "KvK-nummer of hetzelfde telefoonnummer.",
        why=f"Meestal heeft iemand de organisatie voor de tweede keer toegevoegd. {_TWICE}",
        remedy="Is het dezelfde, houd dan één vermelding en laat alle diensten daarnaar verwijzen. Zijn het er echt "
        "twee, maak dan het verschil in de naam duidelijk.",
        wrong="naam: Buurthuis Oost\nnaam: Buurhuis Oost",
        right="naam: Buurthuis Oost\nnaam: Buurthuis West",
    ),
    Code(
        code="KAART047",
        severity=Severity.WARNING,
        title="Twee diensten die dezelfde lijken",
        what="Twee diensten van één organisatie hebben bijna dezelfde naam, en niets wat is ingevuld houdt ze uit "
        "elkaar: geen taal, doelgroep, leeftijd, werkgebied of locatie.",
        why=f"Meestal heeft iemand de dienst voor de tweede keer toegevoegd. {_TWICE}",
        remedy="Is het dezelfde, houd dan één vermelding. Zijn het er echt twee, zet het verschil dan in de naam of "
        "vul in wat anders is: talen, doelgroepen, leeftijd, werkgebied of locaties.",
        wrong="naam: Taalmaatje\nnaam: Taalmaatjes",
        right="naam: Taalmaatje\nnaam: Wandelmaatje",
    ),
)
