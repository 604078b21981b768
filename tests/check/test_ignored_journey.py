"""An error that a gemeente may ignore never becomes a crash later: the whole journey is walked with each of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.examples import TODAY, Example, all_examples

from psoh_cli.dossier.dossier import open_dossier
from psoh_cli.policy.codes_named import is_firm
from psoh_cli.problems.codes import CODES
from psoh_cli.problems.problem import Severity
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.version import Version

EXAMPLES = [
    example
    for example in all_examples()
    if example.is_bad and CODES[example.code].severity is Severity.ERROR and not is_firm(example.code)
]


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_the_journey_ends_well_with_an_ignored_error(example: Example, tmp_path: Path) -> None:
    folder = example.lay(tmp_path)
    asked = f'[[negeer]]\ncode = "{example.code}"\nomdat = "wij weten dit"\n'
    (folder / "psoh.toml").write_text(asked, encoding="utf-8")
    material = open_dossier(folder, as_of=TODAY).material(TODAY)
    for kind in KINDS:
        for version in Version:
            assert compose(kind, material, version=version).title


def test_there_are_errors_that_may_be_ignored() -> None:
    assert {"PRIVACY001", "KAART005"} <= {example.code for example in EXAMPLES}
