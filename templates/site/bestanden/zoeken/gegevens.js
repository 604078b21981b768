// @ts-check

/**
 * The services: reads what `search_data.py` wrote, and holds words and choices against it.
 *
 * The order of results: by the words (see `register.js`; the name weighs most, then languages, then the organisation,
 * then what it is for, then the place and the description); then, where a language was chosen, who speaks it before
 * who calls an interpreter; then what was confirmed lately; then the alphabet.
 */
(() => {
  "use strict";

  const { Index } = psoh;
  const { Filter, choose, NO, INTERPRETER, YES } = psoh.choice;

  const FORM = 2;
  /** What a word weighs, by where it stands. */
  const WEIGHT = { name: 8, language: 6, organization: 5, purpose: 4, place: 3, offer: 3, fact: 2 };
  /** Differences in score smaller than this part are none. */
  const PRECISION = 1000;
  /** How many services are read before the page gets its turn again. */
  const AT_ONCE = 250;

  /** @type {Data} */
  const data = /** @type {any} */ (globalThis).psohZoekdata;
  if (!data || data.vorm !== FORM) return;

  const count = data.naam.length;
  const everything = new Uint8Array(count).fill(1);
  const filters = data.filters.map((packed) => new Filter(packed));
  const filterOf = new Map(filters.map((filter) => [filter.id, filter]));
  const index = new Index();
  let read = 0;

  /** The values of a filter of which a service is sure, or says at least this much.
   * @param {string} id
   * @param {number} service
   * @param {number} [least]
   * @returns {Value[]} */
  function valuesOf(id, service, least = YES) {
    const filter = filterOf.get(id);
    if (!filter) return [];
    const row = filter.rows[filter.row[service]];
    return filter.values.filter((/** @type {Value} */ _, /** @type {number} */ place) => row[place] >= least);
  }

  /** Read services into the index, as far as is asked for.
   * @param {number} until */
  function readUntil(until) {
    for (const last = Math.min(until, count); read < last; read++) {
      for (const [weight, text] of textsOf(read)) index.add(read, weight, text);
    }
  }

  /** Read everything without holding up the page. */
  function readQuietly() {
    if (read >= count) return;
    readUntil(read + AT_ONCE);
    setTimeout(readQuietly, 0);
  }

  /** All by which a service can be found, with its weight.
   * @param {number} service
   * @returns {[number, string][]} */
  function textsOf(service) {
    const languages = valuesOf("taal", service).map((value) => `${value.own ?? ""} ${value.name} ${value.also ?? ""}`);
    const purposes = [...valuesOf("doel", service), ...valuesOf("soort", service)]
      .map((value) => `${value.name} ${value.also ?? ""}`);
    purposes.push(...data.behoefte[service].map((need) => data.behoeften[need]));
    purposes.push(...data.groep[service].map((group) => data.groepen[group][1]));
    return [
      [WEIGHT.name, data.naam[service]],
      [WEIGHT.language, languages.join(" ")],
      [WEIGHT.organization, data.organisaties[data.organisatie[service]]],
      [WEIGHT.purpose, purposes.join(" ")],
      [WEIGHT.place, [...data.plek[service], data.werkgebied[service]].map((place) => data.plekken[place]).join(" ")],
      [WEIGHT.offer, data.aanbod[service]],
      [WEIGHT.fact, factsOf(service).map((fact) => data.feiten[fact] ?? "").join(" ")],
    ];
  }

  /** What is known of a service that people search by: free, no referral, an interpreter, languages besides Dutch.
   * @param {number} service
   * @returns {string[]} */
  function factsOf(service) {
    const languages = valuesOf("taal", service), reached = valuesOf("taal", service, INTERPRETER);
    const row = (/** @type {string} */ id) => {
      const filter = filterOf.get(id);
      return filter ? filter.rows[filter.row[service]][0] : 1;
    };
    const is = /** @type {[string, boolean][]} */ ([
      ["gratis", row("gratis") === YES], ["zelf", row("zelf") === YES], ["verwijzing", row("zelf") === NO],
      ["tolk", reached.length > languages.length], ["talen", languages.some(({ id }) => id !== "nl")],
      ["wachttijd", data.wachttijd[service] === 1],
    ]);
    return is.filter(([, holds]) => holds).map(([fact]) => fact);
  }

  /** Find what fits, in order. Where nothing has all words, what has most of them is found, and `partly` says so.
   * @param {string} words
   * @param {Map<string, Set<string>>} chosen
   * @returns {Result} */
  function search(words, chosen) {
    if (words.trim() === "") {
      return { ...inOrder(choose(filters, chosen, everything), chosen), meant: [], also: [], partly: false };
    }
    readUntil(count);
    const answer = index.ask(words);
    let most = 0;
    for (const met of answer.met) if (met > most) most = met;
    const asked = answer.met.map((/** @type {number} */ met) => met > 0 && met === most ? 1 : 0);
    const found = inOrder(choose(filters, chosen, asked), chosen, answer.scores);
    return { ...found, meant: answer.meant, also: answer.also, partly: most > 0 && most < answer.asked.length };
  }

  /** Put what was found in order.
   * @param {Found} found
   * @param {Map<string, Set<string>>} chosen
   * @param {Float32Array} [scores]
   * @returns {Found} */
  function inOrder(found, chosen, scores) {
    const filter = filterOf.get("taal");
    const languages = filter ? [...chosen.get("taal") ?? []].map((id) => filter.places.get(id)) : [];
    const worth = (/** @type {number} */ service) => {
      const row = filter?.rows[filter.row[service]];
      const speaks = languages.some((place) => row[place] === YES);
      return Math.round((scores?.[service] ?? 0) * PRECISION) * 4 + (speaks ? 2 : 0) + (data.bevestigd[service] === 1 ? 1 : 0);
    };
    return { ...found, certain: sorted(found.certain, worth), unknown: sorted(found.unknown, worth) };
  }

  /** Sort services, what is worth most first, and what is worth the same as it came. Numbers that hold both the worth
   * and the place are sorted many times faster than with a comparison of our own.
   * @param {number[]} services
   * @param {(service: number) => number} worth
   * @returns {number[]} */
  function sorted(services, worth) {
    const keys = Float64Array.from(services, (service) => (worth(service) + 1) * count - 1 - service).sort();
    return Array.from(keys, (key) => count - 1 - key % count).reverse();
  }

  /** @typedef {{id: string, name: string, language?: string, own?: string, also?: string}} Value */
  /** @typedef {{certain: number[], unknown: number[], counts: {values: Uint32Array, without: number}[]}} Found */
  /** @typedef {Found & {meant: [string, string][], also: string[], partly: boolean}} Result */
  /** @typedef {{vorm: number, organisaties: string[], groepen: string[][], filters: any[], naam: string[],
   * pagina: string[], aanbod: string[], organisatie: number[], groep: number[][], status: number[],
   * bevestigd: number[], wachttijd: number[], feiten: Record<string, string>, telefoon: string[], mail: string[], plek: number[][], werkgebied: number[],
   * behoefte: number[][], plekken: string[], behoeften: string[]}} Data */

  psoh.data = Object.freeze({ data, count, filters, filterOf, everything, valuesOf, readQuietly, search });
})();
