// @ts-check

/** The card of a service in the results. Its shape stands in the page, as a template. */
(() => {
  "use strict";

  if (!psoh.data) return;
  const { data, filters, valuesOf } = psoh.data;
  const { unknownOf, INTERPRETER } = psoh.choice;
  const { language, say, write, made, isolated, ownName, copy, within } = psoh.texts;

  /** The step of the chain for which nobody can wait. */
  const CRISIS = "crisis";

  /** Make the card of a service; `chosen` is given where it is not known whether it fits that.
   * @param {number} service
   * @param {Map<string, Set<string>> | null} chosen
   * @returns {HTMLElement} */
  function card(service, chosen) {
    const item = copy("zoek-kaartje");
    const link = within(item, "a");
    link.setAttribute("href", data.pagina[service]);
    link.append(isolated(data.naam[service]));
    within(item, ".organisatie").append(isolated(data.organisaties[data.organisatie[service]]));
    inDutch(within(item, ".aanbod"), data.aanbod[service]);
    fill(within(item, ".kaarttalen"), valuesOf("taal", service).map(ownName), " · ");
    const places = data.plek[service].map((/** @type {number} */ place) => isolated(data.plekken[place]));
    fill(within(item, ".plek"), places, "; ");
    fill(within(item, ".bel"), ways(service), " · ");
    fill(within(item, ".merken"), marks(service), "");
    const unknown = chosen ? unknownOf(filters, chosen, service) : [];
    if (unknown.length > 0) write(within(item, ".onbekend"), say("zoek_niet_bekend", { wat: factsOf(unknown, service) }));
    else within(item, ".onbekend").remove();
    return item;
  }

  /** What filters are about, in words; where languages are known, it is the interpreter who is not.
   * @param {{id: string}[]} about
   * @param {number} service */
  function factsOf(about, service) {
    const speaks = valuesOf("taal", service).length > 0;
    return about.map(({ id }) => say(id === "taal" && speaks ? "zoek_feit_tolk" : `zoek_feit_${id}`).text).join(", ");
  }

  /** Put parts in a place, or take the place away when there are none.
   * @param {HTMLElement} place
   * @param {Node[]} parts
   * @param {string} between */
  function fill(place, parts, between) {
    if (parts.length === 0) place.remove();
    parts.forEach((part, number) => place.append(number > 0 ? between : "", part));
  }

  /** How to call or write, as links; what does not look like an address is no link.
   * @param {number} service
   * @returns {Node[]} */
  function ways(service) {
    const phone = data.telefoon[service], mail = data.mail[service];
    const found = [];
    const digits = phone.replace(/[^\d]/g, "");
    if (digits) found.push(linked(`tel:${phone.trim().startsWith("+") ? "+" : ""}${digits}`, phone));
    if (/^[^\s@:?&]+@[^\s@:?&]+$/.test(mail)) found.push(linked(`mailto:${mail}`, mail));
    return found;
  }

  /** A link whose text is the address itself, from left to right.
   * @param {string} address
   * @param {string} text */
  function linked(address, text) {
    const link = document.createElement("a");
    link.href = address;
    const part = isolated(text);
    part.dir = "ltr";
    link.append(part);
    return link;
  }

  /** What a card says in a word: closed, free, no referral, not confirmed.
   * @param {number} service */
  function marks(service) {
    const found = [];
    if (valuesOf("doel", service).some((/** @type {{id: string}} */ { id }) => id === CRISIS)) {
      found.push(mark("kaartje_crisis", "gesloten"));
    }
    if (data.status[service] === 1) found.push(mark("kaartje_gesloten", "gesloten"));
    if (data.status[service] === 2) found.push(mark("kaartje_misschien_niet", "oud"));
    if (valuesOf("gratis", service).length > 0) found.push(mark("kaartje_gratis", ""));
    if (valuesOf("zelf", service).length > 0) found.push(mark("kaartje_geen_verwijzing", ""));
    if (interpreted(service)) found.push(mark("kaartje_tolk", ""));
    if (data.bevestigd[service] === 0) found.push(mark("kaartje_niet_bevestigd", "oud"));
    if (data.bevestigd[service] === 2) found.push(mark("kaartje_nooit", "oud"));
    return found;
  }

  /** Whether an interpreter is known for any language.
   * @param {number} service */
  function interpreted(service) {
    return valuesOf("taal", service, INTERPRETER).length > valuesOf("taal", service).length;
  }

  /** @param {string} key
   * @param {string} kind */
  function mark(key, kind) {
    const item = made("li", say(key));
    if (kind) item.className = kind;
    return item;
  }

  /** What organisations write about themselves is Dutch, in a page of any language.
   * @param {HTMLElement} place
   * @param {string} text */
  function inDutch(place, text) {
    if (language === "nl") {
      place.textContent = text;
      return;
    }
    const part = document.createElement("span");
    part.lang = "nl";
    part.dir = "auto";
    part.textContent = text;
    place.append(part);
  }

  psoh.card = card;
})();
