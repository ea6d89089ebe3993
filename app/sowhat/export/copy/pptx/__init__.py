"""The worker's side of PowerPoint copies: a package is changed part by part, the rest carried."""

from __future__ import annotations
