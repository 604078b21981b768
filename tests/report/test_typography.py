"""Hard spaces: what belongs together stays on one line, and nothing else."""

from __future__ import annotations

import pytest

from psoh_cli.report.spans import Words, code, line, plain, strong
from psoh_cli.report.typography import bound, headline, whole_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€ 12.500 in 4 weken", "€~12.500 in 4~weken"),
        ("van K1 2027 tot K2 2028", "van K1~2027 tot K2~2028"),
        ("op 1 juli 2026", "op 1~juli 2026"),
        ("volgens artikel 14 lid 2", "volgens artikel~14 lid~2"),
        ("1e kwartaal 2027", "1e~kwartaal 2027"),
        ("50 % van 3,5 jaar", "50~% van 3,5~jaar"),
        ("11 van de 12 groepen", "11~van de 12 groepen"),
        ("in 2027 jaarlijks 3 maandagen", "in 2027 jaarlijks 3 maandagen"),
        ("een dag in juli", "een dag in juli"),
        ("", ""),
    ],
)
def test_only_what_belongs_together_is_bound(text: str, expected: str) -> None:
    assert bound(text).replace("\N{NO-BREAK SPACE}", "~") == expected
    assert bound(bound(text)) == bound(text)


def test_every_line_of_a_document_is_bound_in_one_place() -> None:
    for given in ("4 weken", strong("4 weken"), ("4 weken", " en meer")):
        assert plain(line(given)).startswith("4\N{NO-BREAK SPACE}weken")


def test_what_somebody_types_stays_as_it_is() -> None:
    assert line(code("psoh analyse 4 weken"))[0] == Words(text="psoh analyse 4 weken", style=code("").style)


def test_a_name_with_a_hyphen_is_kept_whole_and_keeps_its_hyphen() -> None:
    pieces = whole_names("Start Mind-Spring en POH-GGZ weer-op")
    assert pieces == (
        ("Start ", False),
        ("Mind-Spring", True),
        (" en ", False),
        ("POH-GGZ", True),
        (" weer-op", False),
    )
    assert "".join(piece for piece, _ in pieces) == "Start Mind-Spring en POH-GGZ weer-op"


def test_a_heading_does_not_end_in_one_short_word_alone() -> None:
    assert headline("Wie wordt bereikt, in welke taal").endswith("welke\N{NO-BREAK SPACE}taal")
    assert headline("Planning") == "Planning"
    assert headline("Wat eerst") == "Wat eerst"
    assert headline("Een kop met verantwoordelijkheidsverdeling").endswith(" verantwoordelijkheidsverdeling")
