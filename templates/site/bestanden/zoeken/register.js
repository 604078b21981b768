// @ts-check

/**
 * The index: which services hold what somebody typed, and how well. Knows nothing of a page.
 *
 * A word meets another in five ways, best first; the number is what it is worth:
 *   the same word (1) · the same stem (0.9) · a beginning, while typing (0.75)
 *   · a part of a compound (0.4) · a typing error (0.3), looked for only when nothing better is there.
 * A service gets, per word, the best of: worth × weight of the field the word stands in, and a little for the rest, so
 * that a group with `groep` in its name as well goes first. Those are added up.
 */
(() => {
  "use strict";

  const { wordsOf, stemOf, misspelt, EMPTY } = psoh.words;

  const MOST_WORDS = 8;
  const REMEMBERED = 200;
  /** How much of what is not the best counts. */
  const REST = 0.1;

  /** An index of texts: add all, then ask. */
  class Index {
    constructor() {
      /** @type {Map<string, number>} */
      this.numbers = new Map();
      /** @type {string[]} */
      this.words = [];
      /** @type {string[]} */
      this.stems = [];
      /** Per word, pairs: in which service, with which weight. @type {number[][]} */
      this.places = [];
      /** @type {Map<string, Met>} */
      this.remembered = new Map();
      this.size = 0;
    }

    /** Add a text of a service; what was asked before is asked anew.
     * @param {number} service
     * @param {number} weight
     * @param {string} text */
    add(service, weight, text) {
      this.remembered.clear();
      this.size = Math.max(this.size, service + 1);
      for (const word of wordsOf(text)) {
        let number = this.numbers.get(word);
        if (number === undefined) {
          number = this.words.push(word) - 1;
          this.numbers.set(word, number);
          this.stems.push(stemOf(word));
          this.places.push([]);
        }
        const places = this.places[number];
        const again = places.length > 0 && places[places.length - 2] === service;
        if (!again) places.push(service, weight);
        else if (places[places.length - 1] < weight) places[places.length - 1] = weight;
      }
    }

    /** Which services hold what somebody asks for, and how well.
     * @param {string} question
     * @returns {Answer} */
    ask(question) {
      const typed = [...new Set(wordsOf(question))].slice(0, MOST_WORDS);
      const telling = typed.filter((word) => !EMPTY.has(word));
      const asked = telling.length > 0 ? telling : typed;
      const scores = new Float32Array(this.size), met = new Uint8Array(this.size);
      const best = new Float32Array(this.size), all = new Float32Array(this.size);
      /** @type {[string, string][]} */
      const meant = [];
      for (const word of asked) {
        const { matches, instead } = this.meet(word);
        if (instead) meant.push([word, instead]);
        best.fill(0);
        all.fill(0);
        for (const [number, worth] of matches) {
          const places = this.places[number];
          for (let place = 0; place < places.length; place += 2) {
            const service = places[place], value = worth * places[place + 1];
            all[service] += value;
            if (value > best[service]) best[service] = value;
          }
        }
        for (let service = 0; service < this.size; service++) {
          if (best[service] === 0) continue;
          scores[service] += best[service] + Math.min(all[service] - best[service], best[service]) * REST;
          met[service]++;
        }
      }
      return { scores, met, asked, meant };
    }

    /** Which words of the index meet a typed word.
     * @param {string} typed
     * @returns {Met} */
    meet(typed) {
      const known = this.remembered.get(typed);
      if (known) return known;
      const stem = stemOf(typed);
      /** @type {[number, number][]} */
      const matches = [];
      for (let number = 0; number < this.words.length; number++) {
        const worth = worthOf(typed, stem, this.words[number], this.stems[number]);
        if (worth > 0) matches.push([number, worth]);
      }
      const found = matches.length > 0 ? { matches, instead: "" } : this.misspelt(typed, stem);
      if (this.remembered.size >= REMEMBERED) this.remembered.clear();
      this.remembered.set(typed, found);
      return found;
    }

    /** The words with the fewest slips; `instead` is the one most services hold.
     * @param {string} typed
     * @param {string} stem
     * @returns {Met} */
    misspelt(typed, stem) {
      let least = Infinity, instead = "", most = 0;
      /** @type {[number, number][]} */
      let matches = [];
      for (let number = 0; number < this.words.length; number++) {
        const count = misspelt(typed, this.words[number]) || misspelt(stem, this.stems[number]);
        if (count === 0 || count > least) continue;
        if (count < least) { least = count; matches = []; most = 0; }
        matches.push([number, 0.3]);
        if (this.places[number].length > most) { most = this.places[number].length; instead = this.words[number]; }
      }
      return { matches, instead };
    }
  }

  /** What a meeting of two words is worth; 0 when they do not meet.
   * @param {string} typed
   * @param {string} stem
   * @param {string} word
   * @param {string} wordStem */
  function worthOf(typed, stem, word, wordStem) {
    if (word === typed) return 1;
    if (wordStem === stem) return 0.9;
    if (word.startsWith(typed)) return 0.75;
    return typed.length >= 4 && (word.includes(typed) || (stem.length >= 4 && word.includes(stem))) ? 0.4 : 0;
  }

  /** @typedef {{matches: [number, number][], instead: string}} Met */
  /** @typedef {{scores: Float32Array, met: Uint8Array, asked: string[], meant: [string, string][]}} Answer */

  psoh.Index = Index;
})();
