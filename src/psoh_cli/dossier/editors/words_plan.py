"""The words beside the fields of plan.yaml."""

from __future__ import annotations

from psoh_cli.dossier.editors.words import Told, Words
from psoh_cli.plan import action, decision, plan

_OURS = "Geschreven door psoh."
_QUARTER = {"begin": ("2027-K1", "2027-K2"), "eind": ("2027-K3", "2027-K4")}

WORDS: Told = {
    plan.PlanFile: Words(
        "Voorstellen en besluiten",
        {"maatregelen": "Wat er kan gebeuren, en wat u daarover besluit."},
    ),
    plan.Entry: Words(
        "Een maatregel",
        {
            "id": "De korte naam van de maatregel: kleine letters, cijfers en streepjes.",
            "voorstel": "Geschreven door psoh, en elke keer vernieuwd. Verander hier zelf niets in.",
            "eigen_inschatting": "Van u: waar u iets anders inschat dan psoh. Telt mee in het volgende voorstel.",
            "besluit": "Van u: wat er is besloten. psoh verandert dit nooit.",
        },
    ),
    plan.Override: Words(
        "Uw eigen inschatting",
        {
            "inspanning": "Hoeveel werk het is: 1 (weinig), 2 of 3 (veel).",
            "opbrengst": "Hoeveel het oplevert: 1 (weinig), 2 of 3 (veel).",
            "fase": "In welke fase de maatregel hoort.",
            "kosten": "Wat u verwacht dat het kost, nog voor een besluit.",
            "waarom": "Waarom u het anders inschat.",
        },
    ),
    action.Step: Words("Een eerste stap", {"tekst": f"{_OURS} Wat u als eerste doet."}),
    action.PlannedCost: Words(
        "De kosten",
        {
            "bedrag": "Het bedrag in hele euro's. Bij structureel: per jaar.",
            "zekerheid": "Waar het bedrag op rust.",
            "soort": "Of het geld elk jaar nodig is (structureel) of één keer (incidenteel).",
            "financiering": "De bron van het geld, als id. Zonder dit veld is het ongedekt.",
        },
        {"bedrag": (12500, "12.500")},
    ),
    action.Proposal: Words(
        "Het voorstel",
        {
            "titel": f"{_OURS} Hoe de maatregel heet.",
            "reden": f"{_OURS} Waarom deze maatregel nodig is.",
            "pijler": f"{_OURS} De pijler waar de maatregel bij hoort.",
            "praktijken": f"{_OURS} De praktijk, of de praktijken waaruit u kiest.",
            "sluit": f"{_OURS} Welke bevindingen deze maatregel oplost.",
            "trekker": f"{_OURS} De soort ketenpartner die het leidt.",
            "fase": f"{_OURS} De fase waarin de maatregel hoort.",
            "begin": f"{_OURS} Het kwartaal waarin het begint.",
            "eind": f"{_OURS} Het kwartaal waarin het klaar is.",
            "waarom_nu": f"{_OURS} Waarom in deze kwartalen.",
            "beslisklaar_voor": f"{_OURS} Het moment waarop de raad over het geld beslist.",
            "past_niet": f"{_OURS} Waarom het niet in de middelen past. Dan zijn er geen kwartalen.",
            "na": f"{_OURS} De maatregelen die eerst moeten.",
            "inspanning": f"{_OURS} Hoeveel werk het is: 1 (weinig), 2 of 3 (veel).",
            "opbrengst": f"{_OURS} Hoeveel het oplevert: 1 (weinig), 2 of 3 (veel).",
            "eerste_stappen": f"{_OURS} Waar u mee begint.",
            "kosten": f"{_OURS} Wat het kost, voor zover bekend.",
            "mogelijke_financiering": f"{_OURS} Geldbronnen die passen.",
            "verlopen_financiering": f"{_OURS} Geldbronnen die passen, maar te vroeg eindigen.",
            "indicatoren": f"{_OURS} Waaraan u merkt of het werkt.",
            "bronnen": f"{_OURS} De ids van de bronnen.",
            "peildatum": f"{_OURS} De dag vanaf wanneer het voorstel zo luidt.",
            "vervallen": f"{_OURS} Waarom het voorstel niet meer nodig is.",
        },
    ),
    decision.DecidedOn: Words(
        "Waarop is besloten",
        {
            "titel": "De titel van het voorstel, zoals die er toen stond.",
            "reden": "De reden van het voorstel, zoals die er toen stond.",
            "peildatum": "De peildatum van het voorstel, zoals die er toen stond.",
        },
        {"peildatum": ("2026-11-21", "2027-05-18")},
    ),
    decision.Baseline: Words(
        "Een indicator om te volgen",
        {
            "indicator": "Het id van de indicator.",
            "nulmeting": "Hoe het er nu voor staat. Weet u het niet: onbekend.",
            "doel": "Waar u naartoe wilt.",
        },
    ),
    decision.Decision: Words(
        "Het besluit",
        {
            "soort": "Wat er met het voorstel is gebeurd.",
            "door": "Welk orgaan of welke rol besloot, nooit de naam van een persoon.",
            "datum": "De dag van het besluit.",
            "waarom": "De reden van het besluit.",
            "titel": "Een eigen titel, als u het voorstel aanpast.",
            "gekozen_praktijk": "Welke praktijk u kiest, als het voorstel er meer noemt.",
            "eigenaar": "Wie het uitvoert: een rol, nooit de naam van een persoon.",
            "begin": "Het kwartaal waarin het begint, als u een ander kiest.",
            "eind": "Het kwartaal waarin het klaar is, als u een ander kiest.",
            "status": "Hoe ver het werk is.",
            "kosten": "Wat het kost, en wie dat betaalt.",
            "indicatoren": "Waaraan u merkt of het werkt, met nulmeting en doel.",
            "besloten_op": "Het voorstel zoals het er toen stond. Zo ziet u later of het veranderd is.",
        },
        {
            "door": ("college van B en W", "gemeenteraad"),
            "datum": ("2027-01-19", "2027-02-09"),
            "eigenaar": ("projectleider inburgering", "teamleider wijkteam"),
            **_QUARTER,
        },
    ),
}
