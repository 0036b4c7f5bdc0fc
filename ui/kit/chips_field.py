"""A field to choose one or several of a few, as buttons beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ui.kit.chips import Chips
from ui.kit.fields import Field


class ChipsField(Field):
    """``options`` are (value, label); a kept draft holds the values as text and finds them again."""

    def __init__(self, options: Sequence[tuple[Any, str]], value: Any = None, *, many: bool = False) -> None:
        self.chips = Chips(options, many=many, kind="chip" if many else "option", value=value)
        self._values = {str(each): each for each, _label in options}
        super().__init__(self.chips)
        self.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes a null pointer; each chip has its own focus
        self.chips.chosen.connect(lambda _value: self.changed.emit())

    def value(self) -> Any:
        return self.chips.value()

    def set_value(self, value: Any) -> None:
        several = isinstance(value, list | tuple | set | frozenset)
        self.chips.set_value(tuple(self._known(each) for each in value) if several else self._known(value))

    def keep(self) -> Any:
        value = self.value()
        return [str(each) for each in value] if isinstance(value, tuple) else value

    def _known(self, value: Any) -> Any:
        return self._values.get(str(value), value)
