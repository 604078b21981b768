"""Whoever types something about one person is told at once, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.dossier.sample import FILES, TODAY, make_dossier
from tests.interview.talk import talk

from psoh_cli import app
from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.interview.interview_files import read_interview
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.privacy.trace import Kind
from psoh_cli.sitting.newcomer import Introduction, make_informant
from psoh_cli.terminal.asker import TerminalAsker


@pytest.mark.parametrize(
    ("remark", "kind"),
    [
        ("bsn 111222333", Kind.BSN),
        ("geb. 3-4-1988", Kind.BIRTH_DATE),
        ("bel 06-12345678", Kind.MOBILE),
        ("sanne.verzonnen88@gmail.com", Kind.MAILBOX),
        ("volgens mw. Jansen", Kind.NAME),
        ("deze mevrouw wacht al lang", Kind.CASE),
        ("V-nummer 2812345678", Kind.NUMBER),
    ],
)
def test_a_conversation_asks_again_and_goes_on(remark: str, kind: Kind) -> None:
    said = talk(f"ja ! {remark}", "een functie", "12")
    assert f"Let op: in uw opmerking lijkt te staan: {kind.value}. Dit is nog niet bewaard." in said.text
    assert [(name, answer.remark) for name, answer in said.recorded] == [
        ("beleid", None), ("beleid", "een functie"), ("vervolg", None),
    ]  # fmt: skip


def test_a_remark_without_a_person_is_not_warned_about() -> None:
    assert "Let op" not in talk("ja ! drie mannen en twee vrouwen op 3-4-2026", "12").text


class Host(TerminalAsker):
    """An asker that types one answer to everything, and remembers what it was told."""

    def __init__(self, typed: str, *, insists: bool = False) -> None:
        super().__init__(plain=True)
        self.typed, self.insists, self.told = typed, insists, list[str]()

    def say(self, text: str) -> None:
        self.told.append(text)

    def ask(self, *_: object, **__: object) -> str:
        return self.typed

    def read(self, prompt: str) -> str:
        return "toch" if self.insists else "Regisseur"


@pytest.mark.parametrize(
    ("role", "insists", "written", "warnings"),
    [
        ("mw. Jansen", False, "Regisseur", 2), ("mw. Jansen", True, "mw. Jansen", 2),
        ("Beleidsadviseur", False, "Beleidsadviseur", 0),
    ],
)  # fmt: skip
def test_a_new_informant_is_a_function(
    tmp_path: Path, role: str, insists: bool, written: str, warnings: int
) -> None:
    folder = make_dossier(tmp_path) / "interviews"
    host = Host(role, insists=insists)
    made = make_informant(
        folder,
        "regisseur",
        Introduction(group="gemeente"),
        catalogue=read_catalogue()[0],
        as_of=TODAY,
        asker=host,
    )
    assert made.interview.role == written
    assert sum("lijkt te staan: de naam van een persoon" in line for line in host.told) == warnings


def test_answers_from_a_file_are_kept_and_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_dossier(tmp_path / "dordrecht")
    offered = tmp_path / "antwoorden.yaml"
    offered.write_text("kaart-aanwezig: {antwoord: nee, opmerking: bel mw. Jansen}\n", encoding="utf-8")
    given = ["--informant", "beleidsadviseur", "--antwoorden", str(offered), "--vervang"]
    assert app.run(["interview", str(folder), *given]) == 1
    assert "PRIVACY005" in "".join(capsys.readouterr())
    informant, _ = read_interview(folder / "interviews" / "beleidsadviseur.yaml")
    assert informant is not None
    assert informant.answers["kaart-aanwezig"].remark == "bel mw. Jansen"


def test_a_service_with_a_person_in_it_is_added_and_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_dossier(tmp_path)
    given = [
        "--organisatie",
        "buurthuis",
        "--naam",
        "Thee",
        "--aanbod",
        "Thee met mw. Jansen",
        "--bron",
        "zelf",
    ]
    assert app.run(["kaart", "voeg-toe", str(folder), *given]) == 0
    assert "lijkt de naam van een persoon te staan" in " ".join("".join(capsys.readouterr()).split())
    assert "Thee met mw. Jansen" in (folder / "sociale-kaart.yaml").read_text(encoding="utf-8")


def test_a_reason_above_a_text_of_several_lines_holds_for_all_of_it(tmp_path: Path) -> None:
    answer = FILES["interviews/beleidsadviseur.yaml"].partition("    antwoord: ja")[1]
    remark = "    # psoh: negeer PRIVACY005 omdat dit de naam van een theater is\n"
    block = (
        f"{answer}\n{remark}    opmerking: >\n      Wij zaten in\n      de foyer van\n      Mevrouw Jansen."
    )
    folder = make_dossier(tmp_path, {"interviews/beleidsadviseur.yaml": (answer, block)})
    assert inspect_paths((folder,), as_of=TODAY).problems == ()


def test_the_hint_names_the_line_above_a_text_of_several_lines(tmp_path: Path) -> None:
    answer = FILES["interviews/beleidsadviseur.yaml"].partition("    antwoord: ja")[1]
    block = f"{answer}\n    opmerking: >-\n      Wij zaten in\n      de foyer van\n      Mevrouw Jansen."
    folder = make_dossier(tmp_path, {"interviews/beleidsadviseur.yaml": (answer, block)})
    (found,) = inspect_paths((folder,), as_of=TODAY).problems
    lines = (folder / "interviews" / "beleidsadviseur.yaml").read_text(encoding="utf-8").splitlines()
    line = lines.index("    opmerking: >-") + 1
    assert found.line == line + 3
    assert f"Zet dan boven regel {line}, waar 'opmerking' staat, met uw reden: # psoh: negeer" in found.hint
    assert "op de regel erboven" not in found.hint


def test_a_remark_put_inside_a_text_is_told_to_stand_above_it(tmp_path: Path) -> None:
    answer = FILES["interviews/beleidsadviseur.yaml"].partition("    antwoord: ja")[1]
    remark = "      # psoh: negeer PRIVACY005 omdat dit de naam van een theater is\n"
    block = f"{answer}\n    opmerking: >-\n      Wij zaten in\n{remark}      Mevrouw Jansen."
    folder = make_dossier(tmp_path, {"interviews/beleidsadviseur.yaml": (answer, block)})
    found = {problem.code: problem for problem in inspect_paths((folder,), as_of=TODAY).problems}
    assert found.keys() == {"PRIVACY005", "CONTROLE007"}
    assert "waar 'opmerking' staat" in found["CONTROLE007"].hint


def test_what_an_organization_is_called_is_nobody_in_its_own_texts(tmp_path: Path) -> None:
    kaart = {"sociale-kaart.yaml": ("Koffie en gesprek", "Fatima is open op maandag")}
    codes = [
        problem.code
        for problem in inspect_paths((make_dossier(tmp_path / "a", kaart),), as_of=TODAY).problems
    ]
    assert codes == ["PRIVACY005"]
    folder = make_dossier(tmp_path / "b", kaart)
    path = folder / "sociale-kaart.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("naam: Inloop", "naam: Fatima"), encoding="utf-8"
    )
    assert inspect_paths((folder,), as_of=TODAY).problems == ()
