"""Words that tell of one client's case: who somebody is, what happened to them, what they suffer from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from psoh_cli.privacy.people import addressed
from psoh_cli.privacy.trace import Kind, Trace

_PERSON = r"(?:man|vrouw|jongen|meisje|jongeman|dame|moeder|vader|oma|opa|weduwe|weduwnaar|mevrouw|meneer)"
_ROLE = (
    r"(?:cli[eë]nte?|pati[eë]nte?|statushouder|vluchteling|bewoner|bewoonster|deelnemer|deelneemster|nieuwkomer|"
    r"asielzoeker|jongere|leerling|inburgeraar|hulpvrager)"
)
_KIN = (
    r"(?:dochter(?:tje)?|zoon(?:tje)?|man|vrouw|echtgenoo?te?|partner|moeder|vader|broer(?:tje)?|zus(?:je)?|gezin|"
    r"ex(?:-man|-vrouw|-partner)?|kind|baby|oom|tante|neefje?|nicht(?:je)?|oma|opa)"
)
_NOW = (
    r"(?:is|heeft|zit|woont|wordt|komt|krijgt|slaapt|gaat|leeft|verblijft|wil|kan|mist|moet|slaat|ligt|spreekt|volgt|"
    r"werkt|studeert|wacht|weet|zoekt|denkt|durft|heet|lijdt)"
)
_THEN = (
    r"(?:vertelde|kwam|werd|had|was|zei|belde|durfde|wilde|vluchtte|verloor|raakte|kreeg|ging|zat|woonde|bleef|sliep|"
    r"meldde|stopte|haakte|overleed|stierf|vroeg|moest|kon|probeerde|deed|wachtte|ontving|verdween|lag|sloeg|werkte)"
)
_OFTEN_THEN = (
    r"(?:vertelde|kwam|werd|zei|belde|durfde|wilde|vluchtte|verloor|raakte|zat|bleef|sliep|meldde|stopte|haakte|overleed|"
    r"verdween|huilde)"
)
"""What is told of one and seldom of people in general."""
_ILLNESS = (
    r"(?:ptss|depressief|(?:\w{1,12} )?depressie|psychose|psychotisch|su[iï]cid\w{2,12}|zelfmoord\w{0,10}|borderline|"
    r"schizofreni\w{1,4}|autis\w{2,6}|verslaafd|verslaving|getraumatiseerd|trauma['’]?s?|hiv|tbc|zwanger|adhd|lvb|"
    r"angststoornis|mishandeld|verkracht|besneden|medicatie)\b(?!-)"
)
_FILLING = (
    r"(?:een|aan|al|ook|nog|ernstige?|zware|zwaar|chronische|last|van|met|gediagnosticeerd|jaren|lang|sinds|duidelijk|"
    r"erg|heel|en|de|het|ooit|eerder|vaker|weer|geweest)"
)

_Look = tuple[tuple[str, ...], str]
"""Words of which one must be there, in small letters, and what to look for then."""


def _look(*cues: str, at: str) -> _Look:
    return cues, at


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile what to look for when a word first calls for it: in most dossiers few of them ever do."""
    return re.compile(pattern)


_AGES: tuple[_Look, ...] = (
    _look(
        " van ",
        at=rf"\b(?:een|de|onze) (?:\w{{2,20}} ){{0,2}}?(?:{_PERSON} van (?:ongeveer |circa |rond de |bijna )?\d\d?"
        rf"|{_ROLE} van \d\d?(?: jaar)?(?=,| uit| die| met| heeft| is))\b(?! ?(?:jaar )?(?:of |en |tot |t/m|[-–+]))",
    ),
    _look(
        "jarige ",
        at=rf"\b\d\d?[- ]?jarige (?:\w{{2,20}} ){{0,2}}?(?:{_PERSON}|cli[eë]nte?|pati[eë]nte?|dochter|zoon)\b",
    ),
    _look(
        "man", "vrouw", "jongen", "meisje", "m,", "v,", "m/", "v/", "(m", "(v",
        at=r"\b(?:man|vrouw|jongen|meisje|[mv])(?:, ?|/| ?\( ?)\d\d?(?: ?(?:jaar|jr\.?|j\.?))?(?=[,)/;]|$)",
    ),
    _look("ënt ", "ent ", "casus ", at=r"\b(?:cli[eë]nte?|pati[eë]nte?|casus) \d{1,2}(?=[:;])"),
)  # fmt: skip
_STORIES: tuple[_Look, ...] = (
    _look(
        "deze ", "noemde ", "treffende ", "die m", "dit ",
        at=rf"\b(?:(?:deze|bovengenoemde|voornoemde|(?:des)?betreffende) (?:\w{{3,15}}e )?(?:{_PERSON}|{_ROLE})|"
        r"die (?:mevrouw|meneer)|dit (?:gezin|meisje|kind))\b(?![-/])",
    ),
    _look(
        "haar ", "zijn ",
        at=rf"\b(?:haar|zijn) (?:oudste |jongste |enige |tweede )?(?:{_KIN} (?:{_NOW}|{_THEN})\b"
        rf"|(?<=haar )kinderen (?:zijn|hebben|wonen|zitten))(?! (?:ook |altijd )?welkom)",
    ),
    _look(
        "casus",
        at=r"\bcasus ?:|\bcasus van (?:deze|een|de heer|mevrouw|meneer)\b|\b(?:deze|die|bovenstaande) casus\b",
    ),
    _look(
        "hij ", "zij ", "ze ", "mevrouw ", "meneer ", "mw", "dhr", "ënt", "ent",
        at=rf"(?<![/\w])(?:hij|zij|ze|mevrouw|meneer|mw\.?|dhr\.?|cli[eë]nte?|pati[eë]nte?) "
        rf"(?:heeft|had|kreeg|lijdt|leed|slikt|slikte|gebruikt|is|was|kampt|deed) (?:{_FILLING} ){{0,5}}{_ILLNESS}",
    ),
    _look(
        "enige ",
        at=rf"\b(?:de|het|een) enige (?:\w{{3,20}} )?(?:{_PERSON}|{_ROLE}|gezin|familie|kind|persoon)\b",
    ),
    _look("een ", at=rf"\been (?:[\w-]{{2,20}} )?(?:{_PERSON}(?: uit \w{{3,20}})?(?: die)? {_THEN}"
        rf"|{_ROLE}(?: uit \w{{3,20}})?(?: die)? {_OFTEN_THEN})\b"),
    _look(
        "ik ", "wij ", "we ", "er ", "mijn ",
        at=rf"\b(?:(?:ik|wij|we) (?:sprak|spraken|ken|kennen|begeleidd?e?n?|zag|zagen|ontmoetten?|hebben|bezoch?te?n?) "
        rf"(?:een|één) (?:\w{{2,20}} )?(?:{_PERSON}|{_ROLE}|gezin|stel|echtpaar)\b"
        rf"|er (?:was|is|zat|kwam|woont|woonde) (?:een|één) (?:\w{{2,20}} )?"
        rf"(?:{_PERSON}|{_ROLE}|gezin|(?:homo)?stel|echtpaar) (?:uit|die|dat|met)\b"
        rf"|mijn (?:cli[eë]nte?|pati[eë]nte?|buurman|buurvrouw)\b)",
    ),
    _look("liënte ", "liente ", "tiënte ", at=rf"\b(?:cli[eë]nte|pati[eë]nte) (?:{_NOW}|{_THEN})\b"),
    _look(
        "ënt ", "ent ",
        at=r"(?:^|[.!?:;]\s)(?:cli[eë]nt|pati[eë]nt) (?:werd|kreeg|kwam|was|had|wilde|ging|zit|woont|slaapt)\b",
    ),
)  # fmt: skip
_WITH_CAPITALS: tuple[_Look, ...] = (
    _look(
        " uit ",
        at=rf"\b(?i:een|de|die|één|alleenstaande) (?:\w{{2,20}} ){{0,2}}?"
        rf"(?i:{_PERSON}|(?:homo)?stel|echtpaar) uit [A-Z]\w{{2,}}",
    ),
    _look(
        "ënt ", "ent ", "ente ", "casus ", "ling ", "oner ", "mer ", "houder ", "gezin ", "oeder ", "ader ",
        at=rf"\b(?i:{_ROLE}|casus|gezin|persoon|moeder|vader) [A-Z]\b(?![-'’/&])",
    ),
    _look(" die ", at=rf"\b[Ee]en [A-Z]\w{{2,15}}e (?:{_PERSON}|{_ROLE}) die\b"),
)  # fmt: skip
_IN_GENERAL = re.compile(
    r"\b(?:wie|iemand|iedereen|iedere?|elke?|als|wanneer|indien|stel|mensen|degene|mogen?)\b[^.!?;:]{0,40}$",
    re.IGNORECASE,
)


def cases(text: str, *, lowered: str, has_digits: bool) -> Iterator[Trace]:
    """Find words about one client; what holds of anybody (`als`, `wie`, `elke`) is not about one."""
    for searched, looks in (
        (lowered, _AGES if has_digits else ()),
        (lowered, _STORIES),
        (text, _WITH_CAPITALS),
    ):
        for cues, pattern in looks:
            for cue in cues:
                if cue in lowered:
                    yield from _about_one(searched, _compiled(pattern))
                    break
    for cue in ("mevr", "mw", "dhr", "eneer", "ijnheer"):
        if cue in lowered:
            yield from addressed(text)
            break


def _about_one(text: str, pattern: re.Pattern[str]) -> Iterator[Trace]:
    for match in pattern.finditer(text):
        if not _IN_GENERAL.search(text[max(0, match.start() - 50) : match.start()]):
            yield Trace(match.start(), match.end(), Kind.CASE)
