"""Exports held against the public schemas of HSDS 3.1, strictly, and against a checker of tabular packages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.kaart.exchange.full_kaart import FULL
from tests.kaart.exchange.hsds_worlds import SETTING
from tests.kaart.exchange.made_up import kaarten

from psoh_cli.gemeente.register_file import read_register
from psoh_cli.kaart.exchange.code_lists_file import read_code_lists
from psoh_cli.kaart.exchange.hsds.documents import export, setting_of
from psoh_cli.kaart.exchange.hsds.tabular import export_tables
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.kaart_file import read_kaart
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.practices.practice_files import sound_catalogue

Find = Callable[[str], Callable[..., "CompletedProcess[str]"]]

pytestmark = [pytest.mark.conformance, pytest.mark.slow]
EXAMPLES = {
    "voorbeeldstad": "voorbeeldstad",
    "dordrecht": "dordrecht",
    "haarlem": "haarlem",
    "zandvoort": "haarlem",
}
"""Each example with the folder its kaart lies in."""


def exports(root: Path) -> Iterator[tuple[str, KaartFile, Any]]:
    """Give every example and the full kaart, with what their export rests on."""
    catalogue = sound_catalogue()
    for name, folder in EXAMPLES.items():
        kaart, _, _ = read_kaart(root / "examples" / folder / "sociale-kaart.yaml")
        assert kaart is not None
        yield (
            name,
            kaart,
            setting_of(
                name=name,
                known=KnownIds.of(catalogue),
                lists=read_code_lists(),
                knowledge_version=catalogue.version,
                register=read_register(),
            ),
        )
    yield "vol", FULL, SETTING


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_every_export_is_valid_in_strict_mode(root: Path, tmp_path: Path, conformance_tool: Find) -> None:
    check = conformance_tool("hsds-check")
    for name, kaart, setting in exports(root):
        written(export(kaart, setting).files, tmp_path / name)
    done = check("--strict", "--dates", tmp_path)
    assert done.returncode == 0, done.stdout
    assert " 0 invalid, 0 unknown, 0 skipped" in done.stdout


def test_made_up_kaarten_are_valid_in_strict_mode(tmp_path: Path, conformance_tool: Find) -> None:
    made: list[KaartFile] = []

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(kaart=kaarten(most=3))
    def gather(kaart: KaartFile) -> None:
        made.append(kaart)

    gather()
    assert sum(len(kaart.services) for kaart in made) > 20
    for number, kaart in enumerate(made):
        written(export(kaart, SETTING).files, tmp_path / str(number))
    done = conformance_tool("hsds-check")("--strict", "--dates", tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'"status": "temporarily closed"', b'"status": "tijdelijk-gesloten"'),
        (b'"assured_date": "2026-06-01"', b'"assured_date": "juni 2026"'),
        (b'"minimum_age": 18', b'"minimum_age": "18"'),
        (b'"status": "temporarily closed"', b'"status": null'),
        (b'"eligibility_description"', b'"doelgroep"'),
    ],
)
def test_a_broken_export_is_seen_to_fail(
    tmp_path: Path, conformance_tool: Find, good: bytes, bad: bytes
) -> None:
    files = {name: data for name, data in export(FULL, SETTING).files.items() if good in data}
    assert files
    done = conformance_tool("hsds-check")(
        "--strict",
        "--dates",
        written({name: data.replace(good, bad) for name, data in files.items()}, tmp_path),
    )
    assert done.returncode == 1, done.stdout


@cache
def validators(folder: Path) -> dict[str, Any]:
    """Give a validator per view from the published schemas, as they are."""
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    resources = [(name, DRAFT202012.create_resource(one)) for name, one in schemas.items()]
    registry: Any = Registry().with_resources(resources)
    return {
        name: Draft202012Validator({"$ref": f"{name}.json"}, registry=registry)
        for name in ("service", "organization", "taxonomy", "taxonomy_term")
    }


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(kaart=kaarten(most=3))
def test_any_kaart_gives_valid_objects(shared: Path, kaart: KaartFile) -> None:
    valid = validators(shared / "standards" / "hsds-3.1" / "schema")
    kinds = {"services": "service", "organizations": "organization", "taxonomies": "taxonomy"}
    for name, data in export(kaart, SETTING).files.items():
        folder, _, _ = name.rpartition("/")
        document = json.loads(data)
        for item in document.get("contents", [document]) if folder else ():
            valid[kinds.get(folder, "taxonomy_term")].validate(item)


def test_the_tables_hang_together(root: Path, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for name, kaart, setting in exports(root):
        folder = written(export_tables(kaart, setting).files, tmp_path / name)
        report = frictionless.validate(str(folder / "datapackage.json"))
        assert report.valid, report.flatten(["type", "message"])


@pytest.mark.parametrize(
    ("file", "good", "bad"),
    [
        ("services.csv", b"temporarily closed", b""),
        ("services.csv", b"2026-06-01", b"juni 2026"),
        ("organizations.csv", b"Buurthuis", b""),
        ("schedules.csv", b"09:30:00", b"9.30"),
    ],
)
def test_broken_tables_are_seen_to_fail(tmp_path: Path, file: str, good: bytes, bad: bytes) -> None:
    frictionless = pytest.importorskip("frictionless")
    files = dict(export_tables(FULL, SETTING).files)
    assert good in files[file]
    files[file] = files[file].replace(good, bad)
    assert not frictionless.validate(str(written(files, tmp_path) / "datapackage.json")).valid


def test_a_row_that_points_nowhere_is_seen(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    files = dict(export_tables(FULL, SETTING).files)
    head, *rows = files["organizations.csv"].split(b"\r\n")
    files["organizations.csv"] = b"\r\n".join([head, *rows[1:]])
    report = frictionless.validate(str(written(files, tmp_path) / "datapackage.json"))
    assert {kind for (kind,) in report.flatten(["type"])} == {"foreign-key"}
