"""Every kind of public page in a real browser: axe finds nothing in any mode, and large type is large, everywhere."""

import json
from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Page, sync_playwright
from tools.need_browser import find_browser

from tests.browser import public_pages
from tests.browser.conftest import QUIET

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MODES = {"usual": (), "large": ("large",), "contrast": ("contrast",), "large and contrast": ("large", "contrast")}

# what is shown and smaller than it should be: words under 20 px, targets under 44 px (inside a sentence they may be)
SMALL = """() => {
  const found = [], seen = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const el = node.parentElement;
    if (!node.data.trim() || el.closest(".visually-hidden, .skip, script, noscript, option, [hidden]") || !seen(el)) continue;
    let size = parseFloat(getComputedStyle(el).fontSize);
    const svg = el.closest("svg");
    if (svg && svg.viewBox.baseVal && svg.viewBox.baseVal.width) size *= svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    if (size < 19.9) found.push(`${size.toFixed(1)} px: ${el.tagName}.${el.getAttribute("class")} ${node.data.trim().slice(0, 20)}`);
  }
  for (const el of document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select, label.fold")) {
    const box = el.getBoundingClientRect(), within = el.parentElement;
    const isInText = el.tagName === "A" && [...within.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!seen(el) || el.matches(".skip, .fold-box") || !box.width || isInText) continue;
    if (box.height < 43.5 || box.width < 43.5) found.push(`target ${Math.round(box.width)}x${Math.round(box.height)}: ${el.tagName} ${el.innerText || el.id}`);
    if (el.matches(".reading button, .primary, .room-nav a") && box.height < 59.5) found.push(`main target ${Math.round(box.height)}: ${el.innerText}`);
  }
  return [...new Set(found)];
}"""


@pytest.fixture
def addresses(swept, town, monkeypatch) -> dict[str, str]:
    return public_pages.fill(town, monkeypatch)


@pytest.fixture
def browser(addresses, live_server):
    """Started when all is written: beside a running Playwright Django writes nothing."""
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=find_browser(), args=QUIET)
        yield found
        found.close()


def opened(browser, live_server, modes: tuple[str, ...], width: int, **more) -> tuple[Page, list[str]]:
    """A window in a mode, and what goes wrong in it."""
    context = browser.new_context(viewport={"width": width, "height": 800}, base_url=live_server.url, **more)
    told = "".join(f"localStorage.setItem({json.dumps(mode)}, 'on');" for mode in modes)
    context.add_init_script(f"try {{ {told} }} catch {{}}")
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: said.type == "error" and "410" not in said.text and faults.append(said.text))
    page.on("request", lambda asked: asked.url.startswith(("data:", live_server.url)) or faults.append(asked.url))
    return page, faults


def violations(page: Page, mode: str, *, is_of_colours: bool = False) -> Iterator[str]:
    """All rules as the page is and in large type; in high contrast, or if asked, only the colours."""
    page.evaluate(AXE)
    colours = ["color-contrast", "color-contrast-enhanced"] if "large" in mode else ["color-contrast"]
    all_rules = {"runOnly": {"type": "tag", "values": AA}, "rules": {one: {"enabled": True} for one in colours}}
    only_colours = {"runOnly": {"type": "rule", "values": colours}}
    options = {**(only_colours if is_of_colours or "contrast" in mode else all_rules), "resultTypes": ["violations"]}
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    found = page.evaluate("options => axe.run(document, options)", options)
    for one in found["violations"]:
        for node in one["nodes"]:
            yield f"{one['id']}: {node['html'][:150]} | {node['failureSummary'].splitlines()[-1].strip()[:150]}"


@pytest.mark.parametrize("mode", list(MODES))
def test_axe_finds_nothing_and_the_page_fits(browser, live_server, addresses, mode):
    page, faults = opened(browser, live_server, MODES[mode], 1280)
    is_large = "large" in MODES[mode]
    for address in addresses.values():
        page.goto(address)
        faults += [f"{address} {one}" for one in violations(page, mode)]
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            faults += [f"{address} is {over} px wider than {width}"] if over > 0 else []
            faults += [f"{address} at {width}: {one}" for one in page.evaluate(SMALL)] if is_large else []
        page.set_viewport_size({"width": 1280, "height": 800})
    page.context.close()
    assert faults == []
