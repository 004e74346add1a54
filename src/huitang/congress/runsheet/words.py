"""The words to say, with the true numbers in them. Placeholders are Chinese, so that an office can edit the words."""

import re
from collections.abc import Mapping

from huitang.congress.attendance.queries import Attendance
from huitang.congress.elections.queries import ElectionRow
from huitang.congress.record.queries import SessionRecord
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.rules import majority

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
BLANK = "＿＿"  # what is not known yet is shown as a gap, never guessed


# every name that words may use; the functions below say what each stands for
KNOWN = frozenset(
    (
        *("镇", "会议", "今年", "去年", "主席团人数", "总监票人", "监票人", "计票人", "候选数", "应选数", "测评项数"),
        *("应到", "实到", "请假", "过半数", "出席", "法定人数"),
        *("项目", "报告人", "职务", "应选名额", "候选人"),
    )
)


def unknown_in(words: str) -> tuple[str, ...]:
    """Names in braces that will never be filled."""
    return tuple(name for name in _PLACEHOLDER.findall(words) if name not in KNOWN)


def fill(words: str, facts: Mapping[str, str]) -> str:
    """Put the facts in; an unknown or empty one stays a visible gap."""
    return _PLACEHOLDER.sub(lambda found: facts.get(found[1]) or BLANK, words)


def session_facts(record: SessionRecord) -> dict[str, str]:
    session, scrutiny = record.session, record.scrutiny
    vote = record.project_vote
    return {
        "镇": session.title.town,
        "会议": session.title.zh,
        "今年": str(session.opens_on.year),
        "去年": str(session.opens_on.year - 1),
        "主席团人数": str(len(record.presidium)) if record.presidium else "",
        "总监票人": scrutiny.chief,
        "监票人": "、".join(scrutiny.others),
        "计票人": "、".join(scrutiny.tellers),
        "候选数": str(len(vote.projects)) if vote and vote.projects else "",
        "应选数": str(vote.to_choose) if vote else "",
        "测评项数": str(len(record.rating.items)) if record.rating and record.rating.items else "",
    }


def attendance_facts(attendance: Attendance | None) -> dict[str, str]:
    if attendance is None:
        return {}
    figures = attendance.congress
    leave = f"因事、因病请假{figures.on_leave}名，" if figures.on_leave else ""
    absent = f"缺席{figures.absent}名，" if figures.absent else ""
    met = "符合法定人数。"
    short = f"不足法定人数，还差{attendance.missing_for_quorum}名，现在不能开会。"
    return {
        "应到": str(figures.due),
        "实到": str(figures.present),
        "请假": str(figures.on_leave),
        "过半数": str(majority.majority_of_all(figures.due)),
        "出席": f"本次会议应到代表{figures.due}名，{leave}{absent}实到代表{figures.present}名，",
        "法定人数": met if attendance.is_quorate else short,
    }


def election_facts(election: ElectionRow) -> dict[str, str]:
    """Of the round that is open or comes next; of the last one when every seat is filled."""
    done = election.rounds[0] if election.rounds and election.next_round.kind is None else None
    told = election.open_round or done or election.next_round
    return {
        "职务": election.post_text.zh,
        "应选名额": str(told.seats),
        "候选人": "、".join(told.candidates),
    }


def tell_hand_vote(vote: HandVoteRow) -> str:
    """What the chair announces after the hands were counted."""
    figures = [f"赞成{vote.votes_for}票", f"反对{vote.votes_against}票", f"弃权{vote.abstentions}票"]
    if vote.not_voting:
        figures.append(f"未表决{vote.not_voting}人")
    if vote.is_passed and vote.votes_for == vote.present:
        end = "一致通过。"
    else:
        end = "通过。" if vote.is_passed else "没有过全体代表的半数，未通过。"
    return f"表决结果：{'，'.join(figures)}。{vote.title}{end}"
