"""Words in a mail address that are no name: functions, and words of every day."""

from __future__ import annotations

FUNCTIONS = frozenset({
    "aanmeld", "aanmelden", "aanmelding", "aanmeldingen", "aanvraag", "administratie", "advies", "afdeling",
    "balie", "bestuur", "bibliotheek", "bureau", "buurt", "buurthuis", "cafe", "centraal", "centrum", "client",
    "clienten", "consultatie", "contact", "coordinatie", "coordinator", "cursus", "cursussen", "dienst",
    "frontoffice", "gebiedsteam", "gemeente", "gezin", "gezondheid", "ggd", "ggz", "groep", "helpdesk",
    "huisarts", "hulp", "inburgering", "info", "informatie", "inloop", "intake", "jeugd", "jeugdteam", "kerk",
    "klant", "klantcontact", "klantenservice", "leren", "loket", "maatje", "maatjes", "mail", "moskee",
    "nieuwkomers", "noord", "onthaal", "ontvangst", "oost", "opvang", "planning", "poh", "post", "praktijk",
    "project", "receptie", "regio", "samen", "school", "secretariaat", "service", "servicepunt", "sociaal",
    "spreekuur", "statushouders", "steunpunt", "stichting", "support", "taal", "taalhuis", "team", "tolk",
    "training", "vereniging", "verwijzing", "verwijzingen", "vluchteling", "vluchtelingen", "vraag", "vragen",
    "vrijwilliger", "vrijwilligers", "welkom", "welzijn", "werk", "werkgroep", "west", "wijk", "wijkteam",
    "zorg", "zorgcentrale", "zorgloket", "zuid",
})  # fmt: skip
"""What a shared mailbox is called after."""

FUNCTION_ENDS = (
    "advies", "balie", "begeleiding", "bureau", "centrum", "coordinatie", "dienst", "diensten", "hulp", "loket",
    "ondersteuning", "opvang", "praktijk", "punt", "school", "spreekuur", "team", "zorg",
)  # fmt: skip

ORDINARY = frozenset({
    "aandacht", "actief", "admin", "allemaal", "alliantie", "anders", "azc", "begeleid", "begin", "beheer",
    "bewegen", "bewoners", "brug", "bso", "casus", "coa", "communicatie", "compleet", "dag", "digitaal", "dorp",
    "email", "en", "events", "facturen", "familie", "financien", "gast", "gasten", "geld", "gezond", "gids",
    "heel", "hier", "hr", "huis", "ibo", "in", "ind", "integratie", "isk", "jgz", "jong", "jongeren", "kaart",
    "kans", "kansen", "kind", "kinderen", "klacht", "klachten", "klankbord", "kracht", "kruis", "kruispunt",
    "leven", "lokaal", "lokale", "maat", "maatwerk", "mannen", "mee", "meedoen", "meldpunt", "met", "naar",
    "netwerk", "nieuw", "nieuwe", "no", "noreply", "nt2", "online", "ontmoeten", "ontmoeting", "ontwikkeling",
    "op", "open", "organisatie", "oud", "ouderen", "ouders", "overdracht", "participatie", "pers", "pgb",
    "plan", "platform", "plein", "plek", "privacy", "programma", "raad", "redactie", "reply", "rode", "route",
    "rust", "schuld", "schulden", "sociale", "sport", "stad", "start", "sterk", "thuis", "toe", "toegang",
    "toeleiding", "traject", "uit", "verblijf", "verder", "verhaal", "vertrouwen", "voor", "vrij", "vrijwillig",
    "vrouw", "vrouwen", "vwn", "warm", "warme", "webmaster", "weg", "wegwijs", "werken", "wij", "wmo", "wonen",
    "woon", "zaak",
})  # fmt: skip
"""Words of every day: a mailbox of which one is a part is not called after somebody."""

ORDINARY_ENDS = ("atie", "groep", "heid", "lijk", "schap", "voorziening", "werk")
