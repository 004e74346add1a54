"""What is said of an uploaded roll as a whole: its own figures checked against its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from huitang.congress.roster.matching import KnownDeputy
from huitang.congress.roster.roll_file import Claim, RollFile
from huitang.rules.legal_text import chinese_number

NAMES_SHOWN = 12


class Level(StrEnum):
    AGREES = "AGREES"
    NOTE = "NOTE"
    WARNING = "WARNING"


@dataclass(frozen=True)
class Finding:
    level: Level
    sentence: str


def find_all(
    roll: RollFile, *, term_number: int, quota: int, not_in_file: Sequence[KnownDeputy], in_office_after: int
) -> tuple[Finding, ...]:
    """`in_office_after` counts the deputies in office once the file is taken over."""
    women = sum(line.is_woman for line in roll.lines)
    found = [
        _check_term(roll.term_said, term_number),
        _about_other_sheets(roll),
        _agree(roll.all_said, len(roll.lines), _("合计代表数")),
        _agree(roll.women_said, women, _("女代表数")),
        _check(roll.in_office_said, len(roll.lines), _("现有代表数")),
        _check_quota(roll.quota_said, quota),
        _check_seats(quota, in_office_after),
        _about_missing(not_in_file),
        *_about_the_file(roll),
    ]
    return tuple(finding for finding in found if finding)


def _agree(claim: Claim | None, counted: int, what: str) -> Finding | None:
    """A total that does not agree is one of the wrong cells of the file."""
    return _check(claim, counted, what) if claim and claim.number == counted else None


def _check(claim: Claim | None, counted: int, what: str) -> Finding | None:
    if claim is None:
        return None
    facts = {"what": what, "where": claim.where, "said": claim.number, "counted": counted}
    if claim.number == counted:
        return Finding(Level.AGREES, _("{what}：{where} 写的是 {said}，逐行数出来也是 {counted}。").format(**facts))
    sentence = _("{what}对不上：{where} 写的是 {said}，逐行数出来是 {counted}。导入以逐行为准，请核对原件。")
    return Finding(Level.WARNING, sentence.format(**facts))


def _check_term(said: str, term_number: int) -> Finding | None:
    if said in ("", str(term_number), chinese_number(term_number)):
        return None
    sentence = _("表头上方写的是“第{said}届”，这里要导入的是第{number}届。请核对是不是选错了文件或届次。")
    return Finding(Level.WARNING, sentence.format(said=said, number=chinese_number(term_number)))


def _about_other_sheets(roll: RollFile) -> Finding | None:
    if not roll.sheets_left_out:
        return None
    others = "、".join(f"“{name}”" for name in roll.sheets_left_out)
    sentence = _("工作表{others}里也有名册，这次只导入了“{sheet}”。要一起导入，请先并成一张表。")
    return Finding(Level.WARNING, sentence.format(others=others, sheet=roll.sheet))


def _check_quota(claim: Claim | None, quota: int) -> Finding | None:
    if claim is None:
        return None
    facts = {"where": claim.where, "said": claim.number, "quota": quota}
    if claim.number == quota:
        return Finding(Level.AGREES, _("应选代表名额：{where} 写的是 {said}，与本届登记的名额一致。").format(**facts))
    sentence = _(
        "应选代表名额对不上：{where} 写的是 {said}，本届登记的名额是 {quota}。名额由县级人大常委会确定，请核对后在“届次”页更正。"
    )
    return Finding(Level.WARNING, sentence.format(**facts))


def _check_seats(quota: int, in_office_after: int) -> Finding | None:
    facts = {"quota": quota, "in_office": in_office_after, "vacant": quota - in_office_after}
    if in_office_after > quota:
        sentence = _("导入后在任代表 {in_office} 名，超过本届名额 {quota} 名。请核对名额和名册。")
        return Finding(Level.WARNING, sentence.format(**facts))
    if in_office_after == quota:
        return Finding(Level.NOTE, _("导入后在任代表 {in_office} 名，名额已满。").format(**facts))
    sentence = _("导入后在任代表 {in_office} 名，本届名额 {quota} 名，缺额 {vacant} 名。")
    return Finding(Level.NOTE, sentence.format(**facts))


def _about_missing(missing: Sequence[KnownDeputy]) -> Finding | None:
    if not missing:
        return None
    names = "、".join(f"{deputy.number} {deputy.name}" for deputy in missing[:NAMES_SHOWN])
    sentence = _(
        "名册里有 {count} 名代表不在这个文件里：{names}{more}。导入不会删除他们；资格终止的，请到代表页逐人登记。"
    )
    more = _(" 等") if len(missing) > NAMES_SHOWN else ""
    return Finding(Level.WARNING, sentence.format(count=len(missing), names=names, more=more))


def _about_the_file(roll: RollFile) -> list[Finding]:
    found = []
    if roll.notes:
        lines = "；".join(
            _("第 {row} 行“{text}”").format(row=line.number_in_file, text=line.text) for line in roll.notes
        )
        found.append(Finding(Level.NOTE, _("只有一格文字、没有当作代表的行：{lines}。").format(lines=lines)))
    if roll.unused_columns:
        columns = "、".join(roll.unused_columns)
        found.append(Finding(Level.NOTE, _("没有采用的栏目：{columns}。").format(columns=columns)))
    return found
