"""Names without mevrouw or meneer: behind a degree or office, and a first name that is used as people use one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.privacy.first_names import FIRST_NAMES
from psoh_cli.privacy.people import VERBS
from psoh_cli.privacy.trace import Kind, Trace

_PREFIX = (
    r"(?:[Vv]an|[Dd]er|[Dd]en|[Dd]e|[Tt]en|[Tt]er|[Tt]e|['’]t|[Ee]l|[Aa]l|[Bb]en|[Bb]in|[Aa]bu|[Aa]it"
    r"|[Ll]a|[Ll]e)"
)
_CAPITAL = r"[A-ZÀ-Þ][a-zà-ÿ'’]*[a-zà-ÿ](?:-[A-ZÀ-Þ][a-zà-ÿ]+)?(?![\w])"
_SURNAME = rf"(?:(?:{_PREFIX}[ -]){{0,3}}(?P<last>{_CAPITAL}))"
_OFFICE = re.compile(
    r"(?<![\w-])(?:[Dd]okter|DOKTER|[Dd]ominee|[Pp]rofessor|[Ii]mam|[Dd]o?c?to?rs?\.|[Dd]rs\.?|[Dd]r\.|[Ii]ng\.|[Ii]r\.|"
    r"[Mm]r\.|[Pp]rof\.|[Dd]s\.)(?:\s(?:drs?|ing|ir|mr|prof)\.)*\s"
    rf"(?P<name>(?:(?:[A-Z]\.\s?){{1,4}})?{_SURNAME}(?:\s(?:{_PREFIX}\s){{0,3}}(?P<more>{_CAPITAL}))?)"
)
_POLITICAL = r"[Ww]ethouder|[Bb]urgemeester|[Rr]aadslid|[Gg]emeentesecretaris|[Mm]inister|[Ss]taatssecretaris"
_PROFESSIONAL = (
    r"[Hh]uisarts|[Pp]sycholoog|[Pp]sychiater|[Pp]sychologe|[Ww]ijkverpleegkundige|[Kk]lantmanager|[Cc]onsulente?|"
    r"[Bb]eleidsadviseur|[Tt]eamleider|[Tt]eammanager|[Cc]ollega|[Dd]ocente?|[Dd]irecteur|[Cc]o[oö]rdinator"
)
_FUNCTION = re.compile(
    rf"(?<![\w-])(?:(?:{_POLITICAL})\s(?P<name>(?:De|Den|Ter|Ten|Van(?:\s(?:[Dd]e[rn]?|[Hh]et|['’]t))?)\s(?P<last>{_CAPITAL}))|"
    rf"(?:{_PROFESSIONAL})\s(?P<other>Van(?:\s(?:[Dd]e[rn]?|[Hh]et|['’]t))?\s(?P<more>{_CAPITAL})))"
)
"""A function with a surname that shows itself by a capital: `wethouder De Boer`. `De` alone may also begin a house."""
_FIRST = re.compile(r"(?<![\w.@/-])[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?(?![\w@/-]|\.[\w@])")
_WITH_SURNAME = re.compile(rf"\s{_SURNAME}")
_INITIAL = re.compile(r"\s[A-Z]\.(?=[\s,;)]|$)")
_AGE = re.compile(r"\s?\(\s?\d{1,2}\s?(?:[,;)]|jaar\b|jr\b|j\b)|,\s\d{1,2}\s(?:jaar|jr)\b(?! en | of )")
_ACTS = re.compile(rf"\s(?:{VERBS}|wachtte?n?\b|slikt\b|huilt\b|woonde\b|heette?\b)")
_AT_HOME = re.compile(r"\sthuis(?![\w-])")
_OF_SOMEWHERE = re.compile(r"\svan\s(?:de|het|['’]t|ons|onze)\s[a-z]|\suit\s[A-ZÀ-Þ][a-z]")
_TOGETHER = re.compile(r"\s(?:en|of)\s(?P<other>[A-ZÀ-Þ][a-zà-ÿ]+)(?![\w-])")
_SAID_OF_PEOPLE = re.compile(
    r"\b(?:volgens|collega|buurman|buurvrouw|genaamd|cli[eë]nte?|pati[eë]nte?|huisarts|psycholoog|psychiater|psychologe|"
    r"tolk|co[oö]rdinator|contactpersoon|maatje|taalmaatje|vrijwilliger|vrijwilligster|verpleegkundige|wijkverpleegkundige|"
    r"klantmanager|consulent|consulente|begeleider|begeleidster|docent|docente|beleidsadviseur|adviseur|zoon|zoontje|"
    r"dochter|dochtertje|broer|zus|zusje|partner|echtgenoot|echtgenote|moeder|vader|vriend|vriendin|"
    r"vra(?:ag|agt|gen) naar|bel(?:t|len)? met|mail(?:t|en)? naar|namens|contact met)(?:\s?:)?\s$",
    re.IGNORECASE,
)
_OF_A_BUILDING = re.compile(
    r"(?:\b(?:stichting|vereniging|sint|st\.|huize|villa|hotel|\w*school|\w*moskee|\w*kerk|parochie|programma|project|"
    r"methode|\w*praktijk|\w*centrum|\w*huis|\w*plein|\w*straat|\w*laan|\w*weg|fonds|restaurant|wijk|zaal|apotheek|"
    r"prins|prinses|koning|koningin|eind|begin|half|medio)\s?['\"‘“«(]?|\d\s?|t/m\s|['\"‘“])$",
    re.IGNORECASE,
)
_BUILDING = re.compile(
    r"(?!thuis\b)[\w-]*(?:huis|huizen|buurt|wijk|kwartier|polder|school|plein|straat|weg|laan|singel|kade|hof|park|centrum|kliniek|instituut|stichting|fonds|"
    r"college|lyceum|praktijk|groep|moskee|kerk|kapel|toren|zaal|court|brug|poort|dijk|gracht|bank|museum|bibliotheek|"
    r"apotheek|team|project|methode|hoeve|hoop|club|restaurant|academie|universiteit|ziekenhuis|netwerk|foundation)e?n?",
    re.IGNORECASE,
)
_MONTHS = frozenset(
    {"Feb", "Februari", "Mrt", "Maart", "Apr", "April", "Mei", "Juni", "Juli", "Dec", "December"}
)
_PLACES = frozenset(
    {
        ("Anna", "Paulowna"), ("Maria", "Magdalena"), ("Willem", "Alexander"), ("Johan", "Willem"), ("Anne", "Frank"),
        ("Albert", "Heijn"), ("Albert", "Schweitzer"), ("Vincent", "Gogh"), ("Leo", "Kanner"),
    }
)  # fmt: skip
"""Places, and people so well known that schools and clinics are called after them."""


def called(text: str, *, own: frozenset[str] = frozenset()) -> Iterator[Trace]:
    """Find names of people; what is named after somebody, such as a street or a house, is nobody.

    `own` are the words by which an organization calls itself.
    """
    for office in _OFFICE.finditer(text):
        words = [word for word in (office["last"], office["more"]) if word]
        if not any(map(_BUILDING.fullmatch, words)) and not _building_behind(text, office.end()):
            yield Trace(office.start(), office.end("name"), Kind.NAME)
    for named in _FUNCTION.finditer(text):
        if not _BUILDING.fullmatch(named["last"] or named["more"]) and not _building_behind(
            text, named.end()
        ):
            yield Trace(named.start(), named.end(), Kind.NAME)
    for first in _FIRST.finditer(text):
        name, _, second = first[0].partition("-")
        if name in FIRST_NAMES and second not in _MONTHS and name.lower() not in own:
            end = _end_of(text, first)
            if end is not None:
                yield Trace(first.start(), end, Kind.NAME)


def _end_of(text: str, first: re.Match[str]) -> int | None:
    """Give where a name that begins with a first name ends; None when it seems to be no person's."""
    ahead, at = text[max(0, first.start() - 24) : first.start()], first.end()
    if _OF_A_BUILDING.search(ahead) or _building_behind(text, at):
        return None
    surname = _WITH_SURNAME.match(text, at)
    if surname is not None and _is_surname(first[0], surname["last"]):
        return None if _building_behind(text, surname.end()) else surname.end()
    initial = _INITIAL.match(text, at)
    if initial is not None:
        return initial.end()
    other = _TOGETHER.match(text, at)
    is_pair = other is not None and other["other"] in FIRST_NAMES and not _building_behind(text, other.end())
    told = any(look.match(text, at) for look in (_AGE, _ACTS, _AT_HOME, _OF_SOMEWHERE))
    return at if told or is_pair or _SAID_OF_PEOPLE.search(ahead) else None


def _is_surname(first: str, word: str) -> bool:
    return word not in _MONTHS and (first, word) not in _PLACES and not _BUILDING.fullmatch(word)


def _building_behind(text: str, at: int) -> bool:
    """Tell whether the next word makes a house, a street or an organization of a name."""
    behind = re.match(r"[\s-]([^\W\d_][\w-]*)", text[at : at + 40])
    return behind is not None and _BUILDING.fullmatch(behind[1]) is not None
