"""Only links change in a page, and each leads where it led."""

import pytest

from huitang.adapters.plain_files import links

PAGE = (
    '<p>看 href="/x/"</p><a href="/releases/5/?a=1&amp;b=2#top">5</a><img src="/photos/a.jpg" srcset="/b.jpg 1x, /c.jpg 2x">'
    '<link rel="canonical" href="/releases/5/"><a href="//other.example/">x</a><a href="#here">h</a><a href="https://a.example/">y</a>'
)


def test_words_stay_and_links_are_handed_over():
    found = links.rewritten(PAGE, link=lambda one: f"L{one}", whole=lambda one: f"W{one}")
    assert found.startswith('<p>看 href="/x/"</p><a href="L/releases/5/?a=1&amp;b=2#top">')
    assert 'src="L/photos/a.jpg" srcset="L/b.jpg 1x, L/c.jpg 2x"' in found
    assert '<link rel="canonical" href="W/releases/5/">' in found
    assert found.endswith('<a href="//other.example/">x</a><a href="#here">h</a><a href="https://a.example/">y</a>')
    assert links.addresses_in(PAGE) == [
        "/releases/5/?a=1&amp;b=2#top",
        "/photos/a.jpg",
        "/b.jpg",
        "/c.jpg",
        "/releases/5/",
    ]


@pytest.mark.parametrize(
    ("address", "page", "with_index", "clean"),
    [
        ("/releases/5/", "/releases/6/", "../5/index.html", "../5/"),
        ("/", "/", "index.html", "./"),
        ("/", "/en/releases/6/", "../../../index.html", "../../../"),
        ("/keys.json", "/releases/6/", "../../keys.json", "../../keys.json"),
        ("/search/?q=%E8%B7%AF#found", "/", "search/index.html?q=%E8%B7%AF#found", "search/?q=%E8%B7%AF#found"),
        ("/t/清河/", "/", "t/%E6%B8%85%E6%B2%B3/index.html", "t/%E6%B8%85%E6%B2%B3/"),
        ("/releases/6/#a", "/releases/6/", "index.html#a", "./#a"),
    ],
)
def test_a_link_leads_from_file_to_file(address, page, with_index, clean):
    assert links.relative(address, page=page, keeps_index=True) == with_index
    assert links.relative(address, page=page, keeps_index=False) == clean


def test_what_needs_the_server_is_left_out_whole():
    page = '<div><p data-live-only>a<p>b</p></p>c</div><div data-live-only><div>x</div>y</div><input data-live-only name="q">z'
    assert links.without_live_only(page) == "<div>c</div>z"
    assert links.addresses_in('<p data-live-only><a href="/door/">in</a></p><a href="/">out</a>') == ["/"]


@pytest.mark.parametrize(
    "path", ["/../etc/passwd", "/a//b/", "/a/./b", "/a%2F..%2F..%2Fb", "/c:/x", "/a\x00b", "/a%5Cb"]
)
def test_no_file_stands_outside_the_folder(path):
    with pytest.raises(ValueError, match="no file"):
        links.file_of(path)


def test_a_stylesheet_names_its_files():
    css = "a{background:url(../img/a.svg)}b{background:url('data:x')}c{src:url(\"f.woff2\")}"
    assert links.addresses_in_style(css, address="/static/frame/a.css") == [
        "/static/img/a.svg",
        "/static/frame/f.woff2",
    ]
