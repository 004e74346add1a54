"""Grades and rates in words."""

from huitang.rules.legal_text import NextAct, Text
from huitang.rules.rating import Grade

GRADES = {
    Grade.SATISFIED: Text("满意", "satisfied"),
    Grade.BASICALLY_SATISFIED: Text("基本满意", "basically satisfied"),
    Grade.NOT_SATISFIED: Text("不满意", "not satisfied"),
}
# what follows from a grade; declaring it is not told again
_FOLLOWING = {
    NextAct.RECTIFY: Text("按代表意见改进", "improve as the deputies said"),
    NextAct.RECTIFY_AND_RATE_AGAIN: Text("限期整改，下次会议再次测评", "put right by a date and rated again"),
    NextAct.VOTE_AGAIN: Text("重新测评", "rated again"),
    NextAct.RECOUNT: Text("重新计票", "counted again"),
}
_NONE = Text("", "")


def grade_text(grade: str | None) -> Text:
    """Empty where nobody graded."""
    return GRADES[Grade(grade)] if grade else _NONE


def following_text(acts: tuple[str, ...]) -> Text:
    """What is to follow besides the declaration; empty when nothing is."""
    told = [_FOLLOWING[NextAct(act)] for act in acts if act in _FOLLOWING]
    return told[0] if told else _NONE


def percent(tenths: int | None) -> str:
    """955 as 95.5%, 1000 as 100%."""
    if tenths is None:
        return ""
    whole, tenth = divmod(tenths, 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"
