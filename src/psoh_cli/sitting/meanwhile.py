"""What somebody else wrote in an interview while this sitting was on: seen before it is written over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from psoh_cli.files import disk, versioned_file
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.changed_questions import informant_now
from psoh_cli.interview.interview_files import read_interview, record_held
from psoh_cli.interview.saving import AnotherStandsError
from psoh_cli.practices.catalogue import Catalogue


class Meanwhile:
    """Writes the answers of one sitting. `known` are those of the file as this sitting last saw it."""

    def __init__(self, path: Path, *, known: Mapping[str, Answer], catalogue: Catalogue) -> None:
        self._path = path
        self._known = dict(known)
        self._catalogue = catalogue
        self._text: str | None = None

    def record(self, question: str, answer: Answer) -> None:
        """Put one answer on disk, as `interview_files.record` does.

        Raises AnotherStandsError, once for each, when the file has another answer than this sitting knew of.
        """
        with disk.lock(self._path.parent.parent, file=self._path):
            if self._text is None or versioned_file.text_of(self._path) != self._text:
                self._look(question, answer)
            record_held(self._path, {question: answer})
            self._text = versioned_file.text_of(self._path)
        self._known[question] = answer

    def _look(self, question: str, answer: Answer) -> None:
        now = self._answers_now()
        if now is None:
            return
        there, known = now.get(question), self._known.get(question)
        if there is not None and there not in (known, answer):
            self._known[question] = there
            raise AnotherStandsError(there)

    def _answers_now(self) -> Mapping[str, Answer] | None:
        """Read the answers; None when the file can not be typed now, which the writing itself will tell."""
        informant, _ = read_interview(self._path)
        return informant_now(informant, self._catalogue).answers if informant is not None else None
