"""SoWhat audits presentations: how much is about the vendor, how much about the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "audit"]

if TYPE_CHECKING:
    from sowhat.engine import audit


def __getattr__(name: str) -> Any:
    # Lazy: `import sowhat` must stay cheap in the worker, which never needs the engine.
    if name == "audit":
        from sowhat.engine import audit

        return audit
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
