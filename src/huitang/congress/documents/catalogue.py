"""The papers of a session and of the year: what each is called, and what it is made for. Rows are those of the field's own pack."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules.legal_text import Text


class Per(StrEnum):
    """How often a paper is made."""

    SESSION = "SESSION"
    SITTING = "SITTING"  # every sitting
    PLENARY = "PLENARY"  # every sitting of all deputies
    PRESIDIUM = "PRESIDIUM"  # every meeting of the presidium
    ELECTION = "ELECTION"
    BALLOT = "BALLOT"  # every round of papers
    COUNTED = "COUNTED"  # every round of papers of an election or a project vote
    RATED = "RATED"  # every round of papers of a rating
    RESOLUTION = "RESOLUTION"  # every adopted resolution
    RESULT = "RESULT"  # every declared election and project vote
    ITEM = "ITEM"  # every agenda item of the kind's subjects
    ELECTIONS = "ELECTIONS"  # once, when the session elects
    PROJECTS = "PROJECTS"  # once, when the session votes on projects
    RATING = "RATING"  # once, when the session rates or may rate what was voted before
    COUNT = "COUNT"  # once, when the session counts papers
    RECORD = "RECORD"  # of the year: one tracked record, whatever the session


class Stage(StrEnum):
    """When the office needs it; the page groups by this."""

    BEFORE = "BEFORE"
    MEETING = "MEETING"
    VOTING = "VOTING"
    AFTER = "AFTER"
    YEAR = "YEAR"  # between the sessions, drawn where its record is kept


@dataclass(frozen=True)
class PaperKind:
    """`key` names the template `papers/<key>.md`; `row` the paper's row in the pack's list of 26, 0 outside it."""

    key: str
    row: int
    title: Text
    stage: Stage
    per: Per = Per.SESSION
    items: tuple[str, ...] = ()  # subjects of agenda items, for Per.ITEM
    is_laid_out: bool = False  # drawn by layout (ballots, cards, plans), not from a template


BEFORE, MEETING, VOTING, AFTER = Stage.BEFORE, Stage.MEETING, Stage.VOTING, Stage.AFTER
_GOVERNMENT = ("GOVERNMENT_REPORT", "ECONOMIC_REPORT")
_MONEY = ("BUDGET", "FINAL_ACCOUNTS", "BUDGET_EXECUTION", "BUDGET_ADJUSTMENT")

PAPERS: tuple[PaperKind, ...] = (
    PaperKind("notice", 1, Text("召开会议通知", "Notice of the session"), BEFORE),
    PaperKind("rules_of_conduct", 2, Text("会议须知", "Rules of conduct"), BEFORE),
    PaperKind("agenda", 3, Text("会议议程", "Agenda"), BEFORE),
    PaperKind("schedule", 4, Text("会议日程", "Schedule"), BEFORE),
    PaperKind("presidium_list", 5, Text("主席团和秘书长名单", "Presidium and secretary-general"), BEFORE),
    PaperKind("delegation_list", 6, Text("代表团划分", "Delegations"), BEFORE),
    PaperKind("attendee_list", 7, Text("列席人员名单", "Non-voting attendees"), BEFORE),
    PaperKind("credentials_report", 14, Text("代表资格审查报告", "Credentials report"), BEFORE),
    PaperKind("seating_plan", 20, Text("座次表", "Seating plan"), BEFORE, is_laid_out=True),
    PaperKind("deputy_cards", 21, Text("代表证", "Deputies' cards"), BEFORE, is_laid_out=True),
    PaperKind("attendee_cards", 21, Text("列席证", "Attendees' cards"), BEFORE, is_laid_out=True),
    PaperKind("staff_cards", 21, Text("工作证", "Staff cards"), BEFORE, is_laid_out=True),
    PaperKind("count_staff_cards", 21, Text("选举工作证", "Count staff cards"), BEFORE, Per.COUNT, is_laid_out=True),
    PaperKind("suggestion_form", 25, Text("代表议案建议表", "Form for motions and suggestions"), BEFORE),
    PaperKind("script", 8, Text("主持词", "Chair's script"), MEETING, Per.SITTING),
    PaperKind("sign_in_sheet", 20, Text("签到册", "Sign-in sheet"), MEETING, Per.PLENARY),
    PaperKind("report_government", 15, Text("政府工作报告", "Government report"), MEETING, Per.ITEM, _GOVERNMENT),
    PaperKind(
        "report_presidium", 15, Text("主席团工作报告", "Presidium report"), MEETING, Per.ITEM, ("PRESIDIUM_REPORT",)
    ),
    PaperKind("report_budget", 15, Text("财政报告", "Budget report"), MEETING, Per.ITEM, _MONEY),
    PaperKind(
        "report_projects",
        15,
        Text("民生实事项目报告", "Report on projects"),
        MEETING,
        Per.ITEM,
        ("PROJECTS_DONE", "PROJECT_PROGRESS"),
    ),
    PaperKind("closing_speech", 24, Text("闭幕讲话", "Closing speech"), MEETING),
    PaperKind("election_method", 9, Text("选举办法", "Election method"), VOTING, Per.ELECTIONS),
    PaperKind("scrutineer_list", 10, Text("监票人名单", "Scrutineers"), VOTING, Per.COUNT),
    PaperKind("election_ballot", 11, Text("选举票", "Election ballot"), VOTING, Per.ELECTION, is_laid_out=True),
    PaperKind("project_method", 12, Text("票决办法", "Project vote method"), VOTING, Per.PROJECTS),
    PaperKind("project_ballot", 12, Text("票决票", "Project ballot"), VOTING, Per.PROJECTS, is_laid_out=True),
    PaperKind("rating_method", 26, Text("测评办法", "Rating method"), VOTING, Per.RATING),
    PaperKind("rating_ballot", 26, Text("测评票", "Rating ballot"), VOTING, Per.RATING, is_laid_out=True),
    PaperKind("papers_report", 13, Text("发票收票报告单", "Papers issued and returned"), VOTING, Per.BALLOT),
    PaperKind("tally_report", 13, Text("计票结果报告单", "Result of the count"), VOTING, Per.COUNTED),
    PaperKind("rating_report", 26, Text("测评结果报告单", "Result of the rating"), VOTING, Per.RATED),
    PaperKind("oath_plan", 23, Text("宪法宣誓方案", "Oath plan"), VOTING, Per.ELECTIONS),
    PaperKind("oath_text", 23, Text("宪法宣誓誓词", "Text of the oath"), VOTING, Per.ELECTIONS),
    PaperKind("statement", 24, Text("表态发言", "Statement of the elected"), VOTING, Per.ELECTIONS),
    PaperKind("certificates", 22, Text("当选证书", "Certificates of election"), AFTER, Per.ELECTIONS, is_laid_out=True),
    PaperKind("resolution", 16, Text("决议", "Resolution"), AFTER, Per.RESOLUTION),
    PaperKind("announcement", 17, Text("公告", "Announcement"), AFTER, Per.RESULT),
    PaperKind("presidium_minutes", 18, Text("主席团会议纪要", "Minutes of the presidium"), AFTER, Per.PRESIDIUM),
    PaperKind("news", 19, Text("新闻稿", "News item"), AFTER),
    PaperKind("answer_letter", 25, Text("建议答复函", "Answer to a suggestion"), AFTER),
    PaperKind("opinion_form", 25, Text("征询意见表", "Deputy's opinion on an answer"), AFTER),
)
# drawn from what is tracked through the year, on the page of its record: year_papers
YEAR_PAPERS: tuple[PaperKind, ...] = (
    PaperKind("suggestion_answer", 25, Text("代表建议答复函", "Answer to a deputy"), Stage.YEAR, Per.RECORD),
    PaperKind("suggestion_report", 25, Text("代表建议办理情况报告", "Report on suggestions"), Stage.YEAR, Per.RECORD),
    PaperKind(
        "supervision_opinion", 0, Text("审议意见书", "Opinion on a subject of supervision"), Stage.YEAR, Per.RECORD
    ),
)
_BY_KEY = {kind.key: kind for kind in (*PAPERS, *YEAR_PAPERS)}


def kind_of(key: str) -> PaperKind:
    """:raises KeyError: no such paper; for keys written in code"""
    return _BY_KEY[key]


def find_kind(key: str) -> PaperKind | None:
    return _BY_KEY.get(key)
