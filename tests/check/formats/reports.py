"""Reports to write in every format: one that is small and known, and ones that mean harm."""

from __future__ import annotations

from hypothesis import strategies as st

from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Ignored, Report, Unread

KAART = "dossiers/één map/sociale-kaart.yaml"
TEXT = "naam: Sociale kaart\r\ndiensten:\r\n  - {id: café, talen: [Tigrinya], ketenstappen: [preventi]}\r\n"

LANGUAGE = Problem(
    code="KAART007",
    severity=Severity.WARNING,
    message="'Tigrinya' is geen taalcode.",
    hint="Schrijf ti.\nDe lijst ziet u met: psoh praktijken --lijst talen",
    file=KAART,
    line=3,
    column=25,
    end=(3, 33),
    address="diensten/café/talen/0",
    fix=Fix(edits=(Edit(Span(3, 25, 3, 33), "ti"),), does="schrijf ti"),
)
STEP = Problem(
    code="KAART005",
    severity=Severity.ERROR,
    message="De ketenstap 'preventi' bestaat niet: 100 % zeker.",
    hint="Bedoelt u 'preventie'?",
    file=KAART,
    line=3,
    column=51,
    end=(3, 59),
    address="diensten/café/ketenstappen/0",
    fix=Fix(edits=(Edit(Span(3, 51, 3, 59), "preventie"),), does="schrijf preventie", is_safe=False),
)
BLOCK = Problem(
    code="DOSSIER004",
    severity=Severity.HINT,
    message="Twee regels | samen.",
    file="dossiers/gemeente.yaml",
    line=4,
    column=3,
    end=(6, 1),
    times=12,
)
SETTLED = Ignored(
    problem=Problem(
        code="PLAN001",
        severity=Severity.ERROR,
        message="Dubbel.",
        file="dossiers/plan.yaml",
        line=9,
        column=5,
    ),
    reason="de raad heeft dit zo besloten",
    where="dossiers/plan.yaml:8",
)
AGREED = Ignored(
    problem=Problem(code="KAART004", severity=Severity.WARNING, message="Oud.", file=KAART, line=1),
    reason="wordt in januari gebeld",
    where="psoh.toml:4",
)
GONE = Unread(message="dossiers/weg bestaat niet.", hint="Controleer de naam.", file="dossiers/weg")

CLEAN = Report(files=("dossiers/gemeente.yaml", "dossiers/plan.yaml"), version="0.4.0")
SMALL = Report(
    problems=(BLOCK, STEP, LANGUAGE),
    files=(KAART, "dossiers/gemeente.yaml", "dossiers/plan.yaml"),
    ignored=(SETTLED, AGREED),
    unread=(GONE,),
    texts={KAART: TEXT},
    version="0.4.0",
)

NASTY = (
    "\n", "\r", "\r\n", "\t", "\0", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff",
    "\ufffe", "\ud800", "\udce9", "😀", "é", "::", "::error::", "##[error]", "%", "%0A", "%25", ",", ":", ";", "=",
    "]]>", "<![CDATA[", "</failure>", "&amp;", "&#10;", "<script>alert(1)</script>", "<!--", "-->", "|", "\\", "`",
    "``", "*", "_x_", "~~", "#12", "@iemand", "$x$", "[x](http://kwaad.example)", "![x](y)", "http://kwaad.example",
    "www.kwaad.example", ":smile:", "{0}", "{", '"', "'", "  ", "- ", "1. ", "GH-1", "a@b.example", "../", "C:/",
    "//server/x", " ", "\\u0000",
)  # fmt: skip

texts = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=12)), max_size=6).map("".join)
some_text = texts.filter(bool)
numbers = st.integers(min_value=1, max_value=60)
spans = st.tuples(numbers, numbers, numbers, numbers).map(lambda four: Span(*four))
fixes = st.builds(
    Fix,
    edits=st.lists(st.builds(Edit, spans, texts), max_size=3).map(tuple),
    does=texts,
    is_safe=st.booleans(),
)
problems = st.builds(
    Problem,
    code=st.sampled_from(["KAART004", "PLAN001", "YAML014", "ZZZ999"]),
    severity=st.sampled_from(Severity),
    message=some_text,
    file=st.one_of(st.sampled_from(["a.yaml", "map/b.yaml", "../c.yaml"]), some_text),
    line=numbers,
    column=numbers,
    hint=texts,
    times=st.integers(min_value=1, max_value=2000),
    end=st.none() | st.tuples(numbers, numbers),
    address=st.just("") | texts,
    fix=st.none() | fixes,
)
reports = st.builds(
    Report,
    problems=st.lists(problems, max_size=8).map(tuple),
    files=st.lists(some_text, max_size=4).map(tuple),
    unread=st.lists(st.builds(Unread, message=some_text, hint=texts, file=texts), max_size=2).map(tuple),
    ignored=st.lists(st.builds(Ignored, problem=problems, reason=some_text, where=texts), max_size=3).map(
        tuple
    ),
    texts=st.dictionaries(st.sampled_from(["a.yaml", "map/b.yaml"]), texts, max_size=2),
    version=st.sampled_from(["", "0.4.0"]),
    strict=st.booleans(),
)


def many(number: int, *, severity: Severity = Severity.ERROR) -> tuple[Problem, ...]:
    """Make very many problems that differ in nothing but their line."""
    return tuple(
        Problem(code="KAART004", severity=severity, message="Niet bevestigd.", file="a.yaml", line=line)
        for line in range(1, number + 1)
    )


def without_halves(text: str) -> str:
    """Write a mark for what no reader can store: NUL, and halves of characters."""
    return "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)


def told(message: str, hint: str) -> str:
    """Say what a reader must get back."""
    return without_halves(f"{message}\n{hint}" if hint else message)
