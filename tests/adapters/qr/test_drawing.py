from xml.etree import ElementTree

import segno

from huitang.adapters.qr.drawing import qr_svg

LINK = "https://192.168.1.10:8000/d/3f2a9c"


def test_the_drawing_is_well_formed_and_names_no_other_host() -> None:
    drawing = qr_svg(LINK, title="代表证 <清河>")
    assert ElementTree.fromstring(drawing).tag.endswith("svg")
    assert drawing.replace("http://www.w3.org/2000/svg", "").count("http") == 0
    assert "代表证 &lt;清河&gt;" in drawing


def test_the_same_text_gives_the_same_code_with_its_quiet_zone() -> None:
    side = segno.make_qr(LINK, error="m").symbol_size(border=4)[0]
    assert qr_svg(LINK) == qr_svg(LINK)
    assert f'viewBox="0 0 {side} {side}"' in qr_svg(LINK)
    assert qr_svg(LINK) != qr_svg(LINK + "x")
