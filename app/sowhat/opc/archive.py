"""A deck's zip behind its gates: what it holds is counted before anything is inflated."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from typing import BinaryIO

from sowhat.errors import DeckError
from sowhat.opc.directory import size_of_directory
from sowhat.opc.markup import plain

MIB = 1 << 20
MOST_ENTRIES = 20_000
MOST_DIRECTORY = 16 * MIB  # bytes of the list of entries
MOST_IN_ALL = 1024 * MIB
MOST_A_PART = 64 * MIB
MOST_RATIO = 200  # inflated to packed, looked at above RATIO_FROM bytes only
RATIO_FROM = 100 * MIB

LONGEST_NAME = 1024  # characters
TYPES = "[Content_Types].xml"
XML = (".xml", ".rels")
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what the standard allows
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.presentation"
KEYNOTE = (".iwa", "index.apxl", "index.zip")
MOST_KIND = 256  # bytes
LOCKED_ENTRY = 1  # the flag of an entry with a password of its own
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)


class Archive:
    """The parts in the zip of ``file``, which stays the caller's.

    Names are those of the parts without a slash ahead; another case finds them, too. Of an entry
    no more is inflated than it says, and of all no more than ``MOST_IN_ALL`` bytes.

    Raises ``DeckError`` damaged, not-a-deck, password, unsupported or too-large.
    """

    def __init__(self, file: BinaryIO) -> None:
        try:
            if size_of_directory(file) > MOST_DIRECTORY:
                raise DeckError("too-large")
            self._zip = zipfile.ZipFile(file)
        except UNREADABLE as error:
            raise DeckError("damaged") from error
        tidy = ((_tidy(info.filename), info) for info in self._zip.infolist())
        self._infos = {name: info for name, info in tidy if name}
        self._folded = {name.lower(): name for name in self._infos}
        self._left = MOST_IN_ALL
        if TYPES not in self._infos:
            raise DeckError("unsupported" if self._is_foreign() else "not-a-deck")
        _check(self._infos)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the order of the file."""
        return tuple(self._infos)

    def size(self, name: str) -> int | None:
        """Return the bytes that a part says it inflates to, None where there is no such part."""
        info = self._info(name)
        return None if info is None else info.file_size

    def read(self, name: str, most: int = MOST_A_PART) -> bytes | None:
        """Return the bytes of a part, None where it is missing, broken, or larger than ``most``."""
        info = self._info(name)
        if info is None or info.file_size > min(most, self._left):
            return None
        if info.compress_type not in PACKED:  # the others are unpacked without a bound
            return None
        self._left -= info.file_size
        try:
            with self._zip.open(info) as entry:  # read() without a size goes beyond the one told
                return entry.read(info.file_size)
        except UNREADABLE:
            return None

    def xml(self, name: str, most: int = MOST_A_PART) -> bytes | None:
        """Return an XML part as UTF-8 in the transitional names, None where it is not to be had.

        One with a document type is left out: no program that makes decks writes it.
        """
        data = self.read(name, most)
        return None if data is None else plain(data)

    def _is_foreign(self) -> bool:
        """Say whether this is a deck of another program."""
        kind = self.read("mimetype", MOST_KIND) or b""
        return kind.startswith(OPEN_DOCUMENT) or any(
            n.lower().endswith(KEYNOTE) for n in self.names
        )

    def _info(self, name: str) -> zipfile.ZipInfo | None:
        return self._infos.get(name) or self._infos.get(self._folded.get(name.lower(), ""))


def is_xml(name: str) -> bool:
    """Say whether a part is XML by its name."""
    return name.lower().endswith(XML)


def _tidy(name: str) -> str:
    """Return the name of a part, empty for a folder and for what no part can be called."""
    given = name.replace("\\", "/")
    odd = len(given) > LONGEST_NAME or ":" in given or not given.isprintable()
    if odd or not given or given.endswith("/") or ".." in given.split("/"):
        return ""
    return posixpath.normpath(given).lstrip("/")


def _check(infos: dict[str, zipfile.ZipInfo]) -> None:
    if any(info.flag_bits & LOCKED_ENTRY for info in infos.values()):
        raise DeckError("password")
    if infos[TYPES].compress_type not in PACKED:
        raise DeckError("unsupported")
    needed = [info for name, info in infos.items() if is_xml(name)]
    inflated = sum(info.file_size for info in needed)
    packed = sum(info.compress_size for info in needed)
    bomb = inflated > RATIO_FROM and inflated > MOST_RATIO * max(packed, 1)
    large = max((info.file_size for info in needed), default=0) > MOST_A_PART
    if len(infos) > MOST_ENTRIES or inflated > MOST_IN_ALL or bomb or large:
        raise DeckError("too-large")
