/* Huitang: the little script every page shares. It adds keys and tells when the
 * network is gone; no page needs it to be read or submitted.
 *
 *   data-focus       after a deed's answer the first such element takes the focus again
 *   data-undo        Esc in an empty field presses the first such button
 *   data-pad="rows"  1/2/3 mark the current row and go to the next, Enter submits
 *   data-letter      another key for one choice of the current row
 *   data-pad="keys"  a tile's data-key toggles it, Enter submits
 *   data-sum="91"    the numbers typed inside are summed; the sentence that fits is shown
 *   data-print       prints the page
 *   data-copy="id"   copies the field of that id; the button then says its data-copied
 *   data-pick        a list of buttons: after a deed's answer it takes the focus, 1–9 press the nth
 *   data-chosen      shows how many inputs with data-vote in the pad are chosen (write-ins filled in too)
 *   data-most        is shown while more than that many are chosen
 */
(() => {
  "use strict";
  const CUT_AFTER_MS = 5000;
  const RETRY_MS = 3000;
  const root = document.documentElement;
  let failingSince = 0;
  let retry = 0;

  const isText = (el) => el.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  const digitOf = (event) => (/^(?:Digit|Numpad)(\d)$/.exec(event.code) || [])[1];

  // --- focus and undo at the desk
  document.addEventListener("htmx:afterSettle", (event) => {
    const config = event.detail.requestConfig;
    countChosen();
    if (!config || config.verb === "get") return; // a poll must not steal the focus
    const field = document.querySelector("[data-pick] button") || document.querySelector("[data-focus]");
    if (!field) return;
    field.focus();
    if (field.select) field.select();
  });

  const onEscape = (event) => {
    const field = document.querySelector("[data-focus]");
    if (field && event.target.closest && event.target.closest("[data-pick]")) {
      field.focus();
      return;
    }
    if (isText(event.target) && event.target.value) {
      event.target.value = "";
      return;
    }
    const undo = document.querySelector("[data-undo]");
    if (undo) undo.click();
  };

  // --- several match: a digit chooses one; anything else goes on typing
  const onPickKey = (event, pick) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === " ") return;
    const digit = digitOf(event);
    const button = digit && pick.querySelectorAll("button")[Number(digit) - 1];
    const field = document.querySelector("[data-focus]");
    if (button) {
      event.preventDefault();
      button.click();
    } else if (field && (event.key.length === 1 || event.key === "Process")) {
      field.value = "";
      field.focus();
    }
  };

  // --- teller pad
  const countChosen = () => {
    const shown = document.querySelector("[data-chosen]");
    if (!shown) return;
    const written = [...document.querySelectorAll("[data-vote].write-in")].filter((field) => field.value.trim());
    const chosen = document.querySelectorAll("input[data-vote]:checked").length + written.length;
    shown.textContent = chosen;
    document.querySelectorAll("[data-most]").forEach((told) => {
      told.hidden = chosen <= Number(told.dataset.most);
    });
  };
  document.addEventListener("change", countChosen);
  document.addEventListener("DOMContentLoaded", countChosen);

  const rowsOf = (pad) => [...pad.querySelectorAll("fieldset")].filter((row) => row.querySelector("input[type=radio]"));

  const enter = (row) => {
    const radio = row.querySelector("input:checked") || row.querySelector("input[type=radio]");
    radio.focus();
  };

  const markRow = (pad, row, digit) => {
    const radio = row.querySelectorAll("input[type=radio]")[digit - 1];
    if (!radio) return;
    choose(pad, row, radio);
  };

  const choose = (pad, row, radio) => {
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    const rows = rowsOf(pad);
    const next = rows[rows.indexOf(row) + 1];
    if (next) enter(next);
    else radio.focus();
  };

  const moveRow = (pad, row, by) => {
    const rows = rowsOf(pad);
    const there = rows[rows.indexOf(row) + by];
    if (there) enter(there);
  };

  const onRowsKey = (event, pad) => {
    const row = event.target.closest("fieldset") || rowsOf(pad)[0];
    const digit = digitOf(event);
    const letter = /^[a-z]$/i.test(event.key) && row.querySelector(`[data-letter="${event.key.toLowerCase()}"]`);
    if (digit) markRow(pad, row, Number(digit));
    else if (letter) choose(pad, row, letter);
    else if (event.key === "ArrowDown") moveRow(pad, row, 1);
    else if (event.key === "ArrowUp" || event.key === "Backspace") moveRow(pad, row, -1);
    else return;
    event.preventDefault();
  };

  const onKeysKey = (event, pad) => {
    const tile = pad.querySelector(`[data-key="${CSS.escape(digitOf(event) || event.key.toLowerCase())}"]`);
    if (!tile) return;
    event.preventDefault();
    tile.focus();
    tile.click();
  };

  const onPadKey = (event, pad) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isText(event.target)) return;
    if (event.key === "Enter" && !event.target.matches("button, a")) {
      event.preventDefault();
      pad.closest("form").requestSubmit();
    } else if (pad.dataset.pad === "rows") onRowsKey(event, pad);
    else onKeysKey(event, pad);
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const pad = document.querySelector("[data-pad]");
    const pick = event.target.closest && event.target.closest("[data-pick]");
    if (event.key === "Escape") onEscape(event);
    else if (pick) onPickKey(event, pick);
    else if (pad && (event.target === document.body || pad.closest("form").contains(event.target))) onPadKey(event, pad);
  });

  // --- hands: do the four numbers make up those present
  const tellSum = (box) => {
    const due = Number(box.dataset.sum);
    const typed = [...box.querySelectorAll("input")].map((field) => field.value.trim());
    const total = typed.reduce((sum, text) => sum + Number(text), 0);
    const isWhole = typed.every((text) => /^\d+$/.test(text));
    const fits = isWhole ? (total === due ? "even" : total < due ? "short" : "over") : "odd";
    box.querySelectorAll("[data-when]").forEach((told) => { told.hidden = told.dataset.when !== fits; });
    box.querySelectorAll("[data-total]").forEach((told) => { told.textContent = String(total); });
    box.querySelectorAll("[data-gap]").forEach((told) => { told.textContent = String(Math.abs(total - due)); });
  };
  const tellSums = () => document.querySelectorAll("[data-sum]").forEach(tellSum);
  document.addEventListener("input", (event) => {
    const box = event.target.closest("[data-sum]");
    if (box) tellSum(box);
  });
  document.addEventListener("htmx:load", tellSums); // also fires once for the page itself

  // --- the network is gone, the network is back
  const onAnswer = () => {
    const wasCut = failingSince > 0;
    failingSince = 0;
    clearTimeout(retry);
    root.classList.remove("is-cut");
    if (wasCut) document.body.dispatchEvent(new CustomEvent("reconnected", { bubbles: true }));
  };

  const knock = () => {
    fetch(window.location.href, { method: "HEAD", cache: "no-store", credentials: "same-origin" })
      .then((answer) => (answer.status < 500 ? onAnswer() : onSilence()))
      .catch(() => onSilence());
  };

  const onSilence = () => {
    failingSince = failingSince || Date.now();
    if (Date.now() - failingSince >= CUT_AFTER_MS) root.classList.add("is-cut");
    clearTimeout(retry);
    retry = setTimeout(knock, RETRY_MS);
  };

  const onFailure = (event) => {
    const config = event.detail.requestConfig;
    if (config && config.verb !== "get") root.classList.add("is-lost");
    onSilence();
  };

  ["htmx:sendError", "htmx:timeout"].forEach((name) => document.addEventListener(name, onFailure));
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status >= 500) onFailure(event);
  });
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status >= 500) return;
    onAnswer();
    // a deed without an answer stays on the screen until the next deed is answered
    if (event.detail.requestConfig.verb !== "get") root.classList.remove("is-lost");
  });
  window.addEventListener("offline", onSilence);
  window.addEventListener("online", knock);

  // --- copy: the clipboard is open to secure pages only; selecting works on all
  const copyField = (button) => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    const told = () => { button.textContent = button.dataset.copied; };
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(told).catch(() => {});
    else if (document.execCommand("copy")) told();
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copyField(button);
  });

  // --- print
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
})();
