"""One name, one spelling: what the office typed for looks is taken out before it is kept."""

import re

MIDDLE_DOT = "·"
DOTS = "·•‧・･∙⋅・．᛫"
CJK = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAS_CJK = re.compile(f"[{CJK}]")
DOT = re.compile(rf"\s*(?:[{DOTS}]|(?<=[{CJK}])\s*[.]\s*(?=[{CJK}]))\s*")
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


def clean_name(name: str) -> str:
    """The name without padding: 许　国 is 许国, 欧阳 明 is 欧阳明, every middle dot is ·.

    A name in Latin letters keeps one blank between its words. Characters are never
    replaced by look-alikes: 䶮 stays 䶮.
    """
    visible = INVISIBLE.sub("", name)
    dotted = DOT.sub(MIDDLE_DOT, visible.strip()).strip(MIDDLE_DOT)
    if HAS_CJK.search(dotted):
        return "".join(dotted.split())
    return " ".join(dotted.split())


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are of one name."""
    return clean_name(one) == clean_name(other)
