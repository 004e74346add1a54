"""Random sessions as frozen records: what Huitang would hold of any town, drawn by Hypothesis."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from huitang.congress.agenda.queries import ItemRow
from huitang.congress.attendance.queries import AttendeeRow, ElectorateRow
from huitang.congress.ballots.queries import BallotRow
from huitang.congress.documents.source import Source
from huitang.congress.elections.posts import POSTS
from huitang.congress.elections.queries import ElectionRow, NominationRow, RoundRow
from huitang.congress.elections.standing import NextRound
from huitang.congress.project_votes import standing as project_standing
from huitang.congress.project_votes.queries import ProjectRoundRow, ProjectRow, ProjectVoteRow
from huitang.congress.record.queries import SessionRecord
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.congress.roster.queries import DelegationRow, RollCount, RollRow, TermRow
from huitang.congress.scrutiny.queries import Scrutiny
from huitang.congress.sittings.queries import PresidiumRow, SessionRow, SittingRow
from huitang.congress.sittings.titles import SessionTitle, sitting_title
from huitang.rules.legal_text import Text
from huitang.rules.mandate import Standing

ZONE = ZoneInfo("Asia/Shanghai")
TOWNS = ("清河镇", "白石镇", "临江镇", "双溪镇", "大同镇", "第一镇", "三岔河镇", "新镇")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志远文清慧晓东海波春生玉兰成林振宇家豪思源立本启红梅永安为民和中正一日新月"
COMPOUND = ("欧阳", "司马", "诸葛", "上官", "皇甫")
FAR_NAMES = ("阿依古丽·买买提", "巴图·苏和", "古丽娜尔·艾山")
WORKS = (
    "农村公路提升",
    "老旧小区改造",
    "村级养老服务中心建设",
    "饮水管网更新",
    "污水治理",
    "路灯安装",
    "小学操场翻修",
    "农贸市场改造",
    "卫生院扩建",
    "河道清淤",
    "文化广场建设",
    "停车场新建",
)
PLACES = ("东村", "西岭村", "镇区", "河湾片区", "沿江路", "七里坪", "三角塘村", "十里铺")
SCALES = ("新建3.5公里，宽6米", "改造2处", "安装120盏", "1200平方米", "")

given = st.text(st.sampled_from(GIVEN), min_size=1, max_size=2)
names = st.one_of(
    st.builds(str.__add__, st.sampled_from(SURNAMES), given),
    st.builds(str.__add__, st.sampled_from(COMPOUND), given),
    st.sampled_from(FAR_NAMES),
)


@st.composite
def session_rows(draw) -> SessionRow:
    opens = draw(st.dates(date(2016, 1, 1), date(2036, 12, 1)))
    return SessionRow(
        id=1,
        term_id=1,
        town_id=1,
        title=SessionTitle(draw(st.sampled_from(TOWNS)), draw(st.integers(1, 29)), draw(st.integers(1, 14))),
        playbook="spring",
        opens_on=opens,
        closes_on=opens + timedelta(days=draw(st.integers(0, 3))),
        place=draw(st.sampled_from(("镇政府三楼会议室", "镇人民大会堂", "文化活动中心"))),
        state=draw(st.sampled_from(("IN_SESSION", "CLOSED"))),
    )


def moment(day: date) -> datetime:
    return datetime.combine(day, time(10, 30), tzinfo=ZONE)


@st.composite
def sitting_rows(draw, session: SessionRow) -> tuple[SittingRow, ...]:
    due = draw(st.integers(40, 160))
    rows = []
    for number in range(1, draw(st.integers(0, 2)) + 1):
        leave = draw(st.integers(0, 9))
        absent = draw(st.integers(0, 3))
        day = moment(session.opens_on)
        rows.append(
            SittingRow(
                id=number,
                session_id=1,
                kind="PLENARY",
                number=number,
                title=sitting_title("PLENARY", number),
                starts_at=day,
                place=session.place,
                presider="",
                stage="CLOSED",
                opened_at=day,
                closed_at=day,
                deputies_in_office=due,
                deputies_present=due - leave - absent,
                deputies_on_leave=leave,
                deputies_required=(due * 2 + 2) // 3,
            )
        )
    return tuple(rows)


def agenda_of(session: SessionRow, reporters: list[str]) -> tuple[ItemRow, ...]:
    town, year = session.title.town, session.opens_on.year
    lines = [
        ("HEAR_AND_DELIBERATE", "GOVERNMENT_REPORT", f"{town}人民政府工作报告", f"镇长{reporters[0]}"),
        (
            "HEAR_AND_DELIBERATE",
            "PRESIDIUM_REPORT",
            f"{town}人民代表大会主席团工作报告",
            f"镇人大主席{reporters[1]}同志",
        ),
        ("EXAMINE_AND_APPROVE", "BUDGET", f"{town}{year - 1}年财政预算执行情况和{year}年财政预算草案的报告", ""),
        ("DELIBERATE", "PROJECTS_DONE", f"关于{town}人民政府{year - 1}年重点民生实事项目完成情况的报告", reporters[2]),
        ("HEAR", "OTHER", "关于代表建议办理情况的报告", ""),
    ]
    return tuple(
        ItemRow(number, number, verb, Text("听取", ""), subject, title, reporter, verb != "HEAR")
        for number, (verb, subject, title, reporter) in enumerate(lines, start=1)
    )


@st.composite
def hand_votes(draw, session: SessionRow, items: tuple[ItemRow, ...], present: int, due: int):
    rows = []
    for item in items:
        against, silent = draw(st.integers(0, 3)), draw(st.integers(0, 2))
        abstaining = draw(st.integers(0, 3))
        rows.append(
            HandVoteRow(
                id=item.id,
                session_id=1,
                sitting_id=1,
                item_id=item.id,
                matter="RESOLUTION",
                title=f"关于{item.title.removeprefix('关于')}的决议",
                text="",
                state="DECIDED",
                in_office=due,
                present=present,
                votes_for=present - against - abstaining - silent,
                votes_against=against,
                abstentions=abstaining,
                not_voting=silent,
                votes_needed=due // 2 + 1,
                is_passed=draw(st.booleans()),
                outcome=None,
                opened_at=moment(session.closes_on),
                decided_at=moment(session.closes_on),
                annulled_because="",
            )
        )
    return tuple(rows)


def ballot(kind: str, choices: tuple[str, ...], papers: int) -> BallotRow:
    return BallotRow(1, "", kind, "CLOSED", choices, 1, "", (), False, True, papers, papers, papers, "甲", "乙")


def electorate(session: SessionRow, due: int, present: int) -> ElectorateRow:
    return ElectorateRow(moment(session.closes_on), due, present, (due * 2 + 2) // 3, 1)


def outcome(ranking: list[tuple[str, int]], chosen: list[str], key: str, papers: int, due: int) -> dict:
    return {
        "state": "DECIDED",
        "ranking": ranking,
        key: chosen,
        "tied": [],
        "votes_needed": due // 2 + 1,
        "papers_not_returned": 0,
        "tally": {"papers_valid": papers, "papers_void": 0},
    }


@st.composite
def elections(draw, session: SessionRow, people: list[str], due: int, present: int) -> tuple[ElectionRow, ...]:
    rows = []
    for id_, post in enumerate(draw(st.lists(st.sampled_from(list(POSTS)), max_size=3, unique=True)), start=1):
        seats = draw(st.integers(1, 3)) if post.value in ("DEPUTY_HEAD", "VICE_CHAIR") else 1
        candidates = tuple(people[id_ * 5 : id_ * 5 + seats + 1])
        votes = [(name, present - draw(st.integers(0, 20))) for name in candidates]
        elected = candidates[: draw(st.integers(0, seats))]
        told = outcome(votes, list(elected), "elected", present, due)
        held = RoundRow(
            id=id_,
            election_id=id_,
            session_id=1,
            number=1,
            kind="FIRST",
            kind_text=Text("", ""),
            post_text=POSTS[post],
            seats=seats,
            candidates=candidates,
            is_tie=False,
            state="DECLARED",
            electorate=electorate(session, due, present),
            ballot=ballot("PERSONS", candidates, present),
            outcome=told,
            opened_at=moment(session.closes_on),
            declared_at=moment(session.closes_on),
        )
        nominated = tuple(NominationRow(n, name, None, True, (), "") for n, name in enumerate(candidates))
        rows.append(
            ElectionRow(
                id=id_,
                session_id=1,
                item_id=None,
                post=post.value,
                post_text=POSTS[post],
                kind="BY_ELECTION",
                seats=seats,
                surplus=1,
                vacancy="",
                nominations=nominated,
                candidates_fixed_at=None,
                rounds=(held,),
                elected=elected,
                next_round=NextRound(None, 0, ()),
            )
        )
    return tuple(rows)


@st.composite
def project_votes(draw, session: SessionRow, due: int, present: int) -> ProjectVoteRow:
    chosen = draw(
        st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(WORKS)), min_size=2, max_size=14, unique=True)
    )
    projects = tuple(
        ProjectRow(
            number,
            f"{place}{work}工程",
            "",
            draw(st.sampled_from(SCALES)),
            draw(st.one_of(st.none(), st.integers(1, 900).map(lambda wan: wan * 10_000))),
            "",
            "",
            "经济发展办公室",
            "",
            "12月底",
        )
        for number, (place, work) in enumerate(chosen, start=1)
    )
    adopted = tuple(project.name for project in projects[: draw(st.integers(0, len(projects)))])
    votes = [(project.name, present - number) for number, project in enumerate(projects)]
    held = ProjectRoundRow(
        id=1,
        vote_id=1,
        session_id=1,
        number=1,
        kind="FIRST",
        places=len(adopted),
        projects=tuple(project.name for project in projects),
        is_tie=False,
        state="DECLARED",
        electorate=electorate(session, due, present),
        ballot=ballot("PROJECTS", (), present),
        outcome=outcome(votes, list(adopted), "adopted", present, due),
        opened_at=moment(session.closes_on),
        declared_at=moment(session.closes_on),
    )
    done = project_standing.NextRound(None, 0, ())
    return ProjectVoteRow(1, 1, None, len(adopted), "MAJORITY", True, False, projects, (held,), adopted, done)


@st.composite
def records(draw) -> SessionRecord:
    session = draw(session_rows())
    sittings = draw(sitting_rows(session))
    due = sittings[0].deputies_in_office if sittings else draw(st.integers(40, 160))
    present = sittings[0].deputies_present if sittings else due
    people = draw(st.lists(names, min_size=26, max_size=26, unique=True))
    items = agenda_of(session, people)[: draw(st.integers(0, 5))]
    return SessionRecord(
        session=session,
        sittings=sittings,
        agenda=items,
        presidium=tuple(PresidiumRow(n, name, "", "") for n, name in enumerate(people[:4])),
        leaves=(),
        attendees=tuple(AttendeeRow(n, name, "副镇长", "BY_LAW", True) for n, name in enumerate(people[4:5])),
        scrutiny=Scrutiny((), (), (), False),
        hand_votes=draw(hand_votes(session, items, present, due)),
        elections=draw(elections(session, people, due, present)),
        project_vote=draw(st.one_of(st.none(), project_votes(session, due, present))),
    )


def roll_row(number: int, name: str) -> RollRow:
    return RollRow(
        id=number,
        number=number,
        name=name,
        initials="",
        delegation_id=1,
        delegation="第一代表团",
        sex="女" if number % 3 == 0 else "男",
        ethnicity="汉族",
        born="1975-06",
        education="大学",
        party="中共党员",
        district="第一选区",
        post="",
        phone="",
        standing=Standing.IN_OFFICE,
        standing_name="在任",
        bare_name=name,
        note="",
    )


@st.composite
def sources(draw) -> Source:
    """A random session with everything its papers are drawn from."""
    record = draw(records())
    others = draw(st.lists(names, min_size=10, max_size=20, unique=True))
    people = list(dict.fromkeys([*(row.name for row in record.presidium), *others]))
    town, term = record.session.title.town, record.session.title.term
    size = len(people)
    return Source(
        record=record,
        term=TermRow(1, town, term, "", size + 1, date(2016, 1, 1), None),
        count=RollCount(size + 1, size, 0, 0),
        roll=tuple(roll_row(number, name) for number, name in enumerate(people, start=1)),
        delegations=(DelegationRow(1, "第一代表团", 1, 1, people[0], size),),
        details=DETAILS,
    )


DETAILS = {
    "主席团会议主持人": "单志强",
    "交办建议件数": "32",
    "会前准备": "请各位代表会前走访选民，听取意见，准备好议案和建议。",
    "去年会议次数": "2",
    "审查报告日期": "2025年3月20日",
    "执法检查次数": "3",
    "报到地点": "镇政府一楼大厅",
    "报到时间": "当日上午8时",
    "民生实事项目情况": "10个项目全部完成，累计投资2366万元。",
    "着装": "着正装",
    "联系人": "王芳",
    "联系电话": "0790-8000000",
    "补选代表人次": "1",
    "视察调研次数": "13",
    "记录人": "文小青",
    "请假截止": "3月27日",
    "通知日期": "2025年3月14日",
    "领誓人": "单志强",
}
