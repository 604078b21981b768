// @ts-check

/**
 * The index: which services hold what somebody typed, and how well. Knows nothing of a page.
 *
 * A word meets another in five ways, best first; the number is what it is worth:
 *   the same word (1) · the same stem (0.9) · a beginning, while typing (0.75)
 *   · a part of a compound (0.4) · a typing error (0.3), looked for only when nothing better is there.
 * Two words that are one elsewhere (mind spring, mindspring) meet as well. What is found only by another word for the
 * same (`zoekwoorden.yaml`) comes last, and is told as `also`.
 * A service gets, per word, the best of: worth × weight of the field the word stands in, and a little for the rest, so
 * that a group with `groep` in its name as well goes first. Those are added up.
 */
(() => {
  "use strict";

  const { fold, wordsOf, compoundsOf, stemOf, misspelt, slips, forgiven, EMPTY } = psoh.words;

  const MOST_WORDS = 8;
  const REMEMBERED = 200;
  /** What a meeting through another word is worth. */
  const OTHERWISE = 0.4;
  /** How short the parts of a word may be that elsewhere are two words. */
  const PART = 3;
  /** How many slips more than we forgive may lie between words of which the stems meet. */
  const LOOSER = 1;
  /** How much of what is not the best counts. */
  const REST = 0.1;

  /** By the stem of what somebody types: the words that are looked for as well. @type {Map<string, string[]>} */
  const OTHERS = new Map();
  /** By the same stem: the word as people write it. @type {Map<string, string>} */
  const SPELT = new Map();
  for (const [typed, sought] of psoh.synonyms ?? []) {
    for (const word of typed) {
      const stem = stemOf(fold(word));
      OTHERS.set(stem, [...OTHERS.get(stem) ?? [], ...sought]);
      if (!SPELT.has(stem)) SPELT.set(stem, word);
    }
  }

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
      for (const word of [...wordsOf(text), ...compoundsOf(text)]) {
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
      /** @type {Set<string>} */
      const also = new Set();
      const together = this.together(question);
      for (const word of asked) {
        const { matches, others, instead } = this.meet(word);
        if (instead) meant.push([word, instead]);
        best.fill(0);
        all.fill(0);
        for (const [places, worth] of [...matches, ...together.get(word) ?? []]) {
          for (let place = 0; place < places.length; place += 2) {
            const service = places[place], value = worth * places[place + 1];
            all[service] += value;
            if (value > best[service]) best[service] = value;
          }
        }
        for (const [places, worth, sought] of others) {
          let adds = false;
          for (let place = 0; place < places.length; place += 2) {
            const service = places[place], value = worth * places[place + 1];
            if (all[service] > 0) continue;
            adds = true;
            if (value > best[service]) best[service] = value;
          }
          if (adds) also.add(sought);
        }
        for (let service = 0; service < this.size; service++) {
          if (best[service] === 0) continue;
          scores[service] += best[service] + Math.max(0, Math.min(all[service] - best[service], best[service])) * REST;
          met[service]++;
        }
      }
      return { scores, met, asked, meant, also: [...also] };
    }

    /** Words that somebody parted and the texts hold as one: where those are, by either part.
     * @param {string} question
     * @returns {Map<string, Match[]>} */
    together(question) {
      const found = new Map();
      const words = wordsOf(question);
      for (let at = 0; at + 1 < words.length; at++) {
        const number = this.numbers.get(words[at] + words[at + 1]);
        if (number === undefined) continue;
        for (const word of [words[at], words[at + 1]]) found.set(word, [...found.get(word) ?? [], [this.places[number], 1]]);
      }
      return found;
    }

    /** Which words of the index meet a typed word.
     * @param {string} typed
     * @returns {Met} */
    meet(typed) {
      const known = this.remembered.get(typed);
      if (known) return known;
      const stem = stemOf(typed), sought = OTHERS.get(stem) ?? [];
      let found = this.meeting(typed, stem, sought);
      if (found.matches.length === 0) found.matches = this.parted(typed);
      if (found.matches.length === 0 && sought.length === 0) found = this.misspelt(typed, stem);
      if (this.remembered.size >= REMEMBERED) this.remembered.clear();
      this.remembered.set(typed, found);
      return found;
    }

    /** Hold a word, and other words for the same, against all words of the index.
     * @param {string} typed
     * @param {string} stem
     * @param {string[]} sought
     * @returns {Met} */
    meeting(typed, stem, sought) {
      const plain = sought.map((word) => fold(word).replaceAll("-", "")), stems = plain.map(stemOf);
      /** @type {Match[]} */
      const matches = [];
      /** @type {[number[], number, string][]} */
      const others = [];
      for (let number = 0; number < this.words.length; number++) {
        const word = this.words[number], wordStem = this.stems[number];
        const worth = worthOf(typed, stem, word, wordStem);
        if (worth > 0) matches.push([this.places[number], worth]);
        for (let at = 0; at < sought.length; at++) {
          if (wordStem !== stems[at] && !word.startsWith(plain[at])) continue;
          others.push([this.places[number], OTHERWISE, sought[at]]);
        }
      }
      return { matches, others, instead: "" };
    }

    /** A word that the texts hold as two: the services that have both.
     * @param {string} typed
     * @returns {Match[]} */
    parted(typed) {
      /** @type {Match[]} */
      const found = [];
      for (let cut = PART; cut <= typed.length - PART; cut++) {
        const one = this.numbers.get(typed.slice(0, cut)), other = this.numbers.get(typed.slice(cut));
        if (one === undefined || other === undefined) continue;
        const has = new Set(this.places[other].filter((_, place) => place % 2 === 0));
        const places = this.places[one].flatMap((value, place, all) =>
          place % 2 === 0 && has.has(value) ? [value, all[place + 1]] : []);
        if (places.length > 0) found.push([places, 1]);
      }
      return found;
    }

    /** The words with the fewest slips; `instead` is the one most services hold.
     * @param {string} typed
     * @param {string} stem
     * @returns {Met} */
    misspelt(typed, stem) {
      let least = Infinity, instead = "", most = 0;
      const furthest = forgiven(typed) + LOOSER;
      /** @type {Match[]} */
      let matches = [];
      for (let number = 0; number < this.words.length; number++) {
        const count = misspelt(typed, this.words[number]) || misspelt(stem, this.stems[number]);
        if (count === 0 || count > least || slips(typed, this.words[number], furthest) > furthest) continue;
        if (count < least) { least = count; matches = []; most = 0; }
        matches.push([this.places[number], 0.3]);
        if (this.places[number].length > most) { most = this.places[number].length; instead = this.words[number]; }
      }
      if (matches.length > 0) return { matches, others: [], instead };
      const meant = [...OTHERS.keys()].find((key) => misspelt(stem, key) === 1);
      const found = this.meeting(SPELT.get(meant ?? "") ?? typed, meant ?? stem, OTHERS.get(meant ?? "") ?? []);
      return { ...found, instead: found.others.length > 0 ? SPELT.get(meant ?? "") ?? "" : "" };
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

  /** Where a word stands, as pairs of a service and a weight, and what meeting it is worth.
   * @typedef {[number[], number]} Match */
  /** @typedef {{matches: Match[], others: [number[], number, string][], instead: string}} Met */
  /** @typedef {{scores: Float32Array, met: Uint8Array, asked: string[], meant: [string, string][],
   * also: string[]}} Answer */

  psoh.Index = Index;
})();
