"""Our signatures are those of stock minisign, with the same key, both ways."""

import pytest

from huitang.adapters.signing import canonical, keys
from huitang.adapters.signing.key_folder import KeyFolder
from huitang.adapters.signing.keys import PublicKey
from huitang.adapters.signing.refusal import Fault, SigningIsRefused

PASSPHRASE = "清河镇人大办公室的口令"
TYPED = "qinghe congress office"
RECORD = canonical.canonical_bytes({"title": "清河镇第六届人民代表大会公告", "version": 1})


@pytest.fixture(scope="module")
def made() -> keys.MadeKeys:
    return keys.make_keys(TYPED)


@pytest.fixture
def folder(tmp_path, made) -> KeyFolder:
    held = KeyFolder(tmp_path / "keys")
    held.keep(made)
    return held


def fault_of(refused) -> Fault:
    return refused.value.code


def test_stock_minisign_verifies_what_we_sign_and_its_trusted_comment(folder, tmp_path, stock):
    with folder.opened(TYPED) as key:
        signature = key.sign(RECORD, comment="https://qinghe.example/releases/5/ version 1 2025-04-01T03:32:07Z")
    (tmp_path / "record.json").write_bytes(RECORD)
    (tmp_path / "record.json.minisig").write_text(signature)
    done = stock("-V", "-p", folder.public, "-m", tmp_path / "record.json")
    assert done.returncode == 0
    assert "https://qinghe.example/releases/5/ version 1" in done.stdout
    (tmp_path / "record.json").write_bytes(RECORD + b" ")
    assert stock("-V", "-p", folder.public, "-m", tmp_path / "record.json").returncode != 0


def test_stock_minisign_finds_an_altered_trusted_comment(folder, tmp_path, stock):
    with folder.opened(TYPED) as key:
        signature = key.sign(RECORD, comment="version 1")
    (tmp_path / "record.json").write_bytes(RECORD)
    (tmp_path / "record.json.minisig").write_text(signature.replace("version 1", "version 2"))
    assert stock("-V", "-p", folder.public, "-m", tmp_path / "record.json").returncode != 0


def test_stock_minisign_signs_with_our_secret_file_and_we_verify_it(folder, tmp_path, stock, made):
    (tmp_path / "record.json").write_bytes(RECORD)
    signed = stock("-S", "-s", folder.secret, "-m", tmp_path / "record.json", "-t", "by hand", typed=f"{TYPED}\n")
    assert signed.returncode == 0, signed.stderr
    signature = (tmp_path / "record.json.minisig").read_text()
    assert made.public.verify(RECORD, signature) == "by hand"
    assert keys.signer_of(signature) == made.public.key_id


def test_we_sign_with_a_key_stock_minisign_has_made(tmp_path, stock):
    public, secret = tmp_path / "k.pub", tmp_path / "k.key"
    made = stock("-G", "-p", public, "-s", secret, typed=f"{TYPED}\n{TYPED}\n")
    assert made.returncode == 0, made.stderr
    with keys.opened(secret.read_bytes(), TYPED) as key:
        signature = key.sign(RECORD, comment="ours")
    held = PublicKey.read(public.read_text())
    assert held.verify(RECORD, signature) == "ours"
    assert held.key_id.lstrip("0") in public.read_text()  # minisign prints no leading zeros


def test_a_passphrase_may_be_chinese():
    made = keys.make_keys(PASSPHRASE)
    with keys.opened(made.secret_file, PASSPHRASE) as key:
        assert key.public == made.public


def test_another_passphrase_opens_nothing(made):
    with pytest.raises(SigningIsRefused) as refused, keys.opened(made.secret_file, "qinghe congress officE"):
        pass
    assert fault_of(refused) is Fault.WRONG_PASSPHRASE


@pytest.mark.parametrize("weak", ["", "short", "aaaaaaaaaaaaaaaa"])
def test_a_weak_passphrase_is_refused(weak):
    with pytest.raises(SigningIsRefused) as refused:
        keys.make_keys(weak)
    assert fault_of(refused) is Fault.WEAK_PASSPHRASE


def test_the_secret_file_holds_no_readable_key_and_is_its_owners(folder, made):
    assert folder.secret.stat().st_mode & 0o777 == 0o600
    assert b"encrypted" in made.secret_file
    with folder.opened(TYPED) as key:
        assert "SecretKey" not in str(vars(key.public))


def test_a_key_is_never_written_over(folder):
    with pytest.raises(SigningIsRefused) as refused:
        folder.keep(keys.make_keys(TYPED))
    assert fault_of(refused) is Fault.KEY_EXISTS


def test_a_backup_signs_like_the_key_itself_and_its_print_can_be_typed_again(folder, tmp_path, made):
    backup = KeyFolder(folder.back_up(tmp_path / "stick"))
    with backup.opened(TYPED) as key:
        assert key.public == made.public
    printed = (backup.path / "print-and-lock-away.txt").read_text().splitlines()
    typed_again = f"{printed[1]}\n{''.join(printed[2 : printed.index('')])}\n".encode()
    assert typed_again == made.secret_file
    assert made.public.fingerprint in printed[-1]
    assert TYPED not in "\n".join(printed)


def test_a_key_set_aside_is_kept_under_its_id(folder, made):
    folder.set_aside()
    assert not folder.has_key()
    assert (folder.path / f"{made.public.key_id}.key").read_bytes() == made.secret_file
    with pytest.raises(SigningIsRefused) as refused, folder.opened(TYPED):
        pass
    assert fault_of(refused) is Fault.NO_KEY


@pytest.mark.parametrize("broken", ["", "untrusted comment: x\n", "RWQ", "untrusted comment: x\n" + "A" * 56])
def test_a_broken_public_key_is_refused(broken):
    with pytest.raises(SigningIsRefused) as refused:
        PublicKey.read(broken)
    assert fault_of(refused) is Fault.BROKEN_KEY


@pytest.mark.parametrize("broken", ["", "a\nb\nc\nd", "签名"])
def test_what_is_no_signature_is_refused(made, broken):
    with pytest.raises(SigningIsRefused) as refused:
        made.public.verify(RECORD, broken)
    assert fault_of(refused) is Fault.BROKEN_SIGNATURE


def test_a_composed_and_a_decomposed_letter_are_signed_alike():
    composed, decomposed = {"é": "é"}, {"e\u0301": "e\u0301"}
    assert canonical.canonical_bytes(composed) == canonical.canonical_bytes(decomposed)


def test_a_check_code_is_the_beginning_of_the_hash_in_clear_letters():
    assert canonical.check_code("00" * 32) == "0" * 10
    assert canonical.check_code("ff" * 32) == "z" * 10
    assert canonical.check_code("08" + "00" * 31) == "1000000000"
    assert set("ilou").isdisjoint(canonical.ALPHABET)
    assert len(set(canonical.ALPHABET)) == 32
    assert canonical.grouped("7k3qm9x2ad") == "7k3qm-9x2ad"
