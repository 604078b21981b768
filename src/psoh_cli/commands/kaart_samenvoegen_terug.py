"""Reading what `--toepassen` names: two ids, or a file of `--voorstel` that somebody may have changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from psoh_cli.kaart.merge_proposal import Proposal
    from psoh_cli.kaart.merge_wanted import Wanted

_ENDINGS = frozenset({".yaml", ".yml"})


def wanted_in(named: Sequence[str], *, found: Sequence[Proposal]) -> list[Wanted]:
    """Give the pairs that were named, one by one or in a file; raise WrongUseError for what is not a pair."""
    wanted: list[Wanted] = []
    for text in named:
        if Path(text).suffix.casefold() in _ENDINGS and "=" not in text:
            wanted.extend(_in_file(Path(text), found=found))
        else:
            wanted.append(_pair(text))
    return wanted


def _pair(text: str) -> Wanted:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.merge_wanted import Wanted

    kept, sign, dropped = (part.strip() for part in text.partition("="))
    if not (kept and sign and dropped):
        raise WrongUseError(
            f"--toepassen: '{text}' noemt geen twee id's.",
            remedy="Schrijf BLIJFT=VERVALT, bijvoorbeeld taalles=taalles-2, of noem een bestand van --voorstel.",
        )
    return Wanted(kept=kept, dropped=dropped)


def _in_file(path: Path, *, found: Sequence[Proposal]) -> Iterator[Wanted]:
    from psoh_cli.files import yaml_file
    from psoh_cli.kaart.merge_wanted import Wanted
    from psoh_cli.problems.problem import has_errors

    parsed = yaml_file.read(path)
    data = parsed.plain()
    if has_errors(parsed.problems) or not isinstance(data, dict) or not isinstance(data.get("paren"), list):
        _refuse(path, "is geen bestand van psoh kaart samenvoegen --voorstel")
    proposals: dict[tuple[str, str, str], Proposal] = {
        (item.pair.kind, item.kept_id, item.dropped_id): item for item in found
    }
    for number, pair in enumerate(data["paren"], start=1):
        if not isinstance(pair, dict) or not {"soort", "blijft", "vervalt"} <= pair.keys():
            _refuse(path, f"noemt bij paar {number} geen soort, blijft en vervalt")
        kind, kept, dropped = (str(pair[key]) for key in ("soort", "blijft", "vervalt"))
        proposal = proposals.get((kind, kept, dropped))
        if proposal is None:
            _refuse(path, f"noemt bij paar {number} {kept} en {dropped}; dat stelt psoh nu niet zo voor")
        told = dict(_told(pair, proposal, path=path))
        yield Wanted(kept=proposal.kept_id, dropped=proposal.dropped_id, kind=proposal.pair.kind, told=told)


def _told(pair: Mapping[str, Any], proposal: Proposal, *, path: Path) -> Iterator[tuple[str, bool]]:
    """Say of each field whether the value of the entry that goes is taken."""
    choices = {choice.key: choice for choice in proposal.choices}
    for field in pair.get("velden") or ():
        key = field.get("veld") if isinstance(field, dict) else None
        if key not in choices or "voorstel" not in field:
            _refuse(path, f"noemt bij {proposal.kept_id} een veld waarin de twee niet verschillen: {key}")
        chosen = _as_read(field["voorstel"])
        if chosen not in (_as_read(choices[key].kept), _as_read(choices[key].dropped)):
            _refuse(
                path,
                f"heeft bij {proposal.kept_id}, {key}, een voorstel dat geen van beide vermeldingen zegt",
                "Kies een van beide; iets anders schrijft u na het samenvoegen in de kaart zelf.",
            )
        yield key, chosen != _as_read(choices[key].kept)


def _as_read(value: Any) -> Any:
    """Give a value as a YAML file says it: every scalar as text."""
    from psoh_cli.kaart.written import as_data

    held = as_data(value)
    if isinstance(held, dict):
        return {key: _as_read(item) for key, item in held.items()}
    if isinstance(held, list):
        return [_as_read(item) for item in held]
    if isinstance(held, bool):
        return "ja" if held else "nee"
    return None if held is None else str(getattr(held, "value", held))


def _refuse(path: Path, what: str, remedy: str = "") -> NoReturn:
    from psoh_cli.errors import WrongUseError

    raise WrongUseError(
        f"{path.as_posix()} {what}; er is niets veranderd.",
        remedy=remedy
        or "Maak het voorstel opnieuw met --voorstel. U mag paren weghalen, en bij voorstel: kiezen.",
    )
