"""Comments in the files of a dossier: they are shared with the rest, so they too are about nobody in person."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dossier.dossier_files import DossierFiles
from psoh_cli.policy.comments import comments_in
from psoh_cli.policy.policy_file import standing_in
from psoh_cli.privacy.finding import traces
from psoh_cli.privacy.telling import told_of
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem

_WHERE = "in deze opmerking achter #"


def check(files: DossierFiles) -> Iterator[Problem]:
    """PRIVACY001 to PRIVACY007: no comment is about one person; the reason in a remark for psoh counts as well."""
    for item in files.all():
        if item.parsed.root is None:
            continue
        values = standing_in(item.parsed.root, text=item.parsed.text)
        for line, column, words in comments_in(item.parsed.text, values=values, wanted=traces):
            for trace in traces(words):
                code, said = told_of(trace.kind, where=_WHERE)
                place = (line, column + trace.start)
                end = (line, column + trace.end)
                yield problem_of(code, said, file=item.name, place=place, end=end)
