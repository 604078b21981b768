"""Every source of the knowledge has an address that a browser may open."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from psoh_cli.gemeente.register_file import TableSource
from psoh_cli.model import is_web_address
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.reference import Source

SOURCE = {
    "id": "x", "titel": "T", "uitgever": "U", "vindplaats": "origineel", "herkomst": "arq",
}  # fmt: skip
TABLE = {"titel": "T", "uitgever": "U", "datum": "2026", "gebruikt_voor": "x", "rechten": "x"}


def test_every_source_we_have_can_be_opened() -> None:
    sources = read_catalogue()[0].sources
    assert len(sources) > 50
    assert [source.id for source in sources if not is_web_address(source.url)] == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://x.nl/a b", "x", ""])
def test_a_source_with_another_address_is_refused(url: str) -> None:
    with pytest.raises(ValidationError, match="url"):
        Source.model_validate({**SOURCE, "url": url})
    with pytest.raises(ValidationError, match="url"):
        TableSource.model_validate({**TABLE, "url": url})
    assert Source.model_validate({**SOURCE, "url": "https://x.nl"}).url == "https://x.nl"
