"""Papers made before the session: what each says, held against the record."""

import re
from collections import Counter

from huitang.congress.documents.subjects import SESSION
from huitang.congress.sittings.calendar import local_zone
from tests.congress.proofreading.read_back import ReadBack, days_of, own_session, sessions_named, whole
from tests.congress.proofreading.sessions import DETAILS

STANDINGS = {
    "BY_LAW": "依法列席",
    "BY_DECISION": "经主席团决定列席",
    "HIGHER_DEPUTY": "邀请列席的上级人大代表",
    "RESIDENT": "旁听",
}


def notice(back: ReadBack) -> None:
    session = back.record.session
    assert sessions_named(back.found) == own_session(back.record)
    held = sorted({session.opens_on, session.closes_on})
    assert [(day.month, day.day) for day in held] == [(one.month, one.day) for one in back.found.dates[: len(held)]]
    assert back.found.dates[0].year == session.opens_on.year
    assert DETAILS["通知日期"] == back.lines[-1]
    assert back.numbers(r"会期(\w)天") == [(session.closes_on - session.opens_on).days + 1]
    assert back.numbers(r"共(\d+)名") == [back.source.count.in_office]
    items = [re.fullmatch(r"(\d+)\.(.*)。", line) for line in back.lines[: back.lines.index("二、参加会议人员")]]
    told = [(int(found[1]), found[2]) for found in items if found]
    assert told == list(enumerate((item.line for item in back.record.agenda), start=1))
    assert f"在{session.place}召开" in back.words
    for name in ("报到时间", "报到地点", "着装", "请假截止", "会前准备", "联系人", "联系电话"):
        assert DETAILS[name] in back.words


def rules_of_conduct(back: ReadBack) -> None:
    assert sessions_named(back.found) == own_session(back.record)
    assert back.lines[-1].endswith(f"{DETAILS['联系人']}，{DETAILS['联系电话']}。")


def agenda(back: ReadBack) -> None:
    assert sessions_named(back.found) == own_session(back.record)
    assert back.steps() == [item.line for item in back.record.agenda]


def schedule(back: ReadBack) -> None:
    assert sessions_named(back.found) == own_session(back.record)
    told = []
    for row in back.found.schedule:
        assert row.day is not None
        told.append(
            (row.day.month, row.day.day, row.sign, row.time, *(row.cells[name] for name in ("会议", "地点", "主持")))
        )
    expected = []
    for sitting in back.record.sittings:
        at = sitting.starts_at.astimezone(local_zone())
        expected.append(
            (
                at.month,
                at.day,
                "一二三四五六日"[at.weekday()],
                f"{at.hour}:{at.minute:02d}",
                sitting.title.zh,
                sitting.place or back.record.session.place,
                sitting.presider,
            )
        )
    assert told == expected


def presidium_list(back: ReadBack) -> None:
    assert sessions_named(back.found) == own_session(back.record)
    (roll,) = back.found.rolls
    assert (roll.number.number, list(roll.names)) == (
        len(back.record.presidium),
        [row.name for row in back.record.presidium],
    )
    secretaries = [row.name for row in back.record.presidium if row.post == "秘书长"]
    assert ("秘书长" in back.headings) == bool(secretaries)
    assert not secretaries or back.list_under("秘书长") == secretaries


def delegation_list(back: ReadBack) -> None:
    source = back.source
    assert sessions_named(back.found) == own_session(back.record)
    assert back.numbers(r"共(\d+)个代表团") == [len(source.delegations)]
    assert back.numbers(r"代表(\d+)名") == [len(source.roll)]
    told = [(roll.title, roll.number.number, sorted(roll.names)) for roll in back.found.rolls]
    assert told == [
        (one.name, one.in_office, sorted(row.name for row in source.roll if row.delegation_id == one.id))
        for one in source.delegations
    ]
    heads = [line.removeprefix("团长：") for line in back.lines if line.startswith("团长：")]
    assert heads == [one.head or "由代表团推选" for one in source.delegations]


def attendee_list(back: ReadBack) -> None:
    people = back.record.attendees
    assert sessions_named(back.found) == own_session(back.record)
    every, *lists = back.found.rolls
    assert (every.number.number, sorted(every.names)) == (len(people), sorted(row.name for row in people))
    kinds = {row.standing for row in people}
    assert [(one.title, one.number.number, one.names) for one in lists] == [
        (title, len(names), names)
        for standing, title in STANDINGS.items()
        if standing in kinds
        for names in [tuple(row.name for row in people if row.standing == standing)]
    ]
    posts = {(row.name, row.post) for row in people}
    assert {(name, post) for table in back.tables for name, post in table[1:]} == posts


def credentials_report(back: ReadBack) -> None:
    source, count = back.source, back.source.count
    title = back.record.session.title
    assert back.lines[0].startswith(f"{title.congress_zh}代表资格审查委员会")
    seats = {(one.what, one.figure.number) for one in back.found.seats}
    told = {"suspended": count.suspended, "vacant": count.vacant}
    assert seats == {
        ("quota", count.quota),
        ("in_office", count.in_office),
        *((what, number) for what, number in told.items() if number),
    }
    assert back.numbers(r"以上(\d+)名代表") == [count.in_office]
    expected = {
        "性别": Counter(row.sex for row in source.roll),
        "民族": Counter(row.ethnicity for row in source.roll),
        "政治面貌": Counter(row.party for row in source.roll),
        "文化程度": Counter(row.education or "未填写" for row in source.roll),
    }
    found = {one.by: {share.label: share.number.number for share in one.shares} for one in back.found.compositions}
    assert {by: dict(shares) for by, shares in expected.items() if len(shares) > 1} == {
        by: shares for by, shares in found.items() if by != "年龄"
    }
    assert all(one.total == len(source.roll) for one in back.found.compositions)
    assert found["年龄"] == _ages(back)
    for one in back.found.compositions:
        for share in one.shares:
            assert abs(float(share.percent) - 100 * share.number.number / len(source.roll)) <= 0.0501
    assert back.numbers(r"(?m)^(\d+)\.") == list(range(1, len(source.changes) + 1))
    assert back.lines[1] == f"（{DETAILS['审查报告日期']}）"
    changed = re.findall(r"(?m)^\d+\.(\S+?)，(\S+?)（(\d+)年(\d+)月(\d+)日）", back.words)
    assert [(name, what, *map(int, day)) for name, what, *day in changed] == [
        (name, row.kind_name, *whole(row.on)) for name, row in source.changes
    ]
    assert whole(back.record.session.opens_on) in days_of(back.found.dates)
    assert back.lines[-1] == DETAILS["审查报告日期"]


def _ages(back: ReadBack) -> dict[str, int]:
    opens = back.record.session.opens_on
    ages: Counter[str] = Counter()
    for row in back.source.roll:
        if not row.born:
            ages["未填写"] += 1
            continue
        year, month = map(int, row.born.split("-"))
        age = opens.year - year - (opens.month < month)
        bands = ((35, "35岁以下"), (45, "36–45岁"), (55, "46–55岁"), (65, "56–65岁"), (150, "66岁以上"))
        ages[next(band for oldest, band in bands if age <= oldest)] += 1
    return dict(ages)


def suggestion_form(back: ReadBack) -> None:
    title = back.record.session.title
    assert back.lines[0].startswith(title.congress_zh)
    assert back.tables[0][0][:2] == ["会议", title.short_zh]


def answer_letter(back: ReadBack) -> None:
    assert sessions_named(back.found) == own_session(back.record)
    assert back.drawn.subject == SESSION


def opinion_form(back: ReadBack) -> None:
    assert f"交{back.record.session.title.town}人民代表大会主席团。" in back.words
