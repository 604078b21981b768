"""The sandbox in which templates run: strict, escaped, bounded, with nothing in reach but the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache
from types import BuiltinMethodType, MethodType
from typing import Any, cast

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    Undefined,
    nodes,
    pass_eval_context,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace
from pydantic import BaseModel

from psoh_cli.press.sandbox.budget import DEEPEST, TooMuchWorkError, counted, current, plain_text
from psoh_cli.press.sandbox.filters import filters, pieces_joined, reckoned, tests, watched
from psoh_cli.press.sandbox.watching import JOIN, LOOP, STEP, WEIGH, Watching

_METHODS = frozenset({"items", "keys", "values", "get", "startswith", "endswith", "strip", "lower", "upper"})
"""What a text or a list of names may be asked."""
_OWN = (Namespace, LoopContext, TemplateModule, TemplateReference)
_FETCHING = 8
"""Steps that fetching a template costs, before anything in it is done."""


class Shelf(BaseLoader):
    """Templates by name, read and looked over beforehand: there is no path that leads anywhere else."""

    def __init__(self, texts: Mapping[str, tuple[str, str]]) -> None:
        """Take, by name, where each template stands (for messages) and its text."""
        self._texts = texts

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002  (as Jinja has it)
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """Give a template by the exact name it has."""
        if template not in self._texts:
            raise TemplateNotFound(template)
        place, text = self._texts[template]
        return text, place, lambda: True


class _Plainly(CodeGenerator):
    """Works nothing out beforehand, so that all that is written passes by the budget."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if self.environment.finalize is None:
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which a template reads the document, and can do nothing that costs without end."""

    code_generator_class = _Plainly
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, texts: Mapping[str, tuple[str, str]], *, counts: bool = True) -> None:
        """Take the templates as a Shelf does; without `counts`, for our own alone, their work is not counted."""
        super().__init__(
            loader=Shelf(texts),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            optimized=not counts,
            finalize=_emitted if counts else None,
        )
        self._counts = counts
        counting = {LOOP: counted, WEIGH: _weighed, JOIN: pieces_joined, STEP: _stepped}
        self.filters = cast(Any, filters() | counting)
        self.tests = cast(Any, tests())
        self.globals = {"range": safe_range, "dict": dict, "namespace": Namespace}

    def add_filter(self, name: str, function: Callable[..., Any]) -> None:
        """Let templates use a filter of ours."""
        self.filters[name] = watched(function)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002
    ) -> str:
        if self._counts:
            source = Watching(name, filename).visit(source)
            source.set_environment(self)
        return super()._generate(source, name, filename, defer_init)

    def join_path(self, template: str, parent: str) -> str:  # noqa: ARG002
        """Count that a template is fetched; names are names, and no paths from one to another."""
        current().step(_FETCHING)
        return template

    def compile(
        self, source: Any, name: str | None = None, filename: str | None = None, *args: Any, **kwargs: Any
    ) -> Any:
        """Compile a template; raise TemplateSyntaxError for one too involved to be compiled at all."""
        try:
            return super().compile(source, name, filename, *args, **kwargs)
        except (RecursionError, SyntaxError, MemoryError) as error:
            why = "het sjabloon is te ingewikkeld: er staan te veel lussen of haakjes in elkaar"
            line = _deepest_line(source) if isinstance(source, str) else 1
            raise TemplateSyntaxError(why, line, name, filename) from error

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give a field; what a part of the document can do is not even looked at."""
        if isinstance(obj, BaseModel):
            if attribute in _told_by(type(obj)):
                return getattr(obj, attribute)
            if hasattr(type(obj), attribute):
                return self.unsafe_undefined(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Give an item, or the field of that name."""
        if isinstance(obj, BaseModel):
            return self.getattr(obj, str(argument))
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Let a template see the fields of the document, and of Python nothing else."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        if isinstance(obj, BaseModel):
            return attr in _told_by(type(obj))
        if isinstance(obj, Enum) and attr in {"value", "name"}:
            return True
        if isinstance(obj, str | dict):
            return attr in _METHODS
        return isinstance(obj, _OWN)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        """Do a sum within bounds."""
        return reckoned(operator, left, right, sums=self.binop_table)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805, PYI063  (as Jinja has it)
        """Call a macro, or one of the few functions there are; raise SecurityError for anything else."""
        if not _may_be_called(__obj):
            raise SecurityError(f"{getattr(__obj, '__name__', 'dit')!r} kan hier niet worden aangeroepen")
        budget = current()
        for value in (*args, *kwargs.values()):
            budget.weigh(value)
        budget.depth += 1
        try:
            if budget.depth > DEEPEST:
                raise TooMuchWorkError("macro's roepen elkaar steeds opnieuw aan")
            found = super().call(__context, __obj, *args, **kwargs)
        finally:
            budget.depth -= 1
        budget.weigh(found)
        return found


@lru_cache(maxsize=256)
def _told_by(kind: type[BaseModel]) -> frozenset[str]:
    """Name what a part of the document tells: its fields."""
    return frozenset(kind.model_fields)


def _deepest_line(source: str) -> int:
    """Find the line on which most brackets are open."""
    depth = deepest = 0
    found = line = 1
    for char in source:
        line += char == "\n"
        depth += (char in "([{") - (char in ")]}")
        if depth > deepest:
            deepest, found = depth, line
    return found


def _may_be_called(obj: Any) -> bool:
    if obj is safe_range or obj is dict or obj is Namespace:
        return True
    if isinstance(obj, Macro | BlockReference | Undefined):  # one that is not there says so itself
        return True
    if isinstance(obj, MethodType):
        return isinstance(obj.__self__, LoopContext) and obj.__name__ in {"cycle", "changed"}
    return (
        isinstance(obj, BuiltinMethodType)
        and isinstance(obj.__self__, str | dict)
        and obj.__name__ in _METHODS
    )


@pass_eval_context
def _emitted(_context: Any, value: Any) -> Any:
    """Let through what may be printed, and count it."""
    if not hasattr(value, "_undefined_message"):
        current().write(len(plain_text(value)))
    return value


def _weighed(value: Any) -> Any:
    current().weigh(value)
    return value


def _stepped(number: int) -> None:
    current().step(number)
