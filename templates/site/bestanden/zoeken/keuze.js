// @ts-check

/**
 * Choosing: which services fit what somebody chose, of which it is not known, and how many each choice would give.
 * Knows nothing of a page. Between filters it is *and*, within one filter it is *or*.
 *
 * What is unknown is never hidden: a service that no filter rules out, but of which a filter does not know, is
 * `unknown` and gets its own place. Counts count only what is certain.
 */
(() => {
  "use strict";

  /** What a service says about a value, as in `search_filters.py`. */
  const NO = 0, UNKNOWN = 1, INTERPRETER = 2, YES = 3;

  /** One filter as the data hold it. */
  class Filter {
    /** @param {Packed} packed */
    constructor(packed) {
      this.id = packed.id;
      this.values = packed.waarden.map(([id, name, language, own, also]) => ({ id, name, language, own, also }));
      this.places = new Map(packed.waarden.map(([id], place) => [id, place]));
      this.row = Uint16Array.from(packed.van);
      /** Per row of digits, the digits. */
      this.rows = packed.rijen.map((digits) => Uint8Array.from(digits, Number));
    }

    /** Whether a row fits one value; an interpreter counts unless somebody asked for one of the two.
     * @param {Uint8Array} row
     * @param {number} place
     * @param {Manner} manner */
    says(row, place, manner) {
      const said = row[place];
      if (manner === "zelf" && said === INTERPRETER) return NO;
      if (manner === "tolk" && said === YES) return NO;
      return said >= INTERPRETER ? YES : said;
    }

    /** Per row: whether it fits any of the chosen values.
     * @param {Set<string>} chosen
     * @param {Manner} manner */
    verdicts(chosen, manner) {
      const places = [...chosen].map((id) => this.places.get(id)).filter((place) => place !== undefined);
      return Uint8Array.from(this.rows, (row) => {
        let best = places.length > 0 ? NO : YES;
        for (const place of places) best = Math.max(best, this.says(row, place, manner));
        return best;
      });
    }
  }

  /** Hold all services against what was chosen.
   * @param {Filter[]} filters
   * @param {Map<string, Set<string>>} chosen per filter
   * @param {Uint8Array} asked per service: whether it holds the words asked for
   * @returns {Found} */
  function choose(filters, chosen, asked) {
    const manner = mannerOf(chosen);
    const verdicts = filters.map((filter) => filter.verdicts(chosen.get(filter.id) ?? new Set(), manner));
    /** How many services have each row, when all other filters fit. */
    const alike = filters.map((filter) => new Uint32Array(filter.rows.length));
    /** @type {number[]} */ const certain = [];
    /** @type {number[]} */ const unknown = [];
    for (let service = 0; service < asked.length; service++) {
      if (!asked[service]) continue;
      let unfit = 0, unsure = 0, odd = -1;
      for (let number = 0; number < filters.length; number++) {
        const verdict = verdicts[number][filters[number].row[service]];
        if (verdict === YES) continue;
        if (verdict === NO) unfit++; else unsure++;
        odd = number;
      }
      if (unfit + unsure === 0) {
        certain.push(service);
        for (let number = 0; number < filters.length; number++) alike[number][filters[number].row[service]]++;
      } else if (unfit + unsure === 1) alike[odd][filters[odd].row[service]]++;
      if (unfit === 0 && unsure > 0) unknown.push(service);
    }
    return { certain, unknown, counts: filters.map((filter, number) => counted(filter, alike[number], manner)) };
  }

  /** How many services each value gives, and how many there are when the filter is let go.
   * @param {Filter} filter
   * @param {Uint32Array} alike
   * @param {Manner} manner */
  function counted(filter, alike, manner) {
    const values = new Uint32Array(filter.values.length);
    let without = 0;
    for (let number = 0; number < filter.rows.length; number++) {
      if (alike[number] === 0) continue;
      without += alike[number];
      for (let place = 0; place < values.length; place++) {
        if (filter.says(filter.rows[number], place, manner) === YES) values[place] += alike[number];
      }
    }
    return { values, without };
  }

  /** Which filters do not know of a service.
   * @param {Filter[]} filters
   * @param {Map<string, Set<string>>} chosen
   * @param {number} service */
  function unknownOf(filters, chosen, service) {
    const manner = mannerOf(chosen);
    return filters.filter((filter) => {
      const row = filter.rows[filter.row[service]];
      const said = [...chosen.get(filter.id) ?? []].map((id) => filter.says(row, filter.places.get(id) ?? 0, manner));
      return said.length > 0 && Math.max(...said) === UNKNOWN;
    });
  }

  /** Whether somebody wants the language itself, an interpreter, or either.
   * @param {Map<string, Set<string>>} chosen
   * @returns {Manner} */
  function mannerOf(chosen) {
    const manners = [...chosen.get("hoe") ?? []];
    return manners.length === 1 && (manners[0] === "zelf" || manners[0] === "tolk") ? manners[0] : "";
  }

  /** @typedef {"" | "zelf" | "tolk"} Manner */
  /** @typedef {{id: string, waarden: string[][], van: number[], rijen: string[]}} Packed */
  /** @typedef {{values: Uint32Array, without: number}} Counts */
  /** @typedef {{certain: number[], unknown: number[], counts: Counts[]}} Found */

  psoh.choice = Object.freeze({ Filter, choose, unknownOf, NO, UNKNOWN, INTERPRETER, YES });
})();
