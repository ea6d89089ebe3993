"""The only door to onnxruntime."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


def session(path: Path) -> Any:
    """Load the model in ``path``; one thread serves it."""
    # From the first import on it would tell its makers of each use.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
