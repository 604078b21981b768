"""`psoh kaart site` and `psoh kaart teksten` as somebody types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.site.samples import SIGN

from psoh_cli.app import run
from psoh_cli.checking.walking import find_targets
from psoh_cli.commands import clock
from psoh_cli.dossier.dossier_files import read_files
from psoh_cli.site.render_cldr import plural_forms
from psoh_cli.site.texts import Counted, forms_of, placeholders
from psoh_cli.site.texts_files import dutch_labels, empty_file, read_texts

Said = Callable[..., tuple[int, str, str]]

GEMEENTE = 'formaat: "1"\nkennisversie: "1"\ncode: GM0505\nnaam: Dordrecht\n'
KAART = """\
formaat: "1"
kennisversie: "1"
naam: Sociale kaart Dordrecht
organisaties:
  - {id: huis, naam: Huis van de wijk, ketenpartner: welzijn, bron: site, gecontroleerd_op: 2026-06-01}
  - {id: dicht, naam: Dichte deur, ketenpartner: ggz, bron: site, gecontroleerd_op: onbekend, zichtbaar: professional}
diensten:
  - {id: inloop, organisatie: huis, naam: Inloop, aanbod: koffie, bron: site, gecontroleerd_op: 2026-06-01}
  - {id: geheim, organisatie: dicht, naam: Geheim, aanbod: stil, bron: site, gecontroleerd_op: 2026-06-01}
"""


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "gemeente.yaml").write_text(GEMEENTE, encoding="utf-8")
    (tmp_path / "sociale-kaart.yaml").write_text(KAART, encoding="utf-8")
    monkeypatch.setattr(clock, "today", lambda: date(2026, 6, 30))
    return tmp_path


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def say(*arguments: str | Path) -> tuple[int, str, str]:
        code = run(["kaart", *map(str, arguments)])
        done = capsys.readouterr()
        return code, done.out, " ".join(done.err.split())

    return say


def test_a_site_is_made_beside_the_kaart_and_what_is_left_out_is_told(said: Said, dossier: Path) -> None:
    code, out, err = said("site", dossier)
    assert (code, out) == (0, "")
    assert (dossier / "site" / "index.html").is_file()
    assert (dossier / "site" / "en" / "dienst" / "inloop.html").is_file()
    assert "Niet op de website (staat op zichtbaar: professional): dicht." in err
    assert "Niet op de website (hoort bij een organisatie die niet op de site staat): geheim." in err
    assert "met 1 dienst van 1 organisatie." in err
    assert said("site", dossier)[2].endswith("Er was niets veranderd.")


@pytest.mark.slow
def test_it_says_from_which_day_on_the_site_is_not_true_any_more(said: Said, dossier: Path) -> None:
    told = "Maak de website opnieuw op uiterlijk 2 juni 2027: dan is niet meer bevestigd: Huis van de wijk, Inloop."
    assert told in said("site", dossier)[2]
    assert json.loads(said("site", dossier, "--json")[1])["opnieuw_maken_op"] == "2027-06-02"
    page, before = dossier / "site" / "dienst" / "inloop.html", "De website is gemaakt op 30 juni 2026."
    assert before in page.read_text(encoding="utf-8")
    said("site", dossier, "--peildatum", "2027-06-01")
    held = page.read_text(encoding="utf-8").replace("1 juni 2027", "30 juni 2026")
    assert before in held
    late = json.loads(said("site", dossier, "--peildatum", "2027-06-02", "--json")[1])
    assert late["opnieuw_maken_op"] is None
    assert page.read_text(encoding="utf-8").replace("2 juni 2027", "30 juni 2026") != held


def test_a_page_that_should_be_gone_and_was_changed_by_hand_is_warned_of(said: Said, dossier: Path) -> None:
    said("site", dossier)
    (dossier / "site" / "dienst" / "inloop.html").write_text("met de hand", encoding="utf-8")
    kaart = dossier / "sociale-kaart.yaml"
    kaart.write_text(
        KAART.replace("naam: Inloop,", "naam: Inloop, zichtbaar: professional,"), encoding="utf-8"
    )
    _, _, err = said("site", dossier, "--quiet")
    assert (
        "Let op: Dit hoort niet meer op de website, en is met de hand veranderd: dienst/inloop.html." in err
    )


def test_what_was_done_as_data(said: Said, dossier: Path) -> None:
    found = json.loads(said("site", dossier, "--json", "--taal", "nl")[1])
    assert found["talen"] == {"nl": found["talen"]["nl"]}
    assert (found["diensten"], found["organisaties"], found["weggehaald"]) == (1, 1, [])
    assert {item["id"] for item in found["niet_op_de_website"]} == {"dicht", "geheim"}


def test_other_languages_are_made_when_asked_for(said: Said, dossier: Path) -> None:
    _, _, err = said("site", dossier, "--taal", "nl,Arabisch,ti")
    assert (dossier / "site" / "ar" / "index.html").is_file()
    assert (dossier / "site" / "ti" / "index.html").is_file()
    assert not (dossier / "site" / "en").exists()
    assert "Arabisch: " in err
    assert "teksten in het Nederlands. Bekijk het met: psoh kaart teksten" in err


def test_a_kaart_without_a_dossier_gets_a_site(said: Said, dossier: Path) -> None:
    (dossier / "gemeente.yaml").unlink()
    assert said("site", dossier)[0] == 0
    page = (dossier / "site" / "index.html").read_text("utf-8")
    assert "<title>Sociale kaart Dordrecht</title>" in page


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--taal", "klingon"], "'klingon' is geen taal die psoh kent."),
        (["--adres", "javascript:alert(1)"], "is geen webadres."),
        (["--adres", "https://hulp.example/?x=1"], "is geen webadres."),
        (["--output", "."], "is niet leeg"),
    ],
)
def test_what_cannot_be_is_said(
    said: Said, dossier: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(dossier)
    code, _, err = said("site", *arguments)
    assert code == 2
    assert words in err
    assert sorted(path.name for path in dossier.iterdir()) == ["gemeente.yaml", "sociale-kaart.yaml"]


def test_the_folders_of_the_site_are_no_strays_and_no_dossiers(said: Said, dossier: Path) -> None:
    said("site", dossier)
    said("teksten", "ar", "--map", dossier)
    assert read_files(dossier).loose == ()
    found = find_targets((dossier,))
    assert [target.path for target in found.targets] == [dossier]
    assert found.unread == []


def test_a_folder_of_labels_that_is_misspelled_is_told(said: Said, dossier: Path) -> None:
    (dossier / "site-tekst").mkdir()
    assert [problem.code for problem in read_files(dossier).loose] == ["DOSSIER012"]


def test_how_far_the_translations_are(said: Said, dossier: Path) -> None:
    code, out, err = said("teksten", "--map", dossier)
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()[2:]] == [
        "Engels", "Arabisch", "Farsi", "Dari", "Somalisch", "Tigrinya", "Turks", "Oekraïens",
    ]  # fmt: skip
    assert max(map(len, out.splitlines())) <= 80
    assert "psoh kaart teksten TAAL" in err


def test_a_file_for_a_translator_and_what_is_wrong_in_it(said: Said, dossier: Path) -> None:
    code, _, err = said("teksten", "Arabisch", "--map", dossier)
    path = dossier / "site-teksten" / "ar.yaml"
    assert code == 0
    assert f"{path.as_posix()} staat klaar." in err
    text = path.read_text("utf-8")
    text = text.replace(
        'nl: "Hulp en steun in {gemeente}"\n    tekst: ""',
        f'nl: "Hulp en steun in {{gemeente}}"\n    tekst: "{SIGN} {{stad}}"',
    )
    path.write_text(
        text.replace('nl: "Menu"\n    tekst: ""', f'nl: "Menu"\n    tekst: "{SIGN}"'), encoding="utf-8"
    )
    code, _, err = said("teksten", "--map", dossier)
    assert code == 1
    assert "ar: site_naam: {stad} kan psoh hier niet invullen; wel: {gemeente}." in err
    found = json.loads(said("teksten", "ar", "--map", dossier, "--json")[1])["ar"]
    assert (found["ingevuld"], found["fout"], found["klaar"]) == (["menu"], ["site_naam"], False)
    said("site", dossier, "--taal", "nl,ar")
    page = (dossier / "site" / "ar" / "over.html").read_text("utf-8")
    assert f'<nav class="menu" aria-label="{SIGN}">' in page
    assert '<span lang="nl" dir="ltr">Hulp en steun in <bdi lang="nl">Dordrecht</bdi></span>' in page


def test_strict_asks_for_the_whole_of_what_was_begun(said: Said, dossier: Path) -> None:
    assert said("teksten", "--map", dossier, "--strict")[0] == 0
    said("teksten", "so", "--map", dossier)
    path = dossier / "site-teksten" / "so.yaml"
    path.write_text(
        path.read_text("utf-8").replace('nl: "Menu"\n    tekst: ""', 'nl: "Menu"\n    tekst: "xx"'),
        encoding="utf-8",
    )
    assert said("teksten", "--map", dossier, "--strict")[0] == 1


def test_a_file_for_a_translator_is_not_put_anywhere(said: Said, tmp_path: Path) -> None:
    code, _, err = said("teksten", "ar", "--map", tmp_path)
    assert code == 2
    assert "geen sociale-kaart.yaml" in err
    assert list(tmp_path.iterdir()) == []


def fill(path: Path, *, sign: str = SIGN) -> None:
    """Fill every text of a file for a translator."""
    file = read_texts(path)
    filled = {
        key: {name: f"{sign} {' '.join(found)}" for name in plural_forms("ar")}
        if isinstance(entry.dutch, Counted)
        else f"{sign} {' '.join(found)}"
        for key, entry in file.labels.items()
        for found in [[f"{{{name}}}" for name in sorted(placeholders(forms_of(entry.dutch).values()))]]
    }
    path.write_text(empty_file("ar", filled=filled), encoding="utf-8")


def test_a_language_stays_when_one_text_of_it_breaks_and_goes_only_when_asked(
    said: Said, dossier: Path
) -> None:
    said("teksten", "ar", "--map", dossier)
    path = dossier / "site-teksten" / "ar.yaml"
    fill(path)
    said("site", dossier)
    page = dossier / "site" / "ar" / "index.html"
    assert page.is_file()
    whole = path.read_text("utf-8")
    path.write_text(
        whole.replace(f'tekst: "{SIGN} {{gemeente}}"', f'tekst: "{SIGN} {{gemente}}"', 1), "utf-8"
    )
    _, _, err = said("site", dossier)
    assert page.is_file()
    assert "weggehaald" not in err
    assert "Arabisch: 1 tekst in het Nederlands (site_naam)." in err
    assert "Arabisch: site_naam: {gemente} kan psoh hier niet invullen; wel: {gemeente}." in err
    said("site", dossier, "--taal", "nl,en")
    assert not page.is_file()


def test_what_works_elsewhere_is_counted_and_told(said: Said, dossier: Path) -> None:
    (dossier / "sociale-kaart.yaml").write_text(
        KAART
        + "  - {id: ver, organisatie: huis, naam: Ver, aanbod: x, bron: site, gecontroleerd_op: 2026-06-01, "
        "werkgebied: [GM0363]}\n",
        encoding="utf-8",
    )
    _, _, err = said("site", dossier)
    assert (
        "Niet op de website (werkt niet in deze gemeente): 1 dienst van kaart 'Sociale kaart Dordrecht'."
        in err
    )
    found = json.loads(said("site", dossier, "--json")[1])
    rest = {"id": "ver", "reden": "werkt niet in deze gemeente", "kaart": "Sociale kaart Dordrecht"}
    assert rest in found["niet_op_de_website"]


def test_a_fresh_file_is_counted_and_not_listed(said: Said, dossier: Path) -> None:
    _, _, err = said("teksten", "so", "--map", dossier)
    assert f"{len(dutch_labels())} teksten te vertalen." in err
    assert "Ontbreekt:" not in err
