"""`huitang keys` and `huitang sign`, as typed at the machine."""

import io

import pytest
from django.core.management import CommandError, call_command

from huitang.adapters.signing.key_folder import KeyFolder
from huitang.congress.roster.models import Town
from huitang.congress.seals.models import SigningKey

PASSPHRASE = "qinghe congress office"


@pytest.fixture
def keys(town, settings, tmp_path, monkeypatch) -> KeyFolder:
    settings.KEY_FOLDER = tmp_path / "keys"
    monkeypatch.setenv("HUITANG_PASSPHRASE", PASSPHRASE)
    return KeyFolder(settings.KEY_FOLDER)


def run(*words: str, **options) -> str:
    told = io.StringIO()
    call_command(*words, stdout=told, **options)
    return told.getvalue()


def test_a_key_is_made_backed_up_shown_rotated_and_revoked(keys, tmp_path, monkeypatch):
    made = run("keys", "make")
    assert SigningKey.objects.get().line in made
    assert "Backed up" in run("keys", "backup", to=tmp_path / "stick")
    assert "0 records signed" in run("sign")
    monkeypatch.setenv("HUITANG_NEW_PASSPHRASE", "another passphrase")
    run("keys", "rotate")
    monkeypatch.setenv("HUITANG_PASSPHRASE", "another passphrase")
    assert run("keys", "show").count("\n") == 3
    run("keys", "revoke", reason="换岗")
    assert sorted(SigningKey.objects.values_list("state", flat=True)) == ["REVOKED", "ROTATED"]
    assert PASSPHRASE not in made


def test_a_lost_key_is_written_down_without_a_passphrase(keys, monkeypatch):
    run("keys", "make")
    monkeypatch.setenv("HUITANG_PASSPHRASE", "forgotten entirely")
    run("keys", "revoke", lost=True, reason="忘了口令")
    assert SigningKey.objects.get().state == "LOST"
    assert not keys.has_key()


def test_what_is_refused_says_why(keys):
    with pytest.raises(CommandError, match="huitang keys make"):
        run("sign")
    run("keys", "make")
    with pytest.raises(CommandError, match="不会覆盖"):
        run("keys", "make")
    with pytest.raises(CommandError, match="Say where to"):
        run("keys", "backup")
    with pytest.raises(CommandError, match="理由"):
        run("keys", "revoke")


def test_with_two_towns_the_town_must_be_named(keys):
    Town.objects.create(code="linjiang", name="临江镇")
    with pytest.raises(CommandError, match="--town"):
        run("keys", "make")
    assert "fingerprint" in run("keys", "make", town="linjiang")
    with pytest.raises(CommandError, match="no town"):
        run("sign", town="nowhere")
