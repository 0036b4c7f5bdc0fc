"""How a form points at what is wrong: the first wrong field comes into view, their number stands at the button."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from app.kernel.texts import ngettext
from ui.kit.form_row import FormRow

ROOM = 24


def count_of_wrong(count: int) -> str:
    """What stands near the button of a form: ``Eén veld klopt nog niet.``, or nothing."""
    words = ngettext("Eén veld klopt nog niet.", "{n} velden kloppen nog niet.", count)
    return words if count else ""


def point_at(row: FormRow) -> None:
    """Put the focus in this field and scroll to it, also after its error has made the form longer."""
    row.field.take_focus()
    bring_into_view(row)
    QTimer.singleShot(0, row, lambda: bring_into_view(row))


def bring_into_view(widget: QWidget) -> None:
    """Scroll everything that scrolls around a widget until it can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            inside = above.widget()
            layout = inside.layout() if inside is not None else None
            if layout is not None:
                layout.activate()
            above.ensureWidgetVisible(widget, 0, ROOM)
        above = above.parentWidget()
