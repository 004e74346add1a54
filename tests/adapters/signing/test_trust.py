"""A reader pins one key; signed statements lead on, and a stolen key leads nowhere."""

import json

import pytest

from huitang.adapters.signing import keys, trust
from huitang.adapters.signing.keys import MadeKeys
from huitang.adapters.signing.refusal import SigningIsRefused
from huitang.adapters.signing.trust import Statement, TrustList

PASSPHRASE = "qinghe congress office"
AT = "2025-04-01T00:00:00Z"


@pytest.fixture(scope="module")
def three() -> list[MadeKeys]:
    return [keys.make_keys(PASSPHRASE) for _ in range(3)]


def rotate(old: MadeKeys, new: MadeKeys) -> Statement:
    with keys.opened(old.secret_file, PASSPHRASE) as key:
        return trust.state_rotation(key, new.public, at=AT)


def revoke(made: MadeKeys) -> Statement:
    with keys.opened(made.secret_file, PASSPHRASE) as key:
        return trust.state_revocation(key, reason="笔记本电脑失窃", at=AT)


def test_a_chain_of_rotations_leads_from_the_first_key_to_the_last(three):
    first, second, third = three
    given = TrustList((), (rotate(second, third), rotate(first, second)))
    assert trust.believe([first.public], given).keys == tuple(made.public for made in three)
    assert trust.believe([third.public], given).keys == (third.public,)


def test_a_list_alone_makes_nobody_believed(three):
    first, second, _ = three
    listed = TrustList((first.public, second.public), ())
    assert trust.believe([first.public], listed).keys == (first.public,)


def test_a_statement_by_another_key_introduces_nobody(three):
    first, second, third = three
    with keys.opened(third.secret_file, PASSPHRASE) as thief:
        said = trust.state_rotation(thief, second.public, at=AT)
    forged = Statement(said.text.replace(third.public.line, first.public.line), said.signature)
    assert trust.believe([first.public], TrustList((), (forged,))).keys == (first.public,)


def test_a_revoked_key_is_told_and_introduces_nobody(three):
    first, second, _ = three
    believed = trust.believe([first.public], TrustList((), (rotate(first, second), revoke(first))))
    assert believed.keys == (first.public,)
    assert believed.revoked == {first.public: "笔记本电脑失窃"}


def test_nobody_revokes_the_key_of_another(three):
    first, second, _ = three
    said = revoke(second)
    forged = Statement(said.text.replace(second.public.line, first.public.line), said.signature)
    assert trust.believe([first.public], TrustList((), (forged,))).revoked == {}


def test_the_list_as_published_is_read_again(three):
    first, second, _ = three
    told = trust.write_list(
        [{"public_key": first.public.line}, {"public_key": second.public.line}], [rotate(first, second)]
    )
    read = trust.read_list(json.dumps(told))
    assert read.keys == (first.public, second.public)
    assert trust.believe([first.public], read).find(second.public.key_id) == second.public
    assert trust.read_list(first.public.file).keys == (first.public,)


@pytest.mark.parametrize(
    "broken", ["{", "{}", '{"keys": [{}], "statements": []}', '{"keys": 3, "statements": []}', "x"]
)
def test_a_broken_list_is_refused(broken):
    with pytest.raises(SigningIsRefused):
        trust.read_list(broken)
