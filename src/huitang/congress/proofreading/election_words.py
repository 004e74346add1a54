"""Who was elected to what: 选举陆文清为清河镇人民政府副镇长; tables of votes; projects chosen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from huitang.adapters.names.apart import without_note
from huitang.congress.proofreading.attendance_words import Figure
from huitang.congress.proofreading.numerals import NUMERAL, read_number
from huitang.congress.proofreading.passages import Line, Passage, Reading

POST = r"(?:人民代表大会|人大|人民政府|政府)?(?:主席团)?(?:副主席|主席|副镇长|镇长|副乡长|乡长|长)"
_ELECTED = re.compile(
    rf"(?P<names>[^，。；：《》\d]{{2,400}})为(?P<town>[一-鿿]{{0,10}}?(?:镇|乡)?)(?P<post>{POST})(?=[，。；）\s]|$)"
)
_VERB = re.compile(r"^.*?(?:选举产生了?|选举了?|补选了?|[，：]|$)", re.DOTALL)
_LEAD = re.compile(r"^(?:会议|大会|依法|以无记名投票方式|投票|选举产生|选举|补选|产生|了)*")
_CHOSEN = re.compile(
    rf"从(?P<of>{NUMERAL})(?:个|项)[^，。；]{{0,12}}?(?:中)?[，]?(?:票决|投票|选|评)[^，。；：]{{0,40}}?"
    rf"(?P<n>{NUMERAL})(?:个|项|件)[：:](?P<names>[^。]+)"
)
_VOTED_ON = re.compile(rf"候选项目(?P<of>{NUMERAL})项[^。]*?选出(?P<n>{NUMERAL})项")


@dataclass(frozen=True)
class ElectedSaid:
    """`post` without the town: 人民政府副镇长."""

    passage: Passage
    names: tuple[str, ...]
    town: str
    post: str


@dataclass(frozen=True)
class ProjectsSaid:
    """So many projects chosen of so many; `names` is empty where a table follows."""

    passage: Passage
    of: int
    chosen: int
    names: tuple[str, ...]
    of_place: tuple[int, int]
    chosen_place: tuple[int, int]


@dataclass(frozen=True)
class ResultSaid:
    """A row of a table of votes: the name, its votes, and what the last cell makes of it."""

    table: int
    name: str
    votes: Figure
    result: str
    paragraph: int


def list_elected(text: Reading) -> tuple[ElectedSaid, ...]:
    return tuple(said for line in text.lines for said in _in_line(line))


def list_chosen_projects(text: Reading) -> tuple[ProjectsSaid, ...]:
    return tuple(_chosen(line, found) for pattern in (_CHOSEN, _VOTED_ON) for line, found in text.matches(pattern))


def _chosen(line: Line, found: re.Match[str]) -> ProjectsSaid:
    names = found.groupdict().get("names")
    return ProjectsSaid(
        passage=line.sentence_at(found.start()),
        of=read_number(found["of"]) or 0,
        chosen=read_number(found["n"]) or 0,
        names=tuple(name.strip() for name in names.split("、")) if names else (),
        of_place=found.span("of"),
        chosen_place=found.span("n"),
    )


def list_results(text: Reading) -> tuple[ResultSaid, ...]:
    """Rows of tables whose head reads 姓名, 得票."""
    return tuple(row for number, rows in text.tables.items() for row in _results_in(number, rows))


def project_rows(text: Reading) -> tuple[tuple[str, str], ...]:
    """Name and sum of every row of tables whose head has 项目名称 and 投资."""
    found = []
    for rows in text.tables.values():
        head = [line.text for line in rows[0]]
        name = next((place for place, words in enumerate(head) if "项目名称" in words), None)
        money = next((place for place, words in enumerate(head) if "投资" in words), None)
        if name is not None and money is not None:
            found += [(row[name].text, row[money].text) for row in rows[1:] if len(row) == len(head)]
    return tuple(found)


def _in_line(line: Line) -> Iterator[ElectedSaid]:
    """X为A，Y、Z为B: the verb may stand before the first only, even in the paragraph before."""
    if not re.search(r"选举|补选|当选", line.text) and not _follows_a_list(line):
        return
    for found in _ELECTED.finditer(line.text):
        words = _LEAD.sub("", _VERB.sub("", found["names"])) if _has_verb(found["names"]) else found["names"]
        names = tuple(name.strip().removesuffix("当选").removesuffix("同志") for name in words.split("、"))
        if all(2 <= len(without_note(name)) <= 14 for name in names):
            yield ElectedSaid(line.sentence_at(found.start()), names, found["town"], found["post"])


def _has_verb(words: str) -> bool:
    return bool(re.search(r"选举|补选", words))


def _follows_a_list(line: Line) -> bool:
    """陆文清为清河镇人民政府副镇长。 stands alone in an announcement."""
    return bool(re.fullmatch(rf"\s*[一-鿿·、（）]{{2,200}}为[一-鿿]{{1,12}}{POST}[。；，]?\s*", line.text))


def _results_in(number: int, rows: list[list[Line]]) -> Iterator[ResultSaid]:
    if [line.text for line in rows[0]][:2] != ["姓名", "得票"]:
        return
    for row in rows[1:]:
        if len(row) >= 2 and row[1].text.isdigit():
            votes = Figure(int(row[1].text), 0, len(row[1].text))
            yield ResultSaid(number, row[0].text, votes, row[2].text if len(row) > 2 else "", row[1].number)
