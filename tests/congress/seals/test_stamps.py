"""A paper bears the check code of the text in force that says the same words, and of no other."""

import io
import zipfile

import pytest
from django.conf import settings

from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.texts.reading import read_file
from huitang.adapters.verifying.suspect import read_suspect
from huitang.adapters.verifying.trusted import read_record
from huitang.adapters.verifying.verdict import Answer, judge
from huitang.congress.documents import attempts, glyphs, keeping, keeping_commands, making, pack
from huitang.congress.documents.making import Format
from huitang.congress.proofreading.known_of_record import known_of
from huitang.congress.proofreading.proofread import proofread
from huitang.congress.publication import commands as publication
from huitang.congress.publication import queries as published
from huitang.congress.publication.models import Release
from huitang.congress.roster.models import Town
from huitang.congress.seals import commands, stamps
from huitang.congress.seals import queries as seals
from huitang.congress.seals.site import Site
from tests.stage import Play, finished_spring

pytestmark = pytest.mark.django_db
SITE = Site("https://rd.qinghe.example", "3305210001")
PAPERS = {"RESOLUTION": "resolution", "ANNOUNCEMENT": "announcement", "NEWS": "news"}


@pytest.fixture
def play() -> Play:
    """Qinghe after its session, everything released."""
    play = finished_spring()
    publication.draft_all(session_id=play.session_id, actor=play.office, now=play.clock.tick())
    for draft in Release.objects.order_by("pk"):
        commands.release(release_id=draft.pk, site=SITE, actor=play.chair, now=play.clock.tick())
    return play


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return glyphs.fonts_of(settings.FONT_FOLDERS)


def made(play: Play, format: Format, fonts: FontSet | None = None) -> dict[str, bytes]:
    """The papers of the three kinds that have a public text, by check code; without one by their name."""
    source, words = making.gathered(play.session_id)
    found = {}
    for one in attempts.attempt_all(source, words):
        if one.kind.key in PAPERS.values():
            stamp = stamps.find_stamp(one, source)
            found[stamp.code if stamp else one.name] = making.make(one, format, fonts, stamp).content
    return found


def test_every_released_paper_bears_its_own_code_and_address_and_is_whole(play, fonts):
    rows = {row.check_code: row for row in published.list_in_force(Town.objects.get().pk)}
    assert {row.kind for row in rows.values()} == set(PAPERS)
    for format in Format:
        papers = made(play, format, fonts)
        assert papers.keys() == rows.keys()
        for code, content in papers.items():
            text = read_suspect(content)
            assert code in text
            assert SITE.release_address(rows[code].id) in text
            record = read_record(seals.get_record(rows[code].id).content)
            verdict = judge(record, text)
            assert verdict.differences == (), (rows[code].title, format)
            last = rows[code].title[-2:]
            assert judge(record, text.replace(last, f"{last[0]}某", 1)).answer is Answer.ALTERED


def test_a_stamped_word_file_is_proofread_with_the_findings_of_the_plain_one(play):
    source, words = making.gathered(play.session_id)
    known = known_of(source.record, source.roll, (source.session, *source.last_year))
    for one in attempts.attempt_all(source, words):
        if one.kind.key in PAPERS.values():
            plain, stamped = (
                making.make(one, Format.DOCX, None, stamp) for stamp in (None, stamps.find_stamp(one, source))
            )
            assert plain.content != stamped.content
            findings = [proofread(read_file(paper.content), known) for paper in (plain, stamped)]
            assert findings[0] == findings[1], one.name


def test_what_the_room_makes_keeps_and_packs_is_stamped(play, fonts):
    row = next(row for row in published.list_in_force(play.town_id) if row.kind == "NEWS")
    about = {"session_id": play.session_id, "key": "news", "subject_key": "session", "fonts": fonts}
    paper = making.make_paper(**about, town_id=play.town_id, format=Format.PDF, stamping=stamps.find_stamp)
    assert row.check_code in read_suspect(paper.content)
    kept = keeping_commands.keep_paper(**about, actor=play.office, now=play.clock.tick(), stamping=stamps.find_stamp)
    assert kept[list(Format).index(Format.PDF)].content == paper.content
    assert keeping.list_kept(play.session_id)[0].version == 1
    plan = pack.plan_pack(play.session_id, town_id=play.town_id, stamping=stamps.find_stamp)
    target = io.BytesIO()
    pack.write_pack(plan, formats=[Format.PDF], fonts=fonts, target=target, at=play.clock.tick())
    with zipfile.ZipFile(target) as zipped:
        stamped = [name for name in zipped.namelist() if name.endswith(".pdf") and paper.content == zipped.read(name)]
    assert len(stamped) == 1


def test_neither_a_withdrawn_text_nor_one_whose_words_moved_on_stamps_a_paper(play):
    before = set(made(play, Format.DOCX))
    news = Release.objects.get(kind="NEWS", state="RELEASED")
    Release.objects.filter(pk=news.pk).update(blocks=[*news.blocks, {"type": "p", "text": "会后又补了一句。"}])
    resolution = Release.objects.filter(kind="RESOLUTION", state="RELEASED").first()
    gone = published.get_public_release(resolution.pk).check_code
    commands.withdraw(release_id=resolution.pk, reason="有误", site=SITE, actor=play.chair, now=play.clock.tick())
    code = published.get_public_release(news.pk).check_code
    assert before - set(made(play, Format.DOCX)) == {gone, code}


def test_a_draft_stamps_nothing():
    play = finished_spring()
    publication.draft_all(session_id=play.session_id, actor=play.office, now=play.clock.tick())
    source, words = making.gathered(play.session_id)
    assert not any(stamps.find_stamp(one, source) for one in attempts.attempt_all(source, words))
