"""The bench of the public site still runs, on something small."""

from __future__ import annotations

import os
import shutil

import pytest

from bench import site

pytestmark = pytest.mark.slow

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")


def test_making_searching_and_weight_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "MADE", 12)
    monkeypatch.setattr(site, "SEARCHED", (30,))
    figures = tuple(site.site(runs=1))
    searched = ("site_key_30_of_a_frame", "site_key_30_against_empty_field") if CHROMIUM else ()
    assert tuple(figure.name for figure in figures) == (
        "site_build_12_against_writing",
        "site_one_change_of_12_against_all",
        *searched,
        "site_first_page_200",
    )
    assert all(figure.ratio > 0 and figure.runs == 1 for figure in figures)


def test_a_change_of_one_service_changes_only_what_says_it() -> None:
    before, after = (
        {item.place: item.source for item in site.plan_of(8, other=other).all()} for other in (False, True)
    )
    changed = {place for place in before if before[place] != after[place]}
    assert before.keys() == after.keys()
    assert len([place for place in changed if place.startswith("dienst/")]) == 1
    assert {"index.html", "lijst.html", "bestanden/gegevens-nl.js"} <= changed
    assert len(changed) < len(before) / 2
