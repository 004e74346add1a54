"""One simulated person at a browser: follows links, fills forms, knows nothing the pages do not say."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import httpx
from bs4 import BeautifulSoup, Tag

from huitang.web.terminal.rehearsal.clock import RehearsalClock

CLOCK_HEADER = "X-Rehearsal-Clock"


class PageWentWrong(Exception):
    """A page did not answer as it should; the message quotes it."""


@dataclass(frozen=True)
class Form:
    action: str
    fields: dict[str, str]
    buttons: tuple[str, ...]
    is_disabled: bool


class Page:
    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self.path = response.url.path

    @cached_property
    def soup(self) -> BeautifulSoup:
        """Read only when somebody looks: most answers of a long morning are only waited for."""
        return BeautifulSoup(self.response.text, "html.parser")

    @property
    def text(self) -> str:
        return " ".join(self.soup.get_text(" ").split())

    def links(self, containing: str) -> list[str]:
        found = (str(a["href"]) for a in self.soup.find_all("a", href=True))
        return list(dict.fromkeys(href for href in found if containing in href))

    def forms(self, containing: str) -> list[Form]:
        return [read_form(tag) for tag in self.soup.find_all("form") if containing in action_of(tag)]

    def form(self, containing: str) -> Form:
        found = self.forms(containing)
        if not found:
            raise PageWentWrong(f"{self.path}: no form for {containing}: {self.text[:300]}")
        return found[0]

    def numbers_of_rows(self, containing: str) -> list[str]:
        """The first whole number of every table row that holds these words."""
        rows = (row.get_text(" ") for row in self.soup.find_all("tr"))
        numbers = (next((word for word in text.split() if word.isdecimal()), "") for text in rows if containing in text)
        return [number for number in numbers if number]


class Person:
    """A browser with its own cookies. Refusals (4xx) raise unless they are expected."""

    def __init__(self, name: str, base: str, clock: RehearsalClock) -> None:
        self.name = name
        self.clock = clock
        self.requests = 0
        self.client = httpx.Client(base_url=base, timeout=30, follow_redirects=True)

    def get(self, path: str, *, expect: int = 200) -> Page:
        return self._page(self.client.get(path, headers=self._headers()), expect)

    def post(self, path: str, data: dict[str, Any] | None = None, *, files: Any = None, expect: int = 200) -> Page:
        return self._page(self.client.post(path, data=data or {}, files=files, headers=self._headers()), expect)

    def do(self, path: str, data: dict[str, Any]) -> Page:
        """Send a form as the page's own script does: the answer is the part of the page that changes."""
        headers = {**self._headers(), "HX-Request": "true"}
        return self._page(self.client.post(path, data=data, headers=headers), 200)

    def press(self, path: str) -> None:
        """Press a button and look at nothing that follows."""
        self._page(self.client.post(path, headers=self._headers(), follow_redirects=False), 303)

    def attempt(self, path: str, data: dict[str, Any]) -> tuple[int, Page]:
        """Send a form that may be refused; returns the status and the page."""
        response = self.client.post(path, data=data, headers=self._headers())
        self.requests += 1
        return response.status_code, Page(response)

    def log_in(self, name: str, password: str) -> None:
        self.get("/door/sign-in/")
        page = self.post("/door/sign-in/", {"name": name, "password": password})
        if page.path.startswith("/door/"):
            raise PageWentWrong(f"{name} could not log in: {page.text[:200]}")

    def close(self) -> None:
        self.client.close()

    def _headers(self) -> dict[str, str]:
        token = self.client.cookies.get("csrftoken")
        headers = {CLOCK_HEADER: self.clock.time.isoformat(), "Referer": str(self.client.base_url)}
        return {**headers, "X-CSRFToken": token} if token else headers

    def _page(self, response: httpx.Response, expect: int) -> Page:
        self.requests += 1
        if response.status_code != expect:
            told = Page(response).text[:400]
            raise PageWentWrong(
                f"{self.name}: {response.request.method} {response.url.path} → {response.status_code}: {told}"
            )
        return Page(response)


def action_of(tag: Tag) -> str:
    return str(tag.get("action") or tag.get("hx-post") or "")


def read_form(tag: Tag) -> Form:
    """The form as a browser would send it untouched."""
    fields: dict[str, str] = {}
    for field in tag.find_all(["input", "select", "textarea"]):
        name = str(field.get("name") or "")
        if name and name != "csrfmiddlewaretoken" and not field.has_attr("disabled"):
            value = _value(field)
            if value is not None:
                fields[name] = value
    buttons = tag.find_all("button")
    return Form(
        action_of(tag),
        fields,
        tuple(" ".join(button.get_text(" ").split()) for button in buttons),
        bool(buttons) and all(button.has_attr("disabled") for button in buttons),
    )


def _value(field: Tag) -> str | None:
    if field.name == "textarea":
        return field.get_text()
    if field.name == "select":
        chosen = field.find("option", selected=True) or field.find("option")
        return str(chosen.get("value", "")) if isinstance(chosen, Tag) else None
    if field.get("type") in ("checkbox", "radio") and not field.has_attr("checked"):
        return None
    return str(field.get("value", ""))
