"""Kinds whose words are in all scripts, or steer what shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.hostile import OPENS, Hostile
from tests.hostile.powerpoint.parts import Parts, changed, shapes
from tests.hostile.powerpoint.slides import box

ARABIC = "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645 \u0641\u064a \u0634\u0631\u0643\u062a"
HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05dd"
CHINESE = "\u6211\u4eec\u7684\u5e73\u53f0\u5e2e\u52a9\u60a8\u7684\u56e2\u961f\u3002" * 20
HINDI = "\u0928\u092e\u0938\u094d\u0924\u0947 \u0926\u0941\u0928\u093f\u092f\u093e"
EMOJI = "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f3f4\U000e0067\U000e007f \U0001f600"
STACKED = "Z" + "".join(chr(0x300 + n % 0x6F) for n in range(200))
STEERING = (
    "\u202egnirps\u202c \u2066in\u2069 \u200b\u200c\u200d\ufeff \ufff9\ufffa\ufffb \u2028 \u2029 "
    "_x001B_[31m _x0007_ _x0000_ _xD800_ \x85 \x9b31m \x7f"
)
PRIVATE = "\ue000\uf0b7\U000f0000\ufdd0"
MARKUP = (
    "&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;bold&lt;/b&gt; {x} %s $HOME `id` =1+1 "
    "&lt;para/&gt; &amp;amp; javascript:alert(1) ../../etc/passwd"
)


def _all(parts: Parts) -> None:
    texts = (ARABIC, HEBREW, CHINESE, HINDI, EMOJI)
    shapes("".join(box(text) for text in texts))(parts)


def _titled(text: str) -> Callable[[Path], Path]:
    def change(parts: Parts) -> None:
        for name, data in parts.items():
            if name.endswith("slide1.xml"):
                parts[name] = data.replace(b"Your closing takes nine days", text.encode())

    return changed(change)


KINDS = (
    Hostile("all scripts", OPENS, changed(_all)),
    Hostile("a letter under 200 signs", OPENS, _titled(STACKED), slow=True),
    Hostile("a title in Arabic", OPENS, _titled(ARABIC)),
    Hostile("a title in Chinese", OPENS, _titled(CHINESE)),
    Hostile("signs that steer", OPENS, _titled(STEERING)),
    Hostile("signs that are none", OPENS, _titled(PRIVATE)),
    Hostile("words that are markup elsewhere", OPENS, _titled(MARKUP)),
    Hostile("a title of 300 words", OPENS, _titled("You close late. " * 100)),
)
