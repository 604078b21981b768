// @ts-check

/** What to do next, where the words were not found as they were typed or nothing is certain. */
(() => {
  "use strict";

  if (!psoh.data) return;
  const { filters, filterOf, everything } = psoh.data;
  const { choose } = psoh.choice;
  const { wordsOf } = psoh.words;
  const { say, made, buttonItem, byId, within } = psoh.texts;
  const { choices, plainName } = psoh.panel;

  /** Show all advice that fits what was found.
   * @param {Result} found
   * @param {State} state
   * @param {Acts} acts */
  function advise(found, state, acts) {
    showInstead(found, state, acts);
    showNothing(found, state, acts);
  }

  /** Say what was searched for instead, and offer a language that somebody typed as a word.
   * @param {Result} found
   * @param {State} state
   * @param {Acts} acts */
  function showInstead({ meant, also, partly }, state, acts) {
    const items = meant.map(([word, instead]) => made("li", say("zoek_lijkt", { woord: word, bedoeld: instead })));
    if (also.length > 0) items.push(made("li", say("zoek_ook", { woorden: also.join(", ") })));
    if (partly) items.push(made("li", say("zoek_deels")));
    for (const id of typedLanguages(state)) {
      items.push(buttonItem(say("zoek_kies_taal", { taal: plainName("taal", id) }), () => {
        acts.setWords("");
        acts.toggle("taal", id, true);
        byId("zoek-tel").focus();
      }));
    }
    byId("zoek-raad").hidden = items.length === 0;
    byId("zoek-raad").replaceChildren(...items);
  }

  /** Which languages somebody typed the name of, and did not choose.
   * @param {State} state
   * @returns {string[]} */
  function typedLanguages(state) {
    const typed = wordsOf(state.words).filter((/** @type {string} */ word) => word.length > 2 || !/^[a-z]+$/.test(word));
    if (typed.length === 0) return [];
    const chosen = state.chosen.get("taal");
    /** @type {Value[]} */
    const languages = filterOf.get("taal")?.values ?? [];
    return languages.filter(({ id, own, name, also }) => !chosen?.has(id)
      && wordsOf(`${own ?? ""} ${name} ${also ?? ""}`).some((/** @type {string} */ word) => typed.includes(word)))
      .slice(0, 3).map(({ id }) => id);
  }

  /** Where nothing is certain: what would give results when it is let go, the most first.
   * @param {Result} found
   * @param {State} state
   * @param {Acts} acts */
  function showNothing({ certain, counts }, state, acts) {
    byId("zoek-niets").hidden = certain.length > 0;
    if (certain.length > 0) return;
    const ways = [];
    for (const [at, filter] of filters.entries()) {
      const number = counts[at].without;
      if (number === 0 || !state.chosen.has(filter.id)) continue;
      const own = choices(new Map([[filter.id, state.chosen.get(filter.id)]]));
      const name = own.map((/** @type {{name: string}} */ item) => item.name).join(", ");
      ways.push({ number, name, letGo: () => { state.chosen.delete(filter.id); } });
    }
    const words = state.words.trim();
    const number = words === "" ? 0 : choose(filters, state.chosen, everything).certain.length;
    if (number > 0) ways.push({ number, name: words, letGo: () => acts.setWords("") });
    ways.sort((one, other) => other.number - one.number);
    within(byId("zoek-niets"), ".losser").replaceChildren(...ways.map((way) => buttonItem(
      say("zoek_los", { aantal: way.number, keuze: way.name }),
      () => {
        way.letGo();
        acts.changed();
        byId("zoek-tel").focus();
      },
    )));
    byId("zoek-niets-doen").hidden = ways.length === 0;
    showPurposes(state, acts);
  }

  /** Who finds nothing by words can choose what it is for; the rest of the question is let go.
   * @param {State} state
   * @param {Acts} acts */
  function showPurposes(state, acts) {
    const filter = filterOf.get("doel");
    const counts = choose(filters, new Map(), everything).counts[filters.indexOf(filter)]?.values ?? [];
    /** @type {Value[]} */
    const purposes = (filter?.values ?? []).filter((/** @type {Value} */ _, /** @type {number} */ at) => counts[at] > 0);
    byId("zoek-niets-doel").hidden = purposes.length === 0;
    within(byId("zoek-niets"), "[aria-labelledby=zoek-niets-doel]").replaceChildren(...purposes.map((value) => buttonItem(
      { text: value.name, language: value.language ?? "" },
      () => {
        state.chosen.clear();
        acts.setWords("");
        acts.toggle("doel", value.id, true);
        byId("zoek-tel").focus();
      },
    )));
  }

  /** @typedef {{id: string, name: string, language?: string, own?: string, also?: string}} Value */
  /** @typedef {{words: string, chosen: Map<string, Set<string>>}} State */
  /** @typedef {{certain: number[], counts: {without: number}[], meant: [string, string][],
   * also: string[], partly: boolean}} Result */
  /** @typedef {{setWords: (words: string) => void, changed: () => void,
   * toggle: (filter: string, value: string, isChosen: boolean) => void}} Acts */

  psoh.advise = advise;
})();
