"""Every fix that a rule offers is tried on the bad example of its code: it helps, and leaves nothing behind."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.rules.examples import TODAY, Example, all_examples, contents

from psoh_cli.checking.fixing import propose
from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.checking.result import Result
from psoh_cli.checking.saving import save

BAD = [example for example in all_examples() if example.is_bad]


def looks(example: Example, folder: Path) -> Iterator[Path]:
    """Lay an example three times: as it is, with the line ends of Windows, and with a byte order mark as well."""
    for name, windows, bom in (("zo", False, b""), ("crlf", True, b""), ("bom", True, codecs.BOM_UTF8)):
        target = folder / name
        target.mkdir()
        laid = example.lay(target)
        for path in laid.rglob("*.yaml") if windows and not example.lines_of("vergroot.txt") else ():
            data = path.read_bytes()
            if b"\r" not in data and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE)):
                path.write_bytes(bom + data.replace(b"\n", b"\r\n"))
        yield laid


@pytest.mark.slow
@pytest.mark.parametrize("example", BAD, ids=lambda example: example.code)
def test_a_fix_helps(example: Example, tmp_path: Path) -> None:
    for folder in looks(example, tmp_path):

        def look(at: Path = folder) -> Result:
            return inspect_paths((at,), as_of=TODAY)

        offered = [problem for problem in look().problems if problem.fix]
        before = contents(folder)
        mending = propose(look, unsafe=True)
        assert contents(folder) == before
        if not offered or mending.refused:
            assert not any(problem.fix and problem.fix.is_safe for problem in offered)
            assert mending.files == ()
            continue
        fixed = save(mending, look)
        assert fixed.unwritten == ()
        assert look().problems == ()
        assert propose(look, unsafe=True).files == ()
        _only_the_lines_that_were_meant(before, contents(folder), touched=proposal_lines(mending.before))


def proposal_lines(found: Result) -> int:
    """Count the lines that the fixes at the start may touch."""
    edits = [edit for problem in found.problems if problem.fix for edit in problem.fix.edits]
    return sum(edit.span.end_line - edit.span.line + 1 + edit.text.count("\n") for edit in edits)


def _only_the_lines_that_were_meant(
    before: dict[str, bytes], after: dict[str, bytes], *, touched: int
) -> None:
    assert before.keys() == after.keys()
    changed = 0
    for name, data in before.items():
        old, new = data.splitlines(keepends=True), after[name].splitlines(keepends=True)
        changed += (Counter(new) - Counter(old)).total()
    assert 0 < changed <= touched
