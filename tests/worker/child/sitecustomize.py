"""Lets a worker of the tests find ``sowhat.trials``; Python itself runs this file as it starts."""

from __future__ import annotations

from pathlib import Path

import sowhat

sowhat.__path__.append(str(Path(__file__).parent))
