"""Our files are written whole; what is not ours is neither written over nor removed."""

import errno
import hashlib
from pathlib import Path

import pytest

from huitang.adapters.plain_files import folder
from huitang.adapters.plain_files.folder import Entry, FolderIsNotUsable, Manifest, open_folder


def write(root: Path, **files: bytes):
    opened = open_folder(root, own=())
    entries = []
    for name, content in files.items():
        sha256 = opened.put(f"{name}/index.html", content)
        entries.append(Entry(f"/{name}/", f"{name}/index.html", 200, sha256, "", "text/html"))
    opened.finish(Manifest("us", "https://a.example", tuple(files), tuple(entries)), ())
    return opened


def test_what_has_no_page_any_more_goes_with_its_folder_and_nothing_else(tmp_path):
    write(tmp_path, a=b"1", b=b"2")
    (tmp_path / "mine.txt").write_text("mine")
    again = write(tmp_path, a=b"1")
    assert (again.unchanged, again.removed, again.written) == (1, ["b/index.html"], set())
    assert sorted(one.name for one in tmp_path.iterdir()) == ["_manifest.json", "a", "mine.txt"]


def test_a_file_of_ours_that_somebody_changed_is_mended_while_it_has_a_page_and_left_when_not(tmp_path):
    write(tmp_path, a=b"1", b=b"2")
    (tmp_path / "a/index.html").write_bytes(b"betting")
    (tmp_path / "b/index.html").write_bytes(b"mine")
    again = write(tmp_path, a=b"1")
    assert (tmp_path / "a/index.html").read_bytes() == b"1"
    assert again.kept_back == ["b/index.html"]
    assert (tmp_path / "b/index.html").read_bytes() == b"mine"


def test_a_file_of_others_in_the_way_is_not_written_over(tmp_path):
    write(tmp_path, a=b"1")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_text("mine")
    with pytest.raises(FolderIsNotUsable, match="in the way"):
        write(tmp_path, a=b"1", b=b"2")
    assert (tmp_path / "b/index.html").read_text() == "mine"


def test_after_a_run_that_was_cut_short_the_folder_is_still_ours(tmp_path):
    opened = open_folder(tmp_path, own=())
    opened.put("a/index.html", b"half of the work")
    write(tmp_path, b=b"2")
    assert not (tmp_path / "a").exists()
    assert not (tmp_path / "_begun.txt").exists()


def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path, monkeypatch):
    write(tmp_path, a=b"1")

    def full(place: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folder, "_replace", full)
    with pytest.raises(FolderIsNotUsable, match="disk is full"):
        write(tmp_path, a=b"2")
    assert (tmp_path / "a/index.html").read_bytes() == b"1"


def test_a_manifest_cannot_lead_out_of_the_folder(tmp_path):
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    out = tmp_path / "out"
    write(out, a=b"1")
    told = (out / "_manifest.json").read_text()
    sha256 = hashlib.sha256(b"mine").hexdigest()
    (out / "_manifest.json").write_text(
        told.replace("a/index.html", "../victim.txt").replace(hashlib.sha256(b"1").hexdigest(), sha256)
    )
    with pytest.raises(FolderIsNotUsable, match="no file of ours"):
        write(out, b=b"2")
    assert victim.exists()
    (out / "_manifest.json").write_text(told)
    (out / "c").symlink_to(tmp_path)
    with pytest.raises(FolderIsNotUsable, match="leads out"):
        open_folder(out, own=()).put("c/x.html", b"x")


@pytest.mark.parametrize("text", ["", "{}", '{"format": "other"}', '{"format": "huitang-export-1"}'])
def test_a_manifest_that_cannot_be_read_stops_the_run(tmp_path, text):
    (tmp_path / "_manifest.json").write_text(text)
    with pytest.raises(FolderIsNotUsable, match="cannot be read"):
        open_folder(tmp_path, own=())
