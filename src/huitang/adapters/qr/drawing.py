"""A QR code as inline SVG: no image file, no other host."""

import io

import segno

QUIET_ZONE = 4


def qr_svg(text: str, *, title: str = "") -> str:
    """The code for `text` at error level M, scaled by the page, black on white.

    :raises segno.DataOverflowError: when the text is too long for any QR code.
    """
    stream = io.BytesIO()
    segno.make_qr(text, error="m").save(
        stream,
        kind="svg",
        xmldecl=False,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
        border=QUIET_ZONE,
        light="#fff",
        title=title or None,
        nl=False,
    )
    return stream.getvalue().decode("utf-8")
