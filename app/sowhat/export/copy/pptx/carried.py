"""Files within a deck, looked at from outside: which of them may act once somebody opens them."""

from __future__ import annotations

import re
from io import BytesIO

from sowhat import opc
from sowhat.errors import DeckError

TYPES = "[Content_Types].xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# In an old document: streams of macros and of a file of any kind, or the newer document in it.
_ACTING = (
    *(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "Ole10Native", "Macros")),
    b"vbaProject",
)
_NAMES = re.compile(r"vba|activex|macrosheet|customui|webextension|embeddings/", re.IGNORECASE)


def acts(data: bytes | None) -> bool:
    """Say whether a file may act: any but an Office document without macros and files within.

    So may one that could not be read, which is None.
    """
    if data is None:
        return True
    if data.startswith(_OLE):
        return any(word in data for word in _ACTING)
    try:
        inner = opc.Archive(BytesIO(data))
    except DeckError:
        return True
    types = inner.xml(TYPES)
    return types is None or b"macroenabled" in types.lower() or any(map(_NAMES.search, inner.names))
