"""What templates say of elections, project votes, hands and counts; the method in words."""

from typing import Any

from huitang.congress.documents import days
from huitang.congress.elections.queries import ElectionRow, NominationRow, RoundRow
from huitang.congress.project_votes.queries import ProjectRoundRow, ProjectRow, ProjectVoteRow
from huitang.congress.ratings.grades import following_text, grade_text, percent
from huitang.congress.ratings.queries import RatingRow
from huitang.congress.record import wording
from huitang.congress.record.count_desk import ROUND_KINDS
from huitang.congress.record.queries import SessionRecord
from huitang.congress.record.tally_sheet import RatedTallyLine, TallyLine, TallySheet
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.rules.ballot import RawMark, Scheme, Unclear
from huitang.rules.election_method import SessionMethod

Names = dict[str, Any]
_CHIEF = ("CHAIR", "HEAD")
_MARKS = {
    Scheme.CIRCLE: "代表对选票上的候选人，赞成的画“○”，反对的画“×”，弃权的不作记号",
    Scheme.BLANK: "代表对选票上的候选人，赞成的不作记号，反对的画“×”，弃权的画“△”",
    Scheme.OVAL: "代表对选票上的候选人，在“赞成”“反对”“弃权”三栏中选一栏涂满，不涂的为弃权",
}
_RESULTS = {"ELECTED": "当选", "ADOPTED": "入选", "TIED": "票数相等", "": ""}


def election(row: ElectionRow) -> Names:
    """`候选人` in the order of the ballot; `轮次` only those declared."""
    return {
        "编号": row.id,
        "职务": row.post_text.zh,
        "职务无镇": row.post_text.zh.removeprefix("镇"),
        "正职": row.post in _CHIEF,
        "名额": row.seats,
        "差额": row.surplus,
        "补选": row.kind == "BY_ELECTION",
        "候选人": [nomination(one) for one in row.nominations],
        "轮次": [paper_round(held) for held in row.rounds if held.outcome],
        "当选": list(row.elected),
    }


def nomination(row: NominationRow) -> Names:
    return {
        "姓名": row.name,
        "提名": "主席团提名" if row.by_presidium else f"代表{len(row.signers)}人联合提名",
        "简介": row.about,
    }


def paper_round(held: RoundRow | ProjectRoundRow) -> Names:
    """A declared round of an election or a project vote; a line is 公布 unless somebody only wrote that name in."""
    outcome = held.outcome or {}
    chosen = outcome.get("elected") or outcome.get("adopted") or []
    printed = held.candidates if isinstance(held, RoundRow) else held.projects
    word = "当选" if isinstance(held, RoundRow) else "入选"
    return {
        "轮": held.number,
        "种类": held.kind_text.zh if isinstance(held, RoundRow) else ROUND_KINDS[held.kind].zh,
        "全体": held.electorate.deputies_in_office,
        "实到": held.electorate.deputies_present,
        "发出": held.ballot.papers_issued,
        "收回": held.ballot.papers_collected,
        "过半数": outcome["votes_needed"],
        "得票": [
            {
                "姓名": name,
                "票数": votes,
                "结果": word if name in chosen else f"未{word}",
                "公布": name in printed or name in chosen,
            }
            for name, votes in outcome["ranking"]
        ],
    }


def project_vote(row: ProjectVoteRow | None) -> Names | None:
    if row is None or not row.projects:
        return None
    return {
        "候选": len(row.projects),
        "应选": row.to_choose,
        "项目": [project(one) for one in row.projects],
        "入选": [project(one) for one in row.adopted_projects],
        "轮次": [paper_round(held) for held in row.rounds if held.outcome],
        "差额": row.is_competitive,
        "过半数": row.mode == "MAJORITY",
    }


def rating(row: RatingRow | None) -> Names:
    """What the session rates and how; the usual way where the office set nothing. `结果` only what is declared."""
    return {
        "名称": row.title if row else "",
        "内容": [item.name for item in row.items] if row else [],
        "按全体": row is None or row.base == "ALL",
        "三等": row is None or row.has_middle_grade,
        "标准": row.threshold if row else "",
        "结果": [
            {
                "名称": line["name"],
                "满意": line["satisfied"],
                "基本满意": line["basically"],
                "不满意": line["dissatisfied"],
                "不计": line["void"],
                "满意率": percent(line["rate_in_tenths_of_percent"]),
                "等次": grade_text(line["grade"]).zh,
                "以后": following_text(line["next_acts"]).zh,
            }
            for line in (row.rated if row else ())
        ],
    }


def project(row: ProjectRow) -> Names:
    return {
        "序号": row.number,
        "名称": row.name,
        "类别": row.category,
        "规模": row.scale,
        "投资": row.investment,
        "资金来源": row.funding,
        "责任领导": row.leader,
        "责任单位": row.unit,
        "开工": row.starts,
        "完成": row.due,
    }


def hand_vote(row: HandVoteRow, record: SessionRecord) -> Names:
    return {
        "编号": row.id,
        "事项": row.matter,
        "标题": row.title,
        "赞成": row.votes_for,
        "反对": row.votes_against,
        "弃权": row.abstentions,
        "未表决": row.not_voting,
        "通过": bool(row.is_passed),
        "日期": days.day(days.local(row.decided_at)) if row.decided_at else "",
        "正文": wording.resolution_body(record, row),
    }


def method(adopted: SessionMethod) -> dict[str, str]:
    """The choices a session's election method leaves open, as its articles say them."""
    tick = any(mark is RawMark.TICK for mark, _meaning in adopted.accepted_marks)
    against = "投反对票的，可以在“另选他人”栏写上另选人的姓名，写上姓名即为赞成；投弃权票的，不能另选他人。"
    free = "代表可以在“另选他人”栏写上另选人的姓名，写上姓名即为赞成。"
    return {
        "记号": _MARKS[adopted.scheme] + ("；画“√”的，视为赞成" if tick else ""),
        "另选": (
            (against if adopted.writein_requires_against else free)
            if adopted.write_ins_allowed
            else "本次选举不另选他人。"
        ),
        "不清": (
            "书写模糊不清、部分无法辨认的，可以辨认的部分有效，无法辨认的部分无效。"
            if adopted.unclear is Unclear.PART
            else "书写模糊不清、无法辨认的选票，全票无效。"
        ),
        "印章": "没有加盖大会主席团印章的选票无效。" if adopted.seal_required else "",
        "再投": "，但仍须获得全体代表过半数的赞成票" if adopted.revote_majority_again else "",
    }


def tally_sheet(sheet: TallySheet) -> Names:
    """`得票` is empty until the count is finished."""
    tally, outcome = sheet.tally, (sheet.tally.outcome if sheet.tally else {})
    opened = sheet.thing.held.opened_at
    return {
        "名称": sheet.thing.what.zh,
        "轮": sheet.thing.number,
        "日期": days.day(days.local(opened)),
        "选人": sheet.is_of_persons,
        "全体": sheet.electorate.deputies_in_office,
        "实到": sheet.electorate.deputies_present,
        "发出": sheet.ballot.papers_issued,
        "收回": sheet.ballot.papers_collected,
        "无效轮": bool(tally and tally.is_void_round),
        "有效": tally.papers_valid if tally else None,
        "无效": tally.papers_void if tally else None,
        "过半数": outcome.get("votes_needed"),
        "得票": [_line(line) for line in tally.lines] if tally else [],
        "另选": [
            {"姓名": name, "赞成": votes, "结果": _RESULTS[result]}
            for name, votes, result in (tally.write_ins if tally else ())
        ],
        "选出": outcome.get("elected") or outcome.get("adopted") or [],
        "票数相等": outcome.get("tied") or [],
        "测评": [_rated(line) for line in tally.rated] if tally else [],
    }


def _line(line: TallyLine) -> Names:
    return {
        "姓名": line.name,
        "赞成": line.votes_for,
        "反对": line.votes_against,
        "弃权": line.abstentions,
        "结果": _RESULTS[line.result],
    }


def _rated(line: RatedTallyLine) -> Names:
    return {
        "名称": line.name,
        "满意": line.satisfied,
        "基本满意": line.basically,
        "不满意": line.dissatisfied,
        "不计": line.void,
        "满意率": line.rate,
        "等次": line.grade.zh,
        "未达标": line.reaches_threshold is False,
        "以后": line.following.zh,
    }
