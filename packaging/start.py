"""Set SoWhat up beside its sources and run it; the standard library is enough to start this.

    python3 packaging/start.py           sets up, then audits the sample deck
    python3 packaging/start.py --test    sets up, then runs the tests
    python3 packaging/start.py --setup   only sets up, with what developers need
    python3 packaging/start.py audit my-deck.pptx    sets up, then runs any command of SoWhat

Everything goes into .venv beside this folder; nothing is activated or installed anywhere else.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import subprocess
import sys
import urllib.parse
import urllib.request
import venv
from pathlib import Path
from subprocess import DEVNULL

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

PIP = "https://pypi.org/pypi/pip/json"  # asked only where the system's Python has no pip to lend

# What Qt loads from the system on Linux: the library, and the Debian package that has it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}

# A file's tests stay together: they share what is slow to make.
PYTEST = ["pytest", "-n", "logical", "--maxprocesses", "4", "--dist", "loadfile"]


def main(arguments: list[str]) -> int:
    """Set up what is missing, then run the tests, the sample, or the given command."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 14):
        print(f"SoWhat needs Python 3.11 to 3.14; this is {sys.version.split()[0]}.")
        return 2
    if arguments == ["--libraries"]:  # for machines that prepare themselves
        print(" ".join(missing_packages()))
        return 0
    testing = arguments == ["--test"]
    tell_missing_libraries()
    set_up(["--no-dev"] if arguments[:1] not in (["--test"], ["--setup"]) else [])
    if arguments == ["--setup"]:
        return 0
    # Every deck has a worker of its own, which would compile all anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    module = PYTEST if testing else ["sowhat", *(arguments or ["sample"])]
    return subprocess.call([str(PYTHON), "-m", *module], cwd=ROOT if testing else None)


def set_up(groups: list[str]) -> None:
    """Make .venv, get uv into it, and let uv install exactly what the lock file says."""
    if not PYTHON.exists():
        print("Making .venv ...", flush=True)
        venv.create(HOME, with_pip=False)
    if subprocess.call([str(PYTHON), "-c", "import uv"], stderr=DEVNULL):
        pip("install", "--quiet", "--disable-pip-version-check", "uv>=0.9,<1")
    # --inexact: uv must not remove itself.
    command = [str(PYTHON), "-m", "uv", "sync", "--locked", "--inexact", "--quiet", *groups]
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(HOME), "UV_PYTHON": str(PYTHON)}
    environment.pop("VIRTUAL_ENV", None)
    print("Installing what SoWhat needs (the first time takes a minute) ...", flush=True)
    # What reads words in pictures is not there for every system, and never worth compiling.
    part = ["--extra", "ocr", "--no-build-package", "faster-paddle"]
    if subprocess.call([*command, *part], cwd=ROOT, env=environment, stderr=DEVNULL):
        subprocess.run(command, cwd=ROOT, env=environment, check=True)


def pip(*arguments: str) -> None:
    """Run pip in .venv, also where the system's Python comes without it (Debian's does)."""
    if subprocess.call([str(PYTHON), "-m", "ensurepip"], stdout=DEVNULL, stderr=DEVNULL) == 0:
        subprocess.run([str(PYTHON), "-m", "pip", *arguments], check=True)
        return
    with urllib.request.urlopen(PIP) as answer:
        wheel = next(f for f in json.load(answer)["urls"] if f["packagetype"] == "bdist_wheel")
    with urllib.request.urlopen(urllib.parse.urljoin(PIP, wheel["url"])) as answer:
        data = answer.read()
    if hashlib.sha256(data).hexdigest() != wheel["digests"]["sha256"]:
        raise SystemExit("pip was not downloaded in full; please try again.")
    file = HOME / wheel["filename"]
    file.write_bytes(data)
    subprocess.run([str(PYTHON), str(file / "pip"), *arguments], check=True)


def tell_missing_libraries() -> None:
    """On Linux print the one line that installs what the window lacks; the rest works without."""
    missing = missing_packages()
    if missing:
        print("The window needs system libraries that are not here. On Debian and Ubuntu:")
        print(f"  sudo apt-get install -y {' '.join(missing)}")
        print("Audit and report work without them.", flush=True)


def missing_packages() -> list[str]:
    """Return the Debian packages whose libraries are not here; none but on Linux."""
    linux = sys.platform.startswith("linux")
    return [package for library, package in LIBRARIES.items() if linux and not loads(library)]


def loads(library: str) -> bool:
    """Say whether the system finds ``library``."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"SoWhat could not be set up: {error}")
        print(
            "Check the connection to the Python package index and the space on the disk; try again."
        )
        sys.exit(1)
