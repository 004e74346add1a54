"""Names of persons where a text puts them: beside a post, before 代表 or 同志, in a list of names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from huitang.adapters.names import surnames
from huitang.congress.proofreading.passages import Line, Reading

_SURNAMES = set(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
    "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申"
    "欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司"
    "卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻"
    "苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
)
_COMPOUND = tuple(name for name in surnames.COMPOUND if name not in ("东方", "第五", "南门", "西门", "百里", "公良"))
POST_BEFORE = r"(?:副书记|书记|委员|副镇长|镇长|副乡长|乡长|副主席|主席|副主任|主任|所长|站长|候选人|总监票人|监票人|总计票人|计票人|秘书长|团长|代表)"
_AFTER = r"(?:同志|代表(?![团大资名])|副书记|书记|副镇长|镇长|副乡长|乡长|副主席|主席(?!团))"
_VERB = r"(?:主持|在|作(?!用|为|风)|指出|强调|出席|当选|讲话|宣读|宣布|代表|汇报|报告)"
_H = r"[一-鿿]"
BESIDE_POST = re.compile(rf"{POST_BEFORE}(?P<name>{_H}{{2,4}}?|{_H}+·{_H}+)(?={_AFTER}|{_VERB}|[，。、；：）\s]|$)")
BEFORE_TITLE = re.compile(rf"(?<!{_H})(?P<name>{_H}{{2,4}}?|{_H}+·{_H}+)(?={_AFTER})")
IN_ELECTION = re.compile(rf"(?:选举|补选|、)(?P<name>{_H}{{2,4}}?)(?=同志|、|为{_H}{{0,12}}(?:长|主席)|当选)")
_ROW = re.compile(
    rf"(?:{_H}{{2,4}}|{_H}+·{_H}+|{_H}[ \u3000]+{_H})(?:[、\s\u3000]+(?:{_H}{{2,4}}|{_H}+·{_H}+|{_H}[ \u3000]+{_H}))+"
)
_NEXT = re.compile(rf"{_H}+(?:·{_H}+)*")


@dataclass(frozen=True)
class NameSaid:
    """A word that stands where a name stands. `is_beside_post`: directly beside a post, 代表 or 同志."""

    paragraph: int
    start: int
    end: int
    name: str
    is_beside_post: bool


def looks_like_a_name(word: str) -> bool:
    """A surname first, and two to four characters; or a middle dot."""
    if "·" in word:
        return True
    return 2 <= len(word) <= 4 and (word[0] in _SURNAMES or word.startswith(_COMPOUND))


def list_names(text: Reading) -> tuple[NameSaid, ...]:
    """Every place once, in the order of the text."""
    found = {(one.paragraph, one.start): one for line in text.lines for one in _in_line(line)}
    return tuple(found[place] for place in sorted(found))


def _in_line(line: Line) -> Iterator[NameSaid]:
    yield from _in_rows(line)
    for pattern, is_beside_post in ((IN_ELECTION, True), (BEFORE_TITLE, True), (BESIDE_POST, True)):
        for found in pattern.finditer(line.text):
            if looks_like_a_name(found["name"]):
                yield NameSaid(line.number, *found.span("name"), found["name"], is_beside_post)


def _in_rows(line: Line) -> Iterator[NameSaid]:
    """Three or more in a row that all look like names."""
    for row in _ROW.finditer(line.text):
        words = list(_NEXT.finditer(line.text, row.start(), row.end()))
        if len(words) > 2 and all(looks_like_a_name(word[0]) for word in words):
            for word in words:
                yield NameSaid(line.number, *word.span(), word[0], False)
