"""The official names of terms, sessions and sittings. Every paper and page takes them from here."""

from dataclasses import dataclass

from huitang.congress.sittings.models import Sitting
from huitang.rules.legal_text import Text, chinese_number

_KINDS = {
    Sitting.Kind.PREPARATORY: Text("预备会议", "preparatory meeting"),
    Sitting.Kind.PRESIDIUM: Text("主席团第{zh}次会议", "presidium meeting {n}"),
    Sitting.Kind.DELEGATION: Text("代表团第{zh}次审议", "delegation deliberation {n}"),
    Sitting.Kind.PLENARY: Text("第{zh}次全体会议", "plenary {n}"),
}


@dataclass(frozen=True)
class SessionTitle:
    """`清河镇第六届人民代表大会第八次会议`, its parts and its English."""

    town: str
    term: int
    number: int

    @property
    def congress_zh(self) -> str:
        return f"{self.town}第{chinese_number(self.term)}届人民代表大会"

    @property
    def session_zh(self) -> str:
        return f"第{chinese_number(self.number)}次会议"

    @property
    def zh(self) -> str:
        return f"{self.congress_zh}{self.session_zh}"

    @property
    def short_zh(self) -> str:
        return f"第{chinese_number(self.term)}届第{chinese_number(self.number)}次会议"

    @property
    def short(self) -> Text:
        return Text(self.short_zh, f"Term {self.term}, session {self.number}")

    @property
    def en(self) -> str:
        return f"{self.town} people's congress, term {self.term}, session {self.number}"


def sitting_title(kind: str, number: int) -> Text:
    name = _KINDS[Sitting.Kind(kind)]
    return Text(name.zh.format(zh=chinese_number(number)), name.en.format(n=number))
