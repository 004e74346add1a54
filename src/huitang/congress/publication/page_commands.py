"""The office writes pages of its own; their words become public like any other text, by a draft and a release."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from huitang.adapters.papers.markup import MarkupIsWrong
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.documents import attempts
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal, must_fit
from huitang.congress.publication.models import OwnPage
from huitang.congress.publication.standing import own_page

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_COLUMN, _TITLE, _TEXT = 20, 100, 20_000  # characters


class PageIsUnknown(NotFound):
    text = _("没有这个页面。")


class PageIsEmpty(InputIsWrong):
    text = _("请填栏目、标题和正文。")


class AddressIsWrong(InputIsWrong):
    text = _("网址只能用小写字母、数字和短横，最多40个，如 about。")


class AddressIsTaken(InputIsWrong):
    text = _("网址“{slug}”已经有页面用了，请换一个。")


class PageMarkupIsWrong(InputIsWrong):
    text = _("正文{place}写法不对：{told}")


class PageWasChanged(Refusal):
    text = _("“{title}”刚刚由另一位同事改过。请刷新，看过再改。")


@dataclass(frozen=True)
class PageWords:
    """What the office types. Without a `slug` the page gets a number for its address."""

    column: str
    title: str
    text: str
    slug: str = ""


@transaction.atomic
def write_page(*, words: PageWords, actor: Actor, now: datetime) -> int:
    """A new page. :raises PageIsEmpty: :raises AddressIsWrong: :raises AddressIsTaken: :raises PageMarkupIsWrong:"""
    actor.must_be_allowed_to(Deed.DRAFT)
    told = _checked(words)
    slug = told.slug or _free_slug(actor.town_id)
    try:
        with transaction.atomic():
            page = OwnPage.objects.create(
                town_id=actor.town_id, slug=slug, changed_at=now, changed_by=actor.label, **_columns(told)
            )
    except IntegrityError:
        raise AddressIsTaken(slug=slug) from None
    facts = {"title": told.title, "column": told.column, "slug": slug}
    journal.append("publication.page_written", actor=actor, at=now, subject=f"own_page:{page.pk}", facts=facts)
    return page.pk


@transaction.atomic
def change_page(*, page_id: int, words: PageWords, seen: int, actor: Actor, now: datetime) -> None:
    """New words for a page; its address stays. `seen` is the version the writer saw.

    :raises PageIsUnknown: :raises PageWasChanged: :raises PageIsEmpty: :raises PageMarkupIsWrong:
    """
    actor.must_be_allowed_to(Deed.DRAFT)
    told = _checked(words)
    page = OwnPage.objects.filter(pk=page_id, town_id=actor.town_id)
    if not page.exists():
        raise PageIsUnknown()
    columns = {**_columns(told), "changed_at": now, "changed_by": actor.label}
    if not page.filter(version=seen).update(version=F("version") + 1, **columns):
        raise PageWasChanged(title=told.title)
    facts = {"title": told.title, "column": told.column}
    journal.append("publication.page_changed", actor=actor, at=now, subject=f"own_page:{page_id}", facts=facts)


def _checked(words: PageWords) -> PageWords:
    told = PageWords(words.column.strip(), words.title.strip(), words.text.strip(), words.slug.strip())
    if not (told.column and told.title and told.text):
        raise PageIsEmpty()
    for text, most in ((told.column, _COLUMN), (told.title, _TITLE), (told.text, _TEXT)):
        must_fit(text, most)
    if told.slug and not _SLUG.fullmatch(told.slug):
        raise AddressIsWrong()
    try:
        own_page.read(told.text)
    except MarkupIsWrong as wrong:
        raise PageMarkupIsWrong(**attempts.fault_of(wrong, told.text).facts) from wrong
    return told


def _columns(told: PageWords) -> dict[str, str]:
    return {"column": told.column, "title": told.title, "text": told.text}


def _free_slug(town_id: int) -> str:
    """page-1, page-2, …"""
    taken = set(OwnPage.objects.filter(town_id=town_id).values_list("slug", flat=True))
    return next(slug for number in range(1, len(taken) + 2) if (slug := f"page-{number}") not in taken)
