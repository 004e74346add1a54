"""sitemap.xml of every page in both languages, and robots.txt: the public may be read by machines, the rooms may not."""

from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

_ROOMS = ("/door/", "/desk/", "/chair/", "/tellers/", "/deputy/", "/hall/", "/language/")
Page = tuple[str, str, datetime | None]


def write_sitemap(pages: Iterable[Page]) -> bytes:
    """`pages` are the absolute Chinese and English address and the last change, if it is known."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for chinese, english, at in pages:
        lines += [_url(chinese, chinese, english, at), _url(english, chinese, english, at)]
    return "\n".join([*lines, "</urlset>", ""]).encode()


def write_robots(site: str) -> bytes:
    refused = "".join(f"Disallow: {room}\n" for room in _ROOMS)
    return f"User-agent: *\n{refused}Allow: /\n\nSitemap: {site}/sitemap.xml\n".encode()


def _url(address: str, chinese: str, english: str, at: datetime | None) -> str:
    beside = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(found)}/>'
        for language, found in (("zh-CN", chinese), ("en", english))
    )
    changed = f"<lastmod>{at.isoformat(timespec='seconds')}</lastmod>" if at else ""
    return f"<url><loc>{escape(address)}</loc>{changed}{beside}</url>"
