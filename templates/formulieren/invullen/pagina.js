// @ts-check

/** What happens when somebody types, chooses, saves, goes on with a file or wipes. */
(() => {
  "use strict";

  const { all, applies, boxes, field, put, isAnswered, ANYWHERE } = psohVragen;
  const { byId, tell, say, show, number, check, start, title, hint } = psohBeeld;
  const WAIT = 300;
  const later = /** @type {HTMLInputElement} */ (byId("onthoud"));
  const asSent = psohOpslag.state();
  let isChanged = false, isKept = false, isReload = false, timer = 0;

  /** Keep what stands here, a moment after the last key. */
  function keepSoon() {
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(keepNow, WAIT);
  }

  function keepNow() {
    clearTimeout(timer);
    if (!isChanged) return;
    isKept = psohOpslag.keep(later.checked);
    if (!isKept && later.checked) {
      tell("Deze browser kan uw antwoorden niet onthouden. Bewaar ze in een bestand.");
    }
  }

  /** Follow a change: what excludes each other, what comes into sight, what stays behind out of sight.
   * @param {Event} event */
  function changed(event) {
    const at = /** @type {HTMLInputElement} */ (event.target);
    if (at === psohOpslag.people) keepSoon();
    const question = at.closest("fieldset.vraag");
    const isTyped = at instanceof HTMLTextAreaElement || at.type === "text";
    if (!(question instanceof HTMLFieldSetElement) || isTyped !== (event.type === "input")) return;
    const said = [exclude(question, at)];
    const before = all.filter((one) => !one.classList.contains("dicht"));
    const came = show();
    if (came.length) said.push(`Er komt bij: ${came.map(title).join(" ")}`);
    const gone = before.filter((one) => one.classList.contains("dicht") && isAnswered(one));
    if (gone.length) said.push(`Niet meer nodig, en gaat niet mee: ${gone.map(title).join(" ")} Wat u daar invulde, blijft bewaard zolang u hier bent.`);
    if (question.classList.contains("met-fout")) check(question);
    if (!isTyped || said.some(Boolean)) say(said.filter(Boolean).join(" "));
    keepSoon();
  }

  /** One answer that stands alone takes the others away, and the other way around; typing takes *weet ik niet* away.
   * @param {HTMLElement} question
   * @param {HTMLInputElement} at
   * @returns {string} */
  function exclude(question, at) {
    const own = boxes(question);
    let away = [];
    if (own.includes(at) && at.checked && at.type === "checkbox") {
      const isAlone = "alleen" in at.dataset;
      away = own.filter((one) => one !== at && one.checked && (isAlone || "alleen" in one.dataset));
    } else if (at === field(question, "tekst") && at.value.trim()) {
      away = own.filter((one) => one.checked && ANYWHERE.includes(one.value));
    }
    for (const one of away) one.checked = false;
    return away.length ? `Weggehaald: ${away.map((one) => one.closest("label")?.textContent?.trim()).join(", ")}.` : "";
  }

  /** List what is wrong and what is open; tell whether there is anything. */
  function look() {
    const counting = all.filter((one) => applies(one));
    const faults = counting.flatMap((one) => check(one).map((fault) => ({ ...fault, question: one })));
    const open = counting.filter((one) => !isAnswered(one));
    list("nakijken-fout", faults.map((one) => [one.field, `${title(one.question)} ${one.text}`]));
    list("nakijken-open", open.map((one) => [start(one), title(one)]));
    byId("nakijken-kop").textContent = faults.length
      ? `Kijk nog even naar ${faults.length === 1 ? "één antwoord" : `${faults.length} antwoorden`}`
      : `${open.length === 1 ? "Er staat nog één vraag" : `Er staan nog ${open.length} vragen`} open`;
    byId("nakijken").hidden = faults.length + open.length === 0;
    return faults.length + open.length > 0;
  }

  /** @param {string} id
   * @param {[HTMLElement, string][]} items */
  function list(id, items) {
    const place = byId(id);
    place.hidden = items.length === 0;
    place.querySelector("ul")?.replaceChildren(...items.map(([to, text]) => {
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = `#${to.id}`;
      link.textContent = text;
      link.addEventListener("click", (event) => { event.preventDefault(); to.focus(); to.scrollIntoView({ block: "center" }); });
      item.append(link);
      return item;
    }));
  }

  function save() {
    const text = psohOpslag.asFile();
    psohOpslag.download(text);
    keepNow();
    isChanged = false;
    byId("nakijken").hidden = true;
    const done = all.filter((one) => applies(one) && isAnswered(one)).length;
    byId("bewaard-tekst").textContent = `${saved(done, "bewaard")} Zo stuurt u het bestand terug:`;
    const left = all.filter((one) => !applies(one) && isAnswered(one));
    byId("niet-mee").hidden = left.length === 0;
    byId("niet-mee").textContent = `Niet meegestuurd, omdat de vraag door een ander antwoord vervalt: ${left.map(title).join(" ")}`;
    /** @type {HTMLTextAreaElement} */ (byId("tekst-mee")).value = text;
    byId("bewaard").hidden = false;
    byId("bewaard").focus();
  }

  /** @param {number} count
   * @param {string} what */
  function saved(count, what) {
    if (count === 0) return "Er staat nog geen antwoord in.";
    return `${count === 1 ? "Eén antwoord is" : `${count} antwoorden zijn`} ${what}.`;
  }

  /** Ask before something goes that cannot come back; the button says what happens.
   * @param {{title: string, text: string, yes: string}} words
   * @param {() => void} then */
  function ask(words, then) {
    const dialog = /** @type {HTMLDialogElement} */ (byId("vraag-eerst"));
    byId("vraag-eerst-kop").textContent = words.title;
    byId("vraag-eerst-tekst").textContent = words.text;
    byId("vraag-eerst-ja").textContent = words.yes;
    byId("vraag-eerst-ja").onclick = () => { dialog.close(); then(); };
    byId("vraag-eerst-nee").onclick = () => dialog.close();
    dialog.showModal();
    byId("vraag-eerst-nee").focus();
  }

  function wipe() {
    psohOpslag.forgetAll();
    psohOpslag.restore(asSent);
    later.checked = false;
    for (const one of all) check(one);
    for (const id of ["nakijken", "bewaard"]) byId(id).hidden = true;
    /** @type {HTMLTextAreaElement} */ (byId("tekst-mee")).value = "";
    show();
    clearTimeout(timer);
    isChanged = false;
    tell("Uw antwoorden zijn van deze pagina gewist. Gooi ook het bestand in de map Downloads weg, en deze lijst zelf.");
  }

  /** Go on with a file that was saved before. */
  async function goOn() {
    const picker = /** @type {HTMLInputElement} */ (byId("bestand-terug"));
    const file = picker.files?.[0];
    picker.value = "";
    if (!file) return;
    const found = await psohOpslag.look(file);
    if (typeof found === "string") { tell(found); return; }
    const use = () => {
      if (psohOpslag.people) psohOpslag.people.value = found.people;
      const partly = all.filter((one) => !put(one, found.answers[String(one.dataset.vraag)]));
      show();
      keepSoon();
      const count = all.filter((one) => isAnswered(one)).length;
      const warning = partly.length ? ` Niet alles past op deze lijst. Kijk na: ${partly.map(title).join(" ")}` : "";
      tell(`${saved(count, "teruggezet")}${found.warning}${warning}`);
    };
    if (!isChanged) { use(); return; }
    ask({
      title: "Uw antwoorden vervangen?", yes: "Ja, vervang ze",
      text: "U vulde hier al iets in dat nog niet is bewaard. Het bestand komt daarvoor in de plaats.",
    }, use);
  }

  function prepare() {
    document.documentElement.classList.add("met-script");
    const kept = psohOpslag.kept();
    if (kept && JSON.stringify(kept) !== JSON.stringify(asSent)) {
      psohOpslag.restore(kept);
      isChanged = true;
      tell("Uw antwoorden van eerder staan er weer.");
    }
    show();
    if (psohOpslag.canKeepLater) later.checked = psohOpslag.isKeptLater();
    else byId("onthoud-plek").hidden = true;
    if (!psohOpslag.canKeep) byId("onthoud-uitleg").textContent = "Deze browser onthoudt hier niets. Bewaar uw antwoorden in een bestand voor u deze pagina sluit.";
    const themes = document.getElementById("themas"), wide = matchMedia("(min-width: 60rem)");
    const fold = () => { if (themes instanceof HTMLDetailsElement) themes.open = wide.matches; };
    fold();
    wide.addEventListener("change", fold);
  }

  prepare();
  psohOpslag.form.addEventListener("input", changed);
  psohOpslag.form.addEventListener("change", changed);
  psohOpslag.form.addEventListener("submit", (event) => event.preventDefault());
  psohOpslag.form.addEventListener("focusout", (event) => {
    const at = /** @type {HTMLElement} */ (event.target).closest("fieldset.vraag");
    const left = event.target;
    if (left instanceof HTMLInputElement || left instanceof HTMLTextAreaElement) hint(left);
    if (at instanceof HTMLElement && !at.contains(/** @type {any} */ (event).relatedTarget)) check(at);
  });
  psohOpslag.form.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-leeg]");
    const question = button?.closest("fieldset.vraag");
    if (!(question instanceof HTMLElement)) return;
    for (const one of boxes(question)) one.checked = false;
    show();
    keepSoon();
    boxes(question)[0].focus();
    say("Het antwoord is weggehaald.");
  });
  later.addEventListener("change", () => {
    if (later.checked) { isChanged = true; keepNow(); } else psohOpslag.forgetLater();
    tell(later.checked ? "Deze browser onthoudt uw antwoorden." : "Deze browser onthoudt uw antwoorden niet meer.");
  });
  byId("bestand-terug").addEventListener("change", goOn);
  byId("wis").addEventListener("click", () => ask({
    title: "Alles wissen?", yes: "Ja, wis alles",
    text: "Alles wat u op deze pagina invulde, verdwijnt. Bewaarde u het niet in een bestand, dan is het weg.",
  }, wipe));
  byId("bewaar").addEventListener("click", () => {
    byId("bewaard").hidden = true;
    if (look()) byId("nakijken").focus(); else save();
  });
  byId("toch").addEventListener("click", save);
  byId("kopieer").addEventListener("click", () => {
    /** @type {HTMLTextAreaElement} */ (byId("tekst-mee")).select();
    tell(document.execCommand("copy") ? "De tekst is gekopieerd. Plak hem in uw mail." : "De tekst is gekozen. Kopieer hem met Ctrl en C.");
  });
  addEventListener("pagehide", keepNow);
  addEventListener("beforeunload", (event) => {
    keepNow();
    if (isChanged && !(isKept && (later.checked || isReload))) event.preventDefault();
    isReload = false;
  });
  // After a reload the tab holds what it kept, after it was closed it does not: only the second is worth a question.
  addEventListener("keydown", (event) => {
    if (event.key === "F5" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "r")) {
      isReload = true;
      setTimeout(() => { isReload = false; }, 1000);
    }
  });
  /** @type {any} */ (window).navigation?.addEventListener("navigate", (/** @type {any} */ event) => {
    if (event.navigationType === "reload") isReload = true;
  });
  addEventListener("afterprint", () => { show(); });
  addEventListener("beforeprint", () => {
    number(all);
    for (const one of document.querySelectorAll(".vraag > details.meer")) /** @type {HTMLDetailsElement} */ (one).open = true;
  });
})();
