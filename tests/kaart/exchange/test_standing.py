"""What an entry says already needs no judging; and whatever is passed by so would have been judged the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kaart.exchange.arrivals import as_batch, batch, incoming
from tests.kaart.samples import kaart_file, service

from psoh_cli.kaart.exchange import preview as judging
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.standing import stands_as_told

LES = service(
    id="les", naam="Taalles", talen=["nl"], leeftijd={"van": 12, "tot": 18}, contact={"email": "les@huis.example"},
    wachttijd={"weken": 4, "aanmeldstop": "ja"}, openingstijden=[{"dagen": ["maandag"], "van": "9:00"}],
)  # fmt: skip


@pytest.mark.parametrize(
    ("values", "stands"),
    [
        ({"naam": "Taalles", "talen": ["nl"], "gecontroleerd_op": "2026-06-01"}, True),
        ({"contact": {"functie": "algemeen", "email": "les@huis.example", "zichtbaar": "openbaar"}}, True),
        ({"contact": {"functie": "algemeen"}}, False), ({"contact": {"email": "les@huis.example"}}, True),
        ({"wachttijd": {"weken": 4, "aanmeldstop": "ja"}}, True),
        ({"wachttijd": {"weken": 4, "aanmeldstop": "nee"}}, False),
        ({"leeftijd": {"van": 12, "tot": 18}, "website": None}, True), ({"leeftijd": None}, False),
        ({"leeftijd": {"van": 12}}, False), ({"talen": ["nl", "ar"]}, False), ({"talen": None}, False),
        ({"tolkinzet": None}, True), ({"status": "actief"}, True), ({"status": "gestopt"}, False),
        ({"gecontroleerd_op": "onbekend"}, False), ({"gecontroleerd_op": "2026-06"}, False),
        ({"onbekend_veld": "x"}, False), ({"website": "onbekend"}, False), ({"contact": "balie"}, False),
    ],
)  # fmt: skip
def test_just_what_stands_there_stands(values: dict[str, Any], stands: bool) -> None:
    assert stands_as_told(LES, values) is stands


def test_never_confirmed_is_unknown() -> None:
    assert stands_as_told(service(gecontroleerd_op="onbekend"), {"gecontroleerd_op": "onbekend"})


def test_a_kaart_that_comes_back_is_not_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(judging, "merge", refuse)
    own = kaart_file(LES)
    assert len(compare(as_batch(own), own=own).unchanged) == 2


_VALUES = st.fixed_dictionaries(
    {},
    optional={
        "talen": st.sampled_from([None, ["nl"], ["nl", "ar"], ("nl",)]),
        "leeftijd": st.sampled_from([None, {"van": 12}, {"van": 12, "tot": 18}, {"tot": 18, "van": 12}]),
        "contact": st.sampled_from([{"email": "les@huis.example"}, {"functie": "balie"}, None, {}]),
        "wachttijd": st.sampled_from([{"weken": 4}, {"weken": 4, "aanmeldstop": "ja"}, {"weken": "4"}]),
        "gecontroleerd_op": st.sampled_from(["2026-06-01", "2026-07", "onbekend", None]),
        "status": st.sampled_from(["actief", None, "Actief"]),
        "bron": st.sampled_from(["b", "c"]),
    },
)


@given(_VALUES, st.booleans())
@settings(max_examples=25, deadline=None)
def test_what_is_passed_by_would_have_changed_nothing(values: dict[str, Any], complete: bool) -> None:
    own = kaart_file(LES)
    row = batch(incoming(id="les", **values), complete=complete)
    passed = compare(row, own=own)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(judging, "stands_as_told", lambda *_: False)
        judged = compare(row, own=own)
    assert passed == judged
