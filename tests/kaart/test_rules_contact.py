"""Telephone, mail, post and registers: what is one, what psoh writes instead, and what it asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kaart.judging import in_contact, in_house, judged, mended, spoiled, told

from psoh_cli.kaart.rules_contact import is_email
from psoh_cli.kaart.telephone import can_be_dialled, number_meant, same_number, why_not


class TestTelephone:
    @pytest.mark.parametrize(
        "number",
        [
            "020 123 45 67", "0201234567", "(020) 123 45 67", "020-1234567", "020 - 123 45 67", "085 123 4567",
            "+31 20 123 45 67", "+31201234567", "0031201234567", "0800-1234", "0900 1234567", "14 020", "14020",
            "14 0182", "112", "113", "116 123", "+32 2 123 45 67",
        ],
    )  # fmt: skip
    def test_what_can_be_dialled(self, number: str) -> None:
        assert can_be_dialled(number)

    @pytest.mark.parametrize(
        ("number", "meant"),
        [
            ("020.123.45.67", "020 123 45 67"),
            ("020/1234567", "020 1234567"),
            ("tel. 020 123 45 67", "020 123 45 67"),
            ("T: 020-1234567", "020-1234567"),
            ("020  123  45 67", "020 123 45 67"),
            ("020\N{EN DASH}1234567", "020-1234567"),
            ("+31 (0)20 123 45 67", "+31 20 123 45 67"),
            ("+31 020 123 45 67", "+31 20 123 45 67"),
            ("0031 0201234567", "+31 201234567"),
            ("020 123 45 67.", "020 123 45 67"),
        ],
    )
    def test_the_same_digits_are_safe(self, number: str, meant: str) -> None:
        assert number_meant(number) == (meant, True)
        assert same_number(meant) == same_number(number)

    @pytest.mark.parametrize(
        ("number", "meant"),
        [
            ("85 123 4567", "085 123 4567"),
            ("(20) 123 45 67", "(020) 123 45 67"),
            ("31 20 123 45 67", "+31 20 123 45 67"),
        ],
    )
    def test_a_digit_that_is_missing_is_a_guess(self, number: str, meant: str) -> None:
        assert number_meant(number) == (meant, False)

    @pytest.mark.parametrize(
        ("number", "why"),
        [
            ("85 123 4567", "de 0 vooraan ontbreekt"),
            ("020 123 45", "heeft 8 cijfers"),
            ("020 123 45 678", "heeft 11 cijfers"),
            ("020 123 45 67 of 020 765 43 21", "meer dan één nummer"),
            ("020-1234567 / 020-7654321", "meer dan één nummer"),
            ("bel de balie", "is geen telefoonnummer"),
            ("020 123 45 67 (ma-vr)", "is meer dan een telefoonnummer"),
            ("+31 (0)20 123 45 67", "andere tekens"),
            ("9" * 10_000, "is meer dan een telefoonnummer"),
        ],
    )
    def test_what_is_wrong_is_said(self, number: str, why: str) -> None:
        assert why in why_not(number)

    @given(st.text(alphabet="0123456789 +-()./o–tel", max_size=30))
    def test_what_is_offered_can_be_dialled_and_says_the_same(self, text: str) -> None:
        meant = number_meant(text)
        if meant is not None:
            assert can_be_dialled(meant.text)
            assert why_not(text)
            digits = same_number(meant.text)
            assert digits == same_number(text) or not meant.is_safe or not same_number(text)

    def test_a_kaart(self) -> None:
        spoil = in_contact(telefoon="78 770 8910")
        assert told(spoil) == [
            ("KAART029", "telefoon: 78 770 8910", "'78 770 8910' heeft negen cijfers; de 0 vooraan ontbreekt")
        ]
        assert judged(spoiled(spoil))[0][0].hint == "Bedoelt u 078 770 8910?"
        assert mended(spoil, safely=False) == ["telefoon: 078 770 8910"]
        assert mended(spoil, safely=True) == []
        assert mended(in_contact(telefoon="078.770.8910"), safely=True) == ["telefoon: 078 770 8910"]


class TestEmail:
    @pytest.mark.parametrize(
        "address",
        ["info@x.example", "info+a@sub.x.example", "ínfo@x.example", "a.b@x-y.nl", "o'brien@x.example"],
    )
    def test_an_address(self, address: str) -> None:
        assert is_email(address)

    @pytest.mark.parametrize(
        ("address", "written"),
        [
            ("mailto:info@x.example", "email: info@x.example"),
            ("info @x.example", "email: info@x.example"),
            ("Balie <info@x.example>", "email: info@x.example"),
            ("info@x.example.", "email: info@x.example"),
        ],
    )
    def test_other_signs_around_it_are_safe(self, address: str, written: str) -> None:
        assert [code for code, *_ in told(in_contact(email=address))] == ["KAART030"]
        assert mended(in_contact(email=address), safely=True) == [written]

    @pytest.mark.parametrize("address", ["info(at)x.example", "info at x.example", "info@x,example"])
    def test_other_signs_inside_it_are_a_guess(self, address: str) -> None:
        assert mended(in_contact(email=address), safely=False) == ["email: info@x.example"]

    @pytest.mark.parametrize(
        ("address", "why"),
        [
            ("balie", "geen apenstaartje"),
            ("info@huis", "een naam met een punt"),
            ("'info@x.example'", "geen e-mailadres"),
            ("a@x.example, b@x.example", "meer dan één"),
            ("www.x.example", "hoort bij website"),
            ("in fo@x.example", "een spatie"),
            ("a@" + "b" * 5_000, "geen e-mailadres"),
        ],
    )
    def test_what_only_the_user_can_tell(self, address: str, why: str) -> None:
        (problem,) = judged(spoiled(in_contact(email=address)))[0]
        assert (problem.code, problem.fix) == ("KAART030", None)
        assert why in problem.message


class TestNumbersOfRegisters:
    @pytest.mark.parametrize(
        ("key", "value", "code", "safe", "unsafe"),
        [
            ("kvk", "12 34 56 78", "KAART026", ['kvk: "12345678"'], []),
            ("kvk", "KvK 12345678", "KAART026", ["kvk: 12345678"], []),
            ("kvk", "1234567", "KAART026", [], ['kvk: "01234567"']),
            ("kvk", "000012345678", "KAART026", [], []),
            ("kvk", "onbekend", "KAART026", [], []),
            ("agb", "AGB-code: 01-234567", "KAART027", ['agb: "01234567"'], []),
            ("agb", "1234567", "KAART027", [], ['agb: "01234567"']),
        ],
    )
    def test_eight_digits(self, key: str, value: str, code: str, safe: list[str], unsafe: list[str]) -> None:
        spoil = in_house(**{key: value})
        assert [found for found, *_ in told(spoil)] == [code]
        bare = [line.replace('"', "") for line in mended(spoil, safely=True)]
        assert bare == [line.replace('"', "") for line in safe]
        assert [line.replace('"', "") for line in mended(spoil, safely=False)] == [
            line.replace('"', "") for line in unsafe
        ]

    def test_what_has_eight_digits_is_left_alone(self) -> None:
        assert told(in_house(kvk="01234567", agb="01234567")) == []

    def test_a_number_of_another_kind_is_named(self) -> None:
        assert "vestigingsnummer" in told(in_house(kvk="000012345678"))[0][2]
        assert "RSIN" in told(in_house(kvk="123456789"))[0][2]


@pytest.mark.parametrize(
    ("postcode", "written"),
    [
        ("1234ab", ["postcode: 1234 AB"]),
        ("1234AB", ["postcode: 1234 AB"]),
        ("NL-1234 ab", ["postcode: 1234 AB"]),
        ("0123 AB", []),
        ("1234", []),
        ("1234 SS", []),
        ("1234ss", []),
        ("1234 AB", None),
    ],
)
def test_postcodes(postcode: str, written: list[str] | None) -> None:
    spoil = in_house(locaties=[{"id": "hoek", "naam": "Hoek", "adres": {"postcode": postcode}}])
    assert [code for code, *_ in told(spoil)] == ([] if written is None else ["KAART028"])
    assert mended(spoil, safely=True) == (written or [])


class TestWebsite:
    @pytest.mark.parametrize(
        ("address", "safe"),
        [
            ("www.buurthuis.example", True), ("buurthuis.example/inloop", True), ("buurthuis.nl", True),
            ("zie.folder", False),
        ],
    )  # fmt: skip
    def test_an_address_without_its_beginning_is_read_and_told(self, address: str, safe: bool) -> None:
        spoil = in_house(website=address)
        assert told(spoil) == [("KAART051", f"website: {address}", f"voor '{address}' ontbreekt https://")]
        assert mended(spoil, safely=safe) == [f"website: https://{address}"]
        assert mended(spoil, safely=not safe) == []

    @pytest.mark.parametrize("address", ["https://buurthuis.example", "HTTP://buurthuis.example/x?y=1"])
    def test_a_whole_address_is_left_alone(self, address: str) -> None:
        assert told(in_house(website=address)) == []

    @pytest.mark.parametrize(
        "address", ["n.v.t.", "n.v.t", "volgt nog", "javascript:x", "//x.nl", "buurthuis"]
    )
    def test_what_is_no_address_is_refused(self, address: str) -> None:
        data = in_house(website=address)
        with pytest.raises(AssertionError, match="KAART031"):
            told(data)
