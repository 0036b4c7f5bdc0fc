"""Fills the blanks of a template, in a sandbox where an unknown name is an error."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from app.kernel.errors import Invalid

LONGEST = 40_000  # characters that a school may write in one template
DEEPEST = 30  # of what lies within each other; Python itself gives up at a hundred
_SANDBOX = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=False)
_PLAIN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.If, nodes.Not, nodes.And, nodes.Or)


def filled(text: str, values: Mapping[str, object]) -> str:
    """The text with its blanks filled. Raises jinja2.UndefinedError for a blank that no value knows."""
    made = _SANDBOX.from_string(text).render(values)
    lines = [re.sub(r"[ \t]{2,}", " ", line).strip() for line in made.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def blanks_in(text: str) -> frozenset[str]:
    """The names of the blanks in a text that is known to be right."""
    return frozenset(node.name for node in _SANDBOX.parse(text).find_all(nodes.Name))


def check_text(field: str, text: str, known: Collection[str]) -> None:
    """Raise Invalid for a text that holds more than plain blanks and ``if``, or a blank that nothing fills.

    What passes cannot fail or run for long when a letter is written: there are no calls, loops or attributes.
    """
    if len(text) > LONGEST:
        raise Invalid(field, "letters.template_too_long")
    try:
        tree = _SANDBOX.parse(text)
        deep = _depth(tree) > DEEPEST
    except TemplateSyntaxError as error:
        raise Invalid(field, "letters.template_broken", line=error.lineno) from None
    except RecursionError:
        deep = True
    if deep:
        raise Invalid(field, "letters.template_deep")
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _PLAIN):
            raise Invalid(field, "letters.template_too_much", line=node.lineno or 1)
        if isinstance(node, nodes.Name) and node.name not in known:
            raise Invalid(field, "letters.template_unknown", name=node.name, line=node.lineno)


def _depth(node: nodes.Node) -> int:
    return 1 + max(map(_depth, node.iter_child_nodes()), default=0)
