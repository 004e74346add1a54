"""What the following of adopted projects rests on. Gists in our own words."""

from huitang.rules.law_names import cite

CHANGE_BY_CONGRESS = cite(
    "OFFICE",
    "",
    "项目由代表大会票决，停建和重大调整也应由代表大会决定；没有读到明文，由本单位选定。",
    "The congress voted on the project, so stopping it or changing it much goes back to the congress; no text says so.",
)
COLOUR_BANDS = cite(
    "OFFICE",
    "",
    "进度快慢用什么颜色表示，没有全国统一的规定，由本单位选定。",
    "Which colour stands for which progress is settled nowhere: the office chooses.",
)
