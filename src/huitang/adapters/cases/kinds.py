"""Every kind of case: its name, what people call it, and the rule that decides it.

The rule's own signature is the description of the case: the schema (`shape`) and the values (`building`) follow from it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from huitang.adapters.cases import answers
from huitang.rules import (
    absence,
    ballot,
    budget,
    budget_year,
    by_election,
    candidates,
    deadline,
    district_election,
    election,
    election_method,
    further_election,
    joint_signature,
    nomination,
    papers,
    presidium,
    presidium_list,
    project_vote,
    quorum,
    rating,
    recall,
    resignation,
    resolution,
    scrutineers,
    suggestion,
    tie_vote,
)
from huitang.rules.legal_text import Text


@dataclass(frozen=True)
class Kind:
    """One kind of case."""

    name: str
    title: Text
    rule: Callable[..., Any]
    takes_papers: bool = False

    @property
    def is_about_projects(self) -> bool:
        """Whether its papers name projects and not persons."""
        return self.rule is project_vote.decide_project_vote


_ROWS: tuple[tuple[str, str, str, Callable[..., Any]], ...] = (
    ("thresholds", "法定人数、过半数、五分之一", "quorum, majority and one fifth", answers.list_thresholds),
    ("quorum", "法定人数", "quorum", quorum.check_quorum),
    ("quorum_bound", "应到人数不明时的法定人数", "quorum with the base unknown", quorum.bound_quorum),
    ("attendance", "出席人数核对", "attendance added up", quorum.reconcile_attendance),
    ("resolution", "举手或表决器表决", "vote by show of hands", resolution.decide_resolution),
    ("resolution_by_ballot", "用票表决", "vote on paper", resolution.decide_resolution_by_ballot),
    ("method", "选举办法", "election method", election_method.check_method),
    ("project_method", "票决办法", "method of a project vote", election_method.check_project_method),
    ("nominations", "提名", "nominations", nomination.check_nominations),
    ("candidates", "候选人数", "number of candidates", candidates.check_candidates),
    ("primary", "预选", "primary", candidates.decide_primary),
    ("paper", "认定一张选票", "reading one paper", ballot.read_ballot),
    ("issue", "发票", "papers issued", papers.check_issue),
    ("papers", "发票、收票", "papers issued and collected", papers.check_papers),
    ("election", "选举", "election", election.decide_election),
    ("tie_vote", "再次投票", "another vote among the tied", tie_vote.decide_tie_vote),
    ("further_election", "另行选举", "further election", further_election.check_further_election),
    ("next_in_line", "按第一次得票确定候选人", "candidates by the first vote", further_election.take_by_first_vote),
    ("by_election", "补选", "by-election", by_election.check_by_election),
    ("project_vote", "民生实事项目票决", "vote on livelihood projects", project_vote.decide_project_vote),
    ("rating", "满意度测评", "satisfaction rating", rating.decide_rating),
    ("recall", "罢免案", "recall", recall.check_recall),
    ("removal", "罢免案的表决", "vote on a recall", recall.conclude_recall),
    ("resignation", "辞职", "resignation", resignation.conclude_resignation),
    ("interim_resignation", "闭会期间辞职", "resignation between sessions", resignation.check_interim_resignation),
    ("mandate", "代表资格", "a deputy's mandate", answers.find_standing),
    ("base", "全体代表人数", "all deputies of a day", answers.find_base),
    ("absences", "未经批准缺席", "absences without leave", absence.check_absences),
    ("presidium_vote", "主席团表决", "vote of the presidium", presidium.decide_presidium_vote),
    ("presidium_size", "主席团人数", "size of the presidium", presidium_list.check_presidium_size),
    ("offices", "兼职", "posts held at once", presidium_list.check_offices),
    ("scrutineers", "监票人、计票人", "scrutineers and tellers", scrutineers.check_scrutineers),
    ("motion", "代表议案", "motion", joint_signature.check_motion),
    ("withdraw_motion", "撤回议案", "withdrawing a motion", joint_signature.withdraw_motion),
    ("unlisted_motion", "未列入议程的议案", "motion not on the agenda", joint_signature.file_unlisted_motion),
    ("inquiry", "质询案", "inquiry", joint_signature.check_inquiry),
    ("withdraw_from_inquiry", "撤回质询案", "withdrawing from an inquiry", joint_signature.withdraw_from_inquiry),
    ("second_answer", "要求再作答复", "another answer to an inquiry", joint_signature.check_second_answer),
    ("extra_session", "临时召集会议", "extra session", joint_signature.check_extra_session),
    ("balance", "预算平衡", "budget balance", budget.check_balance),
    ("reserve", "预备费", "reserve", budget.check_reserve),
    ("debt", "债务", "debt", budget.check_debt),
    ("adjustment", "预算调整", "budget adjustment", budget.check_adjustment),
    ("disaster", "救灾支出", "spending on a disaster", budget.plan_disaster),
    ("early_spending", "预算批准前的支出", "spending before approval", budget_year.check_early_spending),
    ("excess_income", "超收收入", "excess income", budget_year.check_excess_income),
    ("unspent", "结转和结余", "money not spent", answers.classify_unspent),
    ("publish_budget", "预算公开期限", "publishing a budget", deadline.publish_budget_by),
    ("file_accounts", "决算备案期限", "filing the accounts", deadline.file_accounts_by),
    ("reply_to_departments", "预算批复期限", "reply to the departments", deadline.reply_to_departments_by),
    ("first_session", "新一届第一次会议期限", "first session of a congress", deadline.first_session_by),
    ("notice", "会议通知期限", "notice of a session", answers.find_last_day_of_notice),
    ("suggestion_reply", "代表建议答复期限", "reply to a suggestion", suggestion.reply_by),
    ("suggestion_term", "代表建议办理的省定期限", "provincial term for a suggestion", answers.find_end_of_term),
    ("congress_size", "代表名额基数", "size of a congress", answers.find_size_of_congress),
    ("district_candidates", "选区候选人数", "candidates in a district", answers.find_district_candidates),
    ("district_election", "选区选举代表", "election in a district", district_election.decide_district_election),
    (
        "district_further_election",
        "选区另行选举",
        "further election in a district",
        district_election.decide_district_further_election,
    ),
    ("recall_petition", "选民要求罢免代表", "petition to recall a deputy", district_election.check_recall_petition),
    ("recall_by_voters", "选民罢免代表", "recall by the voters", answers.decide_recall_by_voters),
)
_ON_PAPER = (election.decide_election, tie_vote.decide_tie_vote, project_vote.decide_project_vote)

KINDS: dict[str, Kind] = {
    name: Kind(name, Text(zh, en), rule, takes_papers=rule in _ON_PAPER) for name, zh, en, rule in _ROWS
}
