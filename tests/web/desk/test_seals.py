"""The office signs with a passphrase typed on the page; nobody else does, and it is shown nowhere."""

import pytest

from huitang.adapters.signing.key_folder import KeyFolder
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import queries as published
from huitang.congress.seals import commands, key_commands, queries
from huitang.web.frame import house as frame_house

PASSPHRASE = "qinghe congress office"


@pytest.fixture
def keys(settings, tmp_path) -> KeyFolder:
    settings.KEY_FOLDER = tmp_path / "keys"
    return KeyFolder(settings.KEY_FOLDER)


@pytest.fixture
def released(house, keys) -> int:
    house.run_to("ELECTION", "DECIDED")
    house.office.post(f"/desk/sessions/{house.session_id}/releases/draft/")
    row = next(r for r in published.list_releases(house.session_id) if r.kind == "ANNOUNCEMENT")
    commands.release(release_id=row.id, site=frame_house.site(), actor=house.play.chair, now=house.tick())
    return row.id


def make_key(house, keys) -> None:
    system = Actor(house.play.town_id, "qinghe", "system", Role.SYSTEM)
    key_commands.make_key(keys=keys, passphrase=PASSPHRASE, actor=system, now=house.tick())


def test_without_a_key_the_page_says_how_to_make_one(house, released):
    html = house.office.get("/desk/seals/").content.decode()
    assert "huitang keys make" in html
    assert "等待签名" in html
    assert house.office.post("/desk/seals/sign/", {"passphrase": "x"}).status_code == 409


def test_what_waits_is_signed_with_the_passphrase_typed(house, keys, released):
    make_key(house, keys)
    assert "还没有备份" in house.office.get("/desk/seals/").content.decode()
    done = house.office.post("/desk/seals/sign/", {"passphrase": PASSPHRASE}, follow=True)
    html = done.content.decode()
    assert "已签名 1 份记录" in html
    assert "完整，没有改动" in html
    assert PASSPHRASE not in html
    assert queries.get_signature(released).signature


def test_a_wrong_passphrase_is_told_beside_the_field_and_not_shown(house, keys, released):
    make_key(house, keys)
    refused = house.office.post("/desk/seals/sign/", {"passphrase": "wrong passphrase"})
    assert refused.status_code == 422
    assert "口令不对" in refused.content.decode()
    assert "wrong passphrase" not in refused.content.decode()
    assert house.office.post("/desk/seals/sign/", {}).status_code == 422
    assert house.office.get("/desk/seals/sign/").status_code == 303


def test_an_altered_log_stops_the_page_from_signing(house, keys, released):
    from huitang.congress.seals.models import LogLeaf

    make_key(house, keys)
    LogLeaf.objects.update(hash="0" * 64)
    html = house.office.get("/desk/seals/").content.decode()
    assert "被改动过" in html
    assert 'name="passphrase"' not in html
    refused = house.office.post("/desk/seals/sign/", {"passphrase": PASSPHRASE})
    assert refused.status_code == 409
    assert "不能再签名" in refused.content.decode()


def test_only_the_office_sees_the_page(house, keys):
    assert house.public.get("/desk/seals/").status_code == 302
    assert house.chair.get("/desk/seals/").status_code == 403
    assert house.chair.post("/desk/seals/sign/", {"passphrase": PASSPHRASE}).status_code == 403
