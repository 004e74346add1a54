"""Look at a Word package before it is unpacked."""

import io
import zipfile

from huitang.adapters.spreadsheets.package_guard import BROKEN_PACKAGE
from huitang.adapters.texts.refusal import Fault, TextIsRefused

MAX_UNPACKED_BYTES = 60 * 1024 * 1024
MAX_DOCUMENT_BYTES = 15 * 1024 * 1024
MAX_PARTS = 2_000
DOCUMENT = "word/document.xml"


def refuse_unsafe_word(content: bytes) -> None:
    """A package of a few kilobytes may unpack to gigabytes, or be something else that is zipped.

    :raises TextIsRefused: not Word, too large unpacked, or damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _measure(package)
    except BROKEN_PACKAGE as broken:
        raise TextIsRefused(Fault.CORRUPT) from broken


def _measure(package: zipfile.ZipFile) -> None:
    sizes = {part.filename: part.file_size for part in package.infolist()}
    if sum(sizes.values()) > MAX_UNPACKED_BYTES or len(sizes) > MAX_PARTS:
        raise TextIsRefused(Fault.TOO_LARGE, limit_mb=MAX_UNPACKED_BYTES // (1024 * 1024))
    if DOCUMENT not in sizes:
        raise TextIsRefused(Fault.NOT_A_TEXT, looks_like=_looks_like(sizes))
    if sizes[DOCUMENT] > MAX_DOCUMENT_BYTES:
        raise TextIsRefused(Fault.TOO_LARGE, limit_mb=MAX_DOCUMENT_BYTES // (1024 * 1024))
    if package.getinfo(DOCUMENT).flag_bits & 1:
        raise TextIsRefused(Fault.PROTECTED)


def _looks_like(names: dict[str, int]) -> str:
    if "xl/workbook.xml" in names:
        return "XLSX"
    if "ppt/presentation.xml" in names:
        return "PPTX"
    return "ODT" if "content.xml" in names else "ZIP"
