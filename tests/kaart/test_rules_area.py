"""Where a service works: codes that are none, places by name, and gemeenten outside the region."""

from __future__ import annotations

from typing import Any

import pytest
from tests.kaart.judging import Spoil, in_service, judged, mended, spoiled

from psoh_cli.gemeente.gemeente import Register
from psoh_cli.kaart.subject import Home


def codes(spoil: Spoil, **around: Any) -> list[str]:
    return [problem.code for problem in judged(spoiled(spoil), **around)[0]]


def written_in(area: str, *, safely: bool) -> list[str]:
    """Give what a fix writes in the place of an area."""
    lines = mended(in_service(werkgebied=[area]), safely=safely)
    return [line.removeprefix("werkgebied: ").strip('[]"') for line in lines]


class TestArea:
    REGION = frozenset({"GM0505", "GM0523"})
    REGISTER = Register.model_validate(
        {
            "source": "b",
            "as_of": "2026-01-01",
            "entries": [
                {"code": "GM0505", "naam": "Dordrecht"},
                {"code": "GM0523", "naam": "Hardinxveld-Giessendam"},
                {"code": "GM0532", "naam": "Stede Broec"},
                {"code": "GM0517", "naam": "'s-Gravendeel", "einddatum": "2006-12-31"},
            ],
        }
    )

    def test_outside_the_region(self) -> None:
        spoil = in_service(werkgebied=["GM0505", "0532"])
        (problem,) = judged(spoiled(spoil), region=self.REGION, register=self.REGISTER)[0]
        assert problem.code == "KAART044"
        assert problem.message == "Stede Broec (GM0532) is niet uw gemeente en ligt niet in uw regio"
        assert "Bedoelt u" in problem.hint
        assert codes(spoil, register=self.REGISTER) == []

    def test_one_that_is_no_more_is_told_of_elsewhere(self) -> None:
        spoil = in_service(werkgebied=["GM0505", "GM0517", "GM9998"])
        assert codes(spoil, region=self.REGION, register=self.REGISTER) == []
        assert codes(spoil, region=self.REGION) == ["KAART044", "KAART044"]

    @pytest.mark.parametrize(
        ("area", "safe", "unsafe"),
        [
            ("GM 0505", ["GM0505"], []),
            ("gm-0505", ["GM0505"], []),
            ("505", [], ["GM0505"]),
            ("GM505", [], ["GM0505"]),
            ("GM", [], []),
        ],
    )
    def test_what_looks_like_a_code(self, area: str, safe: list[str], unsafe: list[str]) -> None:
        assert codes(in_service(werkgebied=[area])) == ["KAART021"]
        assert written_in(area, safely=True) == safe
        assert written_in(area, safely=False) == unsafe


class TestPlacesByName:
    HOME = Home(code="GM0505", name="Dordrecht", areas=("Centrum", "Oud-Krispijn"), wider=("Drechtsteden",))
    WITHOUT_WIJKEN = Home(code="GM0505", name="Dordrecht")
    REGISTER = Register.model_validate(
        {
            "source": "b",
            "as_of": "2026-01-01",
            "entries": [
                {"code": "GM0505", "naam": "Dordrecht"},
                {"code": "GM0599", "naam": "Rotterdam"},
                {"code": "GM1991", "naam": "Maashorst"},
                {"code": "GM0856", "naam": "Uden", "einddatum": "2021-12-31", "opvolgers": ["GM1991"]},
                {"code": "GM0373", "naam": "Bergen", "ook_bekend_als": ["Bergen (NH)"]},
                {"code": "GM0893", "naam": "Bergen", "ook_bekend_als": ["Bergen (L)"]},
            ],
        }
    )

    @pytest.mark.parametrize(
        ("area", "message", "hint", "code", "is_safe"),
        [
            ("Dordrecht", "'Dordrecht' is uw gemeente, bij naam", "Schrijf GM0505.", "GM0505", True),
            (
                "gemeente dordrecht",
                "'gemeente dordrecht' is uw gemeente, bij naam",
                "Schrijf GM0505.",
                "GM0505",
                True,
            ),
            (
                "Rotterdam",
                "'Rotterdam' is een gemeente, bij naam",
                "Schrijf GM0599 (Rotterdam).",
                "GM0599",
                False,
            ),
            ("Uden", "'Uden' is geen gemeente meer", "Schrijf GM1991 (Maashorst).", "GM1991", False),
            (
                "Bergen",
                "'Bergen' is een gemeente, bij naam",
                "Schrijf de code die u bedoelt: GM0373 (Bergen) of GM0893 (Bergen).",
                "",
                False,
            ),
        ],
    )
    def test_a_gemeente_stands_by_its_code(
        self, area: str, message: str, hint: str, code: str, is_safe: bool
    ) -> None:
        spoil = in_service(werkgebied=["GM0505", area])
        (problem,) = judged(spoiled(spoil), home=self.HOME, register=self.REGISTER)[0]
        assert (problem.code, problem.message, problem.hint) == ("KAART048", message, hint)
        assert problem.fix is None or (problem.fix.edits[0].text, problem.fix.is_safe) == (code, is_safe)
        assert (problem.fix is None) is (code == "")

    @pytest.mark.parametrize(
        ("area", "home", "meant"),
        [("Centum", HOME, "Centrum"), ("Dordrect", HOME, "GM0505"), ("Dordrect", WITHOUT_WIJKEN, "GM0505")],
    )
    def test_a_typo_in_a_name(self, area: str, home: Home, meant: str) -> None:
        spoil = in_service(werkgebied=[area])
        (problem,) = judged(spoiled(spoil), home=home, register=self.REGISTER)[0]
        named = f"{meant} (Dordrecht)" if meant == home.code else meant
        assert (problem.code, problem.hint) == ("KAART049", f"Bedoelt u {named}?")
        assert problem.fix is not None
        assert (problem.fix.edits[0].text, problem.fix.is_safe) == (meant, False)

    def test_a_place_nobody_knows_is_told_where_the_wijken_are_listed(self) -> None:
        spoil = in_service(werkgebied=["Stationsbuurt"])
        assert codes(spoil, home=self.HOME, register=self.REGISTER) == ["KAART050"]
        assert codes(spoil, home=self.WITHOUT_WIJKEN, register=self.REGISTER) == []
        assert codes(spoil, register=self.REGISTER) == []

    @pytest.mark.parametrize("area", ["centrum", "Oud Krispijn", "Drechtsteden", "landelijk", "GM0505"])
    def test_what_is_known_is_left_alone(self, area: str) -> None:
        assert codes(in_service(werkgebied=[area]), home=self.HOME, register=self.REGISTER) == []

    def test_a_wijk_with_the_name_of_a_gemeente_is_a_wijk(self) -> None:
        home = Home(code="GM0505", name="Dordrecht", areas=("Uden",))
        assert codes(in_service(werkgebied=["Uden"]), home=home, register=self.REGISTER) == []
