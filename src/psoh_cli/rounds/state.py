"""How far each informant is: what was written in the round, and what the answers show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.changed_questions import Changed
from psoh_cli.interview.questionnaire import Answers, Questionnaire
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import STATUSHOUDERS, Question
from psoh_cli.rounds.round import Invitation, RoundFile
from psoh_cli.rounds.taking_part import participants
from psoh_cli.vocabulary import InvitationState


@dataclass(frozen=True, kw_only=True)
class Heard:
    """An informant with an interview: the answers under the questions of today, and what changed since."""

    informant: Informant
    changed: Changed = field(default_factory=Changed)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One informant as things stand."""

    id: str
    group: str
    role: str
    organization: str = ""
    invitation: Invitation | None = None
    heard: Heard | None = None
    questionnaire: Questionnaire

    @property
    def called(self) -> str:
        """How the informant is named: a role, with its organisation when that is told."""
        if self.organization and self.organization not in self.role:
            return f"{self.role}, {self.organization}"
        return self.role

    @property
    def answers(self) -> Answers:
        """What was said so far."""
        return self.heard.informant.answers if self.heard else {}

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that count for this informant, in the order of the list."""
        return self.questionnaire.applicable(self.answers)

    @cached_property
    def open(self) -> tuple[Question, ...]:
        """The questions that have no answer yet."""
        return self.questionnaire.open(self.answers)

    @property
    def answered(self) -> int:
        """How many questions that count are answered."""
        return len(self.questions) - len(self.open)

    @cached_property
    def state(self) -> InvitationState:
        """How far the informant is: answers may show more than was written, and never less."""
        written = self.invitation.state if self.invitation else InvitationState.PLANNED
        if written in {InvitationState.LAPSED, InvitationState.DONE}:
            return written
        if self.questions and not self.open:
            return InvitationState.DONE
        return InvitationState.BUSY if self.answered else written

    @property
    def asked_again_on(self) -> PartialDate | None:
        """When somebody who has answered everything was asked once more; None for who was not."""
        invitation = self.invitation
        if invitation is None or invitation.state is not InvitationState.INVITED or self.open:
            return None
        asked, last = invitation.invited_on, self.last_answer_on
        return asked if asked and last and asked.last_day() >= last.first_day() else None

    @property
    def state_in_words(self) -> str:
        """How far the informant is, as people read it."""
        again = self.asked_again_on
        return f"{self.state.value}, opnieuw gevraagd op {again.in_words()}" if again else self.state.value

    @property
    def participants(self) -> int | None:
        """How many took part in a group talk, where somebody wrote it down."""
        interview = self.heard.informant.interview if self.heard else None
        return participants(self.invitation, interview=interview)

    @property
    def is_talk(self) -> bool:
        """Tell whether this is a talk with statushouders."""
        return self.group == STATUSHOUDERS

    @property
    def most(self) -> int:
        """How many questions there are when every follow-up turns out to count."""
        return len(self.questionnaire.questions)

    @property
    def takes_part(self) -> bool:
        """Tell whether somebody still counts on this informant."""
        return self.state is not InvitationState.LAPSED

    @property
    def may_answer(self) -> bool:
        """Tell whether answers may still come from this informant."""
        return self.state not in {InvitationState.LAPSED, InvitationState.DONE}

    @property
    def invited_on(self) -> PartialDate | None:
        """When the informant was asked."""
        return self.invitation.invited_on if self.invitation else None

    @cached_property
    def last_answer_on(self) -> PartialDate | None:
        """The latest day from which an answer is."""
        if self.heard is None:
            return None
        days = [self.heard.informant.day_of(question) for question in self.answers]
        return max((day for day in days if day), key=lambda day: day.last_day(), default=None)

    def silent_since(self, *, as_of: date, weeks: int) -> PartialDate | None:
        """Give the day since when nothing came of somebody who was asked, when that is more than so many weeks ago."""
        if self.invitation is None:
            return None
        if self.state is InvitationState.INVITED:
            since = self.invited_on
        elif self.state is InvitationState.BUSY:
            days = [day for day in (self.last_answer_on, self.invited_on) if day]
            since = max(days, key=lambda day: day.last_day(), default=None)
        else:
            return None
        return since if since and (as_of - since.last_day()).days > 7 * weeks else None


def standings(round_file: RoundFile, *, heard: Iterable[Heard], catalogue: Catalogue) -> tuple[Standing, ...]:
    """Put who was asked and who answered together: first those in the round, in its order, then the others."""
    interviews = {item.informant.id: item for item in heard}
    seen: set[str] = set()
    found = []
    for invitation in round_file.invitations:
        if invitation.id not in seen:  # a double is a problem of its own, RONDE001
            found.append(_asked(invitation, heard=interviews.get(invitation.id), catalogue=catalogue))
        seen.add(invitation.id)
    found.extend(
        _only_heard(item, catalogue=catalogue) for name, item in interviews.items() if name not in seen
    )
    return tuple(found)


def _asked(invitation: Invitation, *, heard: Heard | None, catalogue: Catalogue) -> Standing:
    group = heard.informant.group if heard else invitation.group
    return Standing(
        id=invitation.id,
        group=group,
        role=invitation.role,
        organization=invitation.organization or "",
        invitation=invitation,
        heard=heard,
        questionnaire=Questionnaire(catalogue, group),
    )


def _only_heard(heard: Heard, *, catalogue: Catalogue) -> Standing:
    interview = heard.informant.interview
    return Standing(
        id=heard.informant.id,
        group=interview.group,
        role=interview.role,
        organization=interview.organization or "",
        heard=heard,
        questionnaire=Questionnaire(catalogue, interview.group),
    )


def with_proposed(
    standing: Iterable[Standing], invitations: Iterable[Invitation], *, catalogue: Catalogue
) -> tuple[Standing, ...]:
    """Give the round as it is once these people are in it."""
    return (*standing, *(_asked(item, heard=None, catalogue=catalogue) for item in invitations))
