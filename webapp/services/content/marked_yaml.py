"""YAML into plain values that remember the line each came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.constructor import SafeConstructor
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Path = tuple[str | int, ...]


class YamlUnreadable(Exception):
    """The text is no YAML, or says something twice; `line` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Marked:
    """A value and the line (from 1) of every part of it, by path."""

    value: Any
    lines: dict[Path, int] = field(default_factory=dict)

    def line_of(self, path: Path) -> int:
        """Return the line of `path`, or of the nearest part that holds it."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return self.lines.get((), 1)


def read_marked(text: str) -> Marked:
    """Parse `text`; raises `YamlUnreadable` for bad syntax and for a key given twice."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise YamlUnreadable(line, fault.problem or "is no YAML") from fault
    except yaml.reader.ReaderError as fault:
        raise YamlUnreadable(1, f"has a character YAML does not allow: {fault.reason}") from fault
    lines: dict[Path, int] = {}
    return Marked(_value(node, (), lines) if node else None, lines)


def _value(node: Node, path: Path, lines: dict[Path, int]) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, MappingNode):
        return _mapping(node, path, lines)
    if isinstance(node, SequenceNode):
        return [_value(child, (*path, i), lines) for i, child in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: MappingNode, path: Path, lines: dict[Path, int]) -> dict[Any, Any]:
    result: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key, line = _scalar(key_node), key_node.start_mark.line + 1
        if key in result:
            raise YamlUnreadable(line, f"{key} is given twice")
        lines[(*path, key)] = line
        result[key] = _value(value_node, (*path, key), lines)
    return result


def _scalar(node: Node) -> Any:
    line = node.start_mark.line + 1
    if not isinstance(node, ScalarNode):
        raise YamlUnreadable(line, "a key must be a plain word")
    try:
        return SafeConstructor().construct_object(node)
    except (yaml.YAMLError, ValueError) as fault:
        raise YamlUnreadable(line, f"cannot read {node.value!r}") from fault
