"""What the judging of targets rests on. Gists in our own words."""

from huitang.rules.law_names import cite

INCLUSIVE = cite(
    "MF",
    "1259",
    "“以上”“以下”“以内”包括本数，“不满”“超过”不包括本数；计划指标参照这个用法。",
    "'At least', 'at most' and 'within' include the number, 'less than' and 'more than' do not.",
    by_analogy=True,
)
AROUND = cite(
    "OFFICE",
    "",
    "指标后面的“左右”是多大幅度，没有规定，由本单位选定。",
    "How far 'around' reaches behind a target is settled nowhere: the office chooses.",
)
