"""The codes of `huisstijl.yaml`."""

from __future__ import annotations

from psoh_cli.problems.code import Code
from psoh_cli.problems.problem import Severity

CODES = (
    Code(
        code="STIJL001",
        severity=Severity.ERROR,
        title="Een kleur die slecht leest",
        what="Een kleur in huisstijl.yaml lijkt te veel op de kleur die eronder of erop staat.",
        why="De wet vraagt dat iedereen het document kan lezen (WCAG 2.2, niveau AA). Een bleke kleur haalt dat niet.",
        remedy="Neem de kleur die de melding noemt, of een die donkerder is.",
        wrong='kleuren:\n  accent: "#7FB2C1"',
        right='kleuren:\n  accent: "#0B4A5F"',
    ),
    Code(
        code="STIJL002",
        severity=Severity.ERROR,
        title="Het logo kan niet worden gebruikt",
        what="Het logo in huisstijl.yaml ontbreekt, is te groot, is beschadigd of is van een soort die niet kan.",
        why="Een half logo op de omslag is erger dan geen. En een plaatje dat onder het lezen iets van internet haalt, "
        "hoort niet in een raadsstuk.",
        remedy="Neem een PNG, JPEG of gewone SVG van hooguit 2 MB, in de map van huisstijl.yaml.",
        wrong="logo:\n  bestand: logo.svgz",
        right="logo:\n  bestand: logo.svg",
    ),
    Code(
        code="STIJL003",
        severity=Severity.ERROR,
        title="Een lettertype kan niet worden gebruikt",
        what="Een bestand onder letters ontbreekt, is beschadigd of te groot, of de maker staat niet toe dat het in "
        "een document zit.",
        why="Het lettertype gaat mee in elk document. Dan moet het heel zijn, en moet de maker het toestaan.",
        remedy="Neem een .ttf of .otf van hooguit 2 MB waarvan de licentie insluiten toestaat.",
        wrong="bestanden:\n  gewoon: letters/gewoon.woff",
        right="bestanden:\n  gewoon: letters/gewoon.ttf",
    ),
    Code(
        code="STIJL004",
        severity=Severity.ERROR,
        title="Het Word-sjabloon kan niet worden gebruikt",
        what="Het bestand onder word ontbreekt, is te groot of is geen .docx.",
        why="Het Word-bestand neemt de stijlen van dat sjabloon over.",
        remedy="Bewaar het sjabloon in Word als .docx, zonder macro's, en zet het in de map van huisstijl.yaml.",
        wrong="word: sjabloon.dotx",
        right="word: sjabloon.docx",
    ),
)
