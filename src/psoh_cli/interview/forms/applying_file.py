"""What a preview says, written in the interview of one informant: all of it in one go, or nothing."""

from __future__ import annotations

from pathlib import Path

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import WrongUseError
from psoh_cli.files import disk
from psoh_cli.interview.answers import Informant, InterviewFile
from psoh_cli.interview.forms.preview import Preview, compare
from psoh_cli.interview.forms.understanding import Understood
from psoh_cli.interview.interview_files import create_interview, read_interview, record_held
from psoh_cli.practices.catalogue import Catalogue


def apply(
    path: Path,
    preview: Preview,
    *,
    understood: Understood,
    newcomer: InterviewFile | None,
    catalogue: Catalogue,
    day: PartialDate,
    asked_with: str = "",
) -> bool:
    """Write the answers of a preview; tell whether anything changed.

    `newcomer` is how to begin the interview of somebody who has none. Raises WrongUseError when the interview was
    changed since the preview was made: then it says something else now. `asked_with` is the version of the questions
    on the list: who answered those of today, has an interview of today.
    """
    if not preview.changes:
        return False
    if not path.exists():
        if newcomer is None:
            raise _changed(path)
        create_interview(
            path,
            group=newcomer.group,
            role=newcomer.role,
            organization=newcomer.organization,
            knowledge_version=newcomer.knowledge_version,
            day=day,
            answers=preview.answers,
        )
        return True
    with disk.lock(path.parent.parent):
        now = read_interview(path)[0]
        again = now and compare(understood, now, catalogue=catalogue, day=day, not_over=preview.not_over)
        if now is None or again != preview:
            raise _changed(path)
        is_of_today = asked_with == catalogue.version != now.interview.knowledge_version
        record_held(path, preview.answers, knowledge_version=asked_with if is_of_today else "")
    return True


def beginning(informant: str, interview: InterviewFile) -> Informant:
    """Give an informant without a file of their own yet, to compare a list with."""
    return Informant(id=informant, file=f"interviews/{informant}.yaml", interview=interview)


def _changed(path: Path) -> WrongUseError:
    return WrongUseError(
        f"{path.as_posix()} is intussen gewijzigd; er is niets geschreven.",
        remedy="Geef de opdracht opnieuw: u ziet dan wat er nu zou veranderen.",
    )
