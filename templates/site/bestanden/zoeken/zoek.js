// @ts-check

/**
 * The page on which people search: what somebody asks for, the results, and what every key and button does.
 *
 * What somebody asks for stands behind the # of the address. So the back button works, the address can be kept and
 * sent, and no web server ever hears what a reader looks for.
 */
(() => {
  "use strict";

  const page = document.getElementById("zoek");
  if (!page || !psoh.data) return;
  const { count, readQuietly, search } = psoh.data;
  const { say, write, buttonItem, isolated, byId, within, language } = psoh.texts;
  const { ids, build, refresh, choices, isKnown } = psoh.panel;
  const { advise } = psoh;

  /** How many results come in sight at a time, and how many of those that are not sure at first. */
  const FIRST = 20, FEW = 5;
  /** How many are printed at most. */
  const PRINTED = 500;
  /** Milliseconds of rest before the address changes, and before who listens is told. */
  const TYPED = 350, QUIET = 700;
  const LONGEST = 200;

  const field = /** @type {HTMLInputElement} */ (byId("zoek-veld"));
  const panel = /** @type {HTMLDetailsElement} */ (byId("zoek-filters"));
  let state = fromAddress();
  let found = search(state.words, state.chosen);
  let typing = 0, quiet = 0;

  /** Read what somebody asks for from the address; what we do not know is left out.
   * @returns {State} */
  function fromAddress() {
    const parts = new URLSearchParams(location.hash.slice(1));
    const chosen = new Map();
    for (const filter of ids) {
      const known = parts.getAll(filter).filter((id) => isKnown(filter, id));
      if (known.length > 0) chosen.set(filter, new Set(known));
    }
    const more = Number.parseInt(parts.get("toon") ?? "", 10);
    return {
      words: (parts.get("q") ?? "").slice(0, LONGEST), chosen,
      more: more > FIRST ? Math.min(more, count) : FIRST, moreUnknown: FEW,
    };
  }

  /** Write what somebody asks for as it stands behind the # of the address. */
  function asAddress() {
    const parts = new URLSearchParams();
    if (state.words.trim() !== "") parts.set("q", state.words.trim());
    for (const [filter, values] of state.chosen) for (const id of values) parts.append(filter, id);
    if (state.more > FIRST) parts.set("toon", String(state.more));
    return `#${parts}`;
  }

  /** Put what somebody asks for in the address: as a new step for the back button, or in the place of the last.
   * @param {boolean} isStep */
  function toAddress(isStep) {
    const address = asAddress();
    if (address === (location.hash || "#")) return;
    history[isStep ? "pushState" : "replaceState"](null, "", address);
  }

  /** Search, and show everything that depends on it. */
  function show() {
    found = search(state.words, state.chosen);
    const { certain, unknown, counts } = found;
    const told = certain.length > 0 ? say("zoek_gevonden", { aantal: certain.length }) : say("zoek_niets_kop");
    write(byId("zoek-tel"), told);
    showCards("zoek-zeker", certain, state.more);
    byId("zoek-twijfel").hidden = unknown.length === 0;
    if (unknown.length > 0) write(byId("zoek-twijfel-tel"), say("zoek_onzeker", { aantal: unknown.length }));
    showCards("zoek-onzeker", unknown, state.moreUnknown);
    refresh(state.chosen, counts);
    showChosen();
    advise(found, state, { setWords, toggle, changed });
    byId("zoek-leeg").hidden = state.words === "";
    showQuestion();
    announce();
  }

  /** Put the question where paper and the other languages need it, and offer to clear it. */
  function showQuestion() {
    const words = state.words.trim(), isAsked = words !== "" || state.chosen.size > 0;
    byId("zoek-gezocht").hidden = words === "";
    write(byId("zoek-gezocht"), say("zoek_gezocht", { woorden: words }));
    byId("zoek-spoor").hidden = !isAsked && location.hash.length < 2;
    for (const link of document.querySelectorAll(".talen a")) /** @type {HTMLAnchorElement} */ (link).hash = isAsked ? asAddress() : "";
  }

  /** Take the question out of the address, in the place of the last step and not as a new one. */
  function clearTrace() {
    clearTimeout(typing);
    state = { words: "", chosen: new Map(), more: FIRST, moreUnknown: FEW };
    setWords("");
    history.replaceState(null, "", location.pathname + location.search);
    show();
    field.focus();
  }

  /** Show the first so many services of a list, and how many a button would add.
   * @param {string} id
   * @param {number[]} services
   * @param {number} most */
  function showCards(id, services, most) {
    const chosen = id === "zoek-onzeker" ? state.chosen : null;
    byId(id).replaceChildren(...services.slice(0, most).map((service) => psoh.card(service, chosen)));
    const left = Math.max(0, services.length - most);
    const button = byId(`${id}-meer`);
    button.hidden = left === 0;
    if (left > 0) write(button, say("zoek_nog", { aantal: Math.min(left, FIRST) }));
  }

  /** Show what was chosen, each with a way to let it go. */
  function showChosen() {
    const chips = choices(state.chosen).map((/** @type {Choice} */ { filter, id, name }) => {
      const item = buttonItem({ text: "", language: "" }, () => { toggle(filter, id, false); byId("zoek-tel").focus(); });
      const button = within(item, "button");
      button.append(isolated(name));
      button.setAttribute("aria-label", say("zoek_haal_weg", { keuze: name }).text);
      return item;
    });
    byId("zoek-gekozen").hidden = chips.length === 0;
    within(byId("zoek-gekozen"), "ul").replaceChildren(...chips);
    const tel = byId("zoek-filters-tel");
    tel.hidden = chips.length === 0;
    tel.textContent = chips.length.toLocaleString(language);
  }

  /** Tell who listens how many there are, once it has been quiet for a moment. */
  function announce() {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      const parts = [byId("zoek-tel").textContent];
      if (found.unknown.length > 0) parts.push(byId("zoek-twijfel-tel").textContent);
      byId("zoek-melding").textContent = `${parts.join(". ")}.`;
    }, QUIET);
  }

  /** @param {string} words */
  function setWords(words) {
    state.words = words;
    field.value = words;
  }

  /** Choose a value or let it go.
   * @param {string} filter
   * @param {string} id
   * @param {boolean} isChosen */
  function toggle(filter, id, isChosen) {
    const values = new Set(state.chosen.get(filter));
    if (isChosen) values.add(id);
    else values.delete(id);
    if (values.size > 0) state.chosen.set(filter, values);
    else state.chosen.delete(filter);
    if (!state.chosen.has("taal")) state.chosen.delete("hoe");
    changed();
  }

  /** Something else was chosen: begin at the top of the results, as a step for the back button. */
  function changed() {
    clearTimeout(typing);
    Object.assign(state, { more: FIRST, moreUnknown: FEW });
    toAddress(true);
    show();
  }

  /** Somebody types: answer at once; the address follows when the typing rests. */
  function typed() {
    Object.assign(state, { words: field.value, more: FIRST, moreUnknown: FEW });
    show();
    clearTimeout(typing);
    typing = setTimeout(() => toAddress(false), TYPED);
  }

  /** Take everything back. */
  function wipe() {
    state.chosen = new Map();
    setWords("");
    changed();
    field.focus();
  }

  /** Show more of a list, and go to the first that is new.
   * @param {"zoek-zeker" | "zoek-onzeker"} id */
  function more(id) {
    const before = byId(id).children.length;
    if (id === "zoek-zeker") state.more += FIRST;
    else state.moreUnknown += FIRST;
    showCards("zoek-zeker", found.certain, state.more);
    showCards("zoek-onzeker", found.unknown, state.moreUnknown);
    toAddress(false);
    byId(id).children[before]?.querySelector("a")?.focus();
  }

  /** The address changed, by the back button, a link or a hand; one that asks nothing of us is not ours. */
  function arrived() {
    if (location.hash.length > 1 && !location.hash.includes("=")) return;
    state = fromAddress();
    field.value = state.words;
    show();
  }

  /** Paper has no button for more. */
  function printAll() {
    showCards("zoek-zeker", found.certain, Math.max(PRINTED, state.more));
    showCards("zoek-onzeker", found.unknown, Math.max(PRINTED, state.moreUnknown));
  }

  /** @typedef {{filter: string, id: string, name: string}} Choice */
  /** @typedef {{words: string, chosen: Map<string, Set<string>>, more: number, moreUnknown: number}} State */

  build(toggle);
  const wide = matchMedia("(min-width: 60rem)");
  panel.open = wide.matches;
  wide.addEventListener("change", () => { panel.open = wide.matches; });
  field.value = state.words;
  field.addEventListener("input", typed);
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || field.value === "") return;
    event.preventDefault();
    setWords("");
    typed();
  });
  byId("zoek-vorm").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    clearTimeout(typing);
    toAddress(true);
    byId("zoek-tel").focus();
  });
  byId("zoek-leeg").addEventListener("click", () => { setWords(""); typed(); field.focus(); });
  byId("zoek-wis").addEventListener("click", wipe);
  byId("zoek-spoor-wis").addEventListener("click", clearTrace);
  byId("zoek-zeker-meer").addEventListener("click", () => more("zoek-zeker"));
  byId("zoek-onzeker-meer").addEventListener("click", () => more("zoek-onzeker"));
  addEventListener("popstate", arrived);
  addEventListener("beforeprint", printAll);
  addEventListener("afterprint", show);
  // The skip link would put its own # in the place of the question.
  document.querySelector(".spring")?.addEventListener("click", (event) => {
    event.preventDefault();
    byId("inhoud").focus();
  });
  show();
  page.hidden = false;
  document.getElementById("zonder-script")?.remove();
  setTimeout(readQuietly, 0);
})();
