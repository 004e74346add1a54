"""Chinese first; English by the switch and by nothing else. A public page is English by its address."""

DOOR = "/door/sign-in/"


def test_a_browser_that_prefers_english_still_gets_chinese_until_it_switches(client, db):
    assert 'lang="zh-CN"' in client.get(DOOR, headers={"accept-language": "en-US,en"}).content.decode()
    client.post("/language/setlang/", {"language": "en", "next": DOOR})
    assert '<html lang="en"' in client.get(DOOR).content.decode()


def test_an_unknown_language_in_the_cookie_is_chinese(client, db):
    client.cookies["django_language"] = "xx"
    assert '<html lang="zh-CN"' in client.get(DOOR).content.decode()


def test_a_public_page_has_the_language_of_its_address_whatever_the_cookie_says(client, db):
    for cookie in ("zh-hans", "en"):
        client.cookies["django_language"] = cookie
        assert '<html lang="zh-CN"' in client.get("/").content.decode()
        assert '<html lang="en"' in client.get("/en/").content.decode()


def test_a_public_page_leads_to_itself_in_the_other_language_and_stays_in_its_own(client, db):
    page = client.get("/en/").content.decode()
    assert '<a href="/" hreflang="zh-CN"' in page
    assert '<a class="town" href="/en/"' in page


def test_a_public_page_is_the_same_bytes_for_everybody(client, db, house):
    assert house.office.get("/").content == client.get("/").content
