"""Inputs made by a machine that learns which of them reach new code: a command, not a test.

``python -m tests.fuzz`` tells how; what it once found lies in ``found`` and is tried as a test.
"""
