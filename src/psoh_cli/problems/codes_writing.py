"""The codes of how a file is kept: what makes work in it easier, and changes nothing that it says."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

CODES = (
    Code(
        code="YAML040",
        severity=Severity.HINT,
        title="De regel voor editors ontbreekt",
        what="Naast dit bestand staat een schema in de map schema, maar het bestand noemt dat schema niet.",
        why="Met die regel laat een editor zoals VS Code bij het typen zien welke velden en woorden er zijn, en wat "
        "er mis is. Zonder die regel merkt u een tikfout pas als u psoh check geeft.",
        remedy="Zet de regel bovenaan in het bestand. psoh doet dat zelf met psoh check MAP --fix",
        wrong='formaat: "1"',
        right='# yaml-language-server: $schema=schema/sociale-kaart.schema.json\nformaat: "1"',
        fix="veilig",
    ),
)
