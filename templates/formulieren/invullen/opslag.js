// @ts-check

/** Where answers stay: in this tab by itself, in this browser when asked, and in a file to send or to go on with. */
const psohOpslag = (() => {
  "use strict";

  const form = /** @type {HTMLFormElement} */ (document.getElementById("vragen"));
  const about = form.dataset;
  const KEY = `${about.formaat}/${about.gemeente}/${about.informant}/${about.gemaakt}`;
  const MOST_BYTES = 5_000_000;
  const PEOPLE = "deelnemers";
  /** How many took part, on the list of a talk. */
  const people = /** @type {HTMLInputElement | null} */ (document.getElementById(PEOPLE));

  /** A browser may refuse to keep anything, above all for a page that comes from a file.
   * @param {"sessionStorage" | "localStorage"} name
   * @returns {Storage | null} */
  function place(name) {
    try {
      const found = window[name];
      found.setItem(`${KEY}/proef`, "1");
      found.removeItem(`${KEY}/proef`);
      return found;
    } catch {
      return null;
    }
  }

  const tab = place("sessionStorage"), browser = place("localStorage");

  /** All that stands on the page, also what is out of sight. */
  const state = () => /** @type {Record<string, any>} */ ({
    ...Object.fromEntries(psohVragen.all.map((one) => [one.dataset.vraag, psohVragen.read(one)])),
    ...(people ? { [PEOPLE]: people.value } : {}),
  });

  /** @param {Record<string, Partial<import("./vragen.js").State>>} kept */
  function restore(kept) {
    for (const one of psohVragen.all) psohVragen.write(one, kept[String(one.dataset.vraag)] ?? {});
    if (people) people.value = String(/** @type {any} */ (kept)[PEOPLE] ?? "");
  }

  /** Keep what stands here; tell whether that worked.
   * @param {boolean} alsoLater */
  function keep(alsoLater) {
    const text = JSON.stringify(state());
    try {
      tab?.setItem(KEY, text);
      if (alsoLater) browser?.setItem(KEY, text);
      return Boolean(alsoLater ? browser : tab);
    } catch {
      return false;
    }
  }

  /** Give what was kept, or null. */
  function kept() {
    try {
      return JSON.parse(tab?.getItem(KEY) ?? browser?.getItem(KEY) ?? "null");
    } catch {
      return null;
    }
  }

  const isKeptLater = () => Boolean(browser?.getItem(KEY));
  const forgetLater = () => browser?.removeItem(KEY);

  function forgetAll() {
    tab?.removeItem(KEY);
    browser?.removeItem(KEY);
  }

  /** Write the day of today as files hold it. */
  function today() {
    const now = new Date();
    return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
  }

  /** Give the text of the file that is sent. */
  function asFile() {
    const answers = psohVragen.all.filter((one) => psohVragen.applies(one))
      .map((one) => [one.dataset.vraag, psohVragen.answer(one)]).filter(([, said]) => said);
    const untouched = psohVragen.all.filter((one) => psohVragen.isAsSent(one) && answers.some(([id]) => id === one.dataset.vraag));
    const emptied = Object.fromEntries(psohVragen.all.filter((one) => psohVragen.applies(one))
      .map((one) => [one.dataset.vraag, psohVragen.emptied(one)]).filter(([, parts]) => parts?.length));
    return `${JSON.stringify({
      formaat: about.formaat, gemeente: about.gemeente, informant: about.informant, groep: about.groep,
      kennisversie: about.kennisversie, gemaakt_op: about.gemaakt, ingevuld_op: today(),
      ...(people?.value.trim() ? { [PEOPLE]: people.value.trim() } : {}),
      antwoorden: Object.fromEntries(answers), ongewijzigd: untouched.map((one) => one.dataset.vraag),
      ...(Object.keys(emptied).length ? { leeggemaakt: emptied } : {}),
    }, null, 1)}\n`;
  }

  /** Hand the file over to the browser.
   * @param {string} text */
  function download(text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = String(about.bestand);
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** Look into a file that was saved before; the text says why it cannot be used.
   * @param {File} file
   * @returns {Promise<{answers: Record<string, any>, people: string, warning: string} | string>} */
  async function look(file) {
    if (file.size > MOST_BYTES) return "Dit bestand is te groot om een lijst met antwoorden te zijn.";
    let found;
    try {
      found = JSON.parse(await file.text());
    } catch {
      return `Dit is geen bestand met antwoorden. Kies het bestand ${about.bestand}.`;
    }
    const isRecord = (/** @type {any} */ one) => one !== null && typeof one === "object" && !Array.isArray(one);
    if (!isRecord(found) || found.formaat !== about.formaat || !isRecord(found.antwoorden)) {
      return `Dit is geen bestand met antwoorden op deze lijst. Kies het bestand ${about.bestand}.`;
    }
    if (found.informant !== about.informant || found.gemeente !== about.gemeente) {
      return "Dit bestand hoort bij een andere lijst. Kies het bestand dat u met deze lijst bewaarde.";
    }
    const unknown = Object.keys(found.antwoorden).filter((id) => !psohVragen.byName.has(id) || !isRecord(found.antwoorden[id]));
    const warning = unknown.length ? ` Van ${unknown.length === 1 ? "één antwoord" : `${unknown.length} antwoorden`} staat de vraag niet op deze lijst; die zijn niet overgenomen. Bewaar het oude bestand.` : "";
    return { people: typeof found[PEOPLE] === "string" ? found[PEOPLE] : "", answers: Object.fromEntries(Object.entries(found.antwoorden).filter(([id]) => !unknown.includes(id))), warning };
  }

  return { form, about, people, canKeep: Boolean(tab), canKeepLater: Boolean(browser), state, restore, keep, kept, isKeptLater, forgetLater, forgetAll, asFile, download, look };
})();
