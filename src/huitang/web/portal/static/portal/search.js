/* Searching where no server answers: a copy of the pages on plain files. Where a server has answered, this does nothing.
 * It reads one file of everything in force and finds the texts that have every word, as the server does.
 */
(() => {
  "use strict";
  const SHOWN = 100, AROUND = 48;
  const form = document.querySelector("form.search-form:not([data-answered])");
  const place = document.getElementById("found");
  const link = document.querySelector("link[data-search-index]");
  const asked = new URLSearchParams(location.search);
  const words = [...new Set((asked.get("q") || "").slice(0, 100).toLowerCase().split(/\s+/).filter(Boolean))].slice(0, 8);
  const kind = asked.get("column") || "", year = asked.get("year") || "";
  if (!form || !place || !link || !(words.length || kind || year)) return;

  const make = (name, text = "", more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });
  const mark = (into, text) => {
    if (!words.length) { into.append(text); return into; }
    const longest = [...words].sort((a, b) => b.length - a.length);
    const any = new RegExp(`(${longest.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "giu");
    text.split(any).forEach((part, at) => { if (part) into.append(at % 2 ? make("mark", part) : part); });
    return into;
  };
  const excerpt = (text) => {
    const line = text.replace(/\s+/g, " "), low = line.toLowerCase();
    const found = words.map((word) => low.indexOf(word)).filter((at) => at >= 0);
    const start = Math.max(0, (found.length ? Math.min(...found) : 0) - AROUND), end = start + 3 * AROUND;
    return `${start ? "…" : ""}${line.slice(start, end)}${end < line.length ? "…" : ""}`;
  };
  const hit = (one) => {
    const item = make("li"), head = make("h3"), about = make("p", "", { className: "small soft" });
    head.append(mark(make("a", "", { href: new URL(one.url, link.href).href }), one.title));
    about.append(make("span", one.column, { className: "hit-column" }), " · ", make("time", one.day, { dateTime: one.day }));
    item.append(head, mark(make("p"), excerpt(one.words)), about);
    return item;
  };
  const has = (one) => {
    const whole = `${one.title}\n${one.words}`.toLowerCase();
    return words.every((word) => whole.includes(word)) && (!kind || one.kind === kind) && (!year || one.day.startsWith(`${year}-`));
  };
  const inTitle = (one) => words.every((word) => one.title.toLowerCase().includes(word));

  const show = (texts) => {
    const found = texts.filter(has);
    found.sort((a, b) => inTitle(b) - inTitle(a)); // the index is in order of release, and sorting keeps it
    place.replaceChildren(make("h2", place.dataset.told.replace("{n}", found.length)));
    if (!found.length) place.append(make("p", place.dataset.none));
    const list = make("ol", "", { className: "hits", lang: "zh-CN" });
    list.append(...found.slice(0, SHOWN).map(hit));
    if (found.length) place.append(list);
    if (found.length > SHOWN) place.append(make("p", place.dataset.first.replace("{n}", SHOWN)));
  };

  form.elements.q.value = asked.get("q") || "";
  form.elements.column.value = kind;
  form.elements.year.value = year;
  fetch(link.href).then((answer) => answer.json()).then((told) => show(told.texts)).catch(() => { place.textContent = place.dataset.none; });
})();
