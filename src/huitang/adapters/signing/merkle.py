"""The append-only tree of RFC 6962 §2.1 over SHA-256, built level by level.

A node without a partner rises a level as it is; this gives the same tree as the recursive definition of the RFC.
Verification follows RFC 9162 §2.1.3.2 and §2.1.4.2, which need no tree.
"""

import hashlib
from collections.abc import Sequence

LEAF, NODE = b"\x00", b"\x01"
EMPTY = hashlib.sha256(b"").digest()
Level = Sequence[bytes]


def leaf_hash(content: bytes) -> bytes:
    """The hash of what is logged; its prefix keeps a leaf from ever passing for a node."""
    return hashlib.sha256(LEAF + content).digest()


def root_of(leaves: Level) -> bytes:
    """The root over leaf hashes in order; of none, the hash of nothing."""
    return _levels(leaves)[-1][0] if leaves else EMPTY


def prove_inclusion(leaves: Level, index: int) -> list[bytes]:
    """The path from leaf `index` to the root. :raises IndexError: there is no such leaf"""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    proof = []
    for level in _levels(leaves):
        if index ^ 1 < len(level):
            proof.append(level[index ^ 1])
        index >>= 1
    return proof


def prove_consistency(leaves: Level, size: int) -> list[bytes]:
    """That the tree of the first `size` leaves is a beginning of this one. :raises IndexError: it is not smaller"""
    if not 0 < size <= len(leaves):
        raise IndexError(size)
    proof: list[bytes] = []
    old, new = size - 1, len(leaves) - 1
    if old == new:
        return proof
    levels = iter(_levels(leaves))
    level = next(levels)
    while old & 1:
        old, new, level = old >> 1, new >> 1, next(levels)
    if old:
        proof.append(level[old])
    while new:
        if old & 1:
            proof.append(level[old - 1])
        elif old < new:
            proof.append(level[old + 1])
        old, new, level = old >> 1, new >> 1, next(levels, level)
    return proof


def holds_leaf(root: bytes, size: int, leaf: bytes, index: int, proof: Sequence[bytes]) -> bool:
    """Whether `leaf` is leaf `index` of the tree of `size` leaves with this root."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = _node(step, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = _node(found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def extends(old_root: bytes, old_size: int, new_root: bytes, new_size: int, proof: Sequence[bytes]) -> bool:
    """Whether the tree of `new_size` begins with the whole tree of `old_size`: nothing changed, nothing taken out."""
    if not 0 < old_size <= new_size:
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    path = [old_root, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    if not path:
        return False
    old, new = old_size - 1, new_size - 1
    while old & 1:
        old, new = old >> 1, new >> 1
    return _fold(path, old, new) == (old_root, new_root)


def _fold(path: Sequence[bytes], old: int, new: int) -> tuple[bytes, bytes] | None:
    old_found = new_found = path[0]
    for step in path[1:]:
        if new == 0:
            return None
        if old & 1 or old == new:
            old_found, new_found = _node(step, old_found), _node(step, new_found)
            while not old & 1 and old:
                old, new = old >> 1, new >> 1
        else:
            new_found = _node(new_found, step)
        old, new = old >> 1, new >> 1
    return (old_found, new_found) if new == 0 else None


def _levels(leaves: Level) -> list[Level]:
    levels = [leaves]
    while len(levels[-1]) > 1:
        below = levels[-1]
        above = [_node(below[at], below[at + 1]) for at in range(0, len(below) - 1, 2)]
        levels.append([*above, below[-1]] if len(below) & 1 else above)
    return levels


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(NODE + left + right).digest()
