"""Facts that are not there yet. A paper that touches one is not printed; it says what is missing and where to enter it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "ROLL": _("还没有代表名册。请先导入名册。"),
    "DELEGATIONS": _("还没有代表团。请在名册里分好代表团。"),
    "AGENDA": _("议程还是空的。请在“议程”页写好议程。"),
    "SCHEDULE": _("还没有排会议日程。请在“日程”页排好各次会议。"),
    "PRESIDIUM": _("还没有主席团名单。请在“主席团”页选好成员。"),
    "ATTENDEES": _("还没有列席人员。请在“列席”页添加。"),
    "ATTENDANCE": _("全体会议还没有开，没有出席数字。会议开过以后再出这份材料。"),
    "SCRUTINEERS": _("还没有监票人、计票人。请在“监票人”页填好。"),
    "CANDIDATES": _("候选人还没有确定。请在“选举”页确定候选人。"),
    "ELECTION": _("这次会议没有选举。"),
    "ELECTED": _("还没有选举结果。计票并宣布结果以后再出这份材料。"),
    "PROJECTS": _("还没有民生实事候选项目。请在“项目”页导入。"),
    "EARLIER_PROJECTS": _("以前的会议没有票决过民生实事项目，没有可测评的项目。请在“满意度测评”页列出要测评的内容。"),
    "ADOPTED_PROJECTS": _("还没有票决结果。计票并宣布结果以后再出这份材料。"),
    "VOTES": _("还没有表决结果。会上表决以后再出这份材料。"),
    "TALLY": _("还没有计完票。计票完成以后再出这份材料。"),
    "MONEY": _("还没有财政数据。请在“财政”页导入预算表。"),
    "TARGETS": _("还没有经济指标。请在“指标任务”页导入。"),
    "CARDS": _("还没有制发代表证。请在“代表证”页制发。"),
    "STEPS": _("这次会议还没有主持词。请先在“运行单”页排好。"),
    "DETAIL": _("还没有填写“{name}”。请在“材料”页的“填写”里写上。"),
}


@dataclass(frozen=True)
class Missing:
    """One thing a paper waits for; `need` is a key of SENTENCES, `name` the field of a DETAIL."""

    need: str
    name: str = ""

    @property
    def sentence(self) -> str:
        return str(SENTENCES[self.need]).format(name=self.name)


class Asked:
    """Keeps what was asked for in vain while one paper is drawn; papers drawn in a row share it."""

    def __init__(self) -> None:
        self._missing: dict[Missing, None] = {}

    def note(self, missing: Missing) -> None:
        self._missing[missing] = None

    def forget(self) -> None:
        """Before the next paper."""
        self._missing.clear()

    @property
    def missing(self) -> tuple[Missing, ...]:
        return tuple(self._missing)


class Gap:
    """Stands where a fact will stand. False in a condition; whoever prints, counts or walks it is noted."""

    def __init__(self, missing: Missing, asked: Asked) -> None:
        self._missing, self._asked = missing, asked

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        self._asked.note(self._missing)
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._asked.note(self._missing)
        return iter(())

    def __len__(self) -> int:
        self._asked.note(self._missing)
        return 0

    def __getitem__(self, _key: object) -> "Gap":
        self._asked.note(self._missing)
        return self

    def __getattr__(self, name: str) -> "Gap":
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]


class Details(dict[str, str]):
    """What the office typed for papers; a name not typed yet is a gap."""

    def __init__(self, typed: dict[str, str], asked: Asked) -> None:
        super().__init__({name: text for name, text in typed.items() if text})
        self._asked = asked

    def __missing__(self, name: str) -> Gap:
        return Gap(Missing("DETAIL", name), self._asked)
