"""How many statushouders took part in the talks of a round: by the round, or else by what the interview says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from psoh_cli.interview.answers import Informant, InterviewFile
from psoh_cli.interview.portrait import TookPart
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.rounds.round import Invitation, RoundFile

_NUMBER = re.compile(r"\d+")


def took_part(informants: Iterable[Informant], *, whole: RoundFile) -> TookPart | None:
    """Add up who took part in talks in which something was said; None where there was no such talk."""
    counts = [
        participants(whole.invitation.get(informant.id), interview=informant.interview)
        for informant in informants
        if informant.group == STATUSHOUDERS and informant.answers
    ]
    if not counts:
        return None
    return TookPart(people=sum(count or 0 for count in counts), unknown=counts.count(None))


def participants(invitation: Invitation | None, *, interview: InterviewFile | None) -> int | None:
    """Tell how many took part in one talk; None when nobody wrote it down, or not as one number."""
    if invitation is not None and invitation.participants is not None:
        return invitation.participants
    told = _NUMBER.findall(interview.participants or "") if interview else []
    return int(told[0]) if len(told) == 1 else None
