"""The whole pack of a session as one zip, and the list that says what is in it and what is not yet."""

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.paper import Stamp
from huitang.congress.documents import attempts, making
from huitang.congress.documents.attempts import Attempt
from huitang.congress.documents.catalogue import Stage
from huitang.congress.documents.days import day
from huitang.congress.documents.making import Format, MadePaper, Stamping, unstamped
from huitang.congress.journal.refusal import Refusal
from huitang.congress.sittings.calendar import local_zone
from huitang.congress.sittings.queries import SessionRow

FOLDERS = {Stage.BEFORE: "01会前", Stage.MEETING: "02会议", Stage.VOTING: "03选举票决", Stage.AFTER: "04会后"}
CONTENTS = "目录.txt"
_WORKERS = 2

Told = Callable[[int, str], None]


@dataclass(frozen=True)
class PackPlan:
    """Frozen facts only, so that the pack is made without the database."""

    session: SessionRow
    attempts: tuple[Attempt, ...]
    stamps: Mapping[tuple[str, str], Stamp]

    @property
    def ready(self) -> tuple[Attempt, ...]:
        return tuple(one for one in self.attempts if one.is_ready)

    def files(self, formats: Sequence[Format]) -> int:
        return len(self.ready) * len(formats)

    @property
    def filename(self) -> str:
        return f"{making.safe_name(self.session.title.zh)}材料.zip"


@dataclass(frozen=True)
class PackedFile:
    path: str
    sha256: str


@dataclass(frozen=True)
class LeftOut:
    name: str
    why: str


@dataclass(frozen=True)
class Packed:
    files: tuple[PackedFile, ...]
    left_out: tuple[LeftOut, ...]


def plan_pack(session_id: int, *, town_id: int, card_address: str = "", stamping: Stamping = unstamped) -> PackPlan:
    """:raises SessionIsUnknown:"""
    source, words = making.gathered(session_id, town_id, card_address)
    tried = attempts.attempt_all(source, words)
    found = {one.key: stamping(one, source) for one in tried if one.is_ready}
    return PackPlan(source.session, tried, {key: stamp for key, stamp in found.items() if stamp})


def write_pack(
    plan: PackPlan,
    *,
    formats: Sequence[Format],
    fonts: FontSet | None,
    target: BinaryIO,
    at: datetime,
    told: Told = lambda _done, _name: None,
) -> Packed:
    """`told` hears after each file how many are done and what the last was called.

    What cannot be made is left out and named in the list; the rest of the pack is made.
    """
    files: list[PackedFile] = []
    left_out = [_waiting(one) for one in plan.attempts if not one.is_ready]
    stamp = at.astimezone(local_zone()).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as zipped:
        for done, (place, made) in enumerate(_made(plan, formats, fonts), start=1):
            if isinstance(made, LeftOut):
                left_out.append(made)
            else:
                zipped.writestr(zipfile.ZipInfo(place, stamp), made.content, zipfile.ZIP_DEFLATED)
                files.append(PackedFile(place, made.sha256))
            told(done, made.name)
        packed = Packed(tuple(files), tuple(left_out))
        zipped.writestr(zipfile.ZipInfo(CONTENTS, stamp), contents(plan, packed, at), zipfile.ZIP_DEFLATED)
    return packed


def contents(plan: PackPlan, packed: Packed, at: datetime) -> bytes:
    """The list, as Notepad opens it."""
    moment = at.astimezone(local_zone())
    lines = [
        f"{plan.session.title.zh}材料目录",
        f"{day(moment.date())}{moment:%H:%M}生成，共{len(packed.files)}个文件。",
        "每个文件前面是它的SHA-256校验值：文件改动一个字，校验值就不同。",
        "",
        "一、包里的文件",
        *(f"{file.sha256}  {file.path}" for file in packed.files),
        "",
        "二、还没有的材料",
        *([f"{one.name}：{one.why}" for one in packed.left_out] or ["没有，全部齐了。"]),
        "",
        "三、用本镇自己写法的材料",
        *(_own_wordings(plan) or ["没有，全部用软件自带的写法。"]),
    ]
    return b"\xef\xbb\xbf" + "\r\n".join([*lines, ""]).encode()


def _own_wordings(plan: PackPlan) -> list[str]:
    own = {one.kind.title.zh: one.wording for one in plan.ready if one.wording and one.wording.version}
    return [f"{title}：第{wording.version}版" for title, wording in own.items() if wording]


def _waiting(attempt: Attempt) -> LeftOut:
    try:
        making.must_be_ready(attempt)
    except Refusal as refusal:
        told = "".join(one.sentence for one in attempt.waits) or str(refusal)
        return LeftOut(attempt.name, told)
    raise AssertionError("asked only of what is not ready")


def _made(
    plan: PackPlan, formats: Sequence[Format], fonts: FontSet | None
) -> Iterator[tuple[str, MadePaper | LeftOut]]:
    jobs = [(place, attempt, format) for place, attempt in _places(plan.ready) for format in formats]
    with ThreadPoolExecutor(_WORKERS) as workers:
        made = workers.map(lambda job: _try(job[1], job[2], fonts, plan.stamps.get(job[1].key)), jobs)
        for (place, _attempt, format), paper in zip(jobs, made, strict=True):
            yield f"{place}.{format.suffix}", paper


def _places(ready: Sequence[Attempt]) -> Iterator[tuple[str, Attempt]]:
    """Numbered within the folder, in the order an office needs them."""
    counts = dict.fromkeys(Stage, 0)
    for attempt in ready:
        counts[attempt.kind.stage] += 1
        number = counts[attempt.kind.stage]
        yield f"{FOLDERS[attempt.kind.stage]}/{number:02d}{making.safe_name(attempt.name)}", attempt


def _try(attempt: Attempt, format: Format, fonts: FontSet | None, stamp: Stamp | None) -> MadePaper | LeftOut:
    try:
        return making.make(attempt, format, fonts, stamp)
    except Refusal as refusal:
        return LeftOut(f"{attempt.name}.{format.suffix}", str(refusal))
