// @ts-check

/** What the page shows: which questions count, what hangs on a choice, how far somebody is, what is wrong. */
const psohBeeld = (() => {
  "use strict";

  const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const { all, applies, attached, boxes, details, field, isAnswered, read, ANYWHERE, WITH_CHOICES } = psohVragen;

  /** Say something to everybody: on the screen and aloud.
   * @param {string} text */
  const tell = (text) => { byId("bericht").textContent = text; };
  /** Say aloud what somebody sees happen anyway; on the screen it would push away what is being read.
   * @param {string} text */
  const say = (text) => { byId("voorlezen").textContent = text; };

  /** Show what counts now, and give the follow-ups that came into sight. */
  function show() {
    const came = [];
    for (const question of all) {
      const counts = applies(question);
      if (counts && question.classList.contains("dicht")) came.push(question);
      question.classList.toggle("dicht", !counts);
      question.classList.toggle("beantwoord", isAnswered(question));
      const { keuzes, tekst } = read(question);
      for (const place of attached(question)) place.classList.toggle("dicht", !keuzes.includes(String(place.dataset.bij)));
      const aside = question.querySelector(":scope > .terzijde");
      if (aside instanceof HTMLElement) aside.hidden = !(tekst && keuzes.some((one) => ANYWHERE.includes(one)));
      const empty = question.querySelector("[data-leeg]");
      if (empty instanceof HTMLElement) empty.hidden = keuzes.length === 0 || !WITH_CHOICES.has(question.dataset.soort ?? "");
      grow(question);
    }
    count();
    number(all.filter((one) => !one.classList.contains("dicht")));
    return came;
  }

  /** Number the questions as they are seen; on paper stand all of them.
   * @param {HTMLElement[]} seen */
  function number(seen) {
    for (const question of all) {
      const at = seen.indexOf(/** @type {any} */ (question)) + 1;
      for (const one of /** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll("[data-nummer]"))) {
        one.textContent = `${at || one.dataset.nummer}${one.classList.contains("nummer") ? "." : ""}`;
      }
    }
  }

  /** Make a place for a text as high as the text.
   * @param {HTMLElement} question */
  function grow(question) {
    for (const one of question.querySelectorAll("textarea")) {
      one.rows = Math.min(12, Math.max(one.id.endsWith("-tekst") ? 3 : 2, one.value.split("\n").length + 1));
    }
  }

  /** Tell how far somebody is, in all and per theme. */
  function count() {
    const counting = all.filter((one) => !one.classList.contains("dicht"));
    const done = counting.filter((one) => one.classList.contains("beantwoord"));
    byId("stand").textContent = `${done.length} van ${counting.length} beantwoord`;
    const themes = [...document.querySelectorAll("[data-thema]")].map((theme) => {
      const inside = counting.filter((one) => theme.contains(one));
      const ready = inside.filter((one) => one.classList.contains("beantwoord"));
      theme.classList.toggle("dicht", inside.length === 0);
      const place = document.querySelector(`[data-stand="${/** @type {HTMLElement} */ (theme).dataset.thema}"]`);
      if (place) place.textContent = inside.length ? `${ready.length} van ${inside.length}` : "geen vragen";
      return ready.length === inside.length;
    });
    const place = document.getElementById("themas-stand");
    if (place) place.textContent = `${themes.filter(Boolean).length} van ${themes.length} klaar`;
  }

  /** Give every field of a question that is typed in and counts now.
   * @param {HTMLElement} question
   * @returns {{field: HTMLInputElement, kind: string, least: string | undefined}[]} */
  function typed(question) {
    const found = [];
    const text = field(question, "tekst");
    const isAside = read(question).keuzes.length > 0;
    if (text && !isAside) found.push({ field: text, kind: question.dataset.soort ?? "", least: question.dataset.minimum });
    for (const place of attached(question).filter((one) => !one.classList.contains("dicht"))) {
      for (const one of details(place)) {
        if (one instanceof HTMLInputElement) found.push({ field: one, kind: one.dataset.soort ?? "", least: one.dataset.minimum });
      }
    }
    return found;
  }

  /** Write down at a question what is wrong with its fields; give each field with its fault.
   * @param {HTMLElement} question
   * @returns {{field: HTMLElement, text: string}[]} */
  function check(question) {
    const faults = [];
    for (const one of question.querySelectorAll("[aria-invalid]")) mark(/** @type {HTMLElement} */ (one), "");
    for (const { field: one, kind, least } of typed(question)) {
      const text = psohVelden.fault(kind, one.value.trim(), least);
      mark(one, text);
      if (text) faults.push({ field: one, text });
    }
    const other = field(question, "anders");
    const isMeant = read(question).keuzes.includes("anders");
    if (other && isMeant && !other.value.trim() && !field(question, "opmerking")?.value.trim()) {
      faults.push({ field: other, text: "U koos hier iets anders. Schrijf erbij wat u bedoelt." });
    }
    question.classList.toggle("met-fout", faults.length > 0);
    return faults;
  }

  /** Tie a message to a field, or take it away.
   * @param {HTMLElement} one
   * @param {string} text */
  function mark(one, text) {
    const place = document.getElementById(`${one.id}-fout`);
    if (!place) return;
    place.hidden = !text;
    place.textContent = text;
    const others = (one.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== place.id);
    if (text) one.setAttribute("aria-invalid", "true"); else one.removeAttribute("aria-invalid");
    const ids = text ? [place.id, ...others] : others;
    if (ids.length) one.setAttribute("aria-describedby", ids.join(" ")); else one.removeAttribute("aria-describedby");
  }

  /** Give the place where the answer to a question begins.
   * @param {HTMLElement} question
   * @returns {HTMLElement} */
  const start = (question) => field(question, "tekst") ?? boxes(question).find((one) => one.checked) ?? boxes(question)[0];

  /** Write a question on one line, for a list.
   * @param {HTMLElement} question */
  function title(question) {
    const text = (question.querySelector("legend")?.textContent ?? "").replace(/\s+/g, " ").trim();
    return question.classList.contains("dicht") ? text.replace(/^\d+\. /, "") : text;
  }

  /** Say beside a text that it may tell of a person; it is a hint, and nothing is held back.
   * @param {HTMLInputElement | HTMLTextAreaElement} one */
  function hint(one) {
    const name = `${one.id}-persoon`;
    const place = document.getElementById(name) ?? document.createElement("p");
    const found = one.type === "text" || one instanceof HTMLTextAreaElement ? psohVelden.personal(one.value) : "";
    if (!found) { place.remove(); return; }
    place.id = name;
    place.className = "hint let-op-persoon";
    place.textContent = `Let op: dit lijkt op ${found}. Schrijf niets op dat over één persoon gaat. Klopt het toch, laat het dan staan.`;
    one.after(place);
    say(place.textContent);
  }

  return { byId, tell, say, show, number, count, check, start, title, hint };
})();
