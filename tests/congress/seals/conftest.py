"""Qinghe with texts released, a key made, and the stock minisign beside it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from huitang.adapters.signing.key_folder import KeyFolder
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import commands as publication
from huitang.congress.publication.models import Release
from huitang.congress.roster.models import Term
from huitang.congress.seals import commands, key_commands
from huitang.congress.seals.site import Site
from huitang.congress.sittings.models import CongressSession
from tests.adapters.signing.stock import stock

__all__ = ["stock"]

MOMENT = datetime(2025, 4, 1, 3, 32, 7, tzinfo=UTC)
PASSPHRASE = "qinghe congress office"
SITE = Site("https://rd.qinghe.example", "3305210001")
WORDS = ("会议同意这个报告，决定予以通过。", "会议批准2025年预算。", "会议同意设立议事代表会议。")


@pytest.fixture
def system(town) -> Actor:
    return Actor(town.pk, town.code, "system", Role.SYSTEM)


@pytest.fixture
def texts(town) -> list[Release]:
    """Three resolutions that the chair could release."""
    term = Term.objects.create(town=town, number=6, quota=96, began_on=date(2021, 9, 1))
    session = CongressSession.objects.create(
        term=term, number=8, playbook="spring", opens_on=date(2025, 3, 31), closes_on=date(2025, 4, 1), place="礼堂"
    )
    return [_text(session, number, words) for number, words in enumerate(WORDS, start=1)]


def _text(session: CongressSession, number: int, words: str) -> Release:
    made = Release(
        town=session.term.town,
        session=session,
        kind="RESOLUTION",
        subject=f"hand_vote:{number}",
        title=f"关于第{number}项报告的决议",
        blocks=[{"type": "p", "text": words, "runs": []}],
        facts={"for": 80 + number},
        drafted_at=MOMENT,
        drafted_by="办公室",
    )
    made.sha256 = publication.fingerprint(made)
    made.save()
    return made


@pytest.fixture
def publish(system):
    """Puts a text before the public as `publication.release` leaves it; the log is told afterwards."""
    moments = iter(MOMENT + timedelta(minutes=step) for step in range(99))

    def let_out(text: Release) -> Release:
        Release.objects.filter(pk=text.pk).update(state="RELEASED", released_at=next(moments), released_by="执行主席")
        text.refresh_from_db()
        return text

    return let_out


@pytest.fixture
def keys(tmp_path, system) -> KeyFolder:
    folder = KeyFolder(tmp_path / "keys")
    key_commands.make_key(keys=folder, passphrase=PASSPHRASE, actor=system, now=MOMENT)
    return folder


@pytest.fixture
def sign(keys, office):
    def sign_now(at: datetime = MOMENT + timedelta(days=1), passphrase: str = PASSPHRASE) -> commands.Signed:
        return commands.sign(keys=keys, passphrase=passphrase, site=SITE, actor=office, now=at)

    return sign_now
