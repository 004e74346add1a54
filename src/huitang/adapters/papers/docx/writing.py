"""The one door of the Word writer; each kind of paper registers its own way of being written."""

from functools import singledispatch


@singledispatch
def docx_of(printable: object) -> bytes:
    """The Word file of a paper; the same paper gives the same bytes.

    :raises TypeError: nobody wrote how this kind of paper becomes a Word file.
    """
    raise TypeError(f"no Word file is known for {type(printable).__name__}")
