"""An empty PySide6 window until it has been painted; run by ``starting.py`` as a program."""

from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
application.processEvents()

import time  # noqa: E402 - what is measured is the window

print(time.process_time(), flush=True)
