"""Words that return in every report: the verdicts, who was heard, and how much is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from psoh_cli.analysis.finding import Analysis, Finding, FindingKind
from psoh_cli.dutch import PartialDate, euros, listing, number, plural
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.naming import joined, list_name
from psoh_cli.plan.action import PlannedCost
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.vocabulary import CostCertainty, ExampleKind, MoneyKind, Verdict

_MEANINGS = {
    Verdict.MET: "Er is bewijs dat dit geregeld is.",
    Verdict.PARTLY: "Een deel is geregeld, de informanten zeggen niet hetzelfde, of het is niet zeker.",
    Verdict.MISSING: "Een informant zegt nee, of de sociale kaart is hiervoor volledig verklaard en noemt niets.",
    Verdict.UNKNOWN: "Niemand kon of mocht het nog zeggen. Onbekend is geen tekort.",
    Verdict.NOT_APPLICABLE: "Een antwoord zegt dat dit hier niet speelt.",
}

_MEANINGS_OF_SOURCES = {
    Verdict.PARTLY: "Een deel is geregeld, de bronnen zeggen niet hetzelfde, of het is niet zeker.",
    Verdict.MISSING: "Een bron zegt nee, of de sociale kaart is hiervoor volledig verklaard en noemt niets.",
    Verdict.UNKNOWN: "In geen bron genoemd, en nog aan niemand gevraagd. Onbekend is geen tekort.",
}
"""What differs where nobody was asked and the answers come from public texts."""

QUARTERS = {"K1": "1e kwartaal", "K2": "2e kwartaal", "K3": "3e kwartaal", "K4": "4e kwartaal"}


QUARTERS_EXPLAINED = "K1 is het eerste kwartaal."
"""Said once in a document, where its first quarter stands."""


def matter(finding: Finding, *, catalogue: Catalogue) -> str:
    """Name what a finding is about, where a table shows the verdict beside it: the practice, the need or the rest."""
    need = next((need for need in catalogue.needs if need.id == finding.about), None)
    if finding.kind is FindingKind.NEED and need is not None:
        return need.name
    if finding.about in catalogue.practice:
        return catalogue.practice[finding.about].title
    return finding.title.rsplit(":", 1)[0]


def judged(analysis: Analysis) -> tuple[Finding, ...]:
    """Give the findings that say whether something known to work is in place: practices and needs."""
    return analysis.of_kind(FindingKind.PRACTICE, FindingKind.NEED)


def counts(findings: Iterable[Finding]) -> Counter[Verdict]:
    """Count findings by verdict."""
    return Counter(finding.verdict for finding in findings)


def is_young(analysis: Analysis) -> bool:
    """Tell whether more than half of what was judged is still unknown."""
    found = judged(analysis)
    return counts(found)[Verdict.UNKNOWN] * 2 > len(found)


def state_of_knowledge(analysis: Analysis) -> str:
    """Say in two sentences how much is known: never a score."""
    found = judged(analysis)
    if not found:
        return "Er is nog niets beoordeeld."
    tally = counts(found)
    words = {
        Verdict.MET: "op orde",
        Verdict.PARTLY: "deels op orde",
        Verdict.MISSING: "ontbreekt" if tally[Verdict.MISSING] == 1 else "ontbreken",
        Verdict.NOT_APPLICABLE: "niet van toepassing",
        Verdict.UNKNOWN: "onbekend",
    }
    parts = [f"{number(tally[verdict])} {word}" for verdict, word in words.items() if tally[verdict]]
    return f"Wij bekeken {plural(len(found), 'werkwijze', 'werkwijzen')}: {listing(parts)}."


def from_public_sources(gemeente: Gemeente) -> bool:
    """Tell whether the answers come from public texts and nobody was spoken with."""
    return gemeente.example is ExampleKind.PUBLIC_SOURCES


def voices(gemeente: Gemeente) -> str:
    """Name those who speak: informants, or public sources where nobody was asked."""
    return "bronnen" if from_public_sources(gemeente) else "informanten"


def as_said(text: str, *, gemeente: Gemeente) -> str:
    """Let a sentence on informants speak of sources where nobody was asked."""
    if not from_public_sources(gemeente):
        return text
    for spoken, read in _READ.items():
        text = re.sub(rf"(?<!\w){spoken}\b", read, text)
    return text


_READ = {
    "informanten": "bronnen",
    "Informanten": "Bronnen",
    "informant": "bron",
    "‘Weet ik niet’ (zegt|zeggen)": r"Niets hierover \1",
    "nog niemand heeft": "geen bron heeft",
    "niemand kon de (.+?) beantwoorden": r"geen bron beantwoordt de \1",
}
"""What the analysis says of informants, as it reads for public sources."""


def verdict_meanings(gemeente: Gemeente) -> dict[Verdict, str]:
    """Give the five verdicts with what they mean."""
    return {**_MEANINGS, **(_MEANINGS_OF_SOURCES if from_public_sources(gemeente) else {})}


def heard(analysis: Analysis, *, gemeente: Gemeente, catalogue: Catalogue) -> str:
    """Name in one line who was asked: groups, never persons."""
    if from_public_sources(gemeente):
        return "Niemand gesproken; de antwoorden komen uit openbare bronnen"
    if not analysis.informants:
        return "Nog niemand"
    groups = dict.fromkeys(informant.group for informant in analysis.informants)
    others = sum(informant.group != STATUSHOUDERS for informant in analysis.informants)
    names = [
        list_name(catalogue.group[group]) if group in catalogue.group else group
        for group in groups
        if group != STATUSHOUDERS
    ]
    told = f"{plural(others, 'informant', 'informanten')}: {joined(names)}"
    if STATUSHOUDERS not in groups:
        return told
    return f"{told}; en {STATUSHOUDERS}" if others else STATUSHOUDERS.capitalize()


def day_in_words(text: str | None) -> str:
    """Write a date as it stands in a file out in words; what is not known is said."""
    return PartialDate.parse(text).in_words() if text else "datum onbekend"


def quarter_in_words(quarter: str | None) -> str:
    """Write `2027-K1` as `K1 2027`, in every document alike."""
    if not quarter:
        return "onbekend"
    year, part = quarter.split("-")
    return f"{part} {year}"


def period(start: str | None, end: str | None) -> str:
    """Write from when to when, as short as a table needs it."""
    if not start and not end:
        return "nog niet gepland"
    if start == end:
        return quarter_in_words(start)
    if start and end and start[:4] == end[:4]:
        return f"{start[-2:]} tot en met {quarter_in_words(end)}"
    return f"{quarter_in_words(start)} tot en met {quarter_in_words(end)}"


def cost_in_words(cost: PlannedCost) -> str:
    """Write what something costs and how sure that is; unknown is never zero."""
    if cost.amount is None:
        return "onbekend"
    sure = "" if cost.certainty is CostCertainty.UNKNOWN else f" ({cost.certainty.value})"
    each = " per jaar" if cost.kind is MoneyKind.STRUCTURAL else ""
    return f"{euros(cost.amount)}{each}{sure}"


def what_is_unknown(finding: Finding) -> str:
    """Give the title of a finding without the words that say that it is not known: those stand above it."""
    bare = finding.title.removeprefix("Niet bekend is ")
    return bare[0].upper() + bare[1:]


def sentence(text: str) -> str:
    """End a text as a sentence, with a capital at the start."""
    clean = text.strip()
    if not clean:
        return ""
    return clean[0].upper() + clean[1:] + ("" if clean[-1] in ".?!…" else ".")
