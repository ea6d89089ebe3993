"""The worker's side of PDF copies: the pages in a new order, and nothing in them that acts."""

from __future__ import annotations
