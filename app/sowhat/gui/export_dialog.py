"""Choose how the audit leaves the program: its form, its options, a look at its first page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sowhat.export.wanted import Form, Wanted
from sowhat.gui.jobs import Job, Report, Runner
from sowhat.gui.panels.parts import label
from sowhat.gui.theme import Theme
from sowhat.model import Audit, DeckKind
from sowhat.settings import Paper, ReportOptions

PREVIEW = QSize(460, 326)  # logical pixels
LIST, ROOM = 190, 14
Front = Callable[[ReportOptions, int], bytes]
"""Draw the first page of a report with options at a width in pixels, as a PNG."""


class ExportDialog(QDialog):
    """Asks in which form to export an audit; ``chosen`` carries a ``Wanted``."""

    chosen = Signal(object)

    def __init__(
        self, audit: Audit, front: Front, runner: Runner, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export the audit"))
        self._audit = audit
        self._front = front
        self._runner = runner
        self._theme = theme
        self._job: Job | None = None
        self._open = True
        self._seen: dict[ReportOptions, QPixmap] = {}
        self.forms = QListWidget()
        self.forms.setAccessibleName(self.tr("Form"))
        self.forms.setFixedWidth(round(LIST * theme.size))
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("Paper"))
        for paper in Paper:
            self.paper.addItem({Paper.A4: "A4", Paper.LETTER: "US Letter"}[paper], paper)
        self.bare = QCheckBox(self.tr("Findings only, without pictures and words of slides"))
        self.order = QCheckBox(self.tr("In the proposed order"))
        self.order.setEnabled(audit.order.changed)
        self.order.setChecked(audit.order.changed)
        self.page = QLabel()
        self.page.setObjectName("page")
        self.page.setFixedSize(PREVIEW)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setAccessibleName(self.tr("First page of the report"))
        self._told = QStackedWidget()
        self._fill()
        self._assemble()
        self.forms.currentRowChanged.connect(self._told.setCurrentIndex)
        self.paper.currentIndexChanged.connect(self._look)
        self.bare.toggled.connect(self._look)
        self.forms.setCurrentRow(0)
        self._look()

    @property
    def wanted(self) -> Wanted:
        """What is chosen."""
        form = Form(self.forms.currentItem().data(Qt.ItemDataRole.UserRole))
        return Wanted(form, self._options, self.order.isChecked())

    @property
    def _options(self) -> ReportOptions:
        return ReportOptions(self.bare.isChecked(), Paper(self.paper.currentData()))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Stop drawing what nobody looks at any more."""
        self._stop()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Close; what is chosen is told first."""
        self._stop()
        if result == QDialog.DialogCode.Accepted:
            self.chosen.emit(self.wanted)
        super().done(result)

    def _fill(self) -> None:
        for form, name, told in (
            (Form.REPORT, self.tr("Report (PDF)"), ""),
            (
                Form.COPY,
                self.tr("Copy of the deck"),
                self.tr("The deck itself, with the advice as comments on its slides.")
                if self._comments
                else self.tr("The deck itself in another order; a PDF takes no comments."),
            ),
            (
                Form.PAGE,
                self.tr("Web page (HTML)"),
                self.tr(
                    "One file for any browser: filter the slides, click from a finding to its "
                    "slide. It asks nothing of the network."
                ),
            ),
            (
                Form.TABLE,
                self.tr("Table (CSV)"),
                self.tr("A row for each slide, for a spreadsheet."),
            ),
            (
                Form.MARKDOWN,
                self.tr("Text (Markdown)"),
                self.tr("For a ticket, a wiki or a mail."),
            ),
            (
                Form.JSON,
                self.tr("Data (JSON)"),
                self.tr("All that was measured and found, for other programs."),
            ),
            (
                Form.SARIF,
                self.tr("Findings (SARIF)"),
                self.tr("For tools that collect findings of checkers."),
            ),
        ):
            item = QListWidgetItem(name, self.forms)
            item.setSizeHint(QSize(0, self.forms.fontMetrics().height() + ROOM))
            item.setData(Qt.ItemDataRole.UserRole, form)
            self._told.addWidget(self._side(form, told))

    @property
    def _comments(self) -> bool:
        return self._audit.deck.kind is not DeckKind.PDF

    def _side(self, form: Form, told: str) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if form is Form.REPORT:
            options = QFormLayout()
            options.addRow(self.tr("Paper"), self.paper)
            options.addRow(self.bare)
            column.addWidget(self.page, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addLayout(options)
        else:
            column.addWidget(label(told, self._theme))
        if form is Form.COPY:
            column.addWidget(self.order)
        column.addStretch(1)
        return made

    def _assemble(self) -> None:
        buttons = QDialogButtonBox()
        go = buttons.addButton(self.tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setProperty("primary", True)  # noqa: FBT003
        go.setToolTip(self.tr("Choose where it goes"))
        stop = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        stop.setToolTip(self.tr("Export nothing (Esc)"))
        go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.forms)
        across.addWidget(self._told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addLayout(across, 1)
        column.addWidget(buttons)

    # The first page.

    def _look(self) -> None:
        """Show the first page of the report that is chosen, drawn where it is not known."""
        options = self._options
        if options in self._seen:
            self.page.setPixmap(self._seen[options])
            return
        self.page.setText(self.tr("Drawing the first page …"))
        if self._job is not None:
            return
        width = round(PREVIEW.width() * self.devicePixelRatioF())

        def work(_: Report) -> QImage:
            return QImage.fromData(self._front(options, width))

        self._job = self._runner.start(
            work,
            done=lambda image: self._take(options, image),
            failed=lambda _: self._miss(),
        )

    def _take(self, options: ReportOptions, image: QImage) -> None:
        if not self._open:
            return
        self._job = None
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(image).scaled(
            PREVIEW * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        picture.setDevicePixelRatio(ratio)
        self._seen[options] = picture
        self._look()

    def _miss(self) -> None:
        if not self._open:
            return
        self._job = None
        self.page.setText(self.tr("The first page cannot be shown here."))

    def _stop(self) -> None:
        self._open = False
        if self._job is not None:
            self._job.cancel()
