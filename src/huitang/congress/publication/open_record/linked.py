"""What a page is about, in the words of schema.org, for search engines and for whoever compares a copy."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from huitang.congress.publication.open_record.record import Addresses, released, words_of
from huitang.congress.publication.queries import Article, PublicSession

Told = dict[str, Any]
_CONTEXT = "https://schema.org"
_SUMMARY = 200  # characters
Trail = Sequence[tuple[str, str]]  # name and absolute address, from the first page down


def of_organization(town: str, addresses: Addresses) -> Told:
    return {"@context": _CONTEXT, **_congress(town, addresses)}


def of_article(article: Article, addresses: Addresses, *, address: str, trail: Trail) -> list[Told]:
    """A text in force or replaced; of a withdrawn one nothing is told."""
    row = article.row
    if row.state == "WITHDRAWN":
        return []
    first = min(released(one) for one in article.versions) if article.versions else released(row)
    congress = _congress(row.town, addresses)
    told = {
        "@context": _CONTEXT,
        "@type": "NewsArticle" if row.kind == "NEWS" else "Article",
        "headline": row.title,
        "datePublished": _second(first),
        "dateModified": _second(released(row)),
        "inLanguage": "zh-CN",
        "url": address,
        "mainEntityOfPage": address,
        "description": words_of(row)[:_SUMMARY],
        "version": row.version,
        "author": {"@type": "GovernmentOrganization", "name": row.source},
        "publisher": congress,
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "application/json",
            "contentUrl": addresses.facts(row.id),
            "sha256": row.sha256,
        },
    }
    return [told, _trail(trail)]


def of_session(session: PublicSession, addresses: Addresses, *, trail: Trail) -> list[Told]:
    """Its days; like the page, nothing of single sittings."""
    congress = _congress(session.town, addresses)
    place = {"@type": "Place", "name": session.town}
    about = {"organizer": congress, "location": place, "eventStatus": "https://schema.org/EventScheduled"}
    told = {
        "@context": _CONTEXT,
        "@type": "Event",
        "name": session.title,
        "startDate": session.opens_on.isoformat(),
        "endDate": session.closes_on.isoformat(),
        "url": addresses.session(session.id),
        **about,
    }
    return [told, _trail(trail)]


def of_data(
    town: str, addresses: Addresses, files: Sequence[tuple[str, str, str]], *, at: datetime, licence: str, trail: Trail
) -> list[Told]:
    """`files` are title, media type and absolute address."""
    told = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": f"{town}人民代表大会公开数据",
        "description": f"{town}人民代表大会已经公开的会议、表决、代表、项目、建议、监督和财政数据。",
        "url": addresses.data(""),
        "dateModified": _second(at),
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "creator": _congress(town, addresses),
        "distribution": [
            {"@type": "DataDownload", "name": title, "encodingFormat": media_type, "contentUrl": address}
            for title, media_type, address in files
        ],
        **({"license": licence} if licence else {}),
    }
    return [told, _trail(trail)]


def _congress(town: str, addresses: Addresses) -> Told:
    return {"@type": "GovernmentOrganization", "name": f"{town}人民代表大会", "url": addresses.town}


def _trail(trail: Trail) -> Told:
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(trail, start=1)
        ],
    }


def _second(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
