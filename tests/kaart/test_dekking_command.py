"""`psoh kaart dekking` as somebody types it: the screen, one cell, what if, data, page and drawing."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from psoh_cli.app import run
from psoh_cli.commands import clock

Said = Callable[..., tuple[int, str, str]]

GEMEENTE = """\
formaat: "1"
kennisversie: "1"
code: GM0505
naam: Dordrecht
wijken: [Centrum, "Oost <b>"]
statushouders:
  talen:
    - {taal: ar, aantal: 310}
    - {taal: ti, aantal: 3}
    - {taal: so, aantal: 4}
"""
KAART = """\
formaat: "1"
kennisversie: "1"
naam: Sociale kaart Dordrecht
organisaties:
  - id: huis
    naam: Huis van de wijk
    ketenpartner: welzijn
    bron: site
    gecontroleerd_op: 2026-06-01
  - id: stil
    naam: Stille organisatie
    ketenpartner: ggz
    bron: site
    gecontroleerd_op: 2026-06-01
diensten:
  - id: inloop
    organisatie: huis
    naam: "Inloop <script>alert(1)</script> & meer"
    aanbod: koffie
    talen: [nl, ti]
    tolkinzet: geen
    ketenstappen: [versterken]
    werkgebied: [GM0505]
    zichtbaar: professional
    bron: site
    gecontroleerd_op: 2026-06-01
  - id: groep
    organisatie: huis
    naam: Groep voor ouders
    aanbod: praten
    talen: [ar]
    tolkinzet: geen
    ketenstappen: [preventie]
    bron: site
    gecontroleerd_op: 2019
"""
PROPOSAL = """\
diensten:
  - id: nieuw
    organisatie: huis
    naam: Nieuwe groep
    aanbod: praten
    talen: [ar]
    tolkinzet: geen
    ketenstappen: [preventie]
"""


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "gemeente.yaml").write_text(GEMEENTE, encoding="utf-8")
    (tmp_path / "sociale-kaart.yaml").write_text(KAART, encoding="utf-8")
    monkeypatch.setattr(clock, "today", lambda: date(2026, 6, 30))
    return tmp_path


@pytest.fixture
def said(dossier: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """Give a function that runs `psoh kaart dekking` on the dossier."""

    def say(*arguments: str | Path) -> tuple[int, str, str]:
        code = run(["kaart", "dekking", str(dossier), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out, err

    return say


@pytest.fixture
def proposal(dossier: Path) -> Path:
    path = dossier / "voorstel.yaml"
    path.write_text(PROPOSAL, encoding="utf-8")
    return path


class TestScreen:
    def test_the_grid_fits_the_screen_and_says_what_its_letters_mean(self, said: Said, dossier: Path) -> None:
        code, out, err = said()
        assert code == 0
        assert out.startswith("Dekking van de sociale kaart van Dordrecht: in 1 van de 36 vakken")
        assert max(map(len, out.splitlines())) <= 80
        lines = [line.split() for line in out.splitlines()]
        assert ["ar", "so", "ti", "bereikt"] in lines
        assert ["aantal", "310", "<5", "<5"] in lines
        assert ["Netwerk", "en", "veerkracht", "versterken", "N", "N", "E", "0%*"] in lines
        assert ["Preventieve", "interventie", "V", "?", "?", "?"] in lines
        assert "V niet meer bevestigd" in out
        assert "ar Arabisch · so Somalisch · ti Tigrinya" in out
        assert f"Typ: psoh kaart dekking {dossier.as_posix()} --cel overdracht:ar" in " ".join(err.split())

    @pytest.mark.parametrize("per", ["leeftijd", "laag", "gebied", "doelgroep"])
    def test_any_kind_of_column_fits(self, said: Said, per: str) -> None:
        code, out, _ = said("--per", per)
        assert code == 0
        assert max(map(len, out.splitlines())) <= 80
        assert "het beste bereik" in " ".join(out.split())

    def test_a_kaart_without_a_gemeente_takes_its_languages_from_the_kaart(
        self, said: Said, dossier: Path
    ) -> None:
        (dossier / "gemeente.yaml").unlink()
        code, out, _ = said()
        assert code == 0
        assert out.startswith("Dekking van de sociale kaart 'Sociale kaart Dordrecht': in 1 van de 36 vakken")
        assert ["ar", "ti", "onbekend"] in [line.split() for line in out.splitlines()]
        assert said("--per", "gebied")[0] == 2

    def test_many_languages_go_on_in_a_second_grid(self, said: Said, dossier: Path) -> None:
        codes = ("ar", "ti", "so", "fa", "prs", "tr", "kmr", "uk", "ru", "fr", "es", "pt", "sq")
        groups = "".join(f"    - {{taal: {code}, aantal: 100}}\n" for code in codes)
        (dossier / "gemeente.yaml").write_text(
            GEMEENTE.split("    - {taal", maxsplit=1)[0] + groups, encoding="utf-8"
        )
        _, out, _ = said()
        assert max(map(len, out.splitlines())) <= 80
        assert out.count("Crisis  ") == 2

    def test_a_small_group_cannot_be_worked_out(self, said: Said, dossier: Path) -> None:
        def all_of_it() -> str:
            forms = [(), ("--json",), ("--format", "html"), ("--format", "svg"), ("--zonder", "inloop")]
            return "".join(part for form in forms for part in said(*form)[1:])

        first = all_of_it()
        other = GEMEENTE.replace("ti, aantal: 3", "ti, aantal: 2").replace("so, aantal: 4", "so, aantal: 1")
        (dossier / "gemeente.yaml").write_text(other, encoding="utf-8")
        assert all_of_it() == first


class TestOneCell:
    def test_it_opens_to_its_services_and_what_is_near(self, said: Said) -> None:
        code, out, _ = said("--cel", "preventie:Arabisch")
        assert code == 0
        assert "Preventieve interventie × Arabisch" in out
        assert "Bereik: niet meer bevestigd. Het gaat om 310 statushouders." in out
        assert "Groep voor ouders" in out
        assert "1. Groep voor ouders (Huis van de wijk): niet meer bevestigd." in out

    def test_a_column_of_another_kind_is_found(self, said: Said) -> None:
        assert "Preventieve interventie × 12-17 jaar" in said("--cel", "preventie:12-17")[1]

    def test_before_and_after(self, said: Said, proposal: Path) -> None:
        _, out, _ = said("--cel", "preventie:ar", "--met", proposal)
        assert "Nu: niet meer bevestigd. Dan: eigen taal." in out

    def test_as_data_it_is_that_cell_alone(self, said: Said) -> None:
        found = json.loads(said("--cel", "preventie:ar", "--json")[1])
        assert [(cell["ketenstap"], cell["kolom"]) for cell in found["cellen"]] == [("preventie", "ar")]


class TestWhatIf:
    def test_what_closes_and_what_opens(self, said: Said, proposal: Path) -> None:
        code, out, _ = said("--zonder", "inloop", "--met", proposal)
        text = " ".join(out.split())
        assert code == 0
        assert "Dan worden 3 vakken slechter bereikt en 1 vak beter bereikt." in text
        assert "× Tigrinya (minder dan 5 statushouders): eigen taal → onbekend" in text
        assert "× Arabisch (310 statushouders): niet meer bevestigd → eigen taal" in text

    def test_an_organization_takes_all_its_services_along(self, said: Said) -> None:
        found = json.loads(said("--zonder", "Huis van de wijk", "--json")[1])
        assert found["wat_als"]["zonder"] == ["groep", "inloop"]
        assert found["wat_als"]["sluit"] == 4

    def test_nothing_is_written(self, said: Said, dossier: Path, proposal: Path) -> None:
        said("--zonder", "inloop", "--met", proposal)
        assert (dossier / "sociale-kaart.yaml").read_text("utf-8") == KAART

    def test_a_proposal_with_errors_names_line_and_column(self, said: Said, proposal: Path) -> None:
        proposal.write_text(PROPOSAL.replace("[preventie]", "[prefentie]"), encoding="utf-8")
        code, _, err = said("--met", proposal)
        assert code == 1
        assert "voorstel.yaml:8:20 fout KAART005" in err
        assert "preventie" in err

    @pytest.mark.parametrize("area", ["GM0344", "provincie Utrecht"])
    def test_a_proposal_for_elsewhere_does_not_count(self, said: Said, proposal: Path, area: str) -> None:
        proposal.write_text(f"{PROPOSAL}    werkgebied: [{area}]\n", encoding="utf-8")
        code, out, err = said("--met", proposal)
        assert code == 0
        assert "niet in Dordrecht" in " ".join(err.split())
        assert "Wat als" not in out

    def test_one_service_in_two_proposals_is_refused(self, said: Said, proposal: Path) -> None:
        code, _, err = said("--met", proposal, "--met", proposal)
        assert code == 2
        assert "dienst 'nieuw' staat in meer dan één voorstel" in err


@pytest.mark.parametrize("cell", ["preventie:ar", "preven:ar", "preventieve:arabi"])
def test_the_beginning_of_a_name_is_enough(said: Said, cell: str) -> None:
    code, out, _ = said("--cel", cell)
    assert (code, "Preventieve interventie × Arabisch" in out) == (0, True)


@pytest.mark.parametrize(
    "text", ["id: x\norganisatie: huis\nnaam: X\naanbod: y\n", "- {id: x, naam: X, aanbod: y}\n"]
)
def test_a_bare_service_is_told_where_it_belongs(said: Said, dossier: Path, text: str) -> None:
    (dossier / "los.yaml").write_text(text, encoding="utf-8")
    code, _, err = said("--met", dossier / "los.yaml")
    assert (code, "Zet dit onder diensten:" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--zonder", "inlop"), "Bedoelt u 'inloop'?"),
        (("--zonder", "stil"), "heeft geen dienst op de kaart"),
        (("--cel", "prefentie:ar"), "Bedoelt u 'preventie'?"),
        (("--cel", "preventie:arabich"), "Bedoelt u 'ar'?"),
        (("--cel", "preventie:Farsi"), "Farsi wordt in gemeente.yaml niet geteld"),
        (("--cel", "preventie"), "bijvoorbeeld --cel preventie:ti"),
        (("--per", "tal"), "Bedoelt u 'taal'?"),
        (("--format", "htlm"), "Bedoelt u 'html'?"),
        (("--output", "dekking.txt"), "--format json, html of svg"),
        (("--cel", "preventie:ar", "--format", "svg"), "Laat --cel weg"),
    ],
)
def test_wrong_use_is_told_with_what_to_do(said: Said, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = said(*arguments)
    assert (code, out) == (2, "")
    assert says in " ".join(err.split())


class TestFiles:
    def test_data_holds_everything_and_is_stable(self, said: Said) -> None:
        first, second = said("--format", "json")[1], said("--json")[1]
        assert first == second
        found = json.loads(first)
        assert len(found["cellen"]) == len(found["ketenstappen"]) * len(found["kolommen"])
        assert {name for cell in found["cellen"] for name in cell["diensten"]} <= set(found["diensten"])
        assert found["diensten"]["inloop"]["zichtbaar"] == "professional"
        assert [point["organisatie"] for point in found["kwetsbaar"]] == ["huis"]

    def test_the_page_is_whole_escaped_and_shut_in(self, said: Said, dossier: Path) -> None:
        output = dossier / "dekking.html"
        code, out, err = said("--per", "gebied", "--zonder", "inloop", "--output", output)
        page = output.read_text("utf-8")
        assert (code, out) == (0, "")
        assert "Geschreven" in err
        assert "<script" not in page
        assert "Inloop &lt;script&gt;alert(1)&lt;/script&gt; &amp; meer" in page
        assert "Oost &lt;b&gt;" in page
        assert "default-src &#39;none&#39;; style-src &#39;sha256-" in page
        assert " style=" not in page
        assert "alleen voor professionals" not in page  # the service is gone

    def test_every_cell_of_the_page_leads_to_its_own_part(self, said: Said) -> None:
        page = ET.fromstring(_closed(said("--format", "html")[1]))
        links = [link.get("href", "") for link in page.iter("a")]
        cells = [cell.get("id") for cell in page.iter("article")]
        assert len(cells) == len(set(cells)) == 36
        assert {f"#{name}" for name in cells} <= set(links)

    def test_the_drawing_stands_alone_and_says_it_in_words(self, said: Said, dossier: Path) -> None:
        code, out, _ = said("--format", "svg", "--zonder", "inloop")
        drawing = ET.fromstring(out.split("\n", maxsplit=1)[1])
        title, said_in_words = drawing[0].text or "", drawing[1].text or ""
        assert code == 0
        assert title == "Dekking van de sociale kaart van Dordrecht, 30 juni 2026"
        assert "Inloop <script>alert(1)</script> & meer" in said_in_words
        assert "Netwerk en veerkracht versterken: Arabisch onbekend" in said_in_words
        framed = [item for item in drawing if item.get("stroke-width") == "2.5"]
        assert len(framed) == 3
        letters = {item.text for item in drawing if item.get("text-anchor") == "middle"}
        assert {"V", "?"} <= letters


def _closed(page: str) -> str:
    """Give the part of our own HTML that is XML as well."""
    return page[page.index("<body>") : page.index("</html>")]
