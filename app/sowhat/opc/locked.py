"""Decks that are encrypted with a password: the only door to msoffcrypto."""

from __future__ import annotations

import io
import os
from typing import BinaryIO

from sowhat.errors import DeckError

LOCKED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE file, which an encrypted package is wrapped in
)
MOST = 128 << 20  # bytes of an encrypted deck: it is held in memory several times
MOST_INFO = 1 << 16  # bytes that tell how it is encrypted
INFO = "EncryptionInfo"


def decrypted(file: BinaryIO, password: str | None) -> bytes:
    """Return the package in an encrypted ``file``, in memory; nothing is written anywhere.

    Raises ``DeckError`` password, wrong-password, too-large or unsupported.
    """
    if password is None:
        raise DeckError("password")
    if not password:
        raise DeckError("wrong-password")
    if file.seek(0, os.SEEK_END) > MOST:
        raise DeckError("too-large")
    import olefile
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError
    from msoffcrypto.format.ooxml import OOXMLFile

    file.seek(0)
    with olefile.OleFileIO(file) as wrapped:
        if not wrapped.exists(INFO) or wrapped.get_size(INFO) > MOST_INFO:
            raise DeckError("unsupported")
    package = io.BytesIO()
    try:
        locked = OOXMLFile(file)
        locked.load_key(password=password, verify_password=True)
        locked.decrypt(package)
    except InvalidKeyError as error:
        raise DeckError("wrong-password") from error
    except (DecryptionError, FileFormatError) as error:
        raise DeckError("unsupported") from error
    return package.getvalue()
