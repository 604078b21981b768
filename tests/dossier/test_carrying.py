"""What a document carries: nothing its readers may not see, and a dossier that still reads well."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import BaseModel, BeforeValidator
from tests.dossier.sample import TODAY, VERSION, make_dossier

from psoh_cli.dossier import showable
from psoh_cli.dossier.carrying import carry
from psoh_cli.dossier.dossier import inspect, open_dossier
from psoh_cli.dossier.moments import keep
from psoh_cli.dossier.restoring import LEFT_OUT
from psoh_cli.errors import UnreadableError, WrongUseError
from psoh_cli.files import yaml_file
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.plan.plan import PlanFile
from psoh_cli.press.source import Source
from psoh_cli.problems.problem import has_errors
from psoh_cli.report.version import Version
from psoh_cli.rounds.round import RoundFile

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MARK = "Marker-die-niemand-mag-zien"
ALL = tuple(Version)

GEMEENTE = (
    "statushouders:",
    f"toelichting: {MARK}  # {MARK}\nstatushouders:",
)
GROUPS = f"""\
statushouders:
  peildatum: 2026-07
  totaal: 100
  talen:
    - {{taal: ar, aantal: 61, toelichting: {MARK}}}
    - {{taal: ti, aantal: 25}}
    - {{taal: so, aantal: 11}}
    - {{taal: fa, aantal: 3}}
  leeftijden:
    - {{leeftijd: 18-26, aantal: 3}}
    - {{leeftijd: 27-64, aantal: 97}}
"""
COMPLETE = """\
volledig_voor:
  - {onderwerp: interventie, datum: 2026-10-20, door: Beleidsadviseur gezondheid}
"""
ROLES = """\
rollen:
  - {rol: bestuurlijk opdrachtgever, functie: Wethouder zorg}
vaststelling: {status: vastgesteld, door: de raad, datum: 2026-11-03}
"""
PLAN = f"""\
toelichting: {MARK}
maatregelen:
  - id: m-een
    voorstel:
      titel: Een maatregel
      reden: Wat een rol zei
      pijler: fundament
      praktijken: []
      sluit: []
      trekker: gemeente-regisseur
      fase: verkennen
      begin: 2027-K1
      eind: 2027-K1
      kosten: {{bedrag: 100, zekerheid: aanname, soort: incidenteel, toelichting: {MARK}}}
      herkomst: afgeleid
      peildatum: 2026-11-01
      kennisversie: "2026.1"
    eigen_inschatting: {{inspanning: 2, waarom: Waarom van een beslisser}}
    besluit:
      soort: uitgesteld
      door: college
      datum: 2026-11-02
      eigenaar: Eigenaar van de maatregel
      waarom: Waarom van een beslisser
      opmerking: {MARK}  # {MARK}
      kosten: {{bedrag: 100, zekerheid: aanname, soort: incidenteel, toelichting: {MARK}}}
      indicatoren: [{{indicator: signalen-opgevolgd, nulmeting: "3", doel: "4"}}]
      besloten_op: {{titel: Een maatregel, reden: Wat een rol zei, peildatum: 2026-11-01}}
"""


def dossier(folder: Path) -> Path:
    """Make a dossier with a marker in every remark and comment, and groups of three."""
    make_dossier(folder)
    gemeente = (folder / "gemeente.yaml").read_text("utf-8")
    start, end = gemeente.index("statushouders:"), gemeente.index("horizon:")
    gemeente = f"# {MARK}\n{gemeente[:start]}toelichting: {MARK}\n{GROUPS}{gemeente[end:]}"
    gemeente += f"{ROLES}"
    gemeente = gemeente.replace('waarde: "100"', f'waarde: "3", toelichting: {MARK}')
    (folder / "gemeente.yaml").write_text(gemeente, "utf-8")
    kaart = (folder / "sociale-kaart.yaml").read_text("utf-8")
    kaart = kaart.replace(
        "    bron: eigen opgave\n", f"    bron: eigen opgave\n    toelichting: {MARK}  # {MARK}\n"
    )
    kaart = kaart.replace(
        "    werkgebied:", "    openingstijden: [{toelichting: Op afspraak}]\n    werkgebied:"
    ).replace("organisaties:", f"toelichting: {MARK}\n{COMPLETE}organisaties:")
    (folder / "sociale-kaart.yaml").write_text(kaart, "utf-8")
    plan = (folder / "plan.yaml").read_text("utf-8").replace("maatregelen: []\n", PLAN)
    (folder / "plan.yaml").write_text(plan, "utf-8")
    interview = folder / "interviews" / "beleidsadviseur.yaml"
    interview.write_text(interview.read_text("utf-8") + f"    opmerking: {MARK}\n", "utf-8")
    return folder


def everything(source: Source) -> str:
    return "".join(f"{file.name}\n{file.content.decode()}\n" for file in source.files)


def restored(source: Source, folder: Path) -> Path:
    for file in source.files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder


def plain(source: Source, name: str) -> Any:
    content = next(file.content for file in source.files if file.name == name)
    return yaml_file.parse(content.decode(), name=name).plain()


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dossier(tmp_path_factory.mktemp("dossiers") / "vol")


@pytest.mark.parametrize("version", ALL)
def test_no_version_carries_a_remark_a_comment_or_an_interview(full: Path, version: Version) -> None:
    said = everything(carry(full, version=version))
    assert MARK not in said
    assert "interviews/" not in said
    assert MARK in everything(carry(full, version=Version.COUNCIL, with_interviews=True)), (
        "the marker is seen"
    )


@pytest.mark.parametrize("version", ALL)
def test_small_groups_are_in_no_version_nor_what_they_follow_from(full: Path, version: Version) -> None:
    residents = plain(carry(full, version=version), "gemeente.yaml")["statushouders"]
    assert [group.get("aantal") for group in residents["talen"]] == ["61", "25", None, None]
    assert [group.get("aantal") for group in residents["leeftijden"]] == [None, None]
    assert residents["totaal"] == "100"


def test_groups_of_one_language_are_hidden_together(tmp_path: Path) -> None:
    make_dossier(
        tmp_path / "d", {"gemeente.yaml": ("aantal: 30}", "aantal: 30}\n    - {taal: ar, aantal: 2}")}
    )
    residents = plain(carry(tmp_path / "d", version=Version.COUNCIL), "gemeente.yaml")["statushouders"]
    assert residents["talen"][0].get("aantal") is None
    assert residents["talen"][2].get("aantal") is None


def test_only_the_public_version_leaves_a_small_baseline_and_whys_out(full: Path) -> None:
    council, public = (everything(carry(full, version=item)) for item in (Version.COUNCIL, Version.PUBLIC))
    for text in ('nulmeting: "3"', "Waarom van een beslisser"):
        assert text in council
        assert text not in public


@pytest.mark.parametrize("version", ALL)
def test_a_small_figure_about_the_gemeente_is_in_no_version(full: Path, version: Version) -> None:
    assert 'waarde: "3"' not in everything(carry(full, version=version)), "no document prints it either"


@pytest.mark.parametrize("value", ["3 mensen", "drie", "3 van 640"])
def test_a_few_in_words_are_in_no_version_either(tmp_path: Path, value: str) -> None:
    make_dossier(tmp_path / "d", {"gemeente.yaml": ('waarde: "100"', f'waarde: "{value}"')})
    for version in ALL:
        figure = plain(carry(tmp_path / "d", version=version), "gemeente.yaml")["cijfers"][0]
        assert figure["waarde"] == "onbekend"


def test_only_for_the_council_the_data_tell_how_much_there_is(tmp_path: Path) -> None:
    voorbeeldstad = Path(__file__).resolve().parents[2] / "examples" / "voorbeeldstad"
    found = {version: carry(voorbeeldstad, version=version) for version in ALL}
    for version, source in found.items():
        expected = version is Version.COUNCIL
        said = everything(source)
        assert ("middelen" in plain(source, "gemeente.yaml")) is expected
        assert ("van het structurele budget" in said, "waarom_nu" in said) == (expected, expected), version
    public = plain(found[Version.PUBLIC], "plan.yaml")["maatregelen"]
    kept = plain(found[Version.COUNCIL], "plan.yaml")["maatregelen"]
    assert [("past_niet" in (item.get("voorstel") or {})) for item in public] == [
        ("past_niet" in (item.get("voorstel") or {})) for item in kept
    ], "that it does not fit stays: sums depend on it"
    assert [version for version in ALL if "de middelen" in LEFT_OUT[version]] == [
        Version.PARTNERS,
        Version.PUBLIC,
    ]


def test_the_public_version_names_no_function_of_a_person(full: Path) -> None:
    said = {version: everything(carry(full, version=version)).casefold() for version in ALL}
    for function in ("beleidsadviseur gezondheid", "eigenaar van de maatregel", "wethouder zorg"):
        assert function in said[Version.COUNCIL]
        assert function in said[Version.PARTNERS]
        assert function not in said[Version.PUBLIC]
    assert "door: de raad" in said[Version.PUBLIC], "who adopted the plan is for everybody"


@pytest.mark.parametrize("version", ALL)
def test_who_said_what_is_in_no_version(full: Path, version: Version) -> None:
    assert "Wat een rol zei" not in everything(carry(full, version=version))
    (entry,) = plain(carry(full, version=version), "plan.yaml")["maatregelen"]
    veiled = {entry["voorstel"]["reden"], entry["besluit"]["besloten_op"]["reden"]}
    assert veiled == {showable.veil(version)}


def test_a_list_that_was_sent_or_came_back_never_travels(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d")
    sent = folder / "vragenlijsten"
    sent.mkdir()
    (sent / "vragenlijst-huisarts.yaml").write_text(f"antwoord: {MARK}\n", "utf-8")
    (sent / "terug.json").write_text(f'{{"opmerking": "{MARK}"}}', "utf-8")
    for version, with_interviews in ((Version.COUNCIL, True), *((version, False) for version in ALL)):
        source = carry(folder, version=version, with_interviews=with_interviews)
        assert not [file.name for file in source.files if "vragenlijst" in file.name]
        assert MARK not in everything(source)


def test_opening_hours_in_a_sentence_are_no_remark(full: Path) -> None:
    assert "Op afspraak" in everything(carry(full, version=Version.PUBLIC))


@pytest.mark.parametrize("version", ALL)
def test_what_is_carried_reads_well_and_carries_the_same_again(
    full: Path, version: Version, tmp_path: Path
) -> None:
    source = carry(full, version=version)
    again = restored(source, tmp_path / "terug")
    assert not has_errors(inspect(full, as_of=TODAY).problems), "the sample itself is sound"
    assert not has_errors(inspect(again, as_of=TODAY).problems)
    assert carry(again, version=version).fingerprint == source.fingerprint


@pytest.mark.parametrize("name", ["voorbeeldstad", "dordrecht"])
@pytest.mark.parametrize("version", ALL)
def test_the_examples_read_well_once_carried(name: str, version: Version, tmp_path: Path) -> None:
    source = carry(EXAMPLES / name, version=version)
    again = restored(source, tmp_path / name)
    assert not has_errors(inspect(again, as_of=TODAY).problems)
    assert carry(again, version=version).fingerprint == source.fingerprint


def test_with_interviews_every_file_goes_byte_for_byte(full: Path, tmp_path: Path) -> None:
    source = carry(full, version=Version.COUNCIL, with_interviews=True)
    here = {path.relative_to(full).as_posix(): path.read_bytes() for path in full.rglob("*.yaml")}
    assert {file.name: file.content for file in source.files} == here
    again = restored(source, tmp_path / "terug")
    assert carry(again, version=Version.COUNCIL, with_interviews=True).fingerprint == source.fingerprint


@pytest.mark.parametrize("version", [Version.PARTNERS, Version.PUBLIC])
def test_interviews_are_for_the_council_alone(full: Path, version: Version) -> None:
    with pytest.raises(WrongUseError, match="nooit interviews"):
        carry(full, version=version, with_interviews=True)


@pytest.mark.parametrize("with_interviews", [False, True])
def test_a_shared_kaart_from_outside_travels_inside(tmp_path: Path, with_interviews: bool) -> None:
    kaarten = "kaarten: [../regio/Sociale Kaart.yaml, ../regio/tweede/sociale-kaart.yaml, eigen/derde.yaml]\nhorizon:"
    folder = make_dossier(tmp_path / "d", {"gemeente.yaml": ("horizon:", kaarten)})
    for place in ("regio/Sociale Kaart.yaml", "regio/tweede/sociale-kaart.yaml", "d/eigen/derde.yaml"):
        target = tmp_path / place
        target.parent.mkdir(parents=True, exist_ok=True)
        text = (folder / "sociale-kaart.yaml").read_text("utf-8")
        target.write_text(
            text.replace("buurthuis", target.parent.name).replace(
                "id: inloop", f"id: {target.parent.name}-x"
            ),
            "utf-8",
        )
    source = carry(folder, version=Version.COUNCIL, with_interviews=with_interviews)
    names = {file.name for file in source.files} - {"interviews/beleidsadviseur.yaml"}
    assert names == {
        "gemeente.yaml", "plan.yaml", "sociale-kaart.yaml", "eigen/derde.yaml",
        "gedeelde-kaarten/sociale-kaart.yaml", "gedeelde-kaarten/sociale-kaart-2.yaml",
    }  # fmt: skip
    again = restored(source, tmp_path / "elders" / "terug")
    assert not has_errors(inspect(again, as_of=TODAY).problems)
    assert len(carry(again, version=Version.COUNCIL).files) == 6
    twice = carry(again, version=Version.COUNCIL, with_interviews=with_interviews)
    assert twice.fingerprint == source.fingerprint


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_inside_the_dossier_keeps_its_own_name(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d")
    (folder / "plan.yaml").rename(folder / "plan-2027.txt")
    (folder / "plan.yaml").symlink_to("plan-2027.txt")
    assert "plan.yaml" in {file.name for file in carry(folder, version=Version.COUNCIL).files}


def test_a_dossier_with_an_error_is_not_carried(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d", {"plan.yaml": ("maatregelen: []", "maatregelen: 5")})
    with pytest.raises(UnreadableError, match="staan fouten"):
        carry(folder, version=Version.COUNCIL)


def test_a_value_more_or_a_line_end_else_is_another_fingerprint(tmp_path: Path) -> None:
    first = make_dossier(tmp_path / "a")
    second = shutil.copytree(first, tmp_path / "b")
    path = second / "interviews" / "beleidsadviseur.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert len({carry(folder, version=Version.COUNCIL).fingerprint for folder in (first, second)}) == 1
    raw = {
        carry(folder, version=Version.COUNCIL, with_interviews=True).fingerprint for folder in (first, second)
    }
    assert len(raw) == 2


# Every key that takes free text was looked at; a new one makes the test below fail until somebody did.
FREE_TEXT = {
    "aanbod", "aanleiding", "agb", "ambitie", "bereikbaarheid", "beslisklaar_voor", "besluit", "bron", "bron_jaar",
    "doel", "door", "eigenaar", "email", "formaat", "functie", "gecontroleerd_door", "ggd", "jaar", "kaarten",
    "kennisversie", "kvk", "land", "naam", "nulmeting", "omschrijving", "organisatie", "past_niet", "plaats",
    "postcode", "provincie", "reden", "rol", "sluit", "straat", "taal", "tekst", "telefoon", "titel", "trekker",
    "uitgangspunten", "uitgever", "uitsluitcriteria", "upl", "url", "veld", "vervallen", "verwijsroute", "waarde",
    "waarom", "waarom_nu", "was", "website", "werd", "werkgebied", "wijk", "wijken",
}  # fmt: skip


def free_text(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    """Yield the key of every field, however deep, in which somebody can write what they like."""
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        for kind in kinds(field.annotation, field.metadata):
            if kind is str:
                yield field.alias or name
            elif isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from free_text(kind, seen)


def kinds(annotation: Any, metadata: Iterable[Any] = ()) -> Iterator[Any]:
    """Yield what an annotation is made of, without text that is bound to a pattern or read as something else."""
    for limit in metadata:
        if isinstance(limit, BeforeValidator) or getattr(limit, "pattern", None):
            return
    if get_origin(annotation) is Annotated:
        inner, *limits = get_args(annotation)
        yield from kinds(inner, limits)
    elif get_args(annotation):
        for argument in get_args(annotation):
            yield from kinds(argument)
    else:
        yield annotation


def test_every_key_with_free_text_was_looked_at() -> None:
    seen: set[type[BaseModel]] = set()
    keys = {key for model in (Gemeente, KaartFile, PlanFile, RoundFile) for key in free_text(model, seen)}
    assert keys >= {"reden", "waarom", "toelichting", "opmerking", "tekst"}
    assert keys - FREE_TEXT - showable.REMARKS == set(), "is this a remark? See showable.py"


HIDDEN = f"""\
  - id: schuil
    organisatie: buurthuis
    naam: {MARK} dienst
    aanbod: {MARK} aanbod
    locaties: [zolder]
    zichtbaar: professional
    bron: {MARK.lower()}-bron
    gecontroleerd_op: 2020-09-01
  - id: van-stil
    organisatie: stil
    naam: {MARK} van stil
    aanbod: {MARK} aanbod
    bron: eigen opgave
    gecontroleerd_op: 2020-09-01
"""
HIDDEN_HOME = f"""\
    contact: {{functie: {MARK} functie, telefoon: 020-7654321, zichtbaar: professional}}
    locaties: [{{id: zolder, naam: {MARK} zolder}}, {{id: hal, naam: De hal}}]
  - id: stil
    naam: {MARK} organisatie
    ketenpartner: ggz
    zichtbaar: professional
    bron: eigen opgave
    gecontroleerd_op: 2020-09-01
diensten:
"""


def test_for_everybody_nothing_tells_of_what_only_professionals_may_see(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "bron")
    path = folder / "sociale-kaart.yaml"
    source = f"  - {{id: {MARK.lower()}-bron, titel: {MARK} bron, uitgever: Huis, jaar: 2026}}\n"
    text = path.read_text("utf-8").replace("organisaties:\n", f"bronnen:\n{source}organisaties:\n", 1)
    path.write_text(text.replace("diensten:\n", HIDDEN_HOME) + HIDDEN, "utf-8")
    plan = folder / "plan.yaml"
    planned = PLAN.replace("sluit: []", "sluit: [gap-actueel-schuil, gap-actueel-inloop]")
    plan.write_text(plan.read_text("utf-8").replace("maatregelen: []\n", planned), "utf-8")
    keep(folder, analysis=open_dossier(folder).analysis(TODAY))
    partners = everything(carry(folder, version=Version.PARTNERS))
    assert f"{MARK} dienst" in partners, "a partner is a professional"
    source_for_all = carry(folder, version=Version.PUBLIC)
    said = everything(source_for_all)
    for secret in (MARK, MARK.lower(), "schuil", "stil", "7654321", "zolder"):
        assert secret not in said, secret
    assert "gap-actueel-inloop" in said
    assert "De hal" in said
    back = restored(source_for_all, tmp_path / "terug")
    assert not has_errors(inspect(back, as_of=TODAY).problems)


ROUND = f"""\
formaat: "1"
kennisversie: "{VERSION}"
informanten:
  - id: dokter
    groep: huisarts
    rol: Dokter van de wijk
    organisatie: Praktijk aan de gracht
    toelichting: {MARK}
besluiten:
  - id: tolk
    over: [tolk-betaler]
    besluit: Wij regelen een tolk.
    op: 2026-11-02
    door: [Dokter van de wijk, Praktijk aan de gracht]
    opmerking: {MARK}
"""


def test_of_the_round_only_what_was_decided_travels_and_nobody_is_named(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d")
    (folder / "ronde.yaml").write_text(ROUND, "utf-8")
    for version in (Version.COUNCIL, Version.PARTNERS):
        source = carry(folder, version=version)
        assert plain(source, "ronde.yaml") == {
            "formaat": "1",
            "kennisversie": VERSION,
            "besluiten": [
                {
                    "id": "tolk",
                    "over": ["tolk-betaler"],
                    "besluit": "Wij regelen een tolk.",
                    "op": "2026-11-02",
                    "door": ["klankbordgroep"],
                }
            ],
        }
        assert not {"Dokter", "gracht", MARK} & set(everything(source).split())
        assert inspect(restored(source, tmp_path / version.value)).dossier is not None
    assert "ronde.yaml" not in {file.name for file in carry(folder, version=Version.PUBLIC).files}


def test_a_round_in_which_nothing_was_decided_travels_only_with_the_interviews(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d")
    whole = ROUND.partition("besluiten:")[0].encode()
    (folder / "ronde.yaml").write_bytes(whole)
    assert "ronde.yaml" not in {file.name for file in carry(folder, version=Version.COUNCIL).files}
    kept = carry(folder, version=Version.COUNCIL, with_interviews=True).files
    assert {file.content for file in kept if file.name == "ronde.yaml"} == {whole}
