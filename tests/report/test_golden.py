"""The one-page summary of every example, as a Document: a change of wording or of judgement shows as a diff."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.report.worlds import EXAMPLES, example

from psoh_cli.report.compose import compose
from psoh_cli.report.document import to_json

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_summary_reads_as_it_did(name: str, update_golden: bool) -> None:
    written = to_json(compose("samenvatting", example(name)))
    path = GOLDEN / f"samenvatting-{name}.json"
    if update_golden:
        path.write_text(written, encoding="utf-8", newline="\n")
    assert path.is_file(), "run with --update-golden and read the result"
    assert written == path.read_text(encoding="utf-8")
