// @ts-check

/** Numbers and dates as people type them: what is wrong with them, and how the file writes them. */
const psohVelden = (() => {
  "use strict";

  const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
  /** What can be written everywhere in the place of an answer. */
  const ANYWHERE = /^(weet (ik )?niet|n\.?v\.?t\.?|niet van toepassing)\.?$/i;
  const MOST_DIGITS = 15;
  const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];

  /** Give day, month and year of a date; 0 for what is not told. Null where it is no date.
   * @param {string} text
   * @returns {[number, number, number] | null} */
  function parts(text) {
    const typed = text.trim().toLowerCase();
    const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed);
    if (iso) return [Number(iso[3] ?? 0), Number(iso[2] ?? 0), Number(iso[1])];
    const dutch = /^(?:(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ])(\d{4})$/.exec(typed);
    if (dutch) return [Number(dutch[1] ?? 0), Number(dutch[2]), Number(dutch[3])];
    const words = /^(?:(\d{1,2}) )?([a-z]+) (\d{4})$/.exec(typed);
    const month = words ? MONTHS.findIndex((name) => name === words[2] || (words[2].length === 3 && name.startsWith(words[2]))) + 1 : 0;
    return words && month ? [Number(words[1] ?? 0), month, Number(words[3])] : null;
  }

  /** Tell whether parts are a day, a month or a year that exists.
   * @param {[number, number, number]} given */
  function exists([day, month, year]) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month > 12 || (day && !month)) return false;
    return !day || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  }

  /** Write a typed answer as the file holds it; what is not clear stays as it was typed.
   * @param {string} kind
   * @param {string} text */
  function written(kind, text) {
    if (kind !== "datum") return text;
    const found = parts(text);
    if (!found || !exists(found)) return text;
    const [day, month, year] = found;
    return [String(year), month ? String(month).padStart(2, "0") : "", day ? String(day).padStart(2, "0") : ""].filter(Boolean).join("-");
  }

  /** Write what a file holds as people read it: day, month, year.
   * @param {string} kind
   * @param {string} text */
  function shown(kind, text) {
    const found = kind === "datum" && /^\d{4}(-\d{2}){0,2}$/.test(text) ? parts(text) : null;
    return found ? found.filter(Boolean).join("-") : text;
  }

  /** Say what is wrong with a typed answer and what to type instead; empty when nothing is.
   * @param {string} kind
   * @param {string} text
   * @param {string | undefined} least
   * @returns {string} */
  function fault(kind, text, least) {
    if (!text || ANYWHERE.test(text)) return "";
    if (kind === "datum") {
      const found = parts(text);
      if (!found) return "Dit is geen datum die wij herkennen. Schrijf bijvoorbeeld 31-3-2026, 3-2026 of 2026.";
      return exists(found) ? "" : "Deze dag bestaat niet. Schrijf bijvoorbeeld 31-3-2026, 3-2026 of 2026.";
    }
    if (kind !== "getal") return "";
    if (/^\d{1,3}(\.\d{3})+$/.test(text)) return `Schrijf een getal zonder punten: ${text.replaceAll(".", "")}.`;
    if (!/^\d+$/.test(text)) return "Schrijf alleen cijfers, bijvoorbeeld 120. ‘Ongeveer’ kan in een opmerking.";
    if (text.length > MOST_DIGITS) return `Een getal heeft hoogstens ${MOST_DIGITS} cijfers.`;
    return least !== undefined && Number(text) < Number(least) ? `Het laagste dat hier kan is ${least}.` : "";
  }

  /** What in a text may tell of one person: a light look, to think twice; empty when nothing does.
   * @param {string} text
   * @returns {string} */
  function personal(text) {
    const signs = [
      [/[^\s@]+@[^\s@]+\.[a-z]{2,}/i, "een mailadres"],
      [/(^|\D)(\+31|0031|0)[\s-]{0,3}[1-9]([\s-]{0,3}\d){8}(?!\d)/, "een telefoonnummer"],
      [/(^|\D)\d([ .]?\d){8}(?!\d)/, "een nummer van een persoon"],
      [/\b(mevrouw|meneer|mevr\.|mw\.|dhr\.|de heer)\s+(van |de |den |der |el |al )*[A-Z]/, "de naam van iemand"],
    ];
    return String(signs.find(([sign]) => /** @type {RegExp} */ (sign).test(text))?.[1] ?? "");
  }

  return { written, shown, fault, personal };
})();
