"""The codes of a dossier as a whole and of `gemeente.yaml`."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

CODES = (
    Code(
        code="DOSSIER002",
        severity=Severity.ERROR,
        title="Code en naam van de gemeente horen niet bij elkaar",
        what="De gemeentecode hoort in de landelijke lijst bij een andere naam.",
        why="Cijfers en werkgebieden worden op de code gekoppeld. Met een verkeerde code telt het "
        "aanbod van een andere gemeente.",
        remedy="Zet de code en de naam uit de landelijke lijst bij elkaar.",
    ),
    Code(
        code="DOSSIER003",
        severity=Severity.WARNING,
        title="De gemeente bestaat niet meer",
        what="De gemeentecode is volgens de landelijke lijst opgeheven.",
        why="Een plan wordt vastgesteld door de raad van een gemeente die bestaat.",
        remedy="Gebruik de code en de naam van de opvolger.",
    ),
    Code(
        code="DOSSIER004",
        severity=Severity.WARNING,
        title="De gemeentecode staat niet in de landelijke lijst",
        what="De lijst die bij psoh hoort kent deze code niet.",
        why="Meestal is het een tikfout. De lijst heeft een datum: een heel nieuwe gemeente kan ontbreken.",
        remedy="Controleer de code bij het CBS.",
    ),
    Code(
        code="DOSSIER005",
        severity=Severity.WARNING,
        title="Andere versie van de kennis",
        what="Het bestand is gemaakt met een andere versie van de kennisbank dan nu bij psoh hoort.",
        why="Vragen en praktijken kunnen zijn veranderd; een uitkomst is dan niet zonder meer te "
        "vergelijken met eerder.",
        remedy="Lees na wat er veranderde, en zet daarna de nieuwe versie in het bestand.",
    ),
    Code(
        code="DOSSIER006",
        severity=Severity.ERROR,
        title="Onbekende versie van het bestandsformaat",
        what="Het veld formaat noemt een versie die deze psoh niet kent.",
        why="Een bestand van een nieuwere psoh kan velden hebben die wij verkeerd zouden lezen.",
        remedy="Werk psoh bij, of vraag wie het bestand maakte om het in dit formaat op te slaan.",
    ),
    Code(
        code="DOSSIER007",
        severity=Severity.ERROR,
        title="Een gedeelde sociale kaart is niet te vinden",
        what="gemeente.yaml noemt bij kaarten een bestand dat er niet is, of dat buiten de toegestane "
        "map ligt.",
        why="Het aanbod van de regio telt dan niet mee, en dat ziet eruit als een gat.",
        remedy="Schrijf een pad vanaf de map van het dossier, met gewone schuine strepen: "
        "../regio/sociale-kaart.yaml",
    ),
    Code(
        code="DOSSIER008",
        severity=Severity.WARNING,
        title="Onbekende taalcode",
        what="Een taal bij statushouders heeft een code die psoh niet kent.",
        why="De dekking koppelt talen op hun code.",
        remedy="Gebruik een code uit ISO 639, bijvoorbeeld ti voor Tigrinya.",
    ),
    Code(
        code="DOSSIER009",
        severity=Severity.ERROR,
        title="Een datum in de toekomst",
        what="Een datum van iets dat al gebeurd is, ligt na de peildatum.",
        why="Zo'n datum maakt gegevens ten onrechte actueel.",
        remedy="Verbeter de datum, of kies met --peildatum een latere dag.",
    ),
    Code(
        code="DOSSIER010",
        severity=Severity.ERROR,
        title="De looptijd kan niet",
        what="Het eerste jaar van de horizon ligt na het laatste, of een jaar heeft geen vier cijfers.",
        why="Het plan kan dan geen planning maken.",
        remedy="Zet bij van het eerste en bij tot het laatste jaar.",
    ),
    Code(
        code="DOSSIER011",
        severity=Severity.WARNING,
        title="De groepen zijn samen groter dan het totaal",
        what="De aantallen per taal of per leeftijd zijn opgeteld meer dan het totaal aantal statushouders.",
        why="De dekking weegt met deze aantallen; het beeld klopt dan niet.",
        remedy="Kijk welk aantal niet klopt. Weet u een aantal niet, laat het dan leeg.",
    ),
    Code(
        code="DOSSIER012",
        severity=Severity.WARNING,
        title="Een bestand dat psoh niet leest",
        what="In het dossier staat een YAML-bestand met een naam die psoh niet kent.",
        why="Wat in dat bestand staat telt nergens mee.",
        remedy="Geef het bestand de juiste naam, of zet het buiten het dossier.",
    ),
    Code(
        code="DOSSIER013",
        severity=Severity.WARNING,
        title="Een bron die nergens is beschreven",
        what="Een veld bron noemt een id dat niet bij bronnen staat en ook niet in de kennisbank.",
        why="Wie het rapport leest, kan de bron dan niet nazoeken.",
        remedy="Beschrijf de bron in gemeente.yaml of in de kaart onder bronnen, of schrijf de bron "
        "voluit in woorden.",
    ),
    Code(
        code="DOSSIER014",
        severity=Severity.WARNING,
        title="Een groep kleiner dan vijf",
        what="Een aantal statushouders in gemeente.yaml is kleiner dan vijf.",
        why="Een heel klein aantal kan een persoon herkenbaar maken. psoh drukt het nooit af, maar het "
        "staat wel in uw bestand.",
        remedy="Voeg kleine groepen samen, of laat het aantal leeg.",
    ),
    Code(
        code="DOSSIER015",
        severity=Severity.WARNING,
        title="Een werkgebied in een gemeente die er niet is",
        what="Een dienst noemt bij werkgebied een gemeentecode die niet bestaat of is opgeheven.",
        why="De dienst telt alleen mee waar het werkgebied de gemeente dekt. Met een verkeerde code "
        "telt hij nergens mee.",
        remedy="Gebruik de code uit de landelijke lijst.",
    ),
    Code(
        code="DOSSIER016",
        severity=Severity.ERROR,
        title="Een budget zonder bedrag, of met te veel bedragen",
        what="Een regel van het budget noemt geen bedrag, of een bedrag voor alles samen naast een bedrag apart.",
        why="psoh weegt maatregelen op dit geld. Dan moet vaststaan hoeveel het is.",
        remedy="Schrijf bij een periode bedrag:, of incidenteel: en structureel:.",
    ),
    Code(
        code="DOSSIER017",
        severity=Severity.ERROR,
        title="Dezelfde periode of trekker staat er twee keer",
        what="Bij middelen staat een jaar, een kwartaal of een trekker dubbel.",
        why="Met twee waarden voor hetzelfde is niet te zeggen welke geldt.",
        remedy="Houd er één over, of tel ze zelf bij elkaar op.",
    ),
    Code(
        code="DOSSIER018",
        severity=Severity.WARNING,
        title="Geen handen",
        what="Bij middelen: capaciteit: staat tegelijk: 0.",
        why="Daar past dan geen enkel voorstel. Wat al is besloten, blijft staan.",
        remedy="Laat het veld weg als u het niet weet; onbekend is iets anders dan nul.",
    ),
    Code(
        code="DOSSIER019",
        severity=Severity.ERROR,
        title="Een schoolvakantie is omgedraaid",
        what="Een schoolvakantie eindigt voordat hij begint.",
        why="Groepen beginnen niet in een kwartaal met veel vakantie. Dat is dan niet te bepalen.",
        remedy="Draai van en tot om, of verbeter het jaar.",
    ),
    Code(
        code="DOSSIER020",
        severity=Severity.WARNING,
        title="Middelen buiten de looptijd van het plan",
        what="Geld of capaciteit is opgegeven voor een jaar waarover het plan niet gaat.",
        why="In dat jaar wordt niets gepland, dus het telt niet mee.",
        remedy="Verbeter het jaar, of pas de horizon aan.",
    ),
    Code(
        code="DOSSIER021",
        severity=Severity.WARNING,
        title="De kwartalen zijn samen meer dan het jaar",
        what="Het budget van de kwartalen van een jaar is samen groter dan het budget van dat jaar.",
        why="psoh houdt zich aan beide grenzen. Een deel van het kwartaalgeld is dan nooit te gebruiken.",
        remedy="Verbeter een van de bedragen, of laat het jaar of de kwartalen weg.",
    ),
    Code(
        code="DOSSIER022",
        severity=Severity.WARNING,
        title="Een trekker die psoh niet kent",
        what="Bij middelen: capaciteit: per_trekker: staat een trekker die geen soort ketenpartner is.",
        why="De grens die u opgeeft geldt dan voor niemand.",
        remedy="Kies een id uit: psoh praktijken --lijst ketenpartners",
    ),
    Code(
        code="DOSSIER023",
        severity=Severity.ERROR,
        title="Een bewaard moment klopt niet",
        what="Een bestand in momenten/ heet anders dan zijn peildatum, of is van een andere gemeente.",
        why="Het rapport laat dan een verandering zien die er niet was.",
        remedy="Geef het bestand de naam van zijn peildatum, of zet het in het juiste dossier.",
    ),
)
