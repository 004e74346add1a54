/* Reading as each reader likes: large type, high contrast, read aloud, back to the top.
 * Every page can be read without it; what is chosen stays in this browser and is told to nobody.
 *
 *   data-mode="large|contrast"   turns a mode on and off
 *   data-size="1|-1"             larger or smaller letters
 *   data-aloud                   reads the article aloud, and stops
 *   data-share                   hands the address to the phone's own sharing, or copies it
 *   data-keep                    says how this browser keeps a page
 *   data-visits="address"        says that the page was opened, and shows how often, where somebody counts
 *   data-large                   the link to the large-type mode: without this script it works by its #large, on one page
 */
(() => {
  "use strict";
  const root = document.documentElement;
  const SIZES = ["", "large", "larger"];
  const kept = {
    read: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
    write: (name, value) => { try { localStorage.setItem(name, value); } catch { /* a private window keeps nothing */ } },
  };

  const setMode = (mode, on) => {
    root.classList.toggle(`mode-${mode}`, on);
    if (mode === "large" && !on && location.hash === "#large") history.replaceState(null, "", location.pathname + location.search);
    for (const button of document.querySelectorAll(`[data-mode="${mode}"]`)) button.setAttribute("aria-pressed", String(on));
    kept.write(mode, on ? "on" : "");
  };
  const sizeNow = () => Math.max(0, SIZES.findIndex((name) => name && root.classList.contains(name)));
  const setSize = (size) => {
    root.classList.remove("large", "larger");
    if (SIZES[size]) root.classList.add(SIZES[size]);
    for (const button of document.querySelectorAll("[data-size]")) {
      const next = size + Number(button.dataset.size);
      button.setAttribute("aria-disabled", String(next < 0 || next >= SIZES.length));
    }
    kept.write("size", String(size));
  };

  // before the page is painted, so that nothing jumps
  root.classList.add("scripted");
  // an address that ends in #large asks for large type
  if (location.hash === "#large") kept.write("large", "on");
  for (const mode of ["large", "contrast"]) if (kept.read(mode) === "on") root.classList.add(`mode-${mode}`);
  const size = Number(kept.read("size")) || 0;
  if (SIZES[size]) root.classList.add(SIZES[size]);

  const say = (words) => {
    const line = document.querySelector("[data-said]");
    if (line) line.textContent = words;
  };

  // --- read aloud: one paragraph after the other, so that a long page does not stop half-way
  let reading = [];
  const stopReading = () => {
    speechSynthesis.cancel();
    for (const part of reading) part.classList.remove("being-read");
    reading = [];
    for (const button of document.querySelectorAll("[data-aloud]")) button.setAttribute("aria-pressed", "false");
  };
  const readNext = (parts) => {
    for (const part of reading) part.classList.remove("being-read");
    const [first, ...rest] = parts;
    if (!first) return stopReading();
    const words = new SpeechSynthesisUtterance(first.innerText);
    words.lang = (first.closest("[lang]") || root).lang || "zh-CN";
    words.onend = () => { if (reading.length) readNext(rest); };
    first.classList.add("being-read");
    first.scrollIntoView({ block: "nearest" });
    speechSynthesis.speak(words);
    return undefined;
  };
  const toggleReading = (button) => {
    if (!("speechSynthesis" in window)) return say(button.dataset.none);
    if (reading.length) return stopReading();
    const found = document.querySelector("article") || document.querySelector("main");
    reading = [...found.querySelectorAll("h1, h2, h3, p, li, caption, tr")].filter((part) => part.innerText.trim() && !part.closest(".no-print, footer"));
    if (!reading.length) return undefined;
    button.setAttribute("aria-pressed", "true");
    return readNext(reading);
  };

  const share = async (button) => {
    const address = (document.querySelector("link[rel=canonical]") || location).href;
    if (navigator.share) {
      await navigator.share({ title: document.title, url: address }).catch(() => undefined);
      return;
    }
    try {
      await navigator.clipboard.writeText(address);
      say(button.dataset.done);
    } catch {
      say(address);
    }
  };

  const showVisits = async () => {
    for (const place of document.querySelectorAll("[data-visits]")) {
      const answer = await fetch(place.dataset.visits, { method: "POST", credentials: "omit" }).catch(() => null);
      if (!answer || !answer.ok) continue; // a copy on plain files: nobody counts there
      place.querySelector("b").textContent = (await answer.json()).visits;
      place.classList.add("counted");
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const mode of ["large", "contrast"]) setMode(mode, root.classList.contains(`mode-${mode}`));
    setSize(sizeNow());
    showVisits();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-large]");
    if (link) {
      event.preventDefault();
      setMode("large", !root.classList.contains("mode-large"));
      return;
    }
    const button = event.target.closest("button");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    if (button.dataset.mode) setMode(button.dataset.mode, !root.classList.contains(`mode-${button.dataset.mode}`));
    else if (button.dataset.size) setSize(sizeNow() + Number(button.dataset.size));
    else if ("aloud" in button.dataset) toggleReading(button);
    else if ("share" in button.dataset) share(button);
    else if ("keep" in button.dataset) say(button.dataset.keep);
    else if ("print" in button.dataset) window.print();
  });
  addEventListener("pagehide", () => { if (reading.length) stopReading(); });
})();
