"""Modules that python-pptx loads and that reading does not use: they wait until something does.

Pillow (pixel sizes are read by ``pixels``) and urllib with all of http, ssl and email (python-pptx
wants one function of ``xml.sax.saxutils``) are a sixth of what it costs to open a deck.
"""

from __future__ import annotations

import importlib
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

NAMES = ("PIL.Image", "PIL.ImageFont", "urllib.request")


class Postponed(ModuleType):
    """Stands in for a module and becomes it at the first use."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, None)  # the import system looks at it

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), attribute)


def postpone() -> None:
    """Put stand-ins where the modules are not loaded yet."""
    for name in NAMES:
        if name not in sys.modules:
            sys.modules[name] = Postponed(name)
            package, _, own = name.rpartition(".")
            setattr(importlib.import_module(package), own, sys.modules[name])
