"""A site in a folder: what changed is written, what is gone is taken away, and what is not ours stays as it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.kaart.samples import gemeente, organization, service
from tests.site.samples import (
    ADDRESS,
    ORGANIZATIONS,
    SERVICES,
    Reader,
    built,
    english,
    kaart,
    planned,
    pseudo,
)

from psoh_cli.errors import WrongUseError
from psoh_cli.files import disk_copies
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.site import build as building
from psoh_cli.site.build_plan import Plan, digest
from psoh_cli.site.manifest import NAME, is_place


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.slow
def test_the_same_kaart_gives_the_same_bytes(tmp_path: Path) -> None:
    built(tmp_path / "een", translations=(english(),))
    built(tmp_path / "twee", translations=(english(),))
    assert files_in(tmp_path / "een") == files_in(tmp_path / "twee")


def test_a_second_run_renders_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(tmp_path)
    monkeypatch.setattr("psoh_cli.site.render.Renderer._page", None)
    second = built(tmp_path)
    assert (second.written, second.removed, second.unchanged) == ((), (), first.written)


def test_one_change_writes_only_the_pages_that_show_it(tmp_path: Path) -> None:
    built(tmp_path)
    before = files_in(tmp_path)
    changed = [service(id="inloop", naam="Inloop met thee"), *SERVICES[:1], *SERVICES[2:]]
    outcome = built(tmp_path, kaart(services=changed))
    assert set(outcome.written) == {
        "dienst/inloop.html", "poster/dienst-inloop.html", "organisatie/huis.html",
        "index.html", "lijst.html", "bestanden/gegevens-nl.js",
    }  # fmt: skip
    after = files_in(tmp_path)
    assert {place for place in after if after[place] != before.get(place)} == {*outcome.written, NAME}


def test_the_day_on_which_it_is_made_changes_only_what_says_so(tmp_path: Path) -> None:
    built(tmp_path)
    before = files_in(tmp_path)
    written = set(built(tmp_path, as_of=date(2026, 7, 1)).written)
    pages = {place for place in before if place.endswith(".html")}
    assert written == {place for place in pages if not place.startswith("poster/")}
    assert all("1 juli 2026" in Reader((tmp_path / place).read_text("utf-8")).text for place in written)
    assert not any(b"juni 2026</" in (tmp_path / place).read_bytes() for place in pages - written)


HALF = pseudo("ar", without=["over_controle", "menu_lijst"])
OWN_STEP = SERVICES[0].model_copy(update={"chain_steps": ("eigen",)})
REST = SERVICES[1:]


def plan_of(found: Kaart | None = None, **options: Any) -> Plan:
    given = {"translations": (HALF,), "address": ADDRESS} | options
    return planned(found or kaart(services=[OWN_STEP, *REST]), **given)[0]


def with_template(plan: Plan) -> Plan:
    return replace(
        plan, templates={**plan.templates, "basis.html": f"{plan.templates['basis.html']}<!-- x -->"}
    )


def with_label(plan: Plan) -> Plan:
    """Change a Dutch label that a language half translated shows too."""
    labels = dict(plan.versions[0].dutch) | {"menu_lijst": {"other": "Papieren lijst"}}
    dutch, *others = plan.versions
    return replace(
        plan,
        versions=(
            replace(dutch, dutch=labels, own=labels),
            *(replace(item, dutch=labels) for item in others),
        ),
    )


def with_step(plan: Plan) -> Plan:
    return replace(plan, site=replace(plan.site, step_names={"eigen": "Anders"}))


def with_service(**changes: Any) -> Plan:
    return plan_of(kaart(services=[OWN_STEP.model_copy(update=changes), *REST]))


def with_organization(**changes: Any) -> Plan:
    changed = [ORGANIZATIONS[0], ORGANIZATIONS[1].model_copy(update=changes)]
    return plan_of(kaart(organizations=changed, services=[OWN_STEP, *REST]))


CHANGES: dict[str, Callable[[], Plan]] = {
    "template": lambda: with_template(plan_of()),
    "file": lambda: replace(plan_of(), files={**plan_of().files, "site.css": b"a{}"}),
    "label": lambda: with_label(plan_of()),
    "day": lambda: plan_of(as_of=date(2027, 7, 1)),
    "address": lambda: plan_of(address="https://anders.example/"),
    "languages": lambda: plan_of(translations=(english(), HALF)),
    "one language": lambda: plan_of(translations=()),
    "step": lambda: with_step(plan_of()),
    "service": lambda: with_service(name="Groep met thee"),
    "area": lambda: with_service(service_area=("GM0505", "GM0363")),
    "service that is gone": lambda: plan_of(kaart(services=REST)),
    "organization": lambda: with_organization(name="Anders"),
    "gemeente": lambda: plan_of(of=gemeente()),
}


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("begin") / "site"
    building.build(plan_of(), folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
def test_a_site_brought_up_to_date_is_the_site_made_anew(change: str, start: Path, tmp_path: Path) -> None:
    plan = CHANGES[change]()
    shutil.copytree(start, tmp_path / "bij")
    outcome = building.build(plan, tmp_path / "bij")
    building.build(plan, tmp_path / "nieuw")
    assert outcome.written or outcome.removed
    assert {**files_in(tmp_path / "bij"), NAME: b""} == {**files_in(tmp_path / "nieuw"), NAME: b""}


def test_a_service_that_is_gone_takes_its_pages_with_it(tmp_path: Path) -> None:
    built(tmp_path, translations=(english(),))
    outcome = built(tmp_path, kaart(services=SERVICES[1:]))
    assert "dienst/groep.html" in outcome.removed
    assert "en/dienst/groep.html" in outcome.removed
    assert not (tmp_path / "en").exists()
    assert not (tmp_path / "dienst" / "groep.html").exists()


def test_what_becomes_hidden_leaves_no_trace_in_the_folder(tmp_path: Path) -> None:
    secret = service(id="veilig-huis", naam="Veilig huis")
    built(tmp_path, kaart(services=[*SERVICES, secret]), address="https://hulp.gemeente.example/")
    assert any(b"eilig" in data for data in files_in(tmp_path).values())
    hidden = service(id="veilig-huis", naam="Veilig huis", zichtbaar="professional")
    built(tmp_path, kaart(services=[*SERVICES, hidden]), address="https://hulp.gemeente.example/")
    left = [place for place, data in files_in(tmp_path).items() if b"eilig" in data or "veilig" in place]
    assert left == []


def test_it_takes_away_nothing_that_somebody_else_put_there(tmp_path: Path) -> None:
    built(tmp_path)
    (tmp_path / "dienst" / "eigen.html").write_text("van ons", encoding="utf-8")
    (tmp_path / "CNAME").write_text("hulp.example", encoding="utf-8")
    built(tmp_path, kaart(services=SERVICES[1:]))
    assert (tmp_path / "dienst" / "eigen.html").read_text("utf-8") == "van ons"
    assert (tmp_path / "CNAME").exists()


def test_a_page_that_somebody_changed_is_made_anew_and_told(tmp_path: Path) -> None:
    built(tmp_path)
    page = tmp_path / "dienst" / "groep.html"
    before = page.read_bytes()
    page.write_bytes(b"anders")
    outcome = built(tmp_path)
    assert (outcome.written, outcome.mended) == (("dienst/groep.html",),) * 2
    assert page.read_bytes() == before


def test_a_page_that_somebody_changed_and_that_is_gone_stays_and_is_told(tmp_path: Path) -> None:
    built(tmp_path)
    page = tmp_path / "dienst" / "groep.html"
    page.write_bytes(b"anders")
    outcome = built(tmp_path, kaart(services=SERVICES[1:]))
    assert outcome.left == ("dienst/groep.html",)
    assert page.read_bytes() == b"anders"


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"x")
    with pytest.raises(WrongUseError, match="niet leeg"):
        built(tmp_path)
    assert files_in(tmp_path) == {"brief.docx": b"x"}


def test_a_folder_with_only_hidden_files_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".nojekyll").write_bytes(b"")
    assert built(tmp_path).written


def test_a_file_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    built(tmp_path, kaart(services=SERVICES[1:]))
    (tmp_path / "dienst" / "groep.html").write_bytes(b"van een ander")
    before = files_in(tmp_path)
    with pytest.raises(WrongUseError, match=r"dienst/groep\.html, en dat heeft psoh niet gemaakt"):
        built(tmp_path)
    assert files_in(tmp_path) == before


def test_a_run_that_is_broken_off_can_be_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = disk_copies.write_copy
    done: list[Path] = []

    def fail_halfway(path: Path, data: bytes) -> None:
        if len(done) == 5:
            raise KeyboardInterrupt
        done.append(path)
        write(path, data)

    monkeypatch.setattr(disk_copies, "write_copy", fail_halfway)
    with pytest.raises(KeyboardInterrupt):
        built(tmp_path / "site")
    monkeypatch.setattr(disk_copies, "write_copy", write)
    built(tmp_path / "site")
    built(tmp_path / "anders")
    assert files_in(tmp_path / "site") == files_in(tmp_path / "anders")


@pytest.mark.parametrize(
    "place",
    [
        "../weg.html",
        "/etc/weg.html",
        "dienst/../../weg.html",
        "a/b/c/d/e.html",
        "weg",
        "dienst\\weg.html",
        "Weg.html",
    ],
)
def test_a_list_that_somebody_changed_points_nowhere_else(tmp_path: Path, place: str) -> None:
    site = tmp_path / "site"
    built(site)
    victim = tmp_path / "weg.html"
    victim.write_bytes(b"blijft")
    manifest = json.loads((site / NAME).read_text("utf-8"))
    manifest["bestanden"][place] = {"uit": "0" * 32, "inhoud": digest(b"blijft")}
    (site / NAME).write_text(json.dumps(manifest), encoding="utf-8")
    built(site)
    assert victim.read_bytes() == b"blijft"
    assert not is_place(place)


def test_a_list_that_cannot_be_read_stops_the_run(tmp_path: Path) -> None:
    built(tmp_path)
    (tmp_path / NAME).write_text("{}[", encoding="utf-8")
    with pytest.raises(WrongUseError, match="niet te lezen"):
        built(tmp_path)


def test_a_link_does_not_lead_the_pages_elsewhere(tmp_path: Path) -> None:
    outside, site = tmp_path / "buiten", tmp_path / "site"
    outside.mkdir()
    site.mkdir()
    (site / ".x").mkdir()
    (site / "dienst").symlink_to(outside)
    (site / NAME).write_text('{"formaat": "1", "bestanden": {}}', encoding="utf-8")
    with pytest.raises(WrongUseError, match="koppeling"):
        built(site)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", ["con", "nul", "com1", "x" * 300])
def test_an_id_is_a_file_name_that_every_computer_takes(tmp_path: Path, name: str) -> None:
    outcome = built(tmp_path, kaart(organizations=[organization()], services=[service(id=name)]))
    written = [place for place in outcome.written if place.startswith("dienst/")]
    assert len(written) == 1
    assert written[0] != f"dienst/{name}.html"
    assert len(Path(written[0]).name) < 120
    assert is_place(written[0])


def test_two_long_ids_that_begin_alike_have_a_page_each(tmp_path: Path) -> None:
    services = [service(id="x" * 200 + end) for end in ("a", "b")]
    outcome = built(tmp_path, kaart(organizations=[organization()], services=services))
    assert sum(place.startswith("dienst/") for place in outcome.written) == 2


def test_making_all_anew_writes_what_differs(tmp_path: Path) -> None:
    built(tmp_path)
    outcome = built(tmp_path, anew=True)
    assert outcome.written == ()


def test_another_version_of_psoh_looks_at_every_page_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(tmp_path)
    rendered: list[str] = []
    monkeypatch.setattr("psoh_cli.site.build_plan.__version__", "99")
    from psoh_cli.site.render import Renderer

    page = Renderer._page

    def noted(self: Renderer, template: str, place: str, **values: object) -> str:
        rendered.append(place)
        return page(self, template, place, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(Renderer, "_page", noted)
    assert built(tmp_path).written == ()
    assert "dienst/groep.html" in rendered


def test_an_outcome_is_a_value() -> None:
    empty = building.Outcome(written=(), unchanged=(), removed=(), mended=(), left=())
    assert replace(empty, written=("a",)) != empty
