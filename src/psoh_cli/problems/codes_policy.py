"""The codes of what a gemeente chose to weigh otherwise: `psoh.toml` and remarks in a file."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

CODES = (
    Code(
        code="CONTROLE001",
        severity=Severity.ERROR,
        title="psoh.toml is niet te lezen",
        what="Het bestand psoh.toml is geen geldige TOML, is te groot of is niet als UTF-8 opgeslagen.",
        why="Dan weet psoh niet wat u anders wilt wegen, en weegt alles zoals zonder dat bestand.",
        remedy="Verbeter de plek die de melding noemt, of haal het bestand weg.",
        wrong='[ernst]\nKAART004 = tip"',
        right='[ernst]\nKAART004 = "tip"',
    ),
    Code(
        code="CONTROLE002",
        severity=Severity.ERROR,
        title="Een veld of waarde die psoh.toml niet kent",
        what="In psoh.toml staat een veld dat niet bestaat, of een waarde van een andere soort.",
        why="Wat psoh niet begrijpt, doet niets. Dat merkt u anders pas als u erop rekent.",
        remedy="In psoh.toml passen [ernst] en [[negeer]]. Onder [[negeer]] passen code, bestand en omdat.",
        wrong='[ernst]\nKAART004 = "laag"',
        right='[ernst]\nKAART004 = "tip"',
    ),
    Code(
        code="CONTROLE003",
        severity=Severity.ERROR,
        title="Een code die niet bestaat",
        what="In psoh.toml, of in een opmerking voor psoh, staat een code die psoh niet heeft.",
        why="De afspraak doet dan niets, terwijl u denkt van wel.",
        remedy="Neem de code precies over uit de melding.",
        wrong="talen: [nl]  # psoh: negeer KAART999 omdat dit dialect geen eigen code heeft",
        right="talen: [nl]",
    ),
    Code(
        code="CONTROLE004",
        severity=Severity.ERROR,
        title="Negeren zonder reden",
        what="In psoh.toml, of in een opmerking voor psoh, ontbreekt waarom een melding niet telt.",
        why="Wie na u komt, moet kunnen nagaan of de reden nog klopt. Zonder reden telt de melding gewoon mee.",
        remedy="Schrijf de reden achter het woord omdat.",
        wrong='[[negeer]]\ncode = "KAART004"',
        right='[[negeer]]\ncode = "KAART004"\nomdat = "de GGD bevestigt elk half jaar op papier"',
    ),
    Code(
        code="CONTROLE005",
        severity=Severity.ERROR,
        title="Een code die u niet kunt negeren",
        what="Iemand wil een fout negeren of minder zwaar maken waar psoh niet omheen kan.",
        why="Wat niet te lezen is of twee dingen kan betekenen, telt nergens in mee. Een plan zou dan niet kloppen.",
        remedy="Verbeter de fout zelf, en haal het verzoek weg.",
        wrong='[[negeer]]\ncode = "KAART002"\nomdat = "wij weten welke dienst we bedoelen"',
        right='[[negeer]]\ncode = "KAART004"\nomdat = "de GGD bevestigt elk half jaar op papier"',
    ),
    Code(
        code="CONTROLE006",
        severity=Severity.WARNING,
        title="Een uitzondering die nergens voor nodig is",
        what="psoh.toml, of een opmerking in een bestand, negeert een melding die er niet meer is.",
        why="Zo'n uitzondering blijft ongemerkt staan en verbergt later een nieuwe fout.",
        remedy="Haal de uitzondering weg, of verbeter de code of het bestand dat erin staat.",
        wrong="talen: [nl]  # psoh: negeer KAART012 omdat dit dialect geen eigen code heeft",
        right="talen: [nl]",
        fix="onveilig",
    ),
    Code(
        code="CONTROLE007",
        severity=Severity.WARNING,
        title="Een opmerking voor psoh die psoh niet begrijpt",
        what="Een opmerking begint met 'psoh:', maar zegt daarna niet welke code genegeerd moet worden. Of ze lijkt "
        "voor psoh bedoeld, maar is anders geschreven. Of ze staat in een tekst van meer regels, en wordt meegedrukt. "
        "Of er staan twee opmerkingen achter elkaar op één regel.",
        why="De opmerking doet niets, terwijl u dat misschien wel verwacht.",
        remedy="Schrijf: # psoh: negeer CODE omdat REDEN. Is ze voor uzelf bedoeld? Laat 'psoh:' dan weg.",
        wrong="talen: [nl]  # psoh: klopt zo",
        right="talen: [nl]  # klopt zo",
    ),
)
