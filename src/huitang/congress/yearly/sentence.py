"""The sentence a yearly report opens with, written from its numbers."""

from huitang.congress.yearly.numbers import Key, YearNumbers


def sentence(numbers: YearNumbers) -> str:
    """`2024年，共召开镇人民代表大会2次，……`: Chinese, for the report; what was not done is not told."""
    clauses = [clause for clause in (_sessions(numbers), _seats(numbers), *_supervision(numbers)) if clause]
    if not clauses:
        return f"{numbers.year}年，还没有可以写进报告的数字。"
    return f"{numbers.year}年，{'，'.join(clauses)}。"


def _sessions(numbers: YearNumbers) -> str:
    count = numbers.count(Key.SESSIONS)
    return f"共召开{_place(numbers)}人民代表大会{count}次" if count else ""


def _seats(numbers: YearNumbers) -> str:
    town, county = numbers.count(Key.TOWN_SEATS), numbers.count(Key.COUNTY_SEATS)
    if not town and not county:
        return ""
    whose = "、".join(name for name, count in (("县", county), (_place(numbers), town)) if count)
    return f"依法补选{whose}人大代表{town + county}人次"


def _supervision(numbers: YearNumbers) -> list[str]:
    checks, suggestions = numbers.count(Key.ENFORCEMENT), numbers.count(Key.SUGGESTIONS)
    visits, surveys = numbers.count(Key.VISITS), numbers.count(Key.SURVEYS)
    tours = "和".join(name for name, count in (("专题视察", visits), ("集中调研", surveys)) if count)
    return [
        f"开展专项执法检查{checks}次" if checks else "",
        f"组织{tours}{visits + surveys}次" if tours else "",
        f"交办代表建议{suggestions}件" if suggestions else "",
    ]


def _place(numbers: YearNumbers) -> str:
    return "乡" if numbers.town.endswith("乡") else "镇"
