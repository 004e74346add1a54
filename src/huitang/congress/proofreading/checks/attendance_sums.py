"""应到 = 实到 + 请假 + 缺席, and each figure against the record."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import attendance_words, marking, own_session
from huitang.congress.proofreading.attendance_words import AttendanceSaid, Figure
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known, KnownAttendance
from huitang.congress.proofreading.passages import Reading
from huitang.congress.proofreading.session_words import list_mentions
from huitang.rules import quorum

TOO_MANY = _("实到、请假、缺席合计{total}，比应到{in_office}多。")
TOO_FEW = _("实到、请假、缺席合计{total}，应到{in_office}，差{rest}人没有说明。")
NOT_QUORATE = _("应到{in_office}的三分之二以上是{required}，实到{present}，不符合法定人数。")
RECORD = _("这里写{says}，会议记录是{should}。")


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """Held against the record where it has figures, else added up."""
    elsewhere = _paragraphs_on_others(text, known)
    for said in attendance_words.list_attendance(text):
        kept = _record_of(said, known) if said.passage.paragraph not in elsewhere else None
        if kept and not _differing(said, kept):
            continue
        findings = list(_against_record(text, said, kept)) if kept else []
        yield from findings or _against_itself(text, said)
        yield from _quorum(text, said)
    for said in attendance_words.list_those_present(text):
        kept = _record_of(said, known)
        if kept and said.passage.paragraph not in elsewhere:
            yield from _against_record(text, said, kept)


def _paragraphs_on_others(text: Reading, known: Known) -> set[int]:
    """Where another session is spoken of, this one's figures are not asked for."""
    own = own_session.find_own_session(text, known)
    mentions = list_mentions(text)
    here = {one.paragraph for one in mentions if own is None or one.key == own.key}
    return {one.paragraph for one in mentions if one.speaks_of_another_time or one.paragraph not in here}


def _record_of(said: AttendanceSaid, known: Known) -> KnownAttendance | None:
    """The meeting the passage fits or names; else what the session reports."""
    fitting = next((one for one in known.attendance if not _differing(said, one)), None)
    named = next((one for one in known.attendance if one.sitting and one.sitting in said.passage.text), None)
    return fitting or named or next((one for one in known.attendance if not one.sitting), None)


def _differing(said: AttendanceSaid, kept: KnownAttendance) -> dict[str, tuple[Figure, int]]:
    return {
        name: (figure, getattr(kept, name))
        for name, figure in said.figures.items()
        if figure.number != getattr(kept, name)
    }


def _against_record(text: Reading, said: AttendanceSaid, kept: KnownAttendance) -> Iterator[Finding]:
    line = text.lines[said.passage.paragraph]
    for figure, right in _differing(said, kept).values():
        is_one_number = line.text[figure.start : figure.end].isdigit()
        correction = str(right) if is_one_number else None
        yield marking.error(line, figure.place, Kind.ATTENDANCE, RECORD, should=str(right), correction=correction)


def _against_itself(text: Reading, said: AttendanceSaid) -> Iterator[Finding]:
    if not said.in_office or not said.present:
        return
    line = text.lines[said.passage.paragraph]
    away = (said.on_leave.number if said.on_leave else 0) + (said.absent.number if said.absent else 0)
    total = said.present.number + away
    rest = said.in_office.number - total
    facts = {"total": total, "in_office": said.in_office.number, "rest": abs(rest)}
    if rest < 0:
        yield marking.error(line, said.present.place, Kind.ATTENDANCE, TOO_MANY, facts=facts)
    elif rest > 0 and away:
        yield marking.doubt(line, said.present.place, Kind.ATTENDANCE, TOO_FEW, facts=facts)


def _quorum(text: Reading, said: AttendanceSaid) -> Iterator[Finding]:
    line = text.lines[said.passage.paragraph]
    words = line.text[said.passage.start :]
    if not said.in_office or not said.present or "符合法定人数" not in words or "不符合法定人数" in words:
        return
    if not 0 < said.present.number <= said.in_office.number:
        return
    found = quorum.check_quorum(deputies_in_office=said.in_office.number, deputies_present=said.present.number)
    if not found.is_met:
        facts = {
            "in_office": said.in_office.number,
            "required": found.deputies_required,
            "present": said.present.number,
        }
        yield marking.error(line, said.present.place, Kind.ATTENDANCE, NOT_QUORATE, facts=facts)
