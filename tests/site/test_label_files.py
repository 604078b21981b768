"""The label files that come with psoh, and those that a translator fills in a dossier."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.site.labels_anew import in_order

from psoh_cli.errors import ProblemsError, WrongUseError
from psoh_cli.files.templates import templates_dir
from psoh_cli.site.pages import ABOUT, HOME, LIST
from psoh_cli.site.search_data import SCRIPT_TEXTS
from psoh_cli.site.texts import FOLDER, placeholders
from psoh_cli.site.texts_check import State
from psoh_cli.site.texts_files import (
    dutch_forms,
    dutch_labels,
    language_asked,
    progress_of,
    shipped,
    start_file,
    texts_of,
    translated_in,
)
from psoh_cli.vocabulary import Access, AgeGroup, ClientCost, ExampleKind, Interpreter, OfferKind, TargetGroup

TEMPLATES = templates_dir("site")
ENUMS = {
    "toegang": Access, "kosten": ClientCost, "tolk": Interpreter, "vorm": OfferKind, "doelgroep": TargetGroup,
    "leeftijd": AgeGroup, "voorbeeld": ExampleKind,
}  # fmt: skip
EMPTY = ("ar", "fa", "prs", "so", "ti", "tr", "uk")
ASKED = re.compile(r"w\.(?:t|plain)\('([^']+)'[,)]")


def test_which_languages_come_with_psoh() -> None:
    assert shipped() == ("nl", "en", *EMPTY)


@pytest.mark.parametrize("code", [*EMPTY, "en"])
def test_a_file_of_ours_is_in_line_with_the_dutch(code: str) -> None:
    """Made anew with `python -m tests.site.labels_anew`."""
    assert (TEMPLATES / "teksten" / f"{code}.yaml").read_text("utf-8") == in_order(code)


def test_the_english_is_whole() -> None:
    progress = progress_of("en", folder=Path("/nowhere"))
    assert [item for item in progress.labels if item.state is not State.FILLED] == []


@pytest.mark.parametrize("code", EMPTY)
def test_we_write_no_label_in_a_language_that_nobody_here_can_check(code: str) -> None:
    progress = progress_of(code, folder=Path("/nowhere"))
    assert {item.state for item in progress.labels} == {State.MISSING}


def test_each_label_is_used_and_each_that_is_used_is_there() -> None:
    pages = "\n".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.html"))
    asked = set(ASKED.findall(pages)) | set(SCRIPT_TEXTS)
    asked |= {f"{kind}_{item.value}" for kind, values in ENUMS.items() for item in values}
    asked |= {key for key in dutch_labels() if key.startswith("waarvoor_")}
    asked |= {"menu_zoeken", "menu_lijst", "menu_over", "poster_code"}
    assert asked - set(dutch_labels()) == set()
    assert set(dutch_labels()) - asked == set()
    assert {HOME, LIST, ABOUT} <= {f"{path.stem}.html" for path in TEMPLATES.glob("*.html")}


def test_what_is_filled_in_has_a_simple_name() -> None:
    for key, forms in dutch_forms().items():
        for text in forms.values():
            assert text.count("{") == text.count("}") == len(re.findall(r"\{[a-z_]+\}", text)), key
            assert placeholders([text]) <= {
                "gemeente", "organisatie", "van", "tot", "aantal", "datum", "bedrag", "adres", "naam", "keuze", "taal",
                "woord", "woorden", "bedoeld", "wat", "deel", "delen",
            }, key  # fmt: skip


def test_a_translator_gets_a_file_and_keeps_what_is_filled_and_noted(tmp_path: Path) -> None:
    path, is_changed = start_file("ar", folder=tmp_path)
    assert (path, is_changed) == (tmp_path / FOLDER / "ar.yaml", True)
    filled = path.read_text("utf-8").replace(
        '  menu:\n    nl: "Menu"\n    tekst: ""',
        '  # zo zeggen wij het\n  menu:\n    nl: "Menu"\n    tekst: "ضظ"',
    )
    path.write_text(filled, encoding="utf-8")
    assert start_file("ar", folder=tmp_path) == (path, False)
    assert path.read_text("utf-8") == filled
    assert texts_of("ar", folder=tmp_path).own == {"menu": {"other": "ضظ"}}
    assert translated_in(tmp_path) == ("ar",)


def test_a_file_is_brought_up_to_date(tmp_path: Path) -> None:
    """The Dutch changed, one label is new, and the translator's own words stay."""
    path, _ = start_file("ar", folder=tmp_path)
    text = path.read_text("utf-8")
    text = text.replace('    nl: "Menu"\n    tekst: ""', '    nl: "Keuzes"\n    tekst: "ضظ"')
    text = text.replace('  onbekend:\n    nl: "Niet bekend"\n    tekst: ""\n', "")
    path.write_text(text, encoding="utf-8")
    assert start_file("ar", folder=tmp_path) == (path, True)
    found = {item.key: item for item in progress_of("ar", folder=tmp_path).labels}
    assert found["menu"].state is State.OUTDATED
    assert found["onbekend"].state is State.MISSING
    after = path.read_text("utf-8")
    assert "nl_was: Keuzes" in after
    assert start_file("ar", folder=tmp_path) == (path, False)
    path.write_text(after.replace("    nl_was: Keuzes\n", ""), encoding="utf-8")
    assert progress_of("ar", folder=tmp_path).count(State.FILLED) == 1


def test_a_language_of_which_nothing_comes_with_psoh(tmp_path: Path) -> None:
    path, _ = start_file(language_asked("Amhaars"), folder=tmp_path)
    assert path.name == "am.yaml"
    assert "አማርኛ" in path.read_text("utf-8").splitlines()[0]


def test_a_translation_of_the_dossier_goes_before_ours(tmp_path: Path) -> None:
    path, _ = start_file("en", folder=tmp_path)
    path.write_text(path.read_text("utf-8").replace('tekst: "Menu"', 'tekst: "Choices"'), encoding="utf-8")
    own = texts_of("en", folder=tmp_path).own
    assert own["menu"] == {"other": "Choices"}
    assert own["menu_zoeken"] == {"other": "Search"}


def test_dutch_is_no_translation(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="waaruit vertaald wordt"):
        start_file("nl", folder=tmp_path)


def test_a_name_that_is_no_language() -> None:
    assert language_asked("Tigrinya") == "ti"
    with pytest.raises(WrongUseError, match="geen taal"):
        language_asked("../etc")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('formaat: "1"\ntaal: so\nteksten: {}\n', "heet ar.yaml"),
        ('formaat: "1"\ntaal: ar\nteksten: [een, twee]\n', "kunnen niet worden gelezen"),
        (
            'formaat: "1"\ntaal: ar\nteksten:\n  menu: {nl: Menu, tekst: "a\\u202eb"}\n',
            "kunnen niet worden gelezen",
        ),
        ('formaat: "9"\ntaal: ar\nteksten: {}\n', "kunnen niet worden gelezen"),
    ],
)
def test_a_file_that_is_no_label_file(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "ar.yaml").write_text(text, encoding="utf-8")
    with pytest.raises((WrongUseError, ProblemsError), match=said):
        progress_of("ar", folder=tmp_path)
