"""The round at a glance: how far everybody is, who is silent, what changed in the questions, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.changed_questions import Changed
from psoh_cli.interview.naming import GEMEENTE
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.rounds.reach import ThemeReach, Unasked, reach, unasked_in
from psoh_cli.rounds.state import Standing
from psoh_cli.vocabulary import InterviewForm, InvitationState

WEEKS = 3
"""After so many weeks without an answer somebody is reminded. Our own choice."""


_TALKS = frozenset({GEMEENTE, STATUSHOUDERS})
"""Groups to talk with: one has the longest list, and of the other nobody asks to fill in a form."""


@dataclass(frozen=True, kw_only=True)
class Silent:
    """Somebody from whom nothing came for too long."""

    standing: Standing
    since: PartialDate
    weeks: int


@dataclass(frozen=True, kw_only=True)
class Step:
    """What to do next for one informant: why, and what to type after `psoh`."""

    informant: str
    why: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RoundStatus:
    """Everything there is to tell about a round on one day."""

    standing: tuple[Standing, ...]
    themes: tuple[ThemeReach, ...]
    catalogue: Catalogue
    as_of: date
    weeks: int = WEEKS

    @cached_property
    def count(self) -> dict[InvitationState, int]:
        """How many informants are how far, in the order of a round."""
        return {state: sum(item.state is state for item in self.standing) for state in InvitationState}

    @cached_property
    def silent(self) -> tuple[Silent, ...]:
        """Who was asked or began more than so many weeks ago, and is not heard since; the longest first."""
        found = (
            Silent(standing=item, since=since, weeks=(self.as_of - since.last_day()).days // 7)
            for item in self.standing
            if (since := item.silent_since(as_of=self.as_of, weeks=self.weeks))
        )
        return tuple(sorted(found, key=lambda item: (-item.weeks, item.standing.id)))

    @cached_property
    def undated(self) -> tuple[Standing, ...]:
        """Who was invited on a day that nobody wrote down: of them psoh cannot say how long it takes."""
        return tuple(
            item
            for item in self.standing
            if item.state is InvitationState.INVITED and item.invited_on is None
        )

    @cached_property
    def later(self) -> tuple[Standing, ...]:
        """Who was invited or answered after the day on which somebody looks."""
        days = {item.id: (item.invited_on, item.last_answer_on) for item in self.standing}
        return tuple(
            item
            for item in self.standing
            if any(day and day.first_day() > self.as_of for day in days[item.id])
        )

    @cached_property
    def changed(self) -> tuple[tuple[Standing, Changed], ...]:
        """For whom questions were renamed, added or dropped since the interview."""
        return tuple(
            (item, item.heard.changed) for item in self.standing if item.heard and item.heard.changed
        )

    @cached_property
    def changed_alike(self) -> tuple[tuple[tuple[str, ...], Changed], ...]:
        """The same, with those together for whom the same changed."""
        together: dict[tuple[tuple[str, ...], ...], tuple[list[str], Changed]] = {}
        for item, changed in self.changed:
            parts = (changed.renamed, changed.dropped, changed.new)
            key = tuple(tuple(part.id for part in each) for each in parts)
            together.setdefault(key, ([], changed))[0].append(item.id)
        return tuple((tuple(names), changed) for names, changed in together.values())

    @cached_property
    def unasked(self) -> tuple[Unasked, ...]:
        """Give the questions that nobody in the round will answer, with the groups that could."""
        return unasked_in(self.themes, catalogue=self.catalogue)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """What to do next, per informant; of who is done or dropped out only what is new."""
        silent = {item.standing.id for item in self.silent}
        return tuple(step for item in self.standing for step in _steps(item, is_silent=item.id in silent))


def status(
    standing: tuple[Standing, ...], *, catalogue: Catalogue, as_of: date, weeks: int = WEEKS
) -> RoundStatus:
    """Look at a round on a day."""
    order = {group.id: number for number, group in enumerate(catalogue.groups)}
    ordered = sorted(standing, key=lambda item: (order.get(item.group, len(order)), item.id))
    return RoundStatus(
        standing=tuple(ordered),
        themes=reach(ordered, catalogue=catalogue),
        catalogue=catalogue,
        as_of=as_of,
        weeks=weeks,
    )


def _steps(item: Standing, *, is_silent: bool) -> Iterator[Step]:
    form = item.invitation.form if item.invitation else None
    sends = form in {InterviewForm.XLSX, InterviewForm.DOCX, InterviewForm.HTML}
    sit = ("interview", "--informant", item.id)
    shape = ("--format", form.value) if sends and form is not None else ()
    send = ("ronde", "formulier", "--informant", item.id, *shape)
    invited = ("ronde", "plan", "--informant", item.id, "--stand", InvitationState.INVITED.value)
    match item.state:
        case InvitationState.PLANNED if not sends and (form or item.group in _TALKS):
            yield Step(informant=item.id, why="Houd het gesprek", words=sit)
        case InvitationState.PLANNED:
            yield Step(informant=item.id, why="Maak een vragenlijst om te mailen", words=send)
        case InvitationState.INVITED if is_silent and sends:
            yield Step(informant=item.id, why="Herinner: stuur de lijst nog een keer", words=send)
        case InvitationState.INVITED | InvitationState.BUSY if is_silent:
            yield Step(informant=item.id, why="Herinner, en schrijf dat op", words=invited)
        case InvitationState.BUSY if not sends:
            yield Step(informant=item.id, why="Ga verder met het gesprek", words=sit)
        case InvitationState.BUSY:
            yield Step(informant=item.id, why="Stuur wat nog open is", words=send)
        case InvitationState.DONE if item.is_talk and item.answered and item.participants is None:
            many = ("ronde", "plan", "--informant", item.id, "--deelnemers", "AANTAL")
            yield Step(informant=item.id, why="Schrijf op hoeveel mensen meededen", words=many)
        case InvitationState.DONE if item.heard and item.heard.changed.new and item.open:
            yield Step(informant=item.id, why="Er zijn nieuwe vragen", words=sit)
        case _:
            return
