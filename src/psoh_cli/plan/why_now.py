"""Why now, or why not: what decided on the place of a measure, in a few plain sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from psoh_cli.dutch import listing
from psoh_cli.plan import holidays
from psoh_cli.plan.candidates import NO_RANK
from psoh_cli.plan.fitting import LeftOut, Placed, World
from psoh_cli.plan.limits import Block, Short
from psoh_cli.plan.measure import Measure
from psoh_cli.plan.quarters import in_words

_MOST_SENTENCES = 3


def why_now(placed: Placed, *, world: World, followers: tuple[Measure, ...] = ()) -> str:
    """Say why a measure has its quarters: what came first, what was short, which deadline, how much it matters.

    `followers` have a place and wait for this measure.
    """
    measure = placed.measure
    if measure.fixed is not None or measure.is_decided:
        parts = ["Hierover is besloten; wat daarna komt, past zich daaraan aan."]
    else:
        parts = [*_waited(placed), *_deadline(placed)]
        if len(parts) < 2:
            parts.extend(_weight(measure, followers=followers))
    parts.extend(_skipped(placed, world=world))
    return " ".join(parts[:_MOST_SENTENCES])


def why_not(left: LeftOut, *, world: World) -> str:
    """Say in a sentence or two why a measure does not fit."""
    until = f"voor het einde van {world.last // 4}" if world.last is not None else "binnen tien jaar"
    if left.waits_in_vain is not None:
        return f"Dit wacht op ‘{left.waits_in_vain.title}’, en die maatregel past niet."
    if not left.blocks:
        after = f", na ‘{left.bound.waits_for.title}’" if left.bound.waits_for else ""
        return f"Dit kan pas beginnen in {in_words(left.bound.quarter)}{after}, en is dan niet klaar {until}."
    final = _last_run(left.blocks)
    if 2 * len(final) < len(left.blocks):
        return f"Er is geen kwartaal waarin alles kan {until}. {' '.join(_most_often(left.blocks))}"
    if final[0].short in (Short.MONEY, Short.SOURCE):
        return f"Er is geen geld voor. {final[0].because}"
    if final[0].short in (Short.LEAD, Short.HANDS):
        return f"Er zijn geen handen vrij {until}. {final[-1].because}"
    return f"Dit kan niet beginnen {until}. {final[-1].because}"


def _waited(placed: Placed) -> Iterator[str]:
    """Say what stood in the way last: what had to come first, or what was short."""
    bound = placed.bound
    if bound.waits_for is not None:
        if bound.waits_for.explores:
            yield f"Eerst gebeurt ‘{bound.waits_for.title}’, want de antwoorden bepalen wat nodig is."
        elif bound.still_runs:
            yield f"‘{bound.waits_for.title}’ is dan ver genoeg om mee verder te gaan."
        else:
            yield f"‘{bound.waits_for.title}’ is dan klaar, en dat komt eerst."
    blocks = tuple(block for block in placed.blocks if block.short is not Short.COUNCIL)
    if blocks:
        yield _short(blocks)
    elif bound.waits_for is None and not placed.blocks:
        yield "Dit hoeft op niets te wachten."


def _short(blocks: tuple[Block, ...]) -> str:
    run = _last_run(blocks)
    if run[-1].short in (Short.LEAD, Short.HANDS) and len(run) > 1:
        return f"Eerder zijn er geen handen vrij. {run[-1].because}"
    return run[-1].because


def _last_run(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give the last quarters in which the same was short."""
    return [tuple(run) for _, run in groupby(blocks, key=lambda block: block.short)][-1]


def _deadline(placed: Placed) -> Iterator[str]:
    if placed.moment is not None:
        yield f"Dit kost geld waarover de raad beslist: maak het beslisklaar voor {placed.moment.in_words}."
    elif placed.lacks_moment:
        yield (
            "Dit kost geld waarover de raad beslist; de raadskalender in gemeente.yaml noemt daar geen moment voor."
        )


def _weight(measure: Measure, *, followers: tuple[Measure, ...]) -> Iterator[str]:
    heavier = [other for other in followers if other.score > measure.score]
    if heavier:
        names = listing([f"‘{other.title}’" for other in heavier[:2]])
        yield f"Hierop {'wacht' if len(heavier[:2]) == 1 else 'wachten'} {names}, en dat weegt zwaarder."
    elif measure.explores:
        yield "Vragen komt eerst: zonder antwoord is niet te kiezen wat daarna nodig is."
    elif measure.is_postponed:
        yield "Het is uitgesteld en komt daarom na de rest."
    elif measure.rank >= NO_RANK:
        yield "Hoe zwaar dit weegt, is niet bekend."
    else:
        yield f"Het is prioriteit {measure.rank} (afgeleid)."


def _skipped(placed: Placed, *, world: World) -> Iterator[str]:
    if placed.measure.is_group:
        skipped = holidays.during(placed.slot, holidays=world.holidays)
        if skipped:
            yield f"Sla bij de bijeenkomsten over: {listing([holidays.in_words(item) for item in skipped])}."


def _most_often(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give the first sentence about each of the two things that are short most often."""
    for short, _ in Counter(block.short for block in blocks).most_common(2):
        yield next(block.because for block in blocks if block.short is short)
