// @ts-check

/** What the parts of the search hand each other. `SCRIPT_PARTS` in `search_data.py` names the parts in their order. */
const psoh = /** @type {any} */ ({});

/** Words as people type them: without accents, with the stem of a Dutch word, and with typing errors forgiven. */
(() => {
  "use strict";

  /** Letters that Unicode does not take apart, and Arabic letters that keyboards write in two ways. */
  const ALIKE = new Map(Object.entries({
    "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ĳ": "ij",
    "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ـ": "", "’": "'", "‘": "'", "ʼ": "'",
  }));
  const TAKEN_APART = new RegExp(`[${[...ALIKE.keys()].join("")}]`, "gu");

  /** Words that say nothing about what is looked for; they count only when there is nothing else. */
  const EMPTY = new Set((
    "aan als bij de dat die dit een en er for graag heb help het hoe i ik in is kan me met mij mijn my naar need of om " +
    "op te the to tot van voor waar wat wie wil with zoek zoeken"
  ).split(" "));

  /** The few words for which the rules below would be wrong: older people are no parents, a child has an odd plural. */
  const ODD = new Map(Object.entries({
    ouderen: "oudere", oudere: "oudere", kinderen: "kind", kinders: "kind", eieren: "ei", steden: "stad", stad: "stad",
    verlies: "verlies", advies: "advies",
  }));

  const LONGEST = 40;

  /** Small letters without accents, marks and invisible characters.
   * @param {string} text */
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\p{M}\p{Cf}]/gu, "")
      .replace(TAKEN_APART, (letter) => ALIKE.get(letter) ?? letter);
  }

  /** The words of a text, folded.
   * @param {string} text
   * @returns {string[]} */
  function wordsOf(text) {
    const found = fold(text).match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu);
    return found ? found.map((word) => word.slice(0, LONGEST)) : [];
  }

  /** Words with a hyphen in them, written as one: `mind-spring` is found by `mindspring`.
   * @param {string} text
   * @returns {string[]} */
  function compoundsOf(text) {
    const found = fold(text).match(/[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)+/gu) ?? [];
    return found.map((word) => word.replaceAll("-", "").slice(0, LONGEST));
  }

  /**
   * The stem of a Dutch word, lightly: both forms of a word meet, and the stem need not be a word itself.
   * Rules, again and again until none fits, and never so that fewer than three letters are left:
   *   foto's → foto · kaartje(s) → kaart · gezondheid → gezond · behandeling → behandel · groepen → groep
   *   · arabische → arabisch · ouders → ouder · gesprekk → gesprek · huiz → huis, briev → brief.
   * An s stays after a vowel or ij (huis, prijs), but for -ies (relaties) and -tes, -des, -ges, -kes, -nes (ziektes).
   * What ends in four consonants is a whole word, or letters that stand for words (basisggz): it stays.
   * Last: a double vowel in a closed end becomes single (taal → tal), so that talen and taal meet.
   * @param {string} word folded
   */
  function stemOf(word) {
    const odd = ODD.get(word);
    if (odd !== undefined) return odd;
    if (!/^[a-z']{4,}$/.test(word) || /[^aeiouy']{4}$/.test(word)) return word;
    let stem = word.replace(/'(?:s|tje|tjes)$/, "");
    for (let before = ""; before !== stem;) {
      before = stem;
      stem = shorter(stem, /heden$/, "heid");
      stem = shorter(stem, /(?<=[^aeiou'])jes?$/, "");
      stem = shorter(stem, /heid$/, "");
      stem = shorter(stem, /ing(?:en)?$/, "");
      stem = shorter(stem, /en$/, "");
      stem = shorter(stem, /(?<=[^aeiou])e$/, "");
      stem = stem.replace(/([bcdfgklmnprst])\1$/, "$1").replace(/v$/, "f").replace(/z$/, "s");
      if (!ODD.has(stem)) stem = shorter(stem, /(?<=[^aeiousj]|[^eo]ie|[tdgkn]e)s$/, "");
    }
    return stem.replace(/(a|e|o|u)\1([bcdfgklmnprst]+)$/, "$1$2");
  }

  /** Take an ending off, when three letters with a vowel are left.
   * @param {string} word
   * @param {RegExp} ending
   * @param {string} instead */
  function shorter(word, ending, instead) {
    const left = word.replace(ending, instead);
    return left.length >= 3 && /[aeiouy]/.test(left) ? left : word;
  }

  /** How many slips lie between two words: a letter too many, too few, another one, or two that changed places.
   * Gives `most + 1` as soon as there are more than `most`.
   * @param {string} one
   * @param {string} other
   * @param {number} most */
  function slips(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[]} */
    let older = [];
    let last = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let row = 1; row <= one.length; row++) {
      const now = [row];
      let least = row;
      for (let column = 1; column <= other.length; column++) {
        const same = one[row - 1] === other[column - 1];
        let value = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
        const changed = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
        if (changed) value = Math.min(value, older[column - 2] + 1);
        now.push(value);
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      older = last;
      last = now;
    }
    return last[other.length];
  }

  /** How many slips we forgive: none in a short word, one from four letters, two from eight.
   * @param {string} word */
  function forgiven(word) {
    return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  }

  /** Whether one word may be the other with typing errors. In a word under seven letters the first letter is right:
   * else `rouw` would find `vrouw`.
   * @param {string} typed
   * @param {string} word
   * @returns {number} slips; 0 when it may not */
  function misspelt(typed, word) {
    const most = forgiven(typed);
    if (most === 0 || word.length < 4 || (typed.length < 7 && typed[0] !== word[0])) return 0;
    const found = slips(typed, word, most);
    return found <= most ? found : 0;
  }

  psoh.words = Object.freeze({ fold, wordsOf, compoundsOf, stemOf, slips, forgiven, misspelt, EMPTY });
})();
