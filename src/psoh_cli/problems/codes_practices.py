"""The codes of what can be wrong with the knowledge in `templates/praktijken`."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

CODES = tuple(
    Code(code=code, severity=Severity.ERROR, title=title, what=what, why=why, remedy=remedy)
    for code, title, what, why, remedy in (
        (
            "KENNIS001",
            "Dubbele id",
            "Twee items in dezelfde lijst hebben dezelfde id.",
            "Een verwijzing kan dan op twee dingen slaan.",
            "Geef een van de twee een andere id en pas de verwijzingen aan.",
        ),
        (
            "KENNIS002",
            "Bestandsnaam en id verschillen",
            "Een praktijk staat in een bestand dat anders heet dan haar id.",
            "Wie de praktijk zoekt, vindt haar dan niet.",
            "Geef het bestand de naam van de id, met .yaml erachter.",
        ),
        (
            "KENNIS003",
            "Verwijzing naar niets",
            "Een item noemt een id die niet bestaat.",
            "De uitleg, de bron of de maatregel achter een bevinding valt dan weg.",
            "Verbeter de id, of voeg het ontbrekende item toe.",
        ),
        (
            "KENNIS004",
            "Verband aan één kant",
            "Een verband tussen twee items staat maar aan één kant, of met een andere herkomst aan elke kant.",
            "Wie vanaf de andere kant kijkt, ziet het verband niet.",
            "Noem het verband aan beide kanten met dezelfde herkomst, of haal het weg.",
        ),
        (
            "KENNIS005",
            "Praktijk zonder toetsing",
            "Bij een praktijk staat niet hoe te zien is of zij op orde is.",
            "De analyse kan er dan nooit iets over zeggen.",
            "Voeg onder toetsing minstens één regel toe van de vier soorten in kennis.yaml.",
        ),
        (
            "KENNIS006",
            "Bron die niemand noemt",
            "Een bron staat in de lijst, maar geen enkel item noemt haar.",
            "De lezer ziet een bron zonder te weten wat zij onderbouwt.",
            "Noem de bron bij het item dat erop steunt, of verwijder de bron.",
        ),
        (
            "KENNIS007",
            "Herkomst zonder bron",
            "Een item zegt dat het van ARQ of uit vergelijkbare praktijk komt, maar noemt geen bron.",
            "Niemand kan dat nagaan.",
            "Noem een bron, of schrijf herkomst: afgeleid als het eigen redenering is.",
        ),
        (
            "KENNIS008",
            "Eigen redenering onder een andere naam",
            "Inspanning, opbrengst, fase en volgorde zijn door de samenstellers bedacht, maar dat staat er niet.",
            "Eigen redenering mag nooit doorgaan voor de werkwijze van ARQ.",
            "Schrijf herkomst: afgeleid.",
        ),
        (
            "KENNIS009",
            "Volgorde die niet kan",
            "Praktijken wachten in een kring op elkaar, of een praktijk wacht op een latere fase.",
            "Het plan kan dan geen volgorde maken.",
            "Pas 'na' of 'fase' van een van de praktijken aan.",
        ),
        (
            "KENNIS010",
            "Behoefte zonder keuze",
            "Een behoefte noemt minder dan twee praktijken, of een praktijk staat bij meer dan één behoefte.",
            "Het plan stelt bij een behoefte een keuze voor; die is er dan niet, of is dubbel.",
            "Noem minstens twee praktijken, elk bij hoogstens één behoefte.",
        ),
        (
            "KENNIS011",
            "Knelpunt dat niemand kan bevestigen",
            "Geen enkele vraag wijst met 'bevestigt' op dit knelpunt.",
            "Het knelpunt kan dan nooit in een analyse verschijnen.",
            "Zeg bij een vraag welk antwoord op dit knelpunt wijst.",
        ),
        (
            "KENNIS012",
            "Feit over één gemeente",
            "Een tekst in de kennis noemt een gemeente bij naam.",
            "De kennis geldt voor elke gemeente; feiten over één gemeente horen in haar dossier.",
            "Zeg het algemeen ('elders', 'in een van de proeftuinen') of zet het in het dossier.",
        ),
        (
            "KENNIS013",
            "Vraag zonder doel",
            "Een vraag dient geen praktijk en geen knelpunt, of noemt een knelpunt dat zij niet bevestigt.",
            "Een informant geeft tijd voor elk antwoord; dan moet ermee iets gebeuren.",
            "Noem de praktijk of het knelpunt, of schrijf doel: context met doel_waarom.",
        ),
        (
            "KENNIS014",
            "Voorwaarde die nooit klopt",
            "Een vraag wacht op een vraag die later komt, op een antwoord dat niet bestaat of op een andere groep.",
            "De vraag zou nooit gesteld worden.",
            "Zet de andere vraag eerder, of verbeter de waarde onder stel_als.",
        ),
        (
            "KENNIS015",
            "Opties anders dan de lijst",
            "De opties van een vraag komen uit een lijst van de kennis, maar zijn niet dezelfde.",
            "De informant leest dan een andere naam dan het rapport.",
            "Neem id en naam over uit de lijst.",
        ),
        (
            "KENNIS016",
            "Toetsing op een antwoord dat niet bestaat",
            "Een toetsing of een bevestiging zoekt een antwoord dat de vraag niet kan hebben.",
            "Zij zou nooit voldaan of bevestigd worden.",
            "Neem een waarde uit de opties van de vraag.",
        ),
        (
            "KENNIS017",
            "Toetsing op een veld dat niet bestaat",
            "Een toetsing kijkt naar een veld of een waarde die een sociale kaart niet kan hebben.",
            "Zij zou nooit iets vinden.",
            "Kies een veld en een waarde uit kaartvelden.yaml.",
        ),
        (
            "KENNIS018",
            "Praktijk zonder bruikbare uitspraken",
            "Een praktijk of behoefte mist een uitspraak bij een oordeel, of die past niet als titel.",
            "De uitspraak staat als titel boven de bevinding en zegt de raad in één zin wat er aan de hand is.",
            "Schrijf onder uitspraken vier korte zinnen zonder punt: voldaan, deels, ontbreekt en onbekend.",
        ),
        (
            "KENNIS019",
            "Vraag zonder zinnen",
            "Een vraag die bij een vraag van ARQ hoort, mist de woorden om een antwoord in een zin te zetten.",
            "Het antwoord op de vraag van ARQ laat dat antwoord dan weg.",
            "Schrijf zin_onderwerp en zinnen: per antwoord een stuk zin zonder hoofdletter en punt, of een zin_begin.",
        ),
    )
)  # fmt: skip
