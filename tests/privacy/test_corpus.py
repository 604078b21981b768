"""How well the guard does on labelled sentences, half of which it was not tuned on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.privacy.corpus import HELD_OUT, TUNED, Score, Sentence, page, read, scores

from psoh_cli.privacy.trace import Kind

HALVES = read()
EVERYTHING = [sentence for half in HALVES.values() for sentence in half]

MUST_BE_FOUND = (Kind.BSN, Kind.BIRTH_DATE, Kind.MOBILE, Kind.NUMBER)
RECALL = dict.fromkeys(MUST_BE_FOUND, 0.95) | {Kind.MAILBOX: 0.9, Kind.NAME: 0.88, Kind.CASE: 0.78}
PRECISION = dict.fromkeys((*MUST_BE_FOUND, Kind.MAILBOX, Kind.NAME), 0.95) | {Kind.CASE: 0.9}
"""What was measured, rounded down: the guard may become better and never worse."""


def test_the_corpus_is_large_varied_and_half_of_it_is_about_nobody() -> None:
    texts = [sentence.text for sentence in EVERYTHING]
    assert len(set(texts)) == len(texts) >= 240
    assert min(len(half) for half in HALVES.values()) >= 0.4 * len(EVERYTHING)
    for half in HALVES.values():
        assert sum(not sentence.holds for sentence in half) >= 0.48 * len(half)
        assert all(sum(kind in sentence.holds for sentence in half) >= 4 for kind in Kind)
    assert sum(not sentence.holds for sentence in EVERYTHING) >= len(EVERYTHING) / 2


@pytest.mark.parametrize("half", [TUNED, HELD_OUT])
@pytest.mark.parametrize("kind", Kind)
def test_recall_and_precision_do_not_sink(half: str, kind: Kind, capsys: pytest.CaptureFixture[str]) -> None:
    score = scores(HALVES[half])[kind]
    with capsys.disabled():
        sys.stdout.write(f"\n{half}: {kind}: gevonden {score.recall:.0%}, terecht {score.precision:.0%} ")
    assert score.recall >= RECALL[kind]
    assert score.precision >= PRECISION[kind]


def test_a_miss_and_a_mistake_are_counted() -> None:
    half = [
        Sentence("bel 06-12345678", frozenset({Kind.MOBILE})),
        Sentence("bel haar", frozenset({Kind.MOBILE})),
        Sentence("0612345678", frozenset()),
    ]
    score = scores(half)[Kind.MOBILE]
    assert score == Score(found=1, missed=1, mistaken=1)
    assert (score.recall, score.precision) == (0.5, 0.5)


def test_the_page_about_the_guard_is_fresh(root: Path, update_golden: bool) -> None:
    file = root / "docs" / "privacy.md"
    if update_golden:
        file.write_text(page(), encoding="utf-8", newline="\n")
    found = file.read_text(encoding="utf-8") if file.exists() else ""
    assert found == page(), "docs/privacy.md is behind; run: pytest tests/privacy --update-golden"
