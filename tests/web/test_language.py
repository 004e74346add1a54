"""Chinese first; English by the switch and by nothing else."""


def test_a_browser_that_prefers_english_still_gets_chinese_until_it_switches(client, db):
    assert 'lang="zh-CN"' in client.get("/", headers={"accept-language": "en-US,en"}).content.decode()
    client.post("/language/setlang/", {"language": "en", "next": "/"})
    assert 'lang="en"' in client.get("/").content.decode()


def test_an_unknown_language_in_the_cookie_is_chinese(client, db):
    client.cookies["django_language"] = "xx"
    assert 'lang="zh-CN"' in client.get("/").content.decode()
