// @ts-check

/** The questions as the page holds them: read one, write one, tell which count. The page is the only truth. */
const psohVragen = (() => {
  "use strict";

  /** The two answers that fit every question. */
  const ANYWHERE = ["weet-niet", "niet-van-toepassing"];
  const OTHER = "anders";
  const WITH_CHOICES = new Set(["ja-nee-deels", "keuze", "meerkeuze"]);

  /** @typedef {{keuzes: string[], tekst: string, anders: string, zekerheid: string, opmerking: string,
   *   per_keuze: Record<string, Record<string, string>>}} State */

  /** @type {HTMLFieldSetElement[]} */
  const all = [...document.querySelectorAll("fieldset.vraag")].map((one) => /** @type {any} */ (one));
  const byName = new Map(all.map((one) => [one.dataset.vraag, one]));

  /** @param {HTMLElement} question
   * @returns {HTMLInputElement[]} */
  const boxes = (question) => [...question.querySelectorAll(":scope > .keuzes > .keuze input")].map((one) => /** @type {any} */ (one));
  /** @param {HTMLElement} question
   * @param {string} part
   * @returns {HTMLInputElement | null} */
  const field = (question, part) => question.querySelector(`#${question.id}-${part}`);
  /** @param {HTMLElement} question
   * @returns {HTMLElement[]} */
  const attached = (question) => [...question.querySelectorAll(".erbij")].map((one) => /** @type {any} */ (one));
  /** @param {HTMLElement} place
   * @returns {(HTMLInputElement | HTMLSelectElement)[]} */
  const details = (place) => [...place.querySelectorAll("[data-detail]")].map((one) => /** @type {any} */ (one));

  /** All that stands at a question, also what is out of sight.
   * @param {HTMLElement} question
   * @returns {State} */
  function read(question) {
    /** @type {Record<string, Record<string, string>>} */
    const perChoice = {};
    for (const place of attached(question)) {
      const said = details(place).filter((one) => one.value.trim()).map((one) => [one.dataset.detail, one.value.trim()]);
      if (said.length) perChoice[String(place.dataset.bij)] = Object.fromEntries(said);
    }
    const value = (/** @type {string} */ part) => field(question, part)?.value.trim() ?? "";
    return {
      keuzes: boxes(question).filter((one) => one.checked).map((one) => one.value),
      tekst: value("tekst"), anders: value("anders"), zekerheid: value("zeker"), opmerking: value("opmerking"),
      per_keuze: perChoice,
    };
  }

  /** Put a state at a question; whatever it does not name becomes empty.
   * @param {HTMLElement} question
   * @param {Partial<State>} state */
  function write(question, state) {
    for (const one of boxes(question)) one.checked = (state.keuzes ?? []).includes(one.value);
    for (const [part, value] of [["tekst", state.tekst], ["anders", state.anders], ["zeker", state.zekerheid], ["opmerking", state.opmerking]]) {
      const one = field(question, String(part));
      if (one) one.value = value ?? "";
    }
    for (const place of attached(question)) {
      for (const one of details(place)) {
        one.value = state.per_keuze?.[String(place.dataset.bij)]?.[String(one.dataset.detail)] ?? "";
      }
    }
    const more = question.querySelector("details.meer");
    if (more instanceof HTMLDetailsElement && (state.zekerheid || state.opmerking)) more.open = true;
  }

  /** Tell whether a question counts: its condition holds, and that of the question it follows.
   * @param {HTMLElement} question
   * @param {Set<HTMLElement>} [seen]
   * @returns {boolean} */
  function applies(question, seen = new Set()) {
    const { als, is } = question.dataset;
    if (!als) return true;
    const earlier = byName.get(als);
    if (!earlier || seen.has(question)) return false;
    const given = answer(earlier)?.antwoord ?? [];
    return String(is).split(" ").some((one) => given.includes(one)) && applies(earlier, seen.add(question));
  }

  /** What of a state is an answer, as the file holds it; null when nothing was said.
   * @param {HTMLElement} question
   * @returns {Record<string, any> | null} */
  function answer(question) {
    const state = read(question);
    const values = [...state.keuzes];
    if (!values.length && state.tekst) values.push(psohVelden.written(question.dataset.soort ?? "", state.tekst));
    /** @type {Record<string, any>} */
    const said = {};
    if (values.length) said.antwoord = values;
    if (state.anders && values.includes(OTHER)) said.anders = state.anders;
    if (state.zekerheid) said.zekerheid = state.zekerheid;
    if (state.opmerking) said.opmerking = state.opmerking;
    const kept = attached(question).filter((one) => values.includes(String(one.dataset.bij)) && state.per_keuze[String(one.dataset.bij)]);
    if (kept.length) {
      said.per_keuze = Object.fromEntries(kept.map((one) => [one.dataset.bij, Object.fromEntries(
        details(one).filter((item) => item.value.trim())
          .map((item) => [item.dataset.detail, psohVelden.written(item.dataset.soort ?? "", item.value.trim())]),
      )]));
    }
    return Object.keys(said).length ? said : null;
  }

  /** Turn an answer out of a file into a state.
   * @param {HTMLElement} question
   * @param {Record<string, any>} said
   * @returns {Partial<State>} */
  function stateOf(question, said) {
    const values = [said.antwoord ?? []].flat().map(String);
    const known = new Set(boxes(question).map((one) => one.value));
    const kind = question.dataset.soort ?? "";
    const text = WITH_CHOICES.has(kind) ? "" : values.filter((one) => !known.has(one)).join("\n");
    return {
      keuzes: values.filter((one) => known.has(one)), tekst: psohVelden.shown(kind, text), anders: said.anders ?? "",
      zekerheid: said.zekerheid ?? "", opmerking: said.opmerking ?? "", per_keuze: said.per_keuze ?? {},
    };
  }

  /** Put an answer out of a file at a question; tell whether all of it found a place.
   * @param {HTMLElement} question
   * @param {Record<string, any> | undefined} said */
  function put(question, said) {
    write(question, said ? stateOf(question, said) : {});
    return sorted(said ?? {}) === sorted(answer(question) ?? {});
  }

  /** Write something so that the same is written the same.
   * @param {any} one
   * @returns {string} */
  function sorted(one) {
    if (Array.isArray(one)) return one.map(sorted).sort().join();
    if (one === null || typeof one !== "object") return JSON.stringify(String(one));
    return Object.keys(one).sort().map((key) => `${key}:${sorted(one[key])}`).join();
  }

  /** Tell whether a question has an answer; a remark alone is none.
   * @param {HTMLElement} question */
  const isAnswered = (question) => Boolean(answer(question)?.antwoord);

  /** What stood at each question when the list was sent. */
  const sent = new Map(all.map((one) => [one, sorted(answer(one) ?? {})]));
  const before = new Map(all.map((one) => [one, answer(one)]));
  /** Name the parts of an answer that stood here when the list was sent, and that somebody took away.
   * @param {HTMLElement} question */
  function emptied(question) {
    const stood = before.get(/** @type {any} */ (question)) ?? {}, now = answer(question) ?? {};
    const values = now.antwoord ?? [];
    const parts = ["antwoord", "anders", "zekerheid", "opmerking"]
      .filter((part) => stood[part] && !now[part] && (part !== OTHER || values.includes(OTHER)));
    for (const choice of Object.keys(stood.per_keuze ?? {}).filter((one) => values.includes(one))) {
      for (const name of Object.keys(stood.per_keuze[choice])) {
        if (!now.per_keuze?.[choice]?.[name]) parts.push(`${choice}/${name}`);
      }
    }
    return parts;
  }

  /** Tell whether nobody changed anything at a question.
   * @param {HTMLElement} question */
  const isAsSent = (question) => sent.get(/** @type {any} */ (question)) === sorted(answer(question) ?? {});

  return { ANYWHERE, WITH_CHOICES, all, byName, boxes, field, attached, details, read, write, put, applies, answer, isAnswered, isAsSent, emptied };
})();
