"""What the plan costs and what is asked of the council, in sentences."""

from __future__ import annotations

from psoh_cli.dutch import euros, plural
from psoh_cli.plan.budget import Budget, Warned
from psoh_cli.report import wording
from psoh_cli.report.draft import Draft


def money_in_words(draft: Draft) -> str:
    """Say what the plan costs, what is covered and what nobody knows; never one without the other."""
    plan = draft.material.plan
    if not plan.current:
        return "Er zijn nog geen maatregelen, dus ook geen kosten."
    found = draft.budget
    apart = sum(Warned.NOT_FITTING in line.warnings for line in found.lines)
    known = len(found.lines) - len(found.unknown) - apart
    if apart and not known:
        return f"Van wat past is nog geen bedrag bekend. {_unknown_money(found)} {_apart(apart)}"
    if not known:
        return (
            f"Dat is nog onbekend: voor geen van de {plural(len(found.lines), 'maatregel', 'maatregelen')} "
            "is een bedrag bekend. Er is hier bewust niets geschat."
        )
    return " ".join(filter(None, (_known_money(found), _unknown_money(found), _apart(apart))))


def uncovered_in(found: Budget) -> int:
    """Give the known euros that nothing pays for, with what falls outside the years or has no dates."""
    return sum(year.uncovered for year in found.totals()) + found.outside + found.undated


def asks_for_analysis(draft: Draft) -> tuple[str, ...]:
    """Say what the gap analysis asks of the council."""
    groups = [
        item.name for item in draft.analysis.to_ask if any(question.first for question in item.questions)
    ]
    first = "Neem kennis van wat bekend is, wat ontbreekt en wat nog onbekend is."
    if wording.is_young(draft.analysis):
        whom = f" bij {plural(len(groups), 'groep', 'groepen')} informanten" if groups else ""
        return (
            first,
            f"Vraag het college eerst na te gaan wat onbekend is{whom} en deze analyse dan opnieuw voor te leggen.",
        )
    return (first, "Vraag het college om het implementatieplan bij deze analyse voor te leggen.")


def asks_for_plan(draft: Draft) -> tuple[str, ...]:
    """Say what the implementation plan asks of the council."""
    plan = draft.material.plan
    if not plan.current:
        return ("Neem kennis van dit plan: er volgen nog geen maatregelen uit wat bekend is.",)
    open_ = [entry for entry in plan.current if entry.decision is None]
    found = draft.budget
    asks = []
    if open_:
        asks.append(
            f"Neem een besluit over {plural(len(open_), 'maatregel', 'maatregelen')} waarover nog niets is besloten."
        )
    else:
        asks.append("Neem kennis van de voortgang: over elke maatregel is besloten.")
    uncovered = uncovered_in(found)
    if uncovered:
        asks.append(f"Besluit hoe {euros(uncovered)} wordt gedekt, of welke maatregel dan vervalt.")
    if found.unknown:
        asks.append(
            "Vraag het college om de onbekende kosten te laten ramen voordat u geld beschikbaar stelt."
        )
    return tuple(asks)


def _known_money(found: Budget) -> str:
    covered, uncovered = sum(year.covered for year in found.totals()), uncovered_in(found)
    loose = found.undated + found.outside
    text = (
        f"Wat bekend is telt op tot {euros(covered + uncovered)}{_years(found)}. Daarvan is {euros(covered)} "
    )
    text += f"gedekt en {euros(uncovered)} ongedekt."
    if loose and not found.years:
        text += " Over de jaren is dat nog niet te verdelen: er is geen begin en eind."
    elif loose:
        text += f" Van wat ongedekt is valt {euros(loose)} buiten die jaren of heeft nog geen planning."
    return text


def _apart(count: int) -> str:
    """Say that known amounts are in no sum, because their measures do not fit."""
    if not count:
        return ""
    verb = "past" if count == 1 else "passen"
    return f"Ook niet geteld: {plural(count, 'maatregel', 'maatregelen')} die niet {verb}."


def _years(found: Budget) -> str:
    if not found.years:
        return ""
    first, last = found.years[0], found.years[-1]
    return f" ({first})" if first == last else f" ({first} tot en met {last})"


def _unknown_money(found: Budget) -> str:
    if not found.unknown:
        return ""
    verb = "is" if len(found.unknown) == 1 else "zijn"
    return (
        f"Van {plural(len(found.unknown), 'maatregel', 'maatregelen')} {verb} de kosten onbekend; "
        "die staan in geen enkel totaal."
    )
