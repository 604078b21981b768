"""The Analysis in one sentence, in counts, and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from psoh_cli.analysis.finding import Analysis, Evidence, FindingKind
from psoh_cli.dutch import date_in_words, listing, plural
from psoh_cli.vocabulary import Verdict

_REMARK = str(Evidence.model_fields["remark"].alias)
_STATES = (
    (Verdict.MET, "geregeld"),
    (Verdict.PARTLY, "deels geregeld"),
    (Verdict.MISSING, "nog niet geregeld"),
    (Verdict.NOT_APPLICABLE, "niet van toepassing"),
)


def in_one_sentence(analysis: Analysis) -> str:
    """Say what a reader should remember: how much of what is known to work is in place, and how much is unknown."""
    counted = counts(analysis, FindingKind.PRACTICE, FindingKind.NEED)
    total = sum(counted.values())
    parts = [f"{counted[verdict]} {state}" for verdict, state in _STATES if counted[verdict]]
    unknown = counted[Verdict.UNKNOWN]
    subject = f"Van de {plural(total, 'praktijk die helpt', 'praktijken die helpen')}"
    if not parts:
        return f"{subject} is in {analysis.gemeente} van geen enkele bekend of die al geregeld is."
    tail = f"; van {unknown} is het nog niet bekend" if unknown else ""
    verb = "is er" if parts[0].startswith("1 ") else "zijn er"
    if verb == "is er" and len(parts) > 1 and not parts[1].startswith("1 "):
        parts[1] = f"zijn er {parts[1]}"
    return f"{subject} {verb} in {analysis.gemeente} {listing(parts)}{tail}."


def basis(analysis: Analysis) -> str:
    """Say what the analysis rests on."""
    return (
        f"Peildatum {date_in_words(analysis.as_of)}. Gebruikt: "
        f"{plural(len(analysis.informants), 'informant', 'informanten')} en een kaart met "
        f"{plural(analysis.organization_count, 'organisatie', 'organisaties')} en "
        f"{plural(analysis.service_count, 'actieve dienst', 'actieve diensten')}."
    )


def counts(analysis: Analysis, *kinds: FindingKind) -> Counter[Verdict]:
    """Count verdicts over findings of some kinds, or of all."""
    chosen = analysis.of_kind(*kinds) if kinds else analysis.findings
    return Counter(finding.verdict for finding in chosen)


def relations(analysis: Analysis) -> str:
    """Count in words how the answers to questions relate; empty when nobody answered anything."""
    found = analysis.agreements
    counted = (
        (len(found.agreed), "eens"),
        (len(found.differing), "oneens"),
        (len(found.adding_up), "vullen elkaar aan"),
        (len(found.per_organization), "verschilt per organisatie"),
        (len(found.one_sided), "alleen één groep weet het"),
        (len(found.one_voice), "één stem"),
        (len(found.one_group), "één groep"),
        (len(found.own_alike), "hetzelfde over eigen werk of ervaring"),
        (len(found.agreed_unsure), "eens, maar onzeker of oud"),
        (len(found.agreed_in_part), "eens, maar niet met alle statushouders"),
        (len(found.untested), "alleen de gemeente gevraagd"),
        (len(found.nobody_knows), "niemand weet het"),
    )
    said = " · ".join(f"{count} {word}" for count, word in counted if count)
    return f"Antwoorden naast elkaar, per vraag: {said}." if said else ""


def as_json(analysis: Analysis, *, with_remarks: bool = False) -> str:
    """Write the whole Analysis as JSON with Dutch keys, the gaps also in the order of their priority.

    What an informant wrote freely is left out unless it is asked for: such a file is sent on before it is read.
    """
    content: dict[str, Any] = analysis.model_dump(mode="json")
    whole: dict[str, Any] = {
        "samenvatting": in_one_sentence(analysis),
        **(content if with_remarks else _without(content, key=_REMARK)),
        "hiaten_op_volgorde": [gap.id for gap in analysis.gaps()],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _without(value: Any, *, key: str) -> Any:
    if isinstance(value, dict):
        return {name: _without(item, key=key) for name, item in value.items() if name != key}
    return [_without(item, key=key) for item in value] if isinstance(value, list) else value
