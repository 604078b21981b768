"""Where a template can go round or grow, a count is put in before it is compiled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

LOOP, WEIGH, JOIN, STEP = "psoh loop", "psoh weigh", "psoh join", "psoh step"
"""Filters that stand for a count; no template can name them."""
_NODES_PER_STEP = 8


class Watching(NodeTransformer):
    """Puts a count in every body that may run more than once, and weighs whatever a template builds."""

    def __init__(self, name: str | None, filename: str | None) -> None:
        """Take the name and the place of the template, for messages."""
        self._name, self._filename = name, filename

    def get_visitor(self, node: nodes.Node) -> Callable[..., Any] | None:
        """Find what to do with a kind of node."""
        return getattr(self, f"_see_{type(node).__name__.lower()}", None)

    def _see_for(self, node: nodes.For) -> nodes.Node:
        if node.recursive:
            self._refuse("een lus die zichzelf aanroept (recursive) kan hier niet", node)
        self.generic_visit(node)
        node.iter = _through(LOOP, node.iter)
        return _counted(node)

    def _see_body(self, node: nodes.Template | nodes.Macro | nodes.CallBlock | nodes.Block) -> nodes.Node:
        self.generic_visit(node)
        return _counted(node)

    _see_template = _see_macro = _see_callblock = _see_block = _see_body

    def _see_concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _through(JOIN, nodes.Tuple(node.nodes, "load", lineno=node.lineno))

    def _see_list(self, node: nodes.List | nodes.Dict) -> nodes.Node:
        self.generic_visit(node)
        return _through(WEIGH, node)

    _see_dict = _see_list

    def _see_tuple(self, node: nodes.Tuple) -> nodes.Node:
        self.generic_visit(node)
        return _through(WEIGH, node) if node.ctx == "load" else node

    def _see_compare(self, node: nodes.Compare) -> nodes.Node:
        self.generic_visit(node)
        node.expr = _through(WEIGH, node.expr)
        for operand in node.ops:
            operand.expr = _through(WEIGH, operand.expr)
        return node

    def _see_getitem(self, node: nodes.Getitem) -> nodes.Node:
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _through(WEIGH, node.node)
        return node

    def _see_scopedevalcontextmodifier(self, node: nodes.Node) -> nodes.Node:
        self._refuse("autoescape kan hier niet uit", node)
        return node

    def _refuse(self, why: str, node: nodes.Node) -> None:
        raise TemplateSyntaxError(why, node.lineno, self._name, self._filename)


def _counted(node: nodes.For | nodes.Template | nodes.Macro | nodes.CallBlock | nodes.Block) -> nodes.Node:
    """Let whoever goes through a body take the steps it costs."""
    size = sum(1 for _ in node.find_all(nodes.Node))
    price = nodes.Const(1 + size // _NODES_PER_STEP, lineno=node.lineno)
    node.body.insert(0, nodes.ExprStmt(_through(STEP, price), lineno=node.lineno))
    return node


def _through(name: str, value: nodes.Node) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=value.lineno)
