"""What the plan costs, in sentences."""

from __future__ import annotations

from psoh_cli.dutch import euros, plural
from psoh_cli.plan.budget import Budget, Warned
from psoh_cli.plan.timeline import Standing
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
    """Give the known euros that nothing pays, not the stated budget either, with what falls in none of the years."""
    return sum(year.uncovered for year in found.totals()) + found.outside + found.undated


def stated_in(found: Budget) -> int:
    """Give the known euros that no source pays and that the stated budget can pay."""
    return sum(year.stated for year in found.totals())


def decided_in(found: Budget) -> int:
    """Give the euros without a funding source that belong to measures on which was decided."""
    decided = [line for line in found.lines if line.standing is Standing.DECIDED]
    return sum(year.without_source for line in decided for year in line.years)


def _known_money(found: Budget) -> str:
    covered, uncovered = sum(year.covered for year in found.totals()), uncovered_in(found)
    loose = found.undated + found.outside
    stated = stated_in(found)
    text = f"Wat bekend is telt op tot {euros(covered + stated + uncovered)}{_years(found)}"
    if stated:
        text += (
            f": {euros(covered)} gedekt door een geldbron, {euros(stated)} te betalen uit het opgegeven budget en "
            f"{euros(uncovered)} ongedekt."
        )
    else:
        text += f". Daarvan is {euros(covered)} gedekt en {euros(uncovered)} ongedekt."
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
