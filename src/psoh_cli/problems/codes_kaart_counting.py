"""The codes of the sociale kaart about what counts in the coverage, and what the kaart is declared complete for."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

CODES = (
    Code(
        code="KAART014",
        severity=Severity.WARNING,
        title="Gratis, met een bedrag",
        what="Bij kosten_client staat gratis en bij kosten_bedrag een bedrag.",
        why="Een van beide klopt niet, en kosten zijn vaak de reden dat iemand niet komt. Soms hoort het bedrag bij "
        "iets extra's, zoals een maaltijd.",
        remedy="Haal het bedrag weg, of kies bij kosten_client eigen-bijdrage of eigen-risico. Hoort het bedrag bij "
        "iets extra's, schrijf dat dan bij toelichting.",
        wrong="kosten_client: gratis\nkosten_bedrag: 15",
        right="kosten_client: eigen-bijdrage\nkosten_bedrag: 15",
    ),
    Code(
        code="KAART015",
        severity=Severity.WARNING,
        title="Tolktalen zonder tolk",
        what="Een dienst noemt tolktalen, terwijl tolkinzet geen of onbekend is.",
        why="De dekking telt een taal alleen mee als er een professionele tolk is.",
        remedy="Vul bij tolkinzet in hoe de tolk komt: vast, op-aanvraag of telefonisch. "
        "Spreken medewerkers de taal zelf, zet haar dan bij talen.",
        wrong="tolkinzet: geen\ntolktalen: [ar, ti]",
        right="tolkinzet: op-aanvraag\ntolktalen: [ar, ti]",
    ),
    Code(
        code="KAART016",
        severity=Severity.WARNING,
        title="Werkgebied onbekend",
        what="Een dienst heeft geen werkgebied.",
        why="psoh telt de dienst dan mee voor elke gemeente die deze kaart gebruikt, ook als dat niet klopt.",
        remedy="Schrijf bij werkgebied de codes van de gemeenten waar de dienst werkt: GM en vier cijfers. "
        "Werkt hij alleen in een wijk, zet de wijk er dan bij: [GM…, Centrum].",
        wrong="ketenstappen: [preventie]\nbron: eigen opgave",
        right="ketenstappen: [preventie]\nwerkgebied: [GM0505, Centrum]\nbron: eigen opgave",
    ),
    Code(
        code="KAART018",
        severity=Severity.HINT,
        title="Een organisatie zonder dienst",
        what="Bij een organisatie staat geen enkele dienst.",
        why="Voor de dekking tellen alleen diensten. Een organisatie alleen zegt nog niet wat iemand er kan krijgen.",
        remedy="Vraag de organisatie wat zij biedt en voeg dat toe met: psoh kaart voeg-toe MAP",
        wrong="- id: taalhuis\n  naam: Taalhuis Dordrecht\n  ketenpartner: welzijn",
        right="- id: taalhuis\n  naam: Taalhuis Dordrecht\n- id: taalcafe\n  organisatie: taalhuis",
    ),
    Code(
        code="KAART019",
        severity=Severity.WARNING,
        title="Hetzelfde id in meer dan één kaart",
        what="Twee kaarten die voor deze gemeente tellen, gebruiken hetzelfde id voor iets verschillends.",
        why="De eigen kaart gaat dan voor; de andere vermelding telt niet mee.",
        remedy="Is het dezelfde dienst, houd dan één vermelding. Is het een andere, geef haar een ander id.",
        wrong="- id: inloop\n  organisatie: welzijn-regio",
        right="- id: stadswandeling\n  organisatie: welzijn-regio",
    ),
    Code(
        code="KAART020",
        severity=Severity.WARNING,
        title="Een dienst zonder ketenstap",
        what="Een dienst zegt niet in welke stap van de keten hij helpt.",
        why="De dienst telt dan in geen enkele stap van de dekking mee. Wel is daardoor overal waar verder niets "
        "is gevonden onbekend of er iets is, ook als de kaart volledig is verklaard.",
        remedy="Vul bij ketenstappen een of meer ids in. Die ziet u met: psoh praktijken --lijst ketenstappen",
        wrong="aanbod: Koffie en gesprek\nwerkgebied: [GM0505]",
        right="aanbod: Koffie en gesprek\nketenstappen: [preventie, signaleren]\nwerkgebied: [GM0505]",
    ),
    Code(
        code="KAART021",
        severity=Severity.WARNING,
        title="Een werkgebied dat op een gemeentecode lijkt",
        what="Bij werkgebied staat iets dat op een gemeentecode lijkt, maar niet uit GM en vier cijfers bestaat.",
        why="psoh leest het dan als de naam van een wijk, en telt de dienst voor elke gemeente mee.",
        remedy="Schrijf GM en vier cijfers, zoals bij code in gemeente.yaml.",
        wrong="werkgebied: [GM505]",
        right="werkgebied: [gm0505]",
        fix="onveilig",
    ),
    Code(
        code="KAART023",
        severity=Severity.WARNING,
        title="Een verklaring die te oud is om op te rekenen",
        what="De kaart is langer dan 12 maanden geleden volledig verklaard voor een onderwerp.",
        why="Alleen een kaart die volledig is, laat zien dat er iets niet is. Sinds die tijd kan er van alles zijn "
        "bijgekomen of gestopt. psoh noemt daarom onbekend wat er niet op staat. De termijn is afgeleid.",
        remedy="Ga na of de kaart nog volledig is en zet dan bij volledig_voor de datum van vandaag.",
        wrong=(
            "volledig_voor:\n"
            "  - {onderwerp: interventie, datum: 2025-10-01, door: beleidsadviseur gezondheid}"
        ),
        right=(
            "volledig_voor:\n"
            "  - {onderwerp: interventie, datum: 2026-10-01, door: beleidsadviseur gezondheid}"
        ),
    ),
    Code(
        code="KAART024",
        severity=Severity.WARNING,
        title="Een lege kaart die volledig is verklaard",
        what="Bij volledig_voor staat een onderwerp, en op de kaart staat geen enkele dienst of organisatie.",
        why="psoh gelooft de verklaring: alles waarvoor de kaart volledig heet, komt in het rapport als ontbreekt.",
        remedy="Vul eerst de kaart, of haal het onderwerp weg bij volledig_voor.",
        wrong=(
            "naam: Sociale kaart Dordrecht\n"
            "volledig_voor:\n"
            "  - {onderwerp: ketenstap, waarde: preventie, datum: 2026-10-01, door: beleidsadviseur gezondheid}"
        ),
        right=(
            "volledig_voor:\n"
            "  - {onderwerp: ketenstap, waarde: preventie, datum: 2026-10-01, door: beleidsadviseur gezondheid}\n"
            "organisaties:\n"
            "diensten:"
        ),
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
        wrong=("- {onderwerp: soort_aanbod, waarde: inloop, datum: 2026-10-01, door: regisseur}"),
        right=(
            "- {onderwerp: soort_aanbod, waarde: inloop, datum: 2026-10-01, door: regisseur, geldt_voor: [GM0505]}"
        ),
    ),
)
