"""What makes a round trustworthy; yields Problems. Each rule is one small function."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from psoh_cli.interview.rules import choose_group, name_fault
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.privacy.telling import guarded
from psoh_cli.privacy.texts import free_texts
from psoh_cli.problems.making import Path
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.rounds import rules_decisions
from psoh_cli.rounds.subject import Subject
from psoh_cli.rounds.taking_part import participants
from psoh_cli.vocabulary import InvitationState


def judge(subject: Subject) -> Iterator[Problem]:
    """Run every rule on a file with its surroundings."""
    for rule in RULES:
        yield from rule(subject)


def ids_are_unique(subject: Subject) -> Iterator[Problem]:
    """RONDE001: no two informants have the same id."""
    first: dict[str, Path] = {}
    for path, invitation in subject.invitations():
        earlier = first.setdefault(invitation.id, path)
        if earlier != path:
            line = subject.place((*earlier, "id"))[0]
            yield subject.problem(
                "RONDE001",
                (*path, "id"),
                f"informant '{invitation.id}' staat er twee keer; de eerste staat op regel {line}",
            )


def groups_exist(subject: Subject) -> Iterator[Problem]:
    """RONDE002: the group is one of the knowledge."""
    for path, invitation in subject.invitations():
        if invitation.group not in subject.catalogue.group:
            yield subject.problem(
                "RONDE002",
                (*path, "groep"),
                f"de groep '{invitation.group}' bestaat niet",
                hint=partial(choose_group, invitation.group, subject.catalogue),
            )


def groups_are_those_of_the_interviews(subject: Subject) -> Iterator[Problem]:
    """RONDE003: the round and the interview say the same group."""
    for path, invitation in subject.invitations():
        interview = subject.interviews.get(invitation.id)
        if interview is not None and interview.group != invitation.group:
            yield subject.problem(
                "RONDE003",
                (*path, "groep"),
                f"de groep is hier '{invitation.group}' en in het interview '{interview.group}'",
            )


def partners_exist(subject: Subject) -> Iterator[Problem]:
    """RONDE004: the kind of partner is one of the knowledge."""
    for path, invitation in subject.invitations():
        partner = invitation.partner
        if partner is not None and partner not in subject.catalogue.partner_type:
            yield subject.problem(
                "RONDE004",
                (*path, "ketenpartner"),
                f"het soort ketenpartner '{partner}' bestaat niet",
                hint=partial(did_you_mean, partner, subject.catalogue.partner_type),
            )


def entries_exist(subject: Subject) -> Iterator[Problem]:
    """RONDE005: the organization stands on the kaart."""
    for path, invitation in subject.invitations():
        entry = invitation.entry
        if entry is not None and entry not in subject.organizations:
            yield subject.problem(
                "RONDE005",
                (*path, "vermelding"),
                f"de organisatie '{entry}' staat niet op de kaart",
                hint=partial(did_you_mean, entry, subject.organizations),
            )


def days_have_come(subject: Subject) -> Iterator[Problem]:
    """RONDE006: nobody was invited or done tomorrow."""
    for path, invitation in subject.invitations():
        days = {"uitgenodigd_op": invitation.invited_on, "klaar_op": invitation.done_on}
        for key, day in days.items():
            if day is not None and subject.as_of is not None and day.first_day() > subject.as_of:
                yield subject.problem("RONDE006", (*path, key), f"{day.in_words()} moet nog komen")


def done_has_answers(subject: Subject) -> Iterator[Problem]:
    """RONDE007: who is done, said something."""
    for path, invitation in subject.invitations():
        interview = subject.interviews.get(invitation.id)
        if invitation.state is InvitationState.DONE and not (interview and interview.answers):
            yield subject.problem(
                "RONDE007",
                (*path, "stand"),
                f"'{invitation.id}' is klaar, maar "
                + ("in het interview staat geen antwoord" if interview else "er is geen interview"),
            )


def invited_before_done(subject: Subject) -> Iterator[Problem]:
    """RONDE008: the invitation came before the answers."""
    for path, invitation in subject.invitations():
        invited, done = invitation.invited_on, invitation.done_on
        if invited is not None and done is not None and done.last_day() < invited.first_day():
            yield subject.problem(
                "RONDE008",
                (*path, "klaar_op"),
                f"klaar op {done.in_words()}, maar uitgenodigd op {invited.in_words()}",
            )


def ids_can_be_files(subject: Subject) -> Iterator[Problem]:
    """RONDE009: the id can be the name of an interview on every computer."""
    for path, invitation in subject.invitations():
        wrong = name_fault(invitation.id)
        if wrong:
            yield subject.problem(
                "RONDE009", (*path, "id"), f"het id '{invitation.id}' kan geen bestandsnaam zijn", hint=wrong
            )


def talks_say_how_many(subject: Subject) -> Iterator[Problem]:
    """RONDE013: of a talk with statushouders that was held, it is known how many took part."""
    for path, invitation in subject.invitations():
        interview = subject.interviews.get(invitation.id)
        is_talk = invitation.group == STATUSHOUDERS and invitation.state is InvitationState.DONE
        if not is_talk or interview is None or not interview.answers:
            continue
        if participants(invitation, interview=interview) is None:
            yield subject.problem(
                "RONDE013",
                (*path, "stand"),
                f"'{invitation.id}' is klaar, maar hoeveel mensen meededen staat er niet",
            )


def nobody_can_be_recognised(subject: Subject) -> Iterator[Problem]:
    """PRIVACY001 to PRIVACY007: a role is a function and never a person, and no remark is about one person."""
    yield from guarded(subject, free_texts(subject.round))


RULES = (
    ids_are_unique,
    groups_exist,
    groups_are_those_of_the_interviews,
    partners_exist,
    entries_exist,
    days_have_come,
    done_has_answers,
    invited_before_done,
    ids_can_be_files,
    talks_say_how_many,
    *rules_decisions.RULES,
    nobody_can_be_recognised,
)
