"""Whoever checks gets exact bytes: record, signature, log and keys; the page tells what awaits its signature."""

import hashlib
import json
from datetime import timedelta

import pytest

from huitang.adapters.signing import merkle, notes
from huitang.adapters.signing.key_folder import KeyFolder
from huitang.adapters.signing.keys import PublicKey
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.seals import commands, key_commands
from huitang.congress.seals.site import Site
from tests.web.portal.conftest import MOMENT

PASSPHRASE = "qinghe congress office"
SITE = Site("https://rd.qinghe.example", "rd.qinghe.example")


@pytest.fixture
def sealed(announcement, resolution, office):
    commands.seal_released(site=SITE, actor=office, now=MOMENT)
    return announcement


@pytest.fixture
def signed(sealed, town, office, tmp_path):
    system = Actor(town.pk, town.code, "system", Role.SYSTEM)
    folder = KeyFolder(tmp_path / "keys")
    key_commands.make_key(keys=folder, passphrase=PASSPHRASE, actor=system, now=MOMENT)
    commands.sign(keys=folder, passphrase=PASSPHRASE, site=SITE, actor=office, now=MOMENT + timedelta(days=1))
    return sealed


def test_the_record_is_given_in_its_exact_bytes_and_its_signature_fits(client, signed):
    record = client.get(f"/releases/{signed.pk}.record.json")
    signature = client.get(f"/releases/{signed.pk}.record.json.minisig")
    key = PublicKey.read(client.get("/minisign.pub").content.decode())
    assert record["Content-Type"] == "application/json"
    assert "version 1" in key.verify(record.content, signature.content.decode())
    assert key.line in client.get("/keys.json").content.decode()


def test_the_log_can_be_computed_again_from_what_is_public(client, signed):
    leaves = json.loads(client.get("/log/leaves.json").content)["leaves"]
    record = client.get(f"/releases/{signed.pk}.record.json").content
    assert leaves[0]["leaf_hash"] == hashlib.sha256(b"\0" + record).hexdigest()
    key = PublicKey.read(client.get("/minisign.pub").content.decode())
    told = notes.read_checkpoint(client.get("/log/checkpoint").content.decode(), key)
    assert told.root == merkle.root_of([bytes.fromhex(leaf["leaf_hash"]) for leaf in leaves])


def test_an_unsigned_text_is_public_and_says_that_it_waits(client, sealed):
    html = client.get(f"/releases/{sealed.pk}/").content.decode()
    assert "等待签名" in html
    assert client.get(f"/releases/{sealed.pk}.record.json").status_code == 200
    for address in (f"/releases/{sealed.pk}.record.json.minisig", "/log/checkpoint", "/minisign.pub"):
        assert client.get(address).status_code == 404


def test_a_signed_text_says_so_and_shows_where_to_check(client, signed):
    html = client.get(f"/releases/{signed.pk}/").content.decode()
    assert "已签名" in html
    assert f"/releases/{signed.pk}.record.json.minisig" in html
    assert 'class="qr"' in html


def test_a_text_of_before_the_log_is_shown_without_a_seal(client, announcement):
    assert "等待签名" not in client.get(f"/releases/{announcement.pk}/").content.decode()
    assert client.get(f"/releases/{announcement.pk}.record.json").status_code == 404


def test_a_withdrawn_record_is_gone_and_tells_only_its_withdrawal(client, signed, chair):
    commands.withdraw(release_id=signed.pk, reason="得票数有误", site=SITE, actor=chair, now=MOMENT + timedelta(days=2))
    answer = client.get(f"/releases/{signed.pk}.record.json")
    assert answer.status_code == 410
    assert json.loads(answer.content)["reason"] == "得票数有误"
    assert "陆文清为清河镇" not in answer.content.decode()


def test_a_draft_has_no_record(client, keep, office):
    from tests.web.portal.conftest import a_resolution

    draft = keep(a_resolution(), state="DRAFT")
    commands.seal_released(site=SITE, actor=office, now=MOMENT)
    assert client.get(f"/releases/{draft.pk}.record.json").status_code == 404


def test_an_unchanged_answer_costs_no_body(client, signed):
    first = client.get("/log/leaves.json")
    again = client.get("/log/leaves.json", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
