"""Two answers to one question: the one answer that says what both say, or the one that somebody decided on."""

from __future__ import annotations

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.two_versions import Side, Version, behind, beside, decided, joined, parts_of, settled
from psoh_cli.vocabulary import AnswerCertainty

_WHAT = "dit antwoord"


def told(answer: Answer, *, with_day: bool = True) -> str:
    """Write an answer on one line as it stands in the file, without its remark."""
    about = [
        *([f"anders: {answer.other}"] if answer.other else []),
        *(
            f"{choice}, {detail}: {text}"
            for choice, said in sorted(answer.details.items())
            for detail, text in sorted(said.items())
        ),
        *([answer.certainty.value] if answer.certainty else []),
        *([str(answer.day)] if answer.day and with_day else []),
    ]
    values = ", ".join(answer.values)
    return f"{values} ({'; '.join(about)})" if about else values


def together(here: Answer, there: Answer) -> Answer | None:
    """Give the one answer that says what both say; None when they say something else."""
    for side, kept, other in ((Side.HERE, here, there), (Side.THERE, there, here)):
        if settled(_WHAT, here=_version(here), there=_version(there)) is side:
            return kept.model_copy(update={"remark": beside(kept.remark, other.remark)})
        if _holds(kept, other):
            return kept.model_copy(
                update={"day": _later(kept.day, other.day), "remark": beside(kept.remark, other.remark)}
            )
    details = _details(here, there)
    same_values = set(here.values) == set(there.values)
    alike = _alike(here.other, there.other) and _alike(here.certainty, there.certainty)
    if not same_values or not alike or details is None:
        return None
    return here.model_copy(
        update={
            "other": here.other or there.other,
            "certainty": here.certainty or there.certainty,
            "day": _later(here.day, there.day),
            "remark": beside(here.remark, there.remark),
            "details": details,
            "sources": _sources(here.sources, there.sources),
        }
    )


def decided_answer(here: Answer, there: Answer, side: Side) -> Answer:
    """Give what holds of two answers, with the other in its remark; both, where somebody wrote both."""
    if side is Side.BOTH:
        text = joined(part for answer in (here, there) for value in answer.values for part in parts_of(value))
        sure = {answer.certainty for answer in (here, there)}
        return here.model_copy(
            update={
                "values": (text,),
                "certainty": sure.pop() if len(sure) == 1 else AnswerCertainty.UNSURE,
                "day": _later(here.day, there.day),
                "remark": beside(here.remark, there.remark),
                "sources": _sources(here.sources, there.sources),
            }
        )
    kept, lost = (here, there) if side is Side.HERE else (there, here)
    note = decided(_WHAT, kept=_version(kept), lost=_version(lost))
    return kept.model_copy(update={"remark": behind(kept.remark, lost.remark, note)})


def _holds(one: Answer, other: Answer) -> bool:
    """Tell whether one is a text put together of two of which the other is one; see `Side.BOTH`."""
    if len(one.values) != 1 or len(other.values) != 1:
        return False
    return set(parts_of(one.values[0])) > set(parts_of(other.values[0]))


def _version(answer: Answer) -> Version:
    plain = answer.model_copy(update={"values": tuple(sorted(answer.values))})
    return Version(said=told(answer), mark=told(plain, with_day=False), remark=answer.remark)


def _alike(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _details(here: Answer, there: Answer) -> dict[str, dict[str, str]] | None:
    """Put together what was said about each choice; None when the two contradict each other."""
    found = {choice: dict(said) for choice, said in here.details.items()}
    for choice, said in there.details.items():
        mine = found.setdefault(choice, {})
        if any(mine.get(detail, text) != text for detail, text in said.items()):
            return None
        mine.update(said)
    return found


def _later(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    known = [day for day in (one, other) if day is not None]
    return max(known) if known else None


def _sources(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    if set(other) <= set(one):
        return one
    return other if set(one) <= set(other) else tuple(sorted({*one, *other}))
