"""The codes of the sociale kaart about places by name and addresses of pages."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

CODES = (
    Code(
        code="KAART048",
        severity=Severity.WARNING,
        title="Een gemeente bij naam in het werkgebied",
        what="Bij werkgebied staat de naam van een gemeente, en niet de code. Of de gemeente bestaat niet meer.",
        why="psoh leest een naam als een plaats in uw eigen gemeente, en telt de dienst dan hier in alle wijken mee.",
        remedy="Schrijf de code: GM en vier cijfers.",
        wrong="werkgebied: [Dordrecht]",
        right="werkgebied: [GM0505]",
        fix="veilig",
    ),
    Code(
        code="KAART049",
        severity=Severity.WARNING,
        title="Een werkgebied dat op een bekende naam lijkt",
        what="Bij werkgebied staat een naam die bijna gelijk is aan een wijk in gemeente.yaml, aan een regio of aan de "
        "naam van uw gemeente.",
        why="Een naam die psoh niet kent, telt voor alle wijken mee. Na een tikfout lijkt de dienst overal te zijn.",
        remedy="Neem de naam letter voor letter over: een wijk uit gemeente.yaml, een regio uit regios in de kaart.",
        wrong="werkgebied: [GM0505, Centum]",
        right="werkgebied: [GM0505, Centrum]",
        fix="onveilig",
    ),
    Code(
        code="KAART050",
        severity=Severity.HINT,
        title="Een werkgebied dat niet bij de wijken staat",
        what="In gemeente.yaml staan wijken, en een dienst noemt bij werkgebied een naam die daar niet bij is. Het is "
        "ook geen gemeente en niet de regio.",
        why="psoh weet dan niet waar dat is, en telt de dienst voor alle wijken mee.",
        remedy="Is het een wijk van uw gemeente, zet de naam dan in gemeente.yaml bij wijken. Anders: schrijf de code "
        "van de gemeente of de naam van de wijk waar het in ligt.",
        wrong="werkgebied: [GM0505, Stationsbuurt]",
        right="werkgebied: [GM0505, Centrum]",
    ),
    Code(
        code="KAART051",
        severity=Severity.WARNING,
        title="Een webadres zonder https://",
        what="Bij website staat een adres zonder https:// of http:// ervoor.",
        why="Een browser vult het begin zelf aan; een ander programma dat de kaart leest, vaak niet. psoh leest "
        "het adres wel, want het is duidelijk wat u bedoelt.",
        remedy="Zet https:// voor het adres, en kijk of de pagina dan opengaat.",
        wrong="website: www.buurthuis.example",
        right="website: https://www.buurthuis.example",
        fix="veilig",
    ),
)
