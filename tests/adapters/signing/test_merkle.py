"""The log against a second implementation, written from the recursive definitions of RFC 6962 §2.1 alone."""

import hashlib
from base64 import b64decode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from huitang.adapters.signing import keys, merkle, notes
from huitang.adapters.signing.notes import Checkpoint
from huitang.adapters.signing.refusal import Fault, SigningIsRefused

SIZES = some.integers(0, 70)
ENTRIES = [f"文稿{number}".encode() for number in range(70)]
LEAVES = [merkle.leaf_hash(entry) for entry in ENTRIES]


# RFC 6962, section 2.1


def sha(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def k_of(n: int) -> int:
    """The largest power of two smaller than n."""
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def mth(d: list[bytes]) -> bytes:
    if not d:
        return sha(b"")
    if len(d) == 1:
        return sha(b"\x00" + d[0])
    k = k_of(len(d))
    return sha(b"\x01" + mth(d[:k]) + mth(d[k:]))


def path(m: int, d: list[bytes]) -> list[bytes]:
    if len(d) == 1:
        return []
    k = k_of(len(d))
    return [*path(m, d[:k]), mth(d[k:])] if m < k else [*path(m - k, d[k:]), mth(d[:k])]


def subproof(m: int, d: list[bytes], b: bool) -> list[bytes]:
    if m == len(d):
        return [] if b else [mth(d)]
    k = k_of(len(d))
    if m <= k:
        return [*subproof(m, d[:k], b), mth(d[k:])]
    return [*subproof(m - k, d[k:], False), mth(d[:k])]


@given(SIZES)
def test_the_root_is_that_of_the_rfc(size):
    assert merkle.root_of(LEAVES[:size]) == mth(ENTRIES[:size])


@settings(deadline=None)
@given(some.integers(1, 70))
def test_every_path_is_that_of_the_rfc_and_proves_its_leaf_and_no_other(size):
    root = mth(ENTRIES[:size])
    for index in range(size):
        proof = merkle.prove_inclusion(LEAVES[:size], index)
        assert proof == path(index, ENTRIES[:size])
        assert merkle.holds_leaf(root, size, LEAVES[index], index, proof)
        assert not merkle.holds_leaf(root, size, sha(b"other"), index, proof)
        assert not merkle.holds_leaf(root, size, LEAVES[index], index, [*proof, root])
        if size > 1:
            assert not merkle.holds_leaf(root, size, LEAVES[index], (index + 1) % size, proof)
            assert not merkle.holds_leaf(root, size, LEAVES[index], index, proof[:-1])


@settings(deadline=None)
@given(some.integers(1, 70))
def test_every_consistency_proof_is_that_of_the_rfc_and_finds_a_changed_past(size):
    root = mth(ENTRIES[:size])
    for earlier in range(1, size + 1):
        proof = merkle.prove_consistency(LEAVES[:size], earlier)
        assert proof == subproof(earlier, ENTRIES[:size], True)
        held = mth(ENTRIES[:earlier])
        assert merkle.extends(held, earlier, root, size, proof)
        changed = mth([b"changed", *ENTRIES[1:earlier]])
        assert not merkle.extends(changed, earlier, root, size, proof)
        assert not merkle.extends(held, earlier, sha(b"other"), size, proof)


def test_there_is_no_proof_of_what_is_not_in_the_log():
    for index in (-1, 3):
        with pytest.raises(IndexError):
            merkle.prove_inclusion(LEAVES[:3], index)
    for size in (0, 4):
        with pytest.raises(IndexError):
            merkle.prove_consistency(LEAVES[:3], size)
    assert not merkle.extends(LEAVES[0], 2, LEAVES[0], 3, [])
    assert not merkle.extends(mth([]), 0, mth(ENTRIES), 70, [])


# checkpoints


@pytest.fixture(scope="module")
def made() -> keys.MadeKeys:
    return keys.make_keys("qinghe congress office")


def sign(made: keys.MadeKeys, size: int = 3) -> str:
    with keys.opened(made.secret_file, "qinghe congress office") as key:
        return notes.sign_checkpoint(Checkpoint("qinghe.example/log", size, mth(ENTRIES[:size])), key)


def test_a_checkpoint_is_a_signed_note_and_is_read_again(made):
    note = sign(made)
    text, _, signature = note.partition("\n\n")
    origin, size, root = text.split("\n")
    assert (origin, size, b64decode(root)) == ("qinghe.example/log", "3", mth(ENTRIES[:3]))
    assert signature.startswith("— qinghe.example/log ")
    assert len(b64decode(signature.split(" ")[2])) == 4 + 64
    assert notes.read_checkpoint(note, made.public) == Checkpoint(origin, 3, mth(ENTRIES[:3]))


def test_the_hash_of_a_key_is_that_of_a_published_example():
    """From the documentation of signed notes (golang.org/x/mod/sumdb/note)."""
    told = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    raw = b64decode(told.split("+", 2)[2])[1:]

    class Held:
        pass

    held = Held()
    held.raw = raw
    assert notes.verifier_key("PeterNeumann", held) == told


@pytest.mark.parametrize(
    ("old", "new"),
    [("qinghe.example/log\n3", "qinghe.example/log\n4"), ("qinghe.example/log\n", "other.example/log\n")],
)
def test_an_altered_checkpoint_is_refused(made, old, new):
    with pytest.raises(SigningIsRefused) as refused:
        notes.read_checkpoint(sign(made).replace(old, new), made.public)
    assert refused.value.code is Fault.WRONG_SIGNATURE


@pytest.mark.parametrize("broken", ["", "a\n", "a\n03\nAA==\n\n— a AA==\n", "a\n3\n?\n\n— a AA==\n", "a\n3\nAA==\n"])
def test_what_is_no_checkpoint_is_refused(made, broken):
    with pytest.raises(SigningIsRefused) as refused:
        notes.read_checkpoint(broken, made.public)
    assert refused.value.code is Fault.BROKEN_NOTE


def test_a_checkpoint_of_another_key_is_refused(made):
    other = keys.make_keys("another congress office")
    with pytest.raises(SigningIsRefused) as refused:
        notes.read_checkpoint(sign(made), other.public)
    assert refused.value.code is Fault.WRONG_SIGNATURE
