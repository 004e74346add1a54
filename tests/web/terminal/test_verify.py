"""`huitang verify` trusts a key and a record, never the page; it says what was done to each word, and exits by the verdict."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from huitang.adapters.signing import keys, merkle, notes, trust
from tests.adapters.verifying import pages
from tests.adapters.verifying.pages import NEWS

PASSPHRASE = "qinghe congress office"
CONTENT = pages.bytes_of(NEWS.title, NEWS.told["blocks"])


@pytest.fixture(scope="module")
def made() -> keys.MadeKeys:
    return keys.make_keys(PASSPHRASE)


@pytest.fixture
def folder(tmp_path, made) -> Path:
    """A record with its signature, the key, the log, and the page."""
    (tmp_path / "5.record.json").write_bytes(CONTENT)
    leaves = [merkle.leaf_hash(b"another"), merkle.leaf_hash(CONTENT)]
    with keys.opened(made.secret_file, PASSPHRASE) as key:
        (tmp_path / "5.record.json.minisig").write_text(key.sign(CONTENT, comment="version 1"))
        note = notes.sign_checkpoint(notes.Checkpoint("qinghe.example/log", 2, merkle.root_of(leaves)), key)
    (tmp_path / "log").mkdir()
    (tmp_path / "log/checkpoint").write_text(note)
    (tmp_path / "log/leaves.json").write_text(json.dumps({"leaves": [{"leaf_hash": leaf.hex()} for leaf in leaves]}))
    (tmp_path / "minisign.pub").write_text(made.public.file)
    (tmp_path / "page.html").write_text(pages.page_of(NEWS))
    return tmp_path


def verify(folder: Path, *more: str, page: str = "page.html", **options) -> tuple[int, str]:
    told = io.StringIO()
    words = ["verify", str(folder / page), "--record", str(folder / "5.record.json"), *more]
    try:
        call_command(*words, stdout=told, **options)
    except SystemExit as left:
        return int(str(left.code)), told.getvalue()
    return 0, told.getvalue()


def test_a_page_that_is_whole_with_key_and_log(folder):
    code, told = verify(folder, "--keys", str(folder / "minisign.pub"), "--log", str(folder / "log"))
    assert code == 0
    assert "一字未改" in told
    assert "记录的签名正确：version 1" in told
    assert "2 条里的第 2 条" in told


def test_the_key_may_be_typed(folder, made):
    assert "签名正确" in verify(folder, "--keys", made.public.line)[1]


def test_an_altered_page_is_painted_in_the_terminal_and_as_a_page(folder):
    page = pages.page_of(NEWS).replace("95名", "59名").replace("<h1>", "<p>\x1b[2J</p><h1>")
    (folder / "page.html").write_text(page)
    code, told = verify(folder, "--keys", str(folder / "minisign.pub"), "--html", str(folder / "out.html"))
    assert code == 1
    assert "\x1b[2J" not in told
    assert "被改动过" in told
    painted = (folder / "out.html").read_text()
    assert "<ins>" in painted
    assert "<script" not in painted


def test_a_page_of_a_clone_cannot_write_into_the_report(folder):
    page = pages.page_of(NEWS).replace("95名", "95名&lt;script&gt;alert(1)&lt;/script&gt;")
    (folder / "page.html").write_text(page)
    assert verify(folder, "--html", str(folder / "out.html"))[0] == 1
    assert "<script" not in (folder / "out.html").read_text()


def test_something_else_is_not_ours(folder):
    (folder / "other.txt").write_text("临江镇召开夏季防汛工作会议。会议要求各村落实责任，加强巡查。")
    code, told = verify(folder, page="other.txt")
    assert code == 3
    assert "不是我们发布的" in told


def test_an_altered_record_is_not_believed(folder):
    altered = CONTENT.decode().replace("95名", "59名")
    (folder / "5.record.json").write_text(altered)
    (folder / "page.html").write_text(pages.page_of(NEWS).replace("95名", "59名"))
    code, told = verify(folder, "--keys", str(folder / "minisign.pub"))
    assert code == 4
    assert "签名不对" in told
    assert "里面没有" in verify(folder, "--keys", str(folder / "minisign.pub"), "--log", str(folder / "log"))[1]


def test_a_signature_by_a_stranger_or_by_a_revoked_key_is_not_believed(folder, made):
    stranger = keys.make_keys(PASSPHRASE)
    assert verify(folder, "--keys", stranger.public.line)[0] == 4
    with keys.opened(made.secret_file, PASSPHRASE) as key:
        said = trust.state_revocation(key, reason="失窃", at="2025-05-01T00:00:00Z")
    (folder / "keys.json").write_text(json.dumps(trust.write_list([], [said])))
    code, told = verify(folder, "--keys", made.public.line, "--key-list", str(folder / "keys.json"))
    assert code == 4
    assert "已经作废（失窃）" in told


def test_a_later_key_is_reached_from_the_pinned_one(folder, made):
    later = keys.make_keys(PASSPHRASE)
    with keys.opened(made.secret_file, PASSPHRASE) as key:
        said = trust.state_rotation(key, later.public, at="2025-05-01T00:00:00Z")
    with keys.opened(later.secret_file, PASSPHRASE) as key:
        (folder / "5.record.json.minisig").write_text(key.sign(CONTENT, comment="by the later key"))
    (folder / "keys.json").write_text(json.dumps(trust.write_list([], [said])))
    assert verify(folder, "--keys", made.public.line)[0] == 4
    code, told = verify(folder, "--keys", made.public.line, "--key-list", str(folder / "keys.json"))
    assert code == 0
    assert "by the later key" in told


def test_a_log_whose_leaves_were_changed_is_refused(folder):
    leaves = {"leaves": [{"leaf_hash": "00" * 32}, {"leaf_hash": merkle.leaf_hash(CONTENT).hex()}]}
    (folder / "log/leaves.json").write_text(json.dumps(leaves))
    with pytest.raises(CommandError, match="WRONG_SIGNATURE"):
        verify(folder, "--keys", str(folder / "minisign.pub"), "--log", str(folder / "log"))


def test_without_a_key_only_the_words_are_held_against_each_other(folder):
    (folder / "5.record.json.minisig").unlink()
    code, told = verify(folder)
    assert code == 0
    assert "记录没有签名" in told


def test_the_answer_is_given_in_json_and_in_english_too(folder):
    (folder / "page.html").write_text(pages.page_of(NEWS).replace("95名", "96名"))
    told = json.loads(verify(folder, json=True)[1])
    assert told["answer"] == "OURS_ALTERED"
    assert [(one["ours"], one["theirs"]) for one in told["differences"]] == [("5", "6")]
    assert "altered" in verify(folder, lang="en")[1]


@pytest.mark.parametrize("place", ["nowhere.html", "5.record.json.nothing"])
def test_what_cannot_be_read_is_said(folder, place):
    with pytest.raises(CommandError, match=place):
        verify(folder, page=place)


def test_a_broken_record_is_refused(folder):
    (folder / "5.record.json").write_bytes(CONTENT.replace(b'"version":1', b'"version": 1'))
    with pytest.raises(CommandError):
        verify(folder)


@pytest.mark.django_db
def test_without_records_those_of_the_installation_are_taken(folder):
    with pytest.raises(CommandError, match="--record"):
        call_command("verify", str(folder / "page.html"))
