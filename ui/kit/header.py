"""The head of a page: what it is about at the left, what can be done at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.kit.buttons import button
from ui.kit.flow import FlowLayout
from ui.kit.labels import ElidedLabel, label
from ui.kit.layouts import clear, column, row
from ui.kit.tag import Tag

TITLE = 300
BETWEEN = 8


class Header(QWidget):
    """Overline with tags, title, subtitle; buttons at the right, or under it on as many lines as a narrow page asks."""

    def __init__(self) -> None:
        super().__init__()
        self._overline = label("", "quiet")
        self._tags = row(gap=8)
        self._title = ElidedLabel("", "title", wanted=160)
        self._subtitle = ElidedLabel("", "quiet", wanted=120)
        self._buttons = FlowLayout(gap=BETWEEN)
        self._top = row(self._overline, self._tags, 1, gap=8)
        words = column(self._top, self._title, self._subtitle, gap=3)
        right = column(1, row(self._buttons, 1, gap=0), gap=0)
        self._both = row(words, right, gap=16)
        self._both.setStretch(0, 1)
        self.setLayout(self._both)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_title("")

    @property
    def title(self) -> str:
        """The title as shown."""
        return self._title.text()

    def set_title(self, title: str, subtitle: str = "", overline: str = "") -> None:
        """Say what the page is about."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._overline.setText(overline)
        self._overline.setVisible(bool(overline))

    def add_tag(self, tag: Tag) -> None:
        """Add a tag beside the overline."""
        self._tags.addWidget(tag, 0, Qt.AlignmentFlag.AlignVCenter)

    def clear_tags(self) -> None:
        """Take all tags away."""
        clear(self._tags)

    def add_button(
        self, text: str, icon: str = "", slot: Callable[[], object] | None = None, primary: bool = False
    ) -> QPushButton:
        """Add a button at the right; at most one on a page is primary."""
        made = button(text, icon, slot, "primary" if primary else "secondary")
        self._buttons.addWidget(made)
        made.ensurePolished()  # its size counts at once
        return made

    def add_widget(self, widget: QWidget) -> None:
        """Add something else among the buttons, such as a search field."""
        self._buttons.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(TITLE, self._buttons.minimumSize().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._fit()
        return done

    def _fit(self) -> None:
        """Put the buttons under the words when beside each other both would be cut off."""
        words = max(
            min(self._title.sizeHint().width(), TITLE),
            self._title.minimumSizeHint().width(),
            min(self._subtitle.sizeHint().width(), TITLE) if self._subtitle.isVisibleTo(self) else 0,
            self._top.sizeHint().width(),
        )
        room = self.width() - words - self._both.spacing()
        shown = [item.widget() for at in range(self._buttons.count()) if (item := self._buttons.itemAt(at)) is not None]
        seen = [made for made in shown if made is not None and not made.isHidden()]
        wide = sum(made.sizeHint().width() + BETWEEN for made in seen)
        fits = wide <= room  # asked of each: the layout remembers sizes from before the style was applied
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._both.direction() != wanted:
            self._both.setDirection(wanted)
            self._both.setSpacing(16 if fits else 10)

    def clear_buttons(self) -> None:
        """Take all buttons away, to set others for another state of the page."""
        clear(self._buttons)
