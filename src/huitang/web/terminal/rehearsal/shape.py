"""The two sessions that are rehearsed: their numbers are those of the two published reports, their people fictional."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any


@dataclass(frozen=True)
class PostShape:
    """One post: who stands, and how many papers are marked for each name."""

    post: str
    seats: int
    candidates: tuple[str, ...]
    votes_for: tuple[int, ...]


@dataclass(frozen=True)
class Shape:
    name: str
    playbook: str
    roll: str
    term: int
    number: int
    quota: int
    opens_on: date
    days: int
    in_office: int
    on_leave: int
    present: int
    posts: tuple[PostShape, ...]
    reporters: dict[str, str]
    attendees: tuple[tuple[str, str, str], ...]
    projects_file: str = ""
    projects_to_choose: int = 0
    project_votes: tuple[int, ...] = ()
    # for each thing rated: how many papers say satisfied, basically satisfied, not satisfied
    ratings: tuple[tuple[int, int, int], ...] = ()
    grades: tuple[str, ...] = ()  # what each of them comes to
    place: str = "镇政府三楼会议室"
    accounts_file: str = ""
    targets_file: str = ""
    typed_for_papers: dict[str, str] = field(default_factory=dict)
    papers_waiting: tuple[str, ...] = ()  # kinds of papers such a session cannot have yet
    dissent: dict[str, tuple[int, int]] = field(default_factory=dict)  # a word of the title: against, abstaining
    numbers: tuple[int, ...] = ()  # of the deputies in office; left out: from 1 without a gap

    @property
    def closes_on(self) -> date:
        return self.opens_on + timedelta(days=self.days - 1)

    @property
    def numbers_on_roll(self) -> tuple[int, ...]:
        return self.numbers or tuple(range(1, self.in_office + 1))

    def at(self, day: date) -> "Shape":
        """The same session opening on another day."""
        return Shape(**{**vars(self), "opens_on": day})

    def new_session_fields(self, term_id: int) -> dict[str, Any]:
        """What the office types into the form of a new session."""
        seats = {f"seats_{post.post}": post.seats for post in self.posts}
        return {
            "term_id": term_id,
            "number": self.number,
            "playbook": self.playbook,
            "opens_on": self.opens_on.isoformat(),
            "closes_on": self.closes_on.isoformat(),
            "place": self.place,
            "kind": "BY_ELECTION",
            "vacancy": "RESIGNATION_ACCEPTED",
            "surplus": 0,
            "projects_to_choose": self.projects_to_choose or "",
            "from_session": "",
            **seats,
        }


SPRING = Shape(
    name="spring",
    playbook="spring",
    roll="roster-95.xlsx",
    term=6,
    number=8,
    quota=96,
    opens_on=date(2025, 3, 31),
    days=2,
    in_office=95,
    on_leave=4,
    present=91,
    posts=(PostShape("DEPUTY_HEAD", 1, ("陆文清",), (86,)),),
    reporters={
        "GOVERNMENT_REPORT": "常务副镇长周启明",
        "PRESIDIUM_REPORT": "镇人大主席顾长河",
        "BUDGET": "常务副镇长周启明",
        "PROJECTS_DONE": "常务副镇长周启明",
    },
    attendees=(
        ("周启明", "常务副镇长", "BY_LAW"),
        ("韩立", "镇财政所所长", "BY_DECISION"),
        ("沈月", "县人大代表", "HIGHER_DEPUTY"),
    ),
    projects_file="projects-12-choose-10.xlsx",
    projects_to_choose=10,
    # ten pass the majority of all 95 (48); the last two have it too, but rank too low
    project_votes=(91, 90, 88, 85, 80, 76, 70, 66, 60, 55, 50, 49),
    accounts_file="budget-2024-2025.xlsx",
    targets_file="targets-2025.csv",
    typed_for_papers={
        "去年会议次数": "2",
        "补选代表人次": "6",
        "执法检查次数": "3",
        "视察调研次数": "13",
        "交办建议件数": "10",
        "民生实事项目情况": "2024年民生实事项目全部完成。",
    },
    papers_waiting=("测评票",),  # no earlier session voted on projects
    dissent={"预算草案的报告的决议": (1, 2)},
)
MIDYEAR = Shape(
    name="midyear",
    playbook="midyear",
    roll="roster-106-gbk.csv",
    term=21,
    number=5,
    quota=106,
    opens_on=date(2024, 8, 8),
    days=1,
    in_office=106,
    on_leave=0,
    present=106,
    posts=(
        PostShape("HEAD", 1, ("程向东",), (104,)),
        PostShape("DEPUTY_HEAD", 2, ("何静", "罗成"), (102, 99)),
    ),
    typed_for_papers={"民生实事项目情况": "2024年实事工程按计划推进。"},
    papers_waiting=(  # no accounts were brought in
        "关于清河镇2023年财政决算的报告",
        "关于清河镇2024年上半年财政预算执行情况的报告",
        "关于清河镇2024年财政预算调整草案的报告",
    ),
    reporters={"ECONOMIC_REPORT": "镇长候选人程向东"},
    attendees=(
        ("程向东", "镇长候选人", "BY_LAW"),
        ("何静", "副镇长候选人", "BY_LAW"),
        ("罗成", "副镇长候选人", "BY_LAW"),
    ),
    dissent={"预算调整方案的决议": (2, 3)},
)
SHAPES = {shape.name: shape for shape in (SPRING, MIDYEAR)}
