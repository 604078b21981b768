// @ts-check

/** The filters as people see them: groups of boxes, each with the number of services it would give. */
(() => {
  "use strict";

  if (!psoh.data) return;
  const { data, count, filters, filterOf, everything } = psoh.data;
  const { choose, INTERPRETER, YES } = psoh.choice;
  const { language, say, write, made, buttonItem, ownName, copy, byId, within } = psoh.texts;

  /** Which text names a filter; `hoe` goes with the language and has no rows of its own. */
  const LABELS = /** @type {Record<string, string>} */ ({
    taal: "zoek_taal", hoe: "zoek_hoe", doel: "zoek_waarvoor", soort: "zoek_vorm", leeftijd: "zoek_leeftijd",
    waar: "zoek_waar", gratis: "zoek_gratis", zelf: "zoek_geen_verwijzing",
  });
  /** Whoever speaks the language, or an interpreter. */
  const MANNERS = new Map([["zelf", "zoek_eigen_taal"], ["tolk", "zoek_met_tolk"]]);
  /** Filters of one box stand together under one heading. */
  const TOGETHER = new Set(["gratis", "zelf"]);
  /** Groups that are open from the start. */
  const OPEN = new Set(["taal", "doel", "hoe", "verder"]);
  /** From how many values the rest is folded away, and how many stay in sight. */
  const MANY = 10, FIRST = 8;
  const DUTCH = "nl";

  /** @type {{box: HTMLInputElement, filter: string, value: string, tel: HTMLElement}[]} */
  const boxes = [];
  /** @type {Map<string, HTMLElement>} */
  const groups = new Map();
  /** @type {Map<string, HTMLElement>} */
  const quick = new Map();

  /** Make all groups.
   * @param {(filter: string, value: string, isChosen: boolean) => void} toggle */
  function build(toggle) {
    for (const filter of filters) {
      if (TOGETHER.has(filter.id)) {
        const list = within(groups.get("verder") ?? group("verder", say("zoek_verder")), "ul");
        list.append(choice(filter.id, "ja", [made("span", labelOf(filter.id))], toggle));
        continue;
      }
      const [first, rest] = group(filter.id, labelOf(filter.id)).querySelectorAll("ul");
      if (filter.id === "taal" && !isKnownOfAny(filter)) {
        first.before(made("p", say("zoek_geen_taal")));
        byId("zoek-snel").hidden = true;
        continue;
      }
      const places = inOrder(filter);
      places.forEach((place, number) => {
        const value = filter.values[place];
        const isFirst = places.length <= MANY || number < FIRST;
        (isFirst ? first : rest).append(choice(filter.id, value.id, nameOf(value), toggle));
      });
      if (filter.id === "taal") {
        buildManners(toggle);
        buildQuick(places.map((place) => filter.values[place]), toggle);
      }
    }
    for (const box of groups.values()) if (!box.querySelector(".rest li")) box.querySelector(".rest")?.remove();
  }

  /** @param {(filter: string, value: string, isChosen: boolean) => void} toggle */
  function buildManners(toggle) {
    const list = within(group("hoe", labelOf("hoe")), "ul");
    for (const [id, label] of MANNERS) {
      const item = choice("hoe", id, [made("span", say(label))], toggle);
      item.querySelector(".tel")?.remove();
      list.append(item);
    }
  }

  /** On a narrow screen the filters are folded away; the names of languages stay in sight, for who reads nothing else.
   * @param {Value[]} values
   * @param {(filter: string, value: string, isChosen: boolean) => void} toggle */
  function buildQuick(values, toggle) {
    for (const value of values.filter(({ id }) => id !== DUTCH).slice(0, FIRST)) {
      const item = buttonItem({ text: "", language: "" }, () => toggle("taal", value.id, button.ariaPressed !== "true"));
      const button = within(item, "button");
      button.append(ownName(value));
      quick.set(value.id, button);
      within(byId("zoek-snel"), "ul").append(item);
    }
  }

  /** Whether any service is known to reach any value.
   * @param {Filter} filter */
  function isKnownOfAny(filter) {
    return filter.rows.some((row) => row.some((said) => said >= INTERPRETER));
  }

  /** The places of the values as they are shown: languages that most services speak first, the rest as it came.
   * @param {Filter} filter
   * @returns {number[]} */
  function inOrder(filter) {
    const places = filter.values.map((_, place) => place);
    if (filter.id !== "taal") return places;
    const reached = choose(filters, new Map(), everything).counts[filters.indexOf(filter)].values;
    const spoken = places.map((place) => {
      let services = 0;
      for (let service = 0; service < count; service++) if (filter.rows[filter.row[service]][place] === YES) services++;
      return services;
    });
    return places.sort((one, other) => spoken[other] - spoken[one] || reached[other] - reached[one] || one - other);
  }

  /** A group of choices under a heading.
   * @param {string} id
   * @param {Said} heading
   * @returns {HTMLElement} */
  function group(id, heading) {
    const made = /** @type {HTMLDetailsElement} */ (copy("zoek-groep"));
    const summary = write(within(made, "summary"), heading);
    summary.id = `zoek-groep-${id}`;
    within(made, "[role=group]").setAttribute("aria-labelledby", summary.id);
    made.open = OPEN.has(id);
    groups.set(id, made);
    byId("zoek-groepen").append(made);
    return made;
  }

  /** A box to tick.
   * @param {string} filter
   * @param {string} value
   * @param {Node[]} name
   * @param {(filter: string, value: string, isChosen: boolean) => void} toggle */
  function choice(filter, value, name, toggle) {
    const item = copy("zoek-keuze");
    const box = /** @type {HTMLInputElement} */ (within(item, "input"));
    within(item, ".naam").append(...name);
    boxes.push({ box, filter, value, tel: within(item, ".tel") });
    box.addEventListener("change", () => toggle(filter, value, box.checked));
    return item;
  }

  /** The name of a value; a language by its own name, and behind it in the language of the page.
   * @param {Value} value
   * @returns {Node[]} */
  function nameOf(value) {
    const name = made("span", { text: value.name, language: value.language ?? "" });
    if (!value.own || value.own === value.name) return [name];
    name.className = "taalnaam";
    return [ownName(value), " ", name];
  }

  /** Tick what is chosen, and show beside every box how many services it would give.
   * @param {Map<string, Set<string>>} chosen
   * @param {{values: Uint32Array}[]} counts as many as there are filters */
  function refresh(chosen, counts) {
    /** @type {Map<string, Uint32Array>} */
    const numbers = new Map();
    for (const [at, filter] of filters.entries()) numbers.set(filter.id, counts[at].values);
    for (const { box, filter, value, tel } of boxes) {
      box.checked = chosen.get(filter)?.has(value) ?? false;
      if (filter === "hoe") continue;
      const number = numbers.get(filter)?.[filterOf.get(filter).places.get(value)] ?? 0;
      const text = number.toLocaleString(language);
      if (tel.textContent !== text) tel.textContent = text;
      box.closest("li")?.classList.toggle("leeg", number === 0 && !box.checked);
    }
    for (const [id, button] of quick) button.ariaPressed = String(chosen.get("taal")?.has(id) ?? false);
    const manners = groups.get("hoe");
    if (manners) manners.hidden = !chosen.has("taal");
  }

  /** List what is chosen, with its name as plain text.
   * @param {Map<string, Set<string>>} chosen
   * @returns {{filter: string, id: string, name: string}[]} */
  function choices(chosen) {
    return [...chosen].flatMap(([filter, ids]) => [...ids].map((id) => ({ filter, id, name: plainName(filter, id) })));
  }

  /** @param {string} filter
   * @param {string} id */
  function plainName(filter, id) {
    if (filter === "hoe") return say(MANNERS.get(id) ?? "").text;
    if (TOGETHER.has(filter)) return labelOf(filter).text;
    const value = filterOf.get(filter).values[filterOf.get(filter).places.get(id)];
    return value.own && value.own !== value.name ? `${value.own} (${value.name})` : value.name;
  }

  /** What a filter is called.
   * @param {string} id
   * @returns {Said} */
  function labelOf(id) {
    return say(LABELS[id]);
  }

  /** Tell whether there is such a value to choose.
   * @param {string} filter
   * @param {string} id */
  function isKnown(filter, id) {
    return filter === "hoe" ? MANNERS.has(id) : filterOf.get(filter)?.places.has(id) ?? false;
  }

  /** @typedef {{text: string, language: string}} Said */
  /** @typedef {{id: string, name: string, language?: string, own?: string, also?: string}} Value */
  /** @typedef {{id: string, values: Value[], row: Uint16Array, rows: Uint8Array[]}} Filter */

  psoh.panel = Object.freeze({ ids: Object.keys(LABELS), build, refresh, choices, plainName, isKnown });
})();
