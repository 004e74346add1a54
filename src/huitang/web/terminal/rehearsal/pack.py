"""The papers of a rehearsed session: what the office types for them, the whole pack, each paper proofread."""

import io
import re
import time
import zipfile
from datetime import timedelta
from pathlib import Path

from huitang.web.terminal import qinghe
from huitang.web.terminal.rehearsal import office
from huitang.web.terminal.rehearsal.person import PageWentWrong, Person
from huitang.web.terminal.rehearsal.shape import Shape

FORMATS = ["DOCX", "PDF"]
CONTENTS = "目录.txt"
_WAIT, _LONGEST = 0.2, 120.0  # seconds between two looks at the progress, and in all

STAFF = "沈青 会务组\n方文 材料组\n许安 签到"


def make_pack(desk: Person, shape: Shape, session_id: int, out: Path) -> tuple[str, ...]:
    """Leave every paper in `out`; one sentence for each that is missing or disagrees with the record.

    :raises PageWentWrong: a page did not answer as it should
    """
    if shape.accounts_file:
        _keep_accounts(desk, shape)
    _type_details(desk, shape, session_id)
    zipped = zipfile.ZipFile(io.BytesIO(_packed(desk, session_id)))
    zipped.extractall(out)
    files = [name for name in zipped.namelist() if name != CONTENTS]
    told = [f"papers: {name} is empty" for name in files if not zipped.getinfo(name).file_size]
    return (*told, *_left_out(shape, zipped), *_proofread(desk, session_id, zipped, files))


def _keep_accounts(desk: Person, shape: Shape) -> None:
    files = {"file": (shape.accounts_file, (qinghe.FOLDER / shape.accounts_file).read_bytes())}
    page = desk.post("/desk/money/upload/", files=files)
    office.write_what_was_shown(desk, page, reason="原表如此，待财政所核对")
    targets = (qinghe.FOLDER / shape.targets_file).read_bytes()
    files = {"file": (shape.targets_file, targets)}
    office.write_what_was_shown(
        desk, desk.post("/desk/targets/import/", {"year": str(shape.opens_on.year)}, files=files)
    )


def _type_details(desk: Person, shape: Shape, session_id: int) -> None:
    address = f"/desk/sessions/{session_id}/papers/details/"
    form = next(form for form in desk.get(address).forms("") if "报到时间" in form.fields)
    invited = shape.opens_on - timedelta(days=10)  # before the last day for leave, as a notice must be
    typed = {
        **form.fields,
        "通知日期": invited.isoformat(),
        "审查报告日期": shape.opens_on.isoformat(),
        "请假截止": "会议召开三天以前",
        "着装": "正装",
        "联系人": "沈青",
        "联系电话": "5550123",
        "会前准备": "征求选民对政府工作的意见。\n起草议案、建议，交代表团团长。",
        "记录人": "沈青",
        "领誓人": shape.posts[0].candidates[0] if shape.posts else "",
        "主席团会议主持人": "顾长河",
        "工作人员": STAFF,
        **shape.typed_for_papers,
    }
    desk.post(address, typed)


def _packed(desk: Person, session_id: int) -> bytes:
    page = desk.post(f"/desk/sessions/{session_id}/papers/pack/", {"formats": FORMATS})
    began = time.monotonic()
    while not page.links("/file/"):
        if time.monotonic() - began > _LONGEST:
            raise PageWentWrong(f"the pack was not ready after {_LONGEST:.0f} s: {page.text[:200]}")
        time.sleep(_WAIT)
        page = desk.get(page.path)
    return desk.get(page.links("/file/")[0]).response.content


def _left_out(shape: Shape, zipped: zipfile.ZipFile) -> list[str]:
    """What the list says is not in the pack, against what such a session cannot have."""
    listed = zipped.read(CONTENTS).decode("utf-8-sig").partition("二、还没有的材料")[2].partition("三、")[0]
    names = {line.partition("：")[0].partition("（")[0] for line in listed.split("\r\n") if "：" in line}
    odd = names ^ set(shape.papers_waiting)
    return [f"papers: {name} {'is waiting' if name in names else 'should wait'}" for name in sorted(odd)]


def _proofread(desk: Person, session_id: int, zipped: zipfile.ZipFile, files: list[str]) -> list[str]:
    """Every text Huitang wrote, brought back as a Word file: nothing may be found in it."""
    address, told = f"/desk/sessions/{session_id}/proofread/", []
    for name in files:
        if not name.endswith(".docx"):
            continue
        page = desk.post(address, files={"file": (name.rpartition("/")[2], zipped.read(name))})
        found = re.findall(r'id="finding-\d+"', page.response.text)
        told += [f"papers: {len(found)} findings in {name}"] if found else []
    return told


def count_papers(out: Path) -> int:
    return sum(1 for path in out.rglob("*") if path.suffix in (".docx", ".pdf"))
