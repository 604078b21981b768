"""What a plan says about practices, indicators and the like is in the knowledge."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from psoh_cli.dutch import listing
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.subject import Subject
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem


def practice_is_known(subject: Subject) -> Iterator[Problem]:
    """PLAN011: a chosen practice is one of the knowledge."""
    for path, _, decision in subject.decisions():
        if decision.practice and decision.practice not in subject.catalogue.practice:
            yield subject.problem(
                "PLAN011",
                (*path, "gekozen_praktijk"),
                f"de praktijk '{decision.practice}' is niet bekend",
                hint=partial(did_you_mean, decision.practice, subject.catalogue.practice),
            )


def practice_is_among_the_choices(subject: Subject) -> Iterator[Problem]:
    """PLAN012: a chosen practice is one of those the proposal offers."""
    for path, entry, decision in subject.decisions():
        offered = entry.proposal.practices if entry.proposal else ()
        if offered and decision.practice in subject.catalogue.practice and decision.practice not in offered:
            yield subject.problem(
                "PLAN012",
                (*path, "gekozen_praktijk"),
                f"'{decision.practice}' is geen van de keuzes in het voorstel: {listing(offered, last='of')}",
            )


def indicator_is_known(subject: Subject) -> Iterator[Problem]:
    """PLAN013: an indicator is one of the knowledge."""
    for path, _, decision in subject.decisions():
        for number, baseline in enumerate(decision.indicators):
            if baseline.indicator not in subject.catalogue.indicator:
                yield subject.problem(
                    "PLAN013",
                    (*path, "indicatoren", number, "indicator"),
                    f"de indicator '{baseline.indicator}' is niet bekend",
                    hint=partial(did_you_mean, baseline.indicator, subject.catalogue.indicator),
                )


def proposal_fits_the_knowledge(subject: Subject) -> Iterator[Problem]:
    """PLAN014: a proposal names practices, pillars and the like that are in the knowledge."""
    for path, entry in subject.entries():
        if entry.proposal is None or entry.proposal.lapsed:
            continue
        for field, names, known in _named_by(entry, catalogue=subject.catalogue):
            for name in names:
                if name not in known:
                    yield subject.problem(
                        "PLAN014",
                        (*path, "voorstel", field),
                        f"het voorstel noemt '{name}', en dat staat niet in de kennis",
                    )


RULES = (practice_is_known, practice_is_among_the_choices, indicator_is_known, proposal_fits_the_knowledge)


def _named_by(
    entry: Entry, *, catalogue: Catalogue
) -> Iterator[tuple[str, tuple[str, ...], dict[str, object]]]:
    proposal = entry.proposal
    if proposal is None:
        return
    yield "pijler", (proposal.pillar,), {**catalogue.pillar}
    yield "praktijken", proposal.practices, {**catalogue.practice}
    yield "trekker", (proposal.lead,), {**catalogue.partner_type}
    yield "indicatoren", proposal.indicators, {**catalogue.indicator}
    yield "mogelijke_financiering", proposal.possible_funding, {**catalogue.funding_source}
    yield "verlopen_financiering", proposal.expired_funding, {**catalogue.funding_source}
