// @ts-check

/**
 * The texts of the page and small ways to put them in place. Every text comes from the block `zoek-teksten` in the
 * page or from the data, so that a translator never has to look in a script. Nothing is ever put in as markup.
 */
(() => {
  "use strict";

  const language = document.documentElement.lang;

  /** Per key the forms of a text, and the language when it fell back to another than that of the page.
   * @type {Record<string, [Record<string, string>, string]>} */
  const texts = JSON.parse(document.getElementById("zoek-teksten")?.textContent ?? "{}");

  /** A text with its language, filled in. A number chooses its form, as the language counts.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {Said} */
  function say(key, values = {}) {
    const [forms, fallback] = texts[key] ?? [{}, ""];
    const spoken = fallback || language;
    const number = Object.values(values).find((value) => typeof value === "number");
    const form = number === undefined ? "other" : new Intl.PluralRules(spoken).select(Number(number));
    const text = (forms[form] ?? forms.other ?? "").replace(/\{([a-z_]+)\}/g, (whole, name) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === "number" ? value.toLocaleString(spoken) : isolate(value);
    });
    return { text, language: fallback };
  }

  /** Keep the direction of a name to itself, in plain text.
   * @param {string} text */
  function isolate(text) {
    return `\u2068${text}\u2069`;
  }

  /** Put a text in its place; one in another language says so.
   * @template {HTMLElement} T
   * @param {T} place
   * @param {Said} said
   * @returns {T} */
  function write(place, said) {
    if (place.textContent !== said.text) place.textContent = said.text;
    if (said.language) {
      place.lang = said.language;
      place.dir = "ltr";
    }
    return place;
  }

  /** Make an element with a text in it.
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} name
   * @param {Said} said */
  function made(name, said) {
    return write(document.createElement(name), said);
  }

  /** A button that does something, in an item of a list.
   * @param {Said} said
   * @param {() => void} act */
  function buttonItem(said, act) {
    const button = made("button", said);
    button.type = "button";
    button.addEventListener("click", act);
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  /** A name that keeps its own direction.
   * @param {string} text */
  function isolated(text) {
    const part = document.createElement("bdi");
    part.textContent = text;
    return part;
  }

  /** What a language calls itself, marked as that language.
   * @param {Value} value */
  function ownName(value) {
    const name = isolated(value.own || value.name);
    name.lang = value.own ? value.id : value.language || language;
    return name;
  }

  /** Copy what stands in a template.
   * @param {string} id */
  function copy(id) {
    const template = /** @type {HTMLTemplateElement} */ (byId(id));
    return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  }

  /** @param {string} id
   * @returns {HTMLElement} */
  function byId(id) {
    const element = document.getElementById(id);
    if (!element) throw new Error(`the page has no ${id}`);
    return element;
  }

  /** @param {HTMLElement} place
   * @param {string} selector
   * @returns {HTMLElement} */
  function within(place, selector) {
    const element = place.querySelector(selector);
    if (!element) throw new Error(`no ${selector} here`);
    return /** @type {HTMLElement} */ (element);
  }

  /** @typedef {{text: string, language: string}} Said */
  /** @typedef {{id: string, name: string, language?: string, own?: string, also?: string}} Value */

  psoh.texts = Object.freeze({ language, say, isolate, write, made, buttonItem, isolated, ownName, copy, byId, within });
})();
