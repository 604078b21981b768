"""A small dossier in which a gemeente and a ggz differ, agree, and do not know; with a decision when asked for."""

from __future__ import annotations

from pathlib import Path

from tests.dossier.sample import VERSION, make_dossier

POINT = "gap-verschil-tolk-afspraken"
_HEAD = 'formaat: "1"\nkennisversie: "{version}"\ngroep: {group}\nrol: {role}\nafgenomen_op: 2026-10-12\nantwoorden:\n'
_PEOPLE = {
    "beleid": ("gemeente", "Strateeg mondiaal welzijn", {"tolk-afspraken": "ja", "regisseur": "ja"}),
    "ggz": ("ggz", "Opperpsychiater dienst noord", {"tolk-afspraken": "nee", "regisseur": "ja"}),
    "huisarts": ("huisarts", "Praktijkhoudster wijk west", {"tolk-afspraken": "nee"}),
}


def differing(folder: Path) -> Path:
    """Write the dossier: functions in it are so odd that a document in which one stands is found."""
    make_dossier(folder)
    for name, (group, role, answers) in _PEOPLE.items():
        told = "".join(
            f"  {question}:\n    antwoord: {answer}\n    opmerking: Dat hoorde ik bij de koffie.\n"
            for question, answer in answers.items()
        )
        text = _HEAD.format(version=VERSION, group=group, role=role) + told
        (folder / "interviews" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


ROLES = tuple(role for _, role, _ in _PEOPLE.values())
REMARK = "hoorde ik bij de koffie"
