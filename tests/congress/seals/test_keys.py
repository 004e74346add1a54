"""The life of a key: made, backed up, rotated, revoked or lost; each step is public and in the journal."""

from datetime import timedelta

import pytest

from huitang.adapters.signing import trust
from huitang.adapters.signing.key_folder import KeyFolder
from huitang.adapters.signing.keys import PublicKey
from huitang.congress.accounts.actor import DeedIsNotYours
from huitang.congress.journal.models import JournalEntry
from huitang.congress.seals import commands, key_commands, queries, refusals
from huitang.congress.seals.models import SigningKey
from tests.congress.seals.conftest import MOMENT, PASSPHRASE, SITE

LATER = MOMENT + timedelta(days=400)


def listed() -> trust.TrustList:
    import json

    return trust.read_list(json.dumps(queries.keys_as_facts()))


def test_a_second_key_is_not_made_over_the_first(keys, system):
    with pytest.raises(refusals.KeyIsThereAlready):
        key_commands.make_key(keys=keys, passphrase=PASSPHRASE, actor=system, now=LATER)
    assert SigningKey.objects.count() == 1


def test_a_weak_passphrase_makes_no_key(tmp_path, system):
    folder = KeyFolder(tmp_path / "none")
    with pytest.raises(refusals.PassphraseIsWeak):
        key_commands.make_key(keys=folder, passphrase="short", actor=system, now=LATER)
    assert not SigningKey.objects.exists()
    assert not folder.has_key()


def test_the_office_of_the_desk_makes_no_keys(tmp_path, office):
    with pytest.raises(DeedIsNotYours):
        key_commands.make_key(keys=KeyFolder(tmp_path), passphrase=PASSPHRASE, actor=office, now=LATER)


def test_a_backup_can_take_the_place_of_the_key(keys, tmp_path, system, office):
    key_commands.back_up_key(keys=keys, to=tmp_path / "stick", actor=system, now=LATER)
    assert SigningKey.objects.get().backed_up_at == LATER
    backup = KeyFolder(tmp_path / "stick")
    assert commands.sign(keys=backup, passphrase=PASSPHRASE, site=SITE, actor=office, now=LATER).size == 0
    with pytest.raises(refusals.KeyIsThereAlready):
        key_commands.back_up_key(keys=keys, to=tmp_path / "stick", actor=system, now=LATER)


def test_a_rotated_key_has_introduced_the_new_one_to_who_pinned_it(keys, system, office):
    who = {"actor": system, "now": LATER}
    first = PublicKey.read(queries.get_public_key())
    _, second = key_commands.rotate_key(keys=keys, passphrase=PASSPHRASE, new_passphrase="another passphrase", **who)
    assert trust.believe([first], listed()).keys == (first, second)
    assert PublicKey.read(queries.get_public_key()) == second
    with pytest.raises(refusals.PassphraseIsWrong):
        commands.sign(keys=keys, passphrase=PASSPHRASE, site=SITE, actor=office, now=LATER)
    commands.sign(keys=keys, passphrase="another passphrase", site=SITE, actor=office, now=LATER)
    assert (keys.path / f"{first.key_id}.key").exists()


def test_a_wrong_passphrase_rotates_nothing(keys, system):
    who = {"actor": system, "now": LATER}
    with pytest.raises(refusals.PassphraseIsWrong):
        key_commands.rotate_key(keys=keys, passphrase="wrong passphrase", new_passphrase="another passphrase", **who)
    assert SigningKey.objects.get().state == "IN_USE"
    assert keys.has_key()


def test_a_revoked_key_says_so_itself_and_another_may_be_made(keys, system):
    who = {"actor": system, "now": LATER}
    first = PublicKey.read(queries.get_public_key())
    with pytest.raises(refusals.ReasonIsMissing):
        key_commands.revoke_key(keys=keys, passphrase=PASSPHRASE, reason=" ", **who)
    key_commands.revoke_key(keys=keys, passphrase=PASSPHRASE, reason="笔记本电脑失窃", **who)
    assert trust.believe([first], listed()).revoked == {first: "笔记本电脑失窃"}
    with pytest.raises(refusals.NothingIsSigned):
        queries.get_public_key()
    second = key_commands.make_key(keys=keys, passphrase=PASSPHRASE, **who)
    assert trust.believe([first], listed()).find(second.key_id) is None


def test_a_lost_key_needs_no_passphrase(keys, system):
    key_commands.lose_key(keys=keys, reason="忘了口令", actor=system, now=LATER)
    held = SigningKey.objects.get()
    assert (held.state, held.ended_because) == ("LOST", "忘了口令")
    assert queries.keys_as_facts()["statements"] == []


def test_a_foreign_key_file_does_not_sign(keys, tmp_path, system, office):
    from huitang.adapters.signing import keys as signing

    stranger = KeyFolder(tmp_path / "stranger")
    stranger.keep(signing.make_keys(PASSPHRASE))
    with pytest.raises(refusals.KeyIsNotOurs):
        commands.sign(keys=stranger, passphrase=PASSPHRASE, site=SITE, actor=office, now=LATER)


def test_every_step_is_in_the_journal_with_the_fingerprint(keys, system, tmp_path):
    who = {"actor": system, "now": LATER}
    key_commands.back_up_key(keys=keys, to=tmp_path / "stick", **who)
    key_commands.revoke_key(keys=keys, passphrase=PASSPHRASE, reason="换岗", **who)
    told = list(JournalEntry.objects.filter(event__startswith="seals.").values_list("event", "body"))
    assert [event for event, _ in told] == ["seals.key_made", "seals.key_backed_up", "seals.key_revoked"]
    fingerprint = PublicKey(SigningKey.objects.get().line).fingerprint
    assert all(fingerprint in body for _, body in told)
