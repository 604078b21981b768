"""Judge whether something was looked at recently: a date in an answer, or the entries of the kaart."""

from __future__ import annotations

from datetime import date

from psoh_cli.analysis.answer_rules import OUR_OWN, judge_voices
from psoh_cli.analysis.finding import Evidence, EvidenceKind, RuleResult
from psoh_cli.analysis.picture import Picture
from psoh_cli.analysis.thresholds import shown_percent
from psoh_cli.dutch import PartialDate, plural
from psoh_cli.interview.portrait import Voice
from psoh_cli.kaart.entries import Verified
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.practice import FreshCriterion
from psoh_cli.terms import within
from psoh_cli.vocabulary import Verdict


def judge_fresh(criterion: FreshCriterion, *, picture: Picture) -> RuleResult:
    """Judge a date within a number of months before the peildatum."""
    if criterion.question is not None:
        return _answered_date(criterion, question=criterion.question, picture=picture)
    return _entries(criterion, picture=picture)


def _answered_date(criterion: FreshCriterion, *, question: str, picture: Picture) -> RuleResult:
    asked = picture.catalogue.question.get(question)

    def judge(voice: Voice) -> Verdict:
        try:
            day = PartialDate.parse(voice.answer.values[0])
        except ValueError:
            return Verdict.UNKNOWN
        if day.first_day() > picture.as_of:
            return Verdict.UNKNOWN
        return Verdict.MET if within(day, months=criterion.months, as_of=picture.as_of) else Verdict.MISSING

    return judge_voices(
        question,
        rule=f"De datum bij ‘{asked.text if asked else question}’ ligt hoogstens {criterion.months} maanden terug.",
        kind=criterion.kind,
        judge=judge,
        core=lambda voice: frozenset(voice.answer.values),
        picture=picture,
    )


def confirmed(kaart: Kaart, *, months: int, as_of: date) -> tuple[int, int]:
    """Count the entries of a kaart that were confirmed within a number of months, and all of them."""
    days = [entry.assured_date for entry in _listed(kaart)]
    return sum(day is not None and within(day, months=months, as_of=as_of) for day in days), len(days)


def _listed(kaart: Kaart) -> tuple[Verified, ...]:
    return (*kaart.organizations, *kaart.active)


def _entries(criterion: FreshCriterion, *, picture: Picture) -> RuleResult:
    """Judge the share of entries confirmed in time; a kaart of which nothing has a date tells nothing."""
    entries = _listed(picture.kaart)
    dated = [entry.assured_date for entry in entries if entry.assured_date is not None]
    recent, _ = confirmed(picture.kaart, months=criterion.months, as_of=picture.as_of)
    met_from = criterion.met_from if criterion.met_from is not None else 100
    in_percents = criterion.unit != "aantal"
    unit = "%" if in_percents else ""
    reason = "Er staat nog niets op de kaart."
    if entries:
        share = f" ({shown_percent(recent, total=len(entries), met_from=met_from)}%)" if in_percents else ""
        total = plural(len(entries), "vermelding", "vermeldingen")
        never = len(entries) - len(dated)
        undated = (
            f" Van {plural(never, 'vermelding', 'vermeldingen')} is geen controledatum bekend."
            if never
            else ""
        )
        reason = (
            f"Van {total} op de kaart {'is' if recent == 1 else 'zijn'} er {recent}{share} "
            f"in de laatste {criterion.months} maanden bevestigd.{undated}"
        )
    reached = (100 * recent / len(entries) if in_percents else recent) if entries else 0
    verdict = Verdict.UNKNOWN
    if entries and reached >= met_from:
        verdict = Verdict.MET
    elif dated:
        verdict = Verdict.PARTLY
    partly = f" (deels vanaf {criterion.partly_from}{unit})" if criterion.partly_from is not None else ""
    return RuleResult(
        rule=f"Minstens {met_from}{unit}{partly} van de vermeldingen op de kaart is in de laatste "
        f"{criterion.months} maanden bevestigd. {OUR_OWN}",
        kind=criterion.kind,
        verdict=verdict,
        reason=reason,
        evidence=(Evidence(kind=EvidenceKind.FIGURE, text=reason),) if entries else (),
    )
