"""A paper as a file, the pack, and papers kept byte for byte; making never changes the record."""

import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.utils import translation

from huitang.adapters.papers.paper import Paper, Paragraph, Run
from huitang.congress.accounts.actor import DeedIsNotYours
from huitang.congress.documents import (
    attempts,
    glyphs,
    keeping,
    keeping_commands,
    making,
    pack,
    queries,
    refusals,
)
from huitang.congress.documents.gaps import SENTENCES
from huitang.congress.documents.making import Format
from huitang.congress.documents.models import KeptPaper
from huitang.congress.documents.paper_refusal import PaperIsNotDrawn
from huitang.congress.journal import queries as journal
from huitang.congress.sittings import commands as sittings
from huitang.congress.sittings import queries as rows
from huitang.congress.sittings.commands import SessionIsUnknown
from tests.congress.documents.test_templates import save

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def make(play, key="agenda", subject="session", format=Format.DOCX, fonts=None, town_id=None):
    return making.make_paper(
        session_id=play.session_id,
        town_id=town_id or play.town_id,
        key=key,
        subject_key=subject,
        format=format,
        fonts=fonts,
    )


def keep(play, fonts, actor=None):
    return keeping_commands.keep_paper(
        session_id=play.session_id,
        key="agenda",
        subject_key="session",
        fonts=fonts,
        actor=actor or play.office,
        now=play.clock.tick(),
    )


def packed(play, fonts, formats=tuple(Format), told=lambda _done, _name: None):
    target = io.BytesIO()
    plan = pack.plan_pack(play.session_id, town_id=play.town_id)
    result = pack.write_pack(plan, formats=formats, fonts=fonts, target=target, at=play.clock.tick(), told=told)
    return plan, result, zipfile.ZipFile(target)


def test_a_paper_is_a_file_with_a_chinese_name_and_its_sha256(play, fonts):
    for format, beginning in ((Format.DOCX, b"PK"), (Format.PDF, b"%PDF")):
        made = make(play, format=format, fonts=fonts)
        assert made.filename == f"会议议程.{format.suffix}"
        assert made.content.startswith(beginning)
        assert made.sha256 == hashlib.sha256(made.content).hexdigest() != EMPTY


def test_the_same_record_gives_the_same_bytes_whatever_the_page_speaks(play, fonts):
    first = make(play, "script", f"sitting-{_plenary(play)}", Format.DOCX)
    with translation.override("en"):
        assert make(play, "script", f"sitting-{_plenary(play)}", Format.DOCX) == first
        report = queries.get_paper(play.session_id, "credentials_report", "session", town_id=play.town_id)
        assert "under" not in repr(report.attempt.paper).lower()


def test_what_is_not_ready_says_what_it_waits_for(play):
    with pytest.raises(refusals.PaperIsNotReady, match=r"召开会议通知.*联系人"):
        make(play, "notice")


@pytest.mark.parametrize(
    ("key", "subject"), [("nothing", "session"), ("agenda", "sitting-1"), ("script", "sitting-99999"), ("agenda", "")]
)
def test_a_paper_the_session_does_not_have_is_unknown(play, key, subject):
    with pytest.raises(refusals.PaperIsUnknown):
        make(play, key, subject)


def test_another_town_has_no_such_session(play):
    with pytest.raises(SessionIsUnknown):
        make(play, town_id=play.town_id + 1)


def test_drawing_listing_and_packing_change_nothing(play, fonts):
    before = journal.get_head("qinghe")
    queries.list_papers(play.session_id, town_id=play.town_id)
    make(play, format=Format.PDF, fonts=fonts)
    packed(play, fonts)
    assert journal.get_head("qinghe") == before
    assert not KeptPaper.objects.exists()


def test_the_list_has_every_paper_once_ready_or_with_what_it_waits_for(play):
    desk = queries.list_papers(play.session_id, town_id=play.town_id)
    assert len({(row.key, row.subject) for row in desk.rows}) == len(desk.rows) > 35
    assert [row.name for row in desk.rows if row.is_ready == bool(row.waits or row.fault)] == []
    assert [row.fault for row in desk.rows if row.fault] == []
    assert [stage.stage for stage in desk.stages] == ["BEFORE", "MEETING", "VOTING", "AFTER"]
    assert {one.need for row in desk.rows for one in row.waits} <= set(SENTENCES)


# characters


def test_rare_names_are_found_before_anything_is_printed(play, fonts):
    desk = queries.list_papers(play.session_id, town_id=play.town_id, font_folders=settings.FONT_FOLDERS)
    found = {one.character: one for one in desk.rare_names}
    assert set("䶮喆堃玥翀祎镕") & set(found)
    assert all(one.drawn_by for one in desk.rare_names)
    assert desk.undrawable == ()


def test_a_character_nobody_can_draw_is_refused_by_name(play, fonts):
    tried = attempts.find_attempt("agenda", "session", *making.gathered(play.session_id, play.town_id))
    paper = Paper("会议议程", (Paragraph((Run("\U0003ffff代表"),)),))
    with pytest.raises(refusals.PaperCannotBeDrawn, match=r"会议议程.*印不出"):
        making.make(replace(tried, paper=paper), Format.PDF, fonts)
    assert making.make(replace(tried, paper=paper), Format.DOCX, None).content


def test_a_machine_without_fonts_says_so_and_word_still_works(play, tmp_path):
    with pytest.raises(PaperIsNotDrawn, match="HUITANG_FONTS"):
        glyphs.fonts_of((tmp_path,))
    desk = queries.list_papers(play.session_id, town_id=play.town_id, font_folders=(tmp_path,))
    assert "仿宋" in desk.fonts_missing
    assert make(play).content


# the pack


def test_the_pack_holds_what_is_ready_in_folders_and_a_list_that_tells_the_rest(play, fonts):
    heard = []
    plan, result, zipped = packed(play, fonts, told=lambda done, name: heard.append((done, name)))
    names = zipped.namelist()
    assert len(names) == len(set(names)) == len(result.files) + 1 == plan.files(tuple(Format)) + 1
    assert {name.split("/")[0] for name in names} <= {*pack.FOLDERS.values(), pack.CONTENTS}
    assert "01会前/01会议议程.docx" in names
    assert [done for done, _name in heard] == list(range(1, len(heard) + 1))
    contents = zipped.read(pack.CONTENTS).decode("utf-8-sig")
    for file in result.files:
        assert hashlib.sha256(zipped.read(file.path)).hexdigest() == file.sha256
        assert f"{file.sha256}  {file.path}" in contents
    waiting = [one for one in plan.attempts if not one.is_ready]
    assert waiting
    assert all(f"{one.name}：{one.waits[0].sentence}" in contents for one in waiting)


def test_a_pack_of_word_files_needs_no_fonts(play):
    plan, result, _zipped = packed(play, None, formats=(Format.DOCX,))
    assert len(result.files) == len(plan.ready)
    assert {file.path.rpartition(".")[2] for file in result.files} == {"docx"}


def test_one_paper_that_cannot_be_drawn_does_not_stop_the_pack(play, fonts):
    plan = pack.plan_pack(play.session_id, town_id=play.town_id)
    bad = replace(plan.ready[0], paper=Paper("坏", (Paragraph((Run("\U0003ffff"),)),)))
    target = io.BytesIO()
    result = pack.write_pack(
        replace(plan, attempts=(bad, *plan.ready[1:3])),
        formats=(Format.PDF,),
        fonts=fonts,
        target=target,
        at=play.clock.tick(),
    )
    assert len(result.files) == 2
    assert "印不出" in result.left_out[0].why


def test_the_list_names_the_papers_in_the_offices_own_wording(play, fonts):
    save(play)
    contents = packed(play, fonts, formats=(Format.DOCX,))[2].read(pack.CONTENTS).decode("utf-8-sig")
    assert "会议议程：第1版" in contents


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("关于<表决>的决议/草案：1", "关于表决的决议草案：1.pdf"),
        ('a\\b:c*d?e"f|g', "abcdefg.pdf"),
        ("结尾 . ", "结尾.pdf"),
        ("CON", "_CON.pdf"),
        ("lpt1", "_lpt1.pdf"),
        ("???", "材料.pdf"),
        ("长" * 200, "长" * 80 + ".pdf"),
    ],
)
def test_file_names_are_safe_on_windows(name, file):
    assert making.filename(name, Format.PDF) == file


# kept


def test_a_kept_paper_stays_byte_for_byte_whatever_changes(play, fonts):
    made = keep(play, fonts)
    sittings.change_session(
        session_id=play.session_id,
        opens_on=date(2025, 3, 30),
        closes_on=date(2025, 4, 1),
        place="礼堂",
        actor=play.office,
        now=play.clock.tick(),
    )
    save(play)
    version = keeping.list_kept(play.session_id)[0]
    for paper, file in zip(sorted(made, key=lambda one: one.filename), version.files, strict=True):
        held = keeping.get_kept(file.id, town_id=play.town_id)
        assert held.content == paper.content
        assert hashlib.sha256(held.content).hexdigest() == held.sha256 == paper.sha256


def test_the_list_says_when_a_kept_paper_no_longer_agrees(play, fonts):
    def row():
        desk = queries.list_papers(play.session_id, town_id=play.town_id)
        return next(one for one in desk.rows if one.key == "agenda"), desk

    keep(play, fonts)
    assert row()[0].agrees
    save(play)
    assert not row()[0].agrees
    assert [one.key for one in row()[1].outdated] == ["agenda"]
    keep(play, fonts)
    assert row()[0].agrees
    assert [one.version for one in row()[0].kept] == [2, 1]


def test_keeping_is_written_down_and_the_same_bytes_are_not_kept_twice(play, fonts):
    made = keep(play, fonts)
    entry = journal.list_entries(chain="qinghe", area="papers")[0]
    assert entry.event == "papers.kept"
    assert set(entry.facts["sha256"].values()) == {paper.sha256 for paper in made}
    with pytest.raises(refusals.PaperIsKeptAlready, match="第 1 版"):
        keep(play, fonts)
    assert KeptPaper.objects.count() == 2


def test_only_the_office_keeps_and_only_its_own_town_reads(play, fonts):
    with pytest.raises(DeedIsNotYours):
        keep(play, fonts, actor=play.chair)
    keep(play, fonts)
    kept_id = KeptPaper.objects.first().pk
    with pytest.raises(refusals.KeptPaperIsUnknown):
        keeping.get_kept(kept_id, town_id=play.town_id + 1)


def _plenary(play) -> int:
    return next(row.id for row in rows.list_sittings(play.session_id) if row.kind == "PLENARY")
