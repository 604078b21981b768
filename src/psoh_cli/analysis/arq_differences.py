"""Where answers to the questions behind an ARQ question differ, in ever fewer words; nobody is counted."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.arq_said import Said, by, who
from psoh_cli.analysis.picture import Picture
from psoh_cli.analysis.voices import too_many
from psoh_cli.dutch import listing
from psoh_cli.interview.agreement import is_own
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.vocabulary import AnswerKind

_DIFFER = "verschillen de antwoorden"
_PER_ORGANIZATION = "verschilt het per organisatie"
_PER_TALK = f"zeggen {STATUSHOUDERS} niet allemaal hetzelfde"
_WHO_SAYS_WHAT = "; wie wat zegt, staat bij de verschillen"


def differences(said: list[Said], *, picture: Picture) -> Iterator[str]:
    """Write where answers differ, from all that was said down to the bare topics; nobody is counted."""
    if not said:
        yield ""
        return
    told = [_in_full(each, picture=picture) for each in said]
    yield " ".join(told)
    short = [_in_brief(each, picture=picture) for each in said]
    if len(said) > 1:
        yield f"{told[0]} {_listed(list(zip(said[1:], short[1:], strict=True)), tail=_WHO_SAYS_WHAT)}"
    bare = [each.topic for each in said]
    for told_of in range(len(said), -1, -1):
        labels = [*short[:told_of], *bare[told_of:]]
        tail = _WHO_SAYS_WHAT if any(map(str.__eq__, labels, bare)) else ""
        yield _listed(list(zip(said, labels, strict=True)), tail=tail)
    yield _listed(list(zip(said, bare, strict=True)), tail="")


def _listed(told: list[tuple[Said, str]], *, tail: str) -> str:
    """Put topics together in one sentence for each way in which answers differ."""
    ways: dict[str, list[str]] = {}
    for said, label in told:
        ways.setdefault(_how(said), []).append(label)
    return " ".join(
        f"Over {listing(labels)} {how}{tail if how == _DIFFER else ''}." for how, labels in ways.items()
    )


def _how(said: Said) -> str:
    """Say how answers to a question differ: on one fact, or each on what is their own."""
    question = said.judged.question
    if not is_own(question):
        return _DIFFER
    return _PER_TALK if question.groups == (STATUSHOUDERS,) else _PER_ORGANIZATION


def _in_full(said: Said, *, picture: Picture) -> str:
    how = _how(said)
    if how == _PER_TALK:
        return f"Over {said.topic} {how}: {'; '.join(position.clause for position in said.positions)}."
    if _are_many(said, picture=picture):
        return _listed([(said, said.topic)], tail=_WHO_SAYS_WHAT)
    positions = (f"{position.clause}, {by(position, picture=picture)}" for position in said.positions)
    return f"Over {said.topic} {how}: {'; '.join(positions)}."


def _in_brief(said: Said, *, picture: Picture) -> str:
    """Name a topic, with who said what where an answer is one word and those who say it can be named."""
    plain = said.judged.question.kind is AnswerKind.YES_NO_PARTLY and _how(said) != _PER_TALK
    if not plain or _are_many(said, picture=picture):
        return said.topic
    told = [f"{each.label} volgens {who(each, picture=picture)}" for each in said.positions]
    return f"{said.topic} ({'; '.join(told)})"


def _are_many(said: Said, *, picture: Picture) -> bool:
    """Tell whether those who say one of the things are too many to name: counted they would be votes."""
    return any(too_many(position.voices, picture=picture) for position in said.positions)
