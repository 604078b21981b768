"""`psoh ronde samenvoegen`: two people, two copies, and one dossier in which nothing of either is lost."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.dossier.sample import contents, make_dossier

from psoh_cli import app
from psoh_cli.dossier.merging_copies import compare_copies, write, writes
from psoh_cli.errors import BusyError
from psoh_cli.rounds.round_file import read_round
from psoh_cli.terminal import console

Psoh = Callable[..., tuple[int, str, str]]
FILE = Path("interviews", "beleidsadviseur.yaml")
MORE = "antwoord: ja\n  regisseur:\n    antwoord: nee\n"
ROUND = """\
formaat: "1"
kennisversie: "2026.1"
informanten:
  - id: beleidsadviseur
    groep: gemeente
    rol: Beleidsadviseur gezondheid
    stand: {state}  # bijgehouden
    uitgenodigd_op: {day}
besluiten:
  - id: besluit-1
    over: [kaart-aanwezig]
    besluit: {text}
    op: 2026-11-03
    door: [gemeente]
"""


@pytest.fixture
def psoh(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Psoh:
    def run(*arguments: str | Path, lines: tuple[str, ...] | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines or ())))
        monkeypatch.setattr(console, "is_interactive", lambda: lines is not None)
        code = app.run(["ronde", "samenvoegen", *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "hier")


@pytest.fixture
def there(here: Path) -> Path:
    return shutil.copytree(here, here.parent / "daar")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_copy_that_says_the_same_changes_nothing(psoh: Psoh, here: Path, there: Path) -> None:
    before = contents(here)
    code, out, err = psoh(here, there)
    assert (code, out) == (
        0,
        "Vergeleken: 1 interview.\nEr zijn geen verschillen: wat in de andere kopie staat, staat hier ook.\n",
    )
    assert "brengt niets nieuws" in err
    assert contents(here) == before


def test_what_the_copy_has_more_comes_in_and_comments_stay(psoh: Psoh, here: Path, there: Path) -> None:
    change(here / FILE, "antwoorden:", "antwoorden:  # in het stadhuis")
    change(there / FILE, "antwoord: ja\n", MORE)
    added = Path("interviews", "huisarts.yaml")
    (there / added).write_bytes((here / FILE).read_bytes())
    code, out, _ = psoh(here, there)
    assert code == 0
    assert "beleidsadviseur (Beleidsadviseur gezondheid): 1 antwoord erbij" in out
    assert "huisarts (Beleidsadviseur gezondheid): nieuw, met 1 antwoord" in out
    text = (here / FILE).read_text(encoding="utf-8")
    assert "antwoorden:  # in het stadhuis\n" in text
    assert text.endswith("  regisseur:\n    antwoord: nee\n")
    assert (here / added).read_bytes() == (there / added).read_bytes()
    before = contents(here)
    assert psoh(here, there)[0] == 0
    assert contents(here) == before


def test_away_from_a_terminal_every_conflict_is_told_and_nothing_is_written(
    psoh: Psoh, here: Path, there: Path
) -> None:
    change(
        there / FILE,
        "antwoord: ja\n",
        "antwoord: nee\n    datum: 2026-11-01\n  regisseur:\n    antwoord: ja\n",
    )
    before = contents(here)
    code, out, err = psoh(here, there)
    assert code == 1
    assert "hier: Ja (12 oktober 2026)" in out
    assert "daar: Nee (1 november 2026)" in out
    assert "1 verschil is niet beslist; er is niets geschreven." in err
    assert "--neem hier of --neem daar" in " ".join(err.split())
    assert contents(here) == before


@pytest.mark.parametrize(("take", "value"), [("hier", "ja"), ("daar", "nee"), ("nieuwste", "nee")])
def test_one_word_decides_every_conflict(psoh: Psoh, here: Path, there: Path, take: str, value: str) -> None:
    change(there / FILE, "antwoord: ja", "antwoord: nee\n    datum: 2026-11-01")
    assert psoh(here, there, "--neem", take)[0] == 0
    text = (here / FILE).read_text(encoding="utf-8")
    assert f"    antwoord: {value}\n" in text
    assert "Andere versie van dit antwoord (" in text
    before = contents(here)
    assert psoh(here, there)[0] == 0, "what was decided is not asked again"
    assert contents(here) == before


def test_without_days_there_is_no_newest(psoh: Psoh, here: Path, there: Path) -> None:
    change(there / FILE, "antwoord: ja", "antwoord: nee")
    before = contents(here)
    code, _, err = psoh(here, there, "--neem", "nieuwste")
    assert code == 1
    assert "Zonder duidelijke datums is er geen nieuwste." in err
    assert contents(here) == before


def test_at_a_terminal_each_conflict_is_asked(psoh: Psoh, here: Path, there: Path) -> None:
    change(there / FILE, "antwoord: ja", "antwoord: nee")
    change(there / FILE, "rol: Beleidsadviseur gezondheid", "rol: Adviseur")
    code, _, err = psoh(here, there, lines=("1", "daar", "ja"))
    assert code == 0
    assert "Verschil 2 van 2" in err
    assert "Het gaat om de functie." in err
    text = (here / FILE).read_text(encoding="utf-8")
    assert "rol: Beleidsadviseur gezondheid\n" in text
    assert "Andere versie van rol (Beleidsadviseur gezondheid): Adviseur" in text
    assert "antwoord: nee\n" in text


@pytest.mark.parametrize("lines", [("stop",), ("1", "stop"), ("1", "nee"), ("1",), ()])
def test_who_stops_halfway_changes_nothing(
    psoh: Psoh, here: Path, there: Path, lines: tuple[str, ...]
) -> None:
    change(there / FILE, "antwoord: ja\n", MORE.replace("antwoord: ja", "antwoord: nee"))
    before = contents(here)
    code, _, err = psoh(here, there, lines=lines)
    assert code == 0
    assert "er is niets veranderd" in err
    assert contents(here) == before


def test_one_file_may_be_merged_and_somebody_says_whose_it_is(psoh: Psoh, here: Path, tmp_path: Path) -> None:
    loose = tmp_path / "post" / "beleidsadviseur (1).yaml"
    loose.parent.mkdir()
    loose.write_bytes((here / FILE).read_bytes())
    change(loose, "antwoord: ja\n", MORE)
    code, _, err = psoh(here, loose)
    assert code == 2
    assert "Bedoelt u 'beleidsadviseur'?" in err
    assert psoh(here, loose, "--informant", "beleidsadviseur")[0] == 0
    assert "regisseur" in (here / FILE).read_text(encoding="utf-8")


def test_trying_out_and_data_write_what_they_say(psoh: Psoh, here: Path, there: Path) -> None:
    change(there / FILE, "antwoord: ja\n", MORE)
    before = contents(here)
    assert "Dit was een proef" in psoh(here, there, "--proef")[2]
    assert contents(here) == before
    code, out, _ = psoh(here, there, "--json")
    data = json.loads(out)
    assert code == 0
    assert data["informanten"][0]["erbij"] == ["regisseur"]
    assert data["geschreven"] == [(here / FILE).as_posix()]
    change(there / FILE, "regisseur:\n    antwoord: nee", "regisseur:\n    antwoord: ja")
    code, out, _ = psoh(here, there, "--json")
    (conflict,) = json.loads(out)["verschillen"]
    assert code == 1
    assert (conflict["hier"]["antwoord"], conflict["daar"]["antwoord"]) == ("nee", "ja")
    assert conflict["geldt"] is None


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("gemeente.yaml", "code: GM0505", "code: GM0363", "gaat over een andere gemeente (GM0363"),
        (FILE, "groep: gemeente", "groep: ggd", "bij de groep 'gemeente'"),
        (FILE, "groep: gemeente", "groep: [", "staan fouten"),
    ],
)
def test_what_is_no_copy_is_refused(
    psoh: Psoh, here: Path, there: Path, file: str, old: str, new: str, said: str
) -> None:
    change(there / file, old, new)
    before = contents(here)
    code, out, err = psoh(here, there)
    assert code in {1, 2}
    assert said in " ".join((out + err).split())
    assert contents(here) == before


def test_the_dossier_itself_and_nothing_at_all_are_refused(psoh: Psoh, here: Path, tmp_path: Path) -> None:
    assert "is het dossier zelf" in psoh(here, here)[2]
    assert "is het interview zelf" in psoh(here, here / FILE)[2]
    assert "bestaat niet" in psoh(here, tmp_path / "weg")[2]
    assert "geen dossier" in psoh(tmp_path, here)[2]
    assert "geen dossier" in psoh(here, tmp_path)[2]
    assert "Kies uit: hier, daar, nieuwste." in psoh(here, here, "--neem", "links")[2]


def test_the_round_is_merged_too(psoh: Psoh, here: Path, there: Path) -> None:
    ours = ROUND.format(state="uitgenodigd", day="2026-10-20", text="Wij maken een kaart.")
    theirs = ROUND.format(state="klaar", day="2026-10-01", text="Wij vragen de GGD.")
    (here / "ronde.yaml").write_text(ours, encoding="utf-8")
    (there / "ronde.yaml").write_text(theirs, encoding="utf-8")
    code, out, _ = psoh(here, there)
    assert code == 0
    assert "De ronde: 1 informant bijgewerkt en 1 besluit erbij" in out
    found = read_round(here)
    (invited,) = found.invitations
    assert (invited.state.value, str(invited.invited_on)) == ("klaar", "2026-10-01")
    assert {item.text for item in found.resolutions} == {"Wij maken een kaart.", "Wij vragen de GGD."}
    assert len({item.id for item in found.resolutions}) == 2
    assert "# bijgehouden" in (here / "ronde.yaml").read_text(encoding="utf-8")
    before = contents(here)
    assert psoh(here, there)[0] == 0
    assert contents(here) == before


def test_a_round_that_only_the_copy_has_comes_whole(psoh: Psoh, here: Path, there: Path) -> None:
    text = ROUND.format(state="bezig", day="2026-10-01", text="Niets.")
    (there / "ronde.yaml").write_text(text, encoding="utf-8")
    assert psoh(here, there)[0] == 0
    assert (here / "ronde.yaml").read_text(encoding="utf-8") == text


def test_somebody_else_invited_is_a_conflict_of_the_round(psoh: Psoh, here: Path, there: Path) -> None:
    text = ROUND.format(state="bezig", day="2026-10-01", text="Niets.")
    (here / "ronde.yaml").write_text(text, encoding="utf-8")
    (there / "ronde.yaml").write_text(text.replace("rol: Beleids", "rol: Hoofdbeleids"), encoding="utf-8")
    code, out, _ = psoh(here, there)
    assert code == 1
    assert "De ronde, informant beleidsadviseur\nHet gaat om de functie.\n" in out
    assert psoh(here, there, "--neem", "daar")[0] == 0
    assert read_round(here).invitations[0].role == "Hoofdbeleidsadviseur gezondheid"
    assert psoh(here, there)[0] == 0


def test_a_file_that_changed_meanwhile_is_not_overwritten(here: Path, there: Path) -> None:
    change(there / FILE, "antwoord: ja\n", MORE)
    planned = writes(compare_copies(here, there, informant=None), {})
    change(here / FILE, "antwoord: ja", "antwoord: nee")
    before = contents(here)
    with pytest.raises(BusyError, match="intussen veranderd"):
        write(here, planned)
    assert contents(here) == before


def test_before_writing_the_choices_are_repeated(psoh: Psoh, here: Path, there: Path) -> None:
    change(there / FILE, "antwoord: ja", "antwoord: nee")
    change(there / FILE, "rol: Beleidsadviseur gezondheid", "rol: Adviseur")
    said = " ".join(psoh(here, there, lines=("1", "daar", "stop"))[2].split())
    chosen = said[said.index("Dit koos u:") :]
    assert "1. Adviseur (beleidsadviseur). Het gaat om de functie: hier, Beleidsadviseur gezondheid" in chosen
    assert "kaart-aanwezig): daar, Nee" in chosen
    assert chosen.index("daar, Nee") < chosen.index("Zo samenvoegen?")


def test_both_can_hold_only_where_somebody_wrote_a_text(psoh: Psoh, here: Path, there: Path) -> None:
    for copy, said in ((here, "Vroeg beginnen."), (there, "Tolken regelen.")):
        change(copy / FILE, "antwoord: ja\n", f"antwoord: ja\n  wat-beter:\n    antwoord: {said}\n")
    assert psoh(here, there, lines=("beide", "ja"))[0] == 0
    assert "antwoord: Vroeg beginnen. | Tolken regelen." in (here / FILE).read_text(encoding="utf-8")
    before = contents(here)
    assert psoh(here, there)[0] == 0
    assert contents(here) == before
    change(there / FILE, "antwoord: ja\n", "antwoord: nee\n")
    assert "3. Beide" not in psoh(here, there, lines=("stop",))[2]
    assert psoh(here, there, "--neem", "beide")[0] == 2


def test_a_linked_folder_is_not_written_in(psoh: Psoh, here: Path, there: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    (here / "interviews").rename(elsewhere)
    (here / "interviews").symlink_to(elsewhere)
    change(there / FILE, "antwoord: ja\n", MORE)
    before = contents(elsewhere)
    code, _, err = psoh(here, there)
    assert code == 2
    assert "is een koppeling naar een plek buiten het dossier" in " ".join(err.split())
    assert contents(elsewhere) == before
