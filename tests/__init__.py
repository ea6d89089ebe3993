"""The tests and the benchmarks: none of them sees or touches what the user keeps."""

import os
import tempfile
from pathlib import Path

os.environ["SOWHAT_DATA"] = str(Path(tempfile.gettempdir()) / f"sowhat-tests-{os.getpid()}")
