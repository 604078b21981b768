"""How many pages a document takes: what is meant to be short is short."""

from __future__ import annotations

import pytest
from tests.report.worlds import example

from psoh_cli.press import html
from psoh_cli.report.compose import compose
from psoh_cli.report.version import Version

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("name", "kind", "version", "most"),
    [
        ("voorbeeldstad", "implementatieplan", Version.PARTNERS, 10),
        ("voorbeeldstad", "gap-analyse", Version.PARTNERS, 10),
        ("dordrecht", "gap-analyse", Version.PARTNERS, 11),
        *(("voorbeeldstad", "samenvatting", version, 1) for version in Version),
        *(("dordrecht", "samenvatting", version, 1) for version in Version),
    ],
)
def test_a_short_version_stays_short(name: str, kind: str, version: Version, most: int) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    document = compose(kind, example(name), version=version)
    assert len(weasyprint.HTML(string=html.render(document)).render().pages) <= most
