"""Each release and withdrawal has its leaf, in order and once; what is signed can be checked by others, what is changed is found."""

import json
from datetime import timedelta

import pytest

from huitang.adapters.signing import canonical, merkle, notes
from huitang.adapters.signing.keys import PublicKey
from huitang.congress.accounts.actor import DeedIsNotYours
from huitang.congress.journal.models import JournalEntry
from huitang.congress.publication import commands as publication
from huitang.congress.publication.models import Release
from huitang.congress.seals import checking, commands, desk, queries, refusals
from huitang.congress.seals.models import LogLeaf
from tests.congress.seals.conftest import MOMENT, SITE, WORDS


@pytest.fixture
def logged(texts, publish, chair):
    for text in texts:
        publish(text)
    commands.seal_released(site=SITE, actor=chair, now=MOMENT)
    return texts


def test_every_release_has_one_leaf_in_the_order_of_their_moments(texts, publish, chair):
    for text in reversed(texts):
        publish(text)
    assert commands.seal_released(site=SITE, actor=chair, now=MOMENT) == 3
    assert commands.seal_released(site=SITE, actor=chair, now=MOMENT) == 0
    held = list(LogLeaf.objects.values_list("index", "release_id"))
    assert held == [(0, texts[2].pk), (1, texts[1].pk), (2, texts[0].pk)]
    assert JournalEntry.objects.filter(event="seals.logged").count() == 1


def test_a_draft_has_no_leaf(texts, chair):
    assert commands.seal_released(site=SITE, actor=chair, now=MOMENT) == 0


def test_the_record_holds_what_the_public_reads(logged):
    told = json.loads(queries.get_record(logged[0].pk).content)
    assert told["address"] == f"https://rd.qinghe.example/releases/{logged[0].pk}/"
    assert (told["site_id"], told["town"], told["version"]) == ("3305210001", "清河镇", 1)
    assert told["blocks"][0]["text"] == WORDS[0]
    assert told["released_at"] == "2025-04-01T03:32:07Z"
    assert told["text_sha256"] == logged[0].sha256
    assert canonical.canonical_bytes(told) == queries.get_record(logged[0].pk).content


def test_a_withdrawal_is_a_leaf_of_its_own_and_gives_the_words_away_no_more(logged, chair):
    commands.withdraw(
        release_id=logged[1].pk, reason="数字有误", site=SITE, actor=chair, now=MOMENT + timedelta(hours=1)
    )
    found = queries.get_record(logged[1].pk)
    told = json.loads(found.content)
    assert found.is_withdrawn
    assert (told["type"], told["reason"]) == ("withdrawal", "数字有误")
    assert WORDS[1] not in found.content.decode()
    assert WORDS[1] not in json.dumps(queries.leaves_as_facts(), ensure_ascii=False)
    assert [leaf.deed for leaf in LogLeaf.objects.filter(release=logged[1])] == ["RELEASED", "WITHDRAWN"]
    assert len(queries.list_records()) == 2


def test_stock_minisign_verifies_a_record_by_the_published_key(logged, sign, stock, tmp_path):
    assert sign() == commands.Signed(3, 3)
    found = queries.get_signature(logged[0].pk)
    (tmp_path / "5.record.json").write_bytes(found.content)
    (tmp_path / "5.record.json.minisig").write_text(found.signature)
    (tmp_path / "minisign.pub").write_text(queries.get_public_key())
    done = stock("-V", "-p", tmp_path / "minisign.pub", "-m", tmp_path / "5.record.json")
    assert done.returncode == 0, done.stderr
    assert f"https://rd.qinghe.example/releases/{logged[0].pk}/ version 1 released signed 2025-04-02" in done.stdout


def test_the_checkpoint_covers_the_log_and_grows_with_it(logged, sign, chair):
    sign()
    key = PublicKey.read(queries.get_public_key())
    first = notes.read_checkpoint(queries.get_checkpoint(), key)
    leaves = [bytes.fromhex(leaf["leaf_hash"]) for leaf in queries.leaves_as_facts()["leaves"]]
    assert (first.origin, first.size, first.root) == ("rd.qinghe.example/log", 3, merkle.root_of(leaves))
    commands.withdraw(release_id=logged[0].pk, reason="有误", site=SITE, actor=chair, now=MOMENT + timedelta(days=2))
    assert sign(MOMENT + timedelta(days=3)) == commands.Signed(1, 4)
    second = notes.read_checkpoint(queries.get_checkpoint(), key)
    grown = [bytes.fromhex(leaf["leaf_hash"]) for leaf in queries.leaves_as_facts()["leaves"]]
    proof = merkle.prove_consistency(grown, 3)
    assert merkle.extends(first.root, 3, second.root, 4, proof)


def test_a_released_text_waits_for_its_signature_and_is_public_meanwhile(logged, keys, sign):
    assert not queries.find_seal(logged[0].pk).is_signed
    with pytest.raises(refusals.NothingIsSigned):
        queries.get_signature(logged[0].pk)
    assert [row.release_id for row in desk.get_seal_desk(keys).waiting] == [text.pk for text in logged]
    sign()
    seal = queries.find_seal(logged[0].pk)
    assert (seal.is_signed, seal.is_in_checkpoint, seal.index) == (True, True, 0)
    assert seal.record_address == f"https://rd.qinghe.example/releases/{logged[0].pk}.record.json"
    assert "<svg" in seal.qr
    assert desk.get_seal_desk(keys).waiting == ()


def test_a_wrong_passphrase_signs_nothing(logged, sign):
    with pytest.raises(refusals.PassphraseIsWrong):
        sign(passphrase="another passphrase")
    assert not LogLeaf.objects.exclude(signature="").exists()


def test_the_passphrase_and_the_secret_key_stand_nowhere(logged, sign, keys):
    sign()
    told = "".join(JournalEntry.objects.values_list("body", flat=True))
    assert "qinghe congress office" not in told
    assert keys.secret.read_text().splitlines()[1] not in told


def test_a_changed_record_is_found_and_nothing_more_is_signed(logged, sign):
    sign()
    LogLeaf.objects.filter(index=1).update(record=LogLeaf.objects.get(index=1).record.replace("预算", "决算"))
    assert checking.check_log().altered_at == 1
    with pytest.raises(refusals.LogWasAltered):
        sign()


def test_a_past_rewritten_with_its_hashes_is_found_by_the_checkpoint(logged, sign):
    sign()
    leaf = LogLeaf.objects.get(index=1)
    changed = leaf.record.replace("预算", "决算")
    LogLeaf.objects.filter(index=1).update(record=changed, hash=merkle.leaf_hash(changed.encode()).hex())
    assert checking.check_log().altered_at == 0
    with pytest.raises(refusals.LogWasAltered):
        sign()


def test_a_leaf_taken_out_is_found(logged, sign):
    sign()
    LogLeaf.objects.filter(index=2).delete()
    assert checking.check_log().altered_at is not None


def test_a_page_changed_behind_the_log_is_found(logged):
    assert checking.check_log().is_whole
    blocks = [{"type": "p", "text": "会议不同意这个报告。", "runs": []}]
    Release.objects.filter(pk=logged[0].pk).update(blocks=blocks)
    assert checking.check_log().drifted == (logged[0].pk,)
    logged[0].refresh_from_db()
    Release.objects.filter(pk=logged[0].pk).update(sha256=publication.fingerprint(logged[0]))
    assert checking.check_log().drifted == (logged[0].pk,)


def test_a_teller_neither_logs_nor_signs(teller_a, keys):
    with pytest.raises(DeedIsNotYours):
        commands.seal_released(site=SITE, actor=teller_a, now=MOMENT)
    with pytest.raises(DeedIsNotYours):
        commands.sign(keys=keys, passphrase="x", site=SITE, actor=teller_a, now=MOMENT)


def test_asking_for_the_log_costs_the_same_however_long(logged, keys, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        desk.get_seal_desk(keys)
    with django_assert_max_num_queries(1):
        queries.leaves_as_facts()


def test_of_a_long_log_only_the_latest_is_worked_out_until_somebody_asks_for_all(logged, sign):
    sign()
    found = checking.check_latest(2)
    assert (found.size, found.checked, found.is_whole, found.is_of_all) == (3, 2, True, False)
    LogLeaf.objects.filter(index=1).update(record=LogLeaf.objects.get(index=1).record.replace("预算", "决算"))
    assert checking.check_latest(2).altered_at == 1
    assert checking.check_latest(1).altered_at is None
    assert checking.check_latest(3) == checking.check_log()
