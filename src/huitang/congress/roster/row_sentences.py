"""What is said of one row of an uploaded roll: why it cannot be taken, or what to look at."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from huitang.congress.roster.matching import Doubt, Match
from huitang.congress.roster.roll_file import RollFile, RollLine
from huitang.congress.roster.wrong_cells import WrongCell

LEAVE = "请假"
MANDATE_WORDS = ("暂停", "终止", "辞职", "罢免", "调离", "迁出", "去世", "病故", "撤职", "免职")


def row_errors(line: RollLine, match: Match, roll: RollFile) -> tuple[WrongCell, ...]:
    errors = list(line.errors)
    twins = [other.row for other in roll.lines if other is not line and line.number and other.number == line.number]
    if twins:
        sentence = _("编号 {number} 与第 {rows} 行重复。请在文件里改正其中一个。")
        errors.append(roll.at(line.row, "number", sentence.format(number=line.number, rows=_listed(twins))))
    if match.doubt:
        errors.append(roll.at(line.row, "name", _doubt_in_words(line, match)))
    return tuple(errors)


def number_is_shared(number: int | None) -> str:
    return _("导入后会有两位代表用编号 {number}。请在文件里把编号一栏填全。").format(number=number)


def _doubt_in_words(line: RollLine, match: Match) -> str:
    if match.doubt is Doubt.TWO_LINES_ALIKE:
        sentence = _(
            "与第 {rows} 行同名，联系电话和出生年月都不足以分清是不是两个人。"
            "是同一人请删去一行；是两人请把两行的联系电话或出生年月填全。"
        )
        return sentence.format(rows=_listed(match.namesake_rows))
    if match.doubt is Doubt.WHICH_OF_THEM:
        sentence = _(
            "名册里已有“{name}”（编号 {numbers}），这一行的联系电话、出生年月、编号和代表团都不足以认定是哪一位。"
            "请在文件里把这几栏填全。"
        )
        numbers = [deputy.number for deputy in match.namesakes]
        return sentence.format(name=line.name, numbers=_listed(numbers))
    number = match.other.number if match.other else 0
    if match.doubt is Doubt.ANOTHER_PERSON:
        sentence = _(
            "名册里编号 {number} 也叫“{name}”，但联系电话、出生年月等都不同，不知道是不是同一人。"
            "是同一人请先在代表页更正；是另一人请先登记原来那位的资格变动，或在代表页新增这一位。"
        )
        return sentence.format(name=line.name, number=number)
    sentence = _(
        "编号 {number} 是“{holder}”的，而“{holder}”不在这个文件里。"
        "若是更正姓名，请先在代表页更正；若是新代表，请在文件里换一个编号。"
    )
    return sentence.format(number=number, holder=match.other.name if match.other else "")


def row_warnings(line: RollLine, match: Match, *, is_touched: bool) -> tuple[str, ...]:
    warnings = list(line.warnings)
    if is_touched:
        warnings += _about_the_match(line, match)
        if not line.delegation and match.deputy is None:
            warnings.append(_("没有写代表团，先列在“未分团”，以后可以在代表团页调整。"))
    if any(word in line.remark for word in MANDATE_WORDS):
        sentence = _("备注写着“{remark}”。代表资格有变动的，请到代表页登记；导入不改变资格。")
        warnings.append(sentence.format(remark=line.remark))
    return tuple(warnings)


def _about_the_match(line: RollLine, match: Match) -> list[str]:
    warnings = []
    if match.is_renamed and match.deputy:
        sentence = _("按编号和联系电话认作“{old}”，姓名改为“{new}”。请核对。")
        warnings.append(sentence.format(old=match.deputy.name, new=line.name))
    if (match.namesake_rows or match.namesakes) and not match.doubt:
        warnings.append(_namesakes_in_words(line, match))
    if match.deputy and match.deputy.mandate_ended:
        sentence = _("“{name}”的代表资格已经终止，导入后仍是终止。重新当选的，请在代表页登记补选。")
        warnings.append(sentence.format(name=line.name))
    return warnings


def _namesakes_in_words(line: RollLine, match: Match) -> str:
    marks = {
        "phone": _("联系电话"),
        "born": _("出生年月"),
        "number": _("编号"),
        "delegation": _("代表团"),
        "": _("联系电话或出生年月"),
    }
    mark = marks[match.told_apart_by]
    if match.namesake_rows:
        sentence = _("与第 {rows} 行同名，凭{mark}分为两人。请核对。")
        return sentence.format(rows=_listed(match.namesake_rows), mark=mark)
    numbers = _listed([deputy.number for deputy in match.namesakes])
    return _("名册里编号 {numbers} 也叫“{name}”，凭{mark}分为两人。请核对。").format(
        numbers=numbers, name=line.name, mark=mark
    )


def _listed(numbers: Sequence[int]) -> str:
    return "、".join(str(number) for number in numbers)
