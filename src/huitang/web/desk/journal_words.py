"""The journal's dotted events, subjects and facts in the words of the office."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*[+-]\d\d:\d\d")

# the first word of an event, as a filter
AREAS = (
    ("session", __("会议")),
    ("sitting", __("开会散会")),
    ("agenda", __("议程")),
    ("runsheet", __("运行单")),
    ("roll", __("名册导入")),
    ("mandate", __("代表资格")),
    ("deputy", __("签到")),
    ("leave", __("请假")),
    ("vote", __("举手表决")),
    ("election", __("选举")),
    ("project_vote", __("项目票决")),
    ("ballot", __("选票")),
    ("suggestion", __("议案建议")),
    ("publication", __("发布")),
    ("card", __("代表证")),
    ("account", __("账号")),
)

EVENTS = {
    "account.created": __("新建账号"),
    "account.locked": __("停用账号"),
    "account.password_set": __("换密码"),
    "account.unlocked": __("恢复账号"),
    "agenda.item_added": __("议程加一项"),
    "agenda.item_changed": __("改议程"),
    "agenda.item_moved": __("移动议程"),
    "agenda.item_removed": __("议程删一项"),
    "attendee.arrived": __("列席人员到会"),
    "attendee.left": __("列席人员离会"),
    "attendee.listed": __("登记列席人员"),
    "ballot.box_count_taken_back": __("退回收票数"),
    "ballot.count_reopened": __("重新计票"),
    "ballot.counted": __("计票完毕"),
    "ballot.papers_collected": __("收回选票"),
    "ballot.papers_issued": __("发出选票"),
    "ballot.sheet_entered": __("录入一张票"),
    "ballot.sheet_resolved": __("核定一张票"),
    "card.issued": __("发代表证"),
    "card.revoked": __("代表证作废"),
    "delegation.added": __("新建代表团"),
    "delegation.dropped": __("撤销代表团"),
    "delegation.head_named": __("定代表团团长"),
    "delegation.renamed": __("代表团改名"),
    "deputy.corrected": __("更正代表信息"),
    "deputy.signed_in": __("代表签到"),
    "deputy.signed_out": __("撤销签到"),
    "election.candidates_fixed": __("确定正式候选人"),
    "election.method_set": __("选定选举办法"),
    "election.nominated": __("提名候选人"),
    "election.nomination_withdrawn": __("撤回提名"),
    "election.nominations_reopened": __("重开提名"),
    "election.prepared": __("准备选举"),
    "election.result_declared": __("宣布选举结果"),
    "election.round_opened": __("开始投票选举"),
    "leave.approved": __("批准请假"),
    "leave.asked": __("请假"),
    "leave.refused": __("不批准请假"),
    "leave.withdrawn": __("销假"),
    "mandate.by_elected": __("补选为代表"),
    "mandate.elected": __("当选代表"),
    "mandate.ended": __("代表资格终止"),
    "mandate.restored": __("恢复执行职务"),
    "mandate.suspended": __("暂停执行职务"),
    "mandate.withdrawn": __("撤回资格变动"),
    "list.ordered_by_hand": __("手工排名单"),
    "list.ordered_by_strokes": __("名单改回按笔画"),
    "presidium.listed": __("拟定主席团名单"),
    "project_vote.candidates_imported": __("导入候选项目"),
    "project_vote.method_set": __("选定票决办法"),
    "project_vote.prepared": __("准备项目票决"),
    "project_vote.result_declared": __("宣布票决结果"),
    "project_vote.round_opened": __("开始项目票决"),
    "publication.drafted": __("起草文件"),
    "publication.released": __("发布文件"),
    "publication.withdrawn": __("撤回文件"),
    "relative.declared": __("申报近亲属"),
    "suggestion.admitted": __("建议审核通过"),
    "suggestion.answered": __("登记答复"),
    "suggestion.answered_again": __("登记重新答复"),
    "suggestion.assigned": __("交办建议"),
    "suggestion.closed": __("建议办结"),
    "suggestion.closed_after_redo": __("经协商结束"),
    "suggestion.closed_unreturned": __("代表未反馈，结束"),
    "suggestion.consented": __("代表是否同意公开"),
    "suggestion.contacted": __("与代表沟通"),
    "suggestion.evaluated": __("代表评价"),
    "suggestion.extended": __("延长答复期限"),
    "suggestion.handed_back": __("承办单位退回"),
    "suggestion.merged": __("并案办理"),
    "suggestion.notices_read": __("代表看过通知"),
    "suggestion.on_agenda": __("议案列入议程"),
    "suggestion.opinion_given": __("协办意见"),
    "suggestion.promise_kept": __("承诺兑现"),
    "suggestion.promise_set": __("写下承诺期限"),
    "suggestion.promised": __("转入承诺跟踪"),
    "suggestion.published": __("公开建议"),
    "suggestion.reassigned": __("改派单位"),
    "suggestion.redo": __("要求重新办理"),
    "suggestion.refused": __("不予立案"),
    "suggestion.settings_kept": __("改建议办理的设置"),
    "suggestion.signed": __("加附议代表"),
    "suggestion.table_given_up": __("放弃导入建议"),
    "suggestion.table_imported": __("导入建议"),
    "suggestion.table_uploaded": __("上传建议表格"),
    "suggestion.tabled": __("登记议案建议"),
    "suggestion.turned": __("议案转为建议"),
    "suggestion.unit_added": __("加承办单位"),
    "suggestion.unit_changed": __("改承办单位"),
    "suggestion.unmerged": __("取消并案"),
    "suggestion.unpublished": __("不再公开"),
    "suggestion.unsigned": __("撤回署名"),
    "suggestion.withdrawn": __("撤回建议"),
    "roll.import_given_up": __("放弃导入名册"),
    "roll.imported": __("写入名册"),
    "roll.uploaded": __("上传名册"),
    "runsheet.step_done": __("办完一步"),
    "runsheet.step_skipped": __("略过一步"),
    "runsheet.step_worded": __("改主持词"),
    "runsheet.stepped_back": __("退回一步"),
    "runsheet.steps_removed": __("删去步骤"),
    "scrutineers.named": __("拟定监票人"),
    "session.carried_over": __("沿用上次会议"),
    "session.changed": __("改会议日期"),
    "session.closed": __("会议闭幕"),
    "session.created": __("新建会议"),
    "session.laid_out": __("排好议程和运行单"),
    "session.reopened": __("退回闭幕"),
    "sitting.changed": __("改日程"),
    "sitting.closed": __("散会"),
    "sitting.opened": __("宣布开会"),
    "sitting.opening_taken_back": __("退回开会"),
    "sitting.planned": __("排一场会议"),
    "sitting.reopened": __("退回散会"),
    "tellers.appointed": __("指定计票人"),
    "term.closed": __("本届结束"),
    "term.opened": __("新一届开始"),
    "term.reopened": __("退回本届结束"),
    "term.quota_changed": __("改代表名额"),
    "town.founded": __("建立本镇"),
    "town.name_custom_set": __("选定两字姓名的排法"),
    "town.province_set": __("选定省级规定"),
    "vote.annulled": __("退回表决"),
    "vote.decided": __("表决结果"),
    "vote.opened": __("开始表决"),
    "vote.prepared": __("准备表决"),
    "vote.worded": __("改表决文本"),
}

_SUBJECTS = {
    "account": __("账号 {id}"),
    "attendee": __("列席人员 {id}"),
    "ballot": __("选票 {id}"),
    "delegation": __("代表团 {id}"),
    "deputy": __("代表 {id}"),
    "election": __("选举 {id}"),
    "hand_vote": __("表决 {id}"),
    "item": __("议程项 {id}"),
    "project_vote": __("项目票决 {id}"),
    "release": __("文件 {id}"),
    "session": __("会议 {id}"),
    "sitting": __("场次 {id}"),
    "step": __("步骤 {id}"),
    "suggestion": __("建议 {id}"),
    "term": __("届次 {id}"),
    "town": __("本镇"),
    "unit": __("承办单位 {id}"),
}

_FACTS = {
    "absent": __("缺席"),
    "blank_first": __("中间算空格"),
    "blocks": __("段落"),
    "by_presidium": __("主席团提名"),
    "candidate": __("候选人"),
    "candidates": __("候选人"),
    "cause": __("原因"),
    "chief": __("总监票人"),
    "closes_on": __("闭幕"),
    "deed": __("步骤种类"),
    "deputies": __("人数"),
    "deputies_in_office": __("在任"),
    "deputies_on_leave": __("请假"),
    "deputies_present": __("实到"),
    "deputies_required": __("法定人数"),
    "deputy": __("代表"),
    "elected": __("当选"),
    "file": __("文件"),
    "finding": __("判定"),
    "from": __("来自"),
    "in_office": __("在任"),
    "kind": __("种类"),
    "list": __("名单"),
    "matter": __("事项"),
    "members": __("成员"),
    "mode": __("票决规则"),
    "name": __("名称"),
    "names": __("名单"),
    "others": __("监票人"),
    "number": __("编号"),
    "on": __("日期"),
    "opens_on": __("开幕"),
    "papers_collected": __("收回"),
    "papers_issued": __("发出"),
    "place": __("地点"),
    "playbook": __("会议样式"),
    "position": __("位置"),
    "post": __("职务"),
    "present": __("实到"),
    "presider": __("执行主席"),
    "projects": __("项目"),
    "new": __("改为"),
    "old": __("原来"),
    "quota": __("名额"),
    "reason": __("理由"),
    "reporter": __("报告人"),
    "role": __("角色"),
    "seats": __("名额"),
    "signers": __("联名代表"),
    "state": __("结果"),
    "to_choose": __("应选项数"),
    "vacancy": __("出缺原因"),
    "votes_needed": __("需要票数"),
    "starts_at": __("时间"),
    "step": __("步骤"),
    "steps": __("步骤"),
    "title": __("名称"),
    "up": __("上移"),
    "verb": __("动词"),
    "votes_against": __("反对"),
    "votes_for": __("赞成"),
    "abstentions": __("弃权"),
    "not_voting": __("未表决"),
}


_VALUES = {
    "OPEN_SITTING": __("宣布开会"),
    "SAY": __("主持词"),
    "HAND_VOTE": __("举手表决"),
    "ELECTION": __("选举"),
    "PROJECT_VOTE": __("项目票决"),
    "CLOSE_SITTING": __("宣布散会"),
    "CLOSE_SESSION": __("宣布闭幕"),
    "OFFICE": __("办公室"),
    "CHAIR": __("主席"),
    "VICE_CHAIR": __("副主席"),
    "HEAD": __("镇长"),
    "DEPUTY_HEAD": __("副镇长"),
    "TELLER": __("计票人"),
    "ILLNESS": __("因病"),
    "AFFAIRS": __("因事"),
    "spring": __("年初例会"),
    "midyear": __("年中例会"),
    "by_election": __("补选会议"),
    "AGENDA": __("会议议程"),
    "PRESIDIUM": __("主席团"),
    "SCRUTINEERS": __("监票人名单"),
    "ELECTION_METHOD": __("选举办法"),
    "PROJECT_METHOD": __("票决办法"),
    "RESOLUTION": __("决议"),
    "ANNOUNCEMENT": __("公告"),
    "NEWS": __("新闻稿"),
    "PREPARATORY": __("预备会议"),
    "DELEGATION": __("代表团会议"),
    "PLENARY": __("全体会议"),
    "BY_ELECTION": __("补选"),
    "FULL_TERM": __("换届选举"),
    "RESIGNATION_ACCEPTED": __("辞职已被接受"),
    "MAJORITY": __("过半数"),
    "PLURALITY": __("得票多的"),
}


def tell_event(event: str) -> str:
    return str(EVENTS.get(event, event))


def tell_subject(subject: str) -> str:
    """`session:3` as 会议 3; what is not known stays as it is written."""
    word, _colon, key = subject.partition(":")
    return str(_SUBJECTS[word]).format(id=key) if word in _SUBJECTS else subject


def tell_facts(facts: Mapping[str, Any]) -> str:
    told = [
        _("{name}：{value}").format(name=_FACTS.get(name, name), value=_plain(facts[name]))
        for name in facts
        if facts[name] not in ("", None, [], {})
    ]
    return _("；").join(told)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, list) and value and all(isinstance(one, int) for one in value):
        return _("{number} 人").format(number=len(value))  # ids of deputies say nothing to a reader
    if isinstance(value, list):
        return _("、").join(_plain(one) for one in value)
    if isinstance(value, dict):
        return tell_facts(value)
    return _plain_text(value) if isinstance(value, str) else str(value)


def _plain_text(value: str) -> str:
    """A stored word in the words of the office; a stored moment as a clock on the wall shows it."""
    if MOMENT.fullmatch(value):
        return localtime(datetime.fromisoformat(value)).strftime("%Y-%m-%d %H:%M")
    return str(_VALUES.get(value, value))
