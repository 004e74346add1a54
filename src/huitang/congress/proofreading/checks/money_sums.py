"""Sums of money and shares that do not add up, and projects whose sum the record has differently."""

import re
from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import marking, money_words
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.money_words import MoneySaid
from huitang.congress.proofreading.passages import Line, Passage, Reading

PARTS_ARE_MORE = _("其中各项合计{total}，比{whole}多。")
PARTS_ARE_NOT_ALL = _("各项合计{total}，这里写{whole}。")
RECORD = _("“{project}”的投资，会议记录是{should}。")
SHARE = _("{part}占{whole}的{should}，这里写{says}。")

_WITHIN = re.compile(r"其中")
_WHOLE = re.compile(r"(?:分别为|分别是|分别安排|由[^，。]{0,20}组成)|税收收入[^。]{0,30}非税收入")
_ADDED = re.compile(r"(?:合计|共计|总计)[^，。；、\d]{0,8}$")
_OF_BUDGET = re.compile(
    r"(?:完成|占|为)(?:年初|年度|调整|全年|当年)?(?:预算|计划)(?:数)?的\s*(?P<n>\d{1,3}(?:\.\d+)?)%"
)
_PERSONS = re.compile(
    r"(?P<n>\d{1,4})(?:名|人)[，、]?占(?:代表|全体代表)?(?:总数|总人数|总名额)?(?:的)?\s*(?P<share>\d{1,3}(?:\.\d+)?)%"
)
_ALL_PERSONS = re.compile(r"(?:代表|实有|共有|全镇|选出|选举产生)[^，。；\d]{0,12}(?P<n>\d{1,4})(?:名|人)")
_MOST_DECIMALS = 6  # nobody writes more of a percentage, and a Decimal holds no more than 28 digits


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """Only sums of one sentence are held together."""
    for line in text.lines:
        for sentence in line.sentences:
            sums = money_words.sums_in(line, sentence.start, sentence.end)
            yield from _parts(line, sentence, sums)
            yield from _added(line, sums)
            yield from _share_of_budget(line, sentence, sums)
            yield from _share_of_persons(line, sentence)
        yield from _projects(line, known)


def _parts(line: Line, sentence: Passage, sums: tuple[MoneySaid, ...]) -> Iterator[Finding]:
    """A whole before 其中 and its parts behind."""
    within = _WITHIN.search(sentence.text)
    if within is None or len(_WITHIN.findall(sentence.text)) > 1:
        return
    place = sentence.start + within.start()
    before, parts = [one for one in sums if one.end <= place], [one for one in sums if one.start > place]
    if len(before) != 1 or len(parts) < 2:
        return
    whole, total = before[0], sum((one.yuan for one in parts), Decimal(0))
    slack = whole.slack + sum((one.slack for one in parts), Decimal(0))
    is_whole = bool(_WHOLE.search(sentence.text[within.start() :]))
    facts = {"total": money_words.in_unit(total, whole.words), "whole": whole.words}
    if total - whole.yuan > slack:
        yield marking.error(line, (whole.start, whole.end), Kind.MONEY, PARTS_ARE_MORE, facts=facts)
    elif is_whole and whole.yuan - total > slack:
        yield marking.error(line, (whole.start, whole.end), Kind.MONEY, PARTS_ARE_NOT_ALL, facts=facts)


def _added(line: Line, sums: tuple[MoneySaid, ...]) -> Iterator[Finding]:
    """A500万元、B700万元，合计1200万元: every sum before the total is a part of it."""
    for place, total in enumerate(sums):
        begins = sums[place - 1].end if place else 0
        if place < 2 or not _ADDED.search(line.text[begins : total.start]):
            continue
        parts = sums[:place]
        found = sum((one.yuan for one in parts), Decimal(0))
        slack = total.slack + sum((one.slack for one in parts), Decimal(0))
        if abs(found - total.yuan) > slack:
            facts = {"total": money_words.in_unit(found, total.words), "whole": total.words}
            yield marking.doubt(line, (total.start, total.end), Kind.MONEY, PARTS_ARE_NOT_ALL, facts=facts)
        return


def _share_of_budget(line: Line, sentence: Passage, sums: tuple[MoneySaid, ...]) -> Iterator[Finding]:
    """预算1000万元，完成980万元，完成预算的98%: only where the sentence has these two sums and no other."""
    found = _OF_BUDGET.search(sentence.text)
    if found is None or len(sums) != 2 or len(money_words.PERCENT.findall(sentence.text)) != 1:
        return
    if "预算" not in line.text[sentence.start : sums[0].start] or not sums[0].yuan:
        return
    budget, done = sums
    place = (found.start("n") + sentence.start, found.end("n") + sentence.start)
    yield from _share(line, place, found["n"], done.yuan, budget.yuan, (done.words, budget.words))


def _share_of_persons(line: Line, sentence: Passage) -> Iterator[Finding]:
    """代表95名，其中妇女28名，占29.5%."""
    shares = list(_PERSONS.finditer(sentence.text))
    bases = _ALL_PERSONS.finditer(sentence.text, 0, shares[0].start()) if shares else ()
    whole = max((int(base["n"]) for base in bases), default=0)
    for found in shares:
        part = int(found["n"])
        if whole > 0 and part <= whole:
            place = (found.start("share") + sentence.start, found.end("share") + sentence.start)
            names = (f"{part}人", f"{whole}人")
            yield from _share(line, place, found["share"], Decimal(part), Decimal(whole), names)


def _share(
    line: Line,
    place: tuple[int, int],
    said: str,
    part: Decimal,
    whole: Decimal,
    names: tuple[str, str],
) -> Iterator[Finding]:
    """Wrong only when no way of rounding gives what is written."""
    decimals = min(len(said.partition(".")[2]), _MOST_DECIMALS)
    step = Decimal(1).scaleb(-decimals)
    right = (part * 100 / whole).quantize(step)
    if abs(right - Decimal(said)) > step:
        facts = {"part": names[0], "whole": names[1], "says": f"{said}%"}
        yield marking.doubt(line, place, Kind.SHARE, SHARE, should=f"{right}%", correction=str(right), facts=facts)


def _projects(line: Line, known: Known) -> Iterator[Finding]:
    """The sum that stands right behind a project of the record."""
    for project in known.projects:
        place = line.text.find(project.name) if project.yuan else -1
        if place < 0 or project.yuan is None:
            continue
        ends = place + len(project.name)
        behind = re.match(r"[，（\s]*(?:总)?(?:计划)?投资(?:额)?(?:约|为|共)*\s*", line.text[ends:])
        sums = money_words.sums_in(line, ends + behind.end()) if behind else ()
        if not sums or behind is None or sums[0].start != ends + behind.end():
            continue
        if abs(sums[0].yuan - project.yuan) > sums[0].slack:
            right = money_words.in_unit(Decimal(project.yuan), sums[0].words)
            place_of_sum, facts = (sums[0].start, sums[0].end), {"project": project.name}
            yield marking.error(line, place_of_sum, Kind.MONEY, RECORD, should=right, correction=right, facts=facts)
