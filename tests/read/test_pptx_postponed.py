"""What reading does not use is not loaded, and is there when it is used."""

from __future__ import annotations

import subprocess
import sys

LATER = """
import sys
import sowhat.read.pptx
assert not {"PIL.ExifTags", "http.client"} & set(sys.modules), "loaded too early"
from PIL import Image, ImageDraw
image = Image.new("RGB", (4, 2))
assert isinstance(image, Image.Image) and image.size == (4, 2)
ImageDraw.Draw(image).point((0, 0), fill="red")
import urllib.request
assert urllib.request.Request("file:///x").type == "file"
import PIL.Image
assert PIL.Image.open is Image.open
"""


def test_postponed_modules_come_when_used() -> None:
    command = [sys.executable, "-c", LATER]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_loaded_modules_stay() -> None:
    import urllib.request

    from sowhat.read.pptx.postponed import postpone

    before = urllib.request
    postpone()
    assert sys.modules["urllib.request"] is before
