"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const W = data.words, SEVERITIES = data.severities, EXCUSED = data.dispositions.indexOf("excused");
  const RULE = 0, SEVERITY = 1, DISPOSITION = 2, SURE = 3, FIELD = 4, CELL = 5, BRAND = 6, MESSAGE = 7, ADVICE = 8, EDIT = 9, REASONS = 10, TEXT = 11;
  const SIZE = 25, PRINTED = 500;
  const main = document.getElementById("page");
  const state = { q: "", verdict: "", severity: "", category: "", brand: "", field: "", file: "", excused: false, order: "", page: 0 };
  const number = new Intl.NumberFormat(data.lang === "en" ? "en" : "zh");
  const base = (field) => field.split("[")[0];
  const spoken = (key) => W[key === "title" ? "field_title" : key] || key;
  const fill = (text, values) => text.replace(/\{(\w+)[^}]*\}/g, (_, key) => values[key]);

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (key in element) element[key] = value;
      else element.setAttribute(key, value);
    }
    for (const child of children.flat()) if (child !== null && child !== undefined && child !== "") element.append(child);
    return element;
  }

  // --- what does not change: sums, charts, terms, what was not read ---

  function tiles() {
    const sums = data.sums;
    const plain = [["files", sums.files], ["rows", sums.rows], ["findings", sums.findings], ["excused_sum", sums.excused],
      ...[["rows_unchanged", sums.rows_unchanged], ["files_unchanged", sums.files_unchanged]].filter((one) => one[1])];
    const bad = [["files_failed", sums.files_failed], ["rows_skipped", sums.rows_skipped], ["left_out", sums.left_out]].filter((one) => one[1]);
    return make("div", { className: "tiles" },
      data.verdicts.map((verdict, index) => make("button", { className: "tile " + verdict, type: "button", onclick: () => set("verdict", String(index)) },
        make("b", null, number.format(sums[verdict])), make("span", null, W[verdict]))),
      [...plain, ...bad].map(([key, count]) => make("div", { className: "tile" }, make("b", null, number.format(count)), make("span", null, W[key]))));
  }

  function chart(title, key, counts) {
    const all = Object.entries(counts), shown = all.slice(0, 10);
    if (!shown.length) return null;
    const most = Math.max(...shown.map((one) => one[1]));
    const bars = shown.map(([name, count]) => {
      const filled = make("b");
      filled.style.width = (100 * count) / most + "%";
      return make("button", { className: "bar", type: "button", title: name, onclick: () => set(key, name) },
        make("span", null, spoken(name)), make("i", null, filled), make("em", null, number.format(count)));
    });
    const rest = all.length - shown.length;
    return make("section", { className: "panel" }, make("h2", null, title), bars,
      rest ? make("p", { className: "rest" }, fill(W.more, { n: number.format(rest) })) : null);
  }

  function terms() {
    if (!data.terms.length) return null;
    const head = make("tr", null, ["", "", W.count_rows, W.first].map((text) => make("th", null, text)));
    const rows = data.terms.map(([code, kind, term, count, first, severity]) => make("tr", null,
      make("td", null, make("span", { className: "badge " + severity }, W[severity])),
      make("td", null, make("button", { className: "term", type: "button", onclick: () => search(term) }, term), " ",
        make("span", { className: "dim" }, code + " " + kind)),
      make("td", { className: "n" }, number.format(count)), make("td", { className: "dim" }, first)));
    return make("details", { className: "panel wide", open: true }, make("summary", null, W.terms),
      make("div", { className: "scroll" }, make("table", null, make("thead", null, head), make("tbody", null, rows))));
  }

  function unread() {
    if (!data.problems.length) return null;
    const rows = data.problems.map(([place, problem, hint]) => make("tr", null,
      make("td", null, make("code", null, place)), make("td", null, problem, hint ? make("div", { className: "dim" }, hint) : null)));
    const more = data.more_problems ? make("p", { className: "rest" }, fill(W.more, { n: number.format(data.more_problems) })) : null;
    return make("details", { className: "panel wide", open: true },
      make("summary", null, W.unread + " (" + number.format(data.problems.length + data.more_problems) + ")"),
      make("div", { className: "scroll" }, make("table", null, make("tbody", null, rows))), more);
  }

  // --- filters ---

  const controls = {};

  function select(key, label, options) {
    const element = make("select", { "aria-label": label, onchange: () => set(key, element.value) },
      make("option", { value: "" }, label + ": " + W.all),
      options.map(([value, text]) => make("option", { value: String(value) }, text)));
    controls[key] = element;
    return options.length > 1 || key === "verdict" ? element : null;
  }

  function values(pick) {
    const counts = new Map();
    for (const item of data.items) for (const value of new Set(pick(item))) if (value) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value, count]) => [value, spoken(value) + " (" + count + ")"]);
  }

  const count = make("span", { className: "count", role: "status" });

  function filters() {
    controls.q = make("input", { type: "search", placeholder: W.search, "aria-label": W.search, oninput: later });
    controls.excused = make("input", { type: "checkbox", onchange: () => set("excused", controls.excused.checked) });
    const tick = data.sums.excused ? make("label", { className: "tick" }, controls.excused, W.show_excused) : null;
    controls.order = make("select", { "aria-label": W.by_file, onchange: () => set("order", controls.order.value) },
      make("option", { value: "" }, W.by_file), make("option", { value: "score" }, W.by_score));
    return make("div", { className: "bar_filters" }, controls.q,
      select("verdict", W.verdict, data.verdicts.map((verdict, index) => [index, W[verdict]])),
      select("severity", W.severity, SEVERITIES.map((name, index) => [index, "\u2265 " + W[name]]).reverse()),
      select("category", W.category, values((item) => item.f.map((f) => data.rules[f[RULE]][2]))),
      select("brand", W.brand_filter, values((item) => item.f.map((f) => f[BRAND]))),
      select("field", W.field, values((item) => item.f.map((f) => base(f[FIELD])))),
      select("file", W.file, values((item) => [item.p])),
      controls.order, tick, make("button", { className: "reset", type: "button", onclick: reset }, W.reset), count);
  }

  let timer = 0;
  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => set("q", controls.q.value), 120);
  }

  function set(key, value) {
    state[key] = value;
    state.page = 0;
    const control = controls[key];
    if (control && key !== "q" && key !== "excused") control.value = control.value === value ? value : pick(control, value);
    draw();
    if (document.activeElement && document.activeElement.closest(".panels,.tiles,.panel")) list.scrollIntoView({ block: "nearest" });
  }

  function pick(control, value) {
    if (![...control.options].some((option) => option.value === value)) control.append(make("option", { value }, spoken(value)));
    return value;
  }

  function search(text) {
    controls.q.value = text;
    set("q", text);
  }

  function reset() {
    Object.assign(state, { q: "", verdict: "", severity: "", category: "", brand: "", field: "", file: "", excused: false, order: "", page: 0 });
    for (const [key, control] of Object.entries(controls)) if (key === "excused") control.checked = false; else control.value = "";
    draw();
  }

  function wanted(f) {
    return (state.excused || f[DISPOSITION] !== EXCUSED) &&
      (!state.severity || f[SEVERITY] >= Number(state.severity)) &&
      (!state.category || data.rules[f[RULE]][2] === state.category) &&
      (!state.brand || f[BRAND] === state.brand) &&
      (!state.field || base(f[FIELD]) === state.field);
  }

  function haystack(item) {
    if (item.h === undefined) {
      const texts = Object.values(item.t).flat(2).map((part) => (typeof part === "string" ? part : part[0]));
      const found = item.f.map((f) => [data.rules[f[RULE]].slice(0, 2).join(" "), f[BRAND], f[TEXT], f[MESSAGE]].join(" "));
      item.h = [item.p + item.l, item.k, texts.join(""), ...found].join("\n").toLowerCase();
    }
    return item.h;
  }

  function matching() {
    const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [];
    let findings = 0;
    for (const item of data.items) {
      if (state.verdict !== "" && item.v !== Number(state.verdict)) continue;
      if (state.file && item.p !== state.file) continue;
      const shown = item.f.reduce((sum, f) => sum + (wanted(f) ? 1 : 0), 0);
      if (!shown || !words.every((word) => haystack(item).includes(word))) continue;
      found.push(item);
      findings += shown;
    }
    if (state.order) found.sort((a, b) => b.s - a.s);
    return [found, findings];
  }

  // --- the listings ---

  const list = make("div"), pager = make("nav", { className: "pager" });

  function draw(most) {
    const [found, findings] = matching(), size = most || SIZE;
    const pages = Math.max(1, Math.ceil(found.length / size));
    state.page = Math.min(state.page, pages - 1);
    count.textContent = fill(W.shown, { n: number.format(found.length), m: number.format(findings) });
    const from = most ? 0 : state.page * size;
    list.replaceChildren(...found.slice(from, from + size).map(listing));
    if (!found.length) list.append(make("p", { className: "empty" }, data.items.length ? W.nothing : W.clean));
    pager.replaceChildren(...(pages < 2 ? [] : [
      make("button", { type: "button", disabled: !state.page, onclick: () => turn(-1) }, W.previous),
      make("span", null, fill(W.page_of, { n: number.format(state.page + 1), m: number.format(pages) })),
      make("button", { type: "button", disabled: state.page + 1 >= pages, onclick: () => turn(1) }, W.next)]));
  }

  function turn(by) {
    state.page += by;
    draw();
    list.scrollIntoView();
  }

  function listing(item) {
    const shown = item.f.map((f, index) => [index, f]).filter(([, f]) => wanted(f));
    const fields = [...new Set(shown.map(([, f]) => f[FIELD]))].flatMap((name) => field(item, name, shown));
    return make("article", { className: "listing" },
      make("div", { className: "head" }, make("span", { className: "badge v" + item.v }, W[data.verdicts[item.v]]),
        make("span", { className: "place" }, item.p + item.l), item.k ? make("span", { className: "place" }, item.k) : null,
        make("span", { className: "dim" }, W.score + " " + item.s)),
      fields, item.n ? make("p", { className: "rest" }, fill(W.more, { n: item.n })) : null);
  }

  function field(item, name, shown) {
    const here = shown.filter(([, f]) => f[FIELD] === name), told = new Map(here);
    const label = spoken(base(name)) === name ? name : spoken(base(name)) + " " + name;
    const text = make("div", { className: "text" });
    (item.t[name] || []).forEach((stretch, index) => {
      if (index) text.append("\n");
      stretch.forEach((part, at) => text.append(...marked(part, stretch[at + 1], told)));
    });
    return [make("div", { className: "name" }, here[0][1][CELL] ? label + " \u00b7 " + here[0][1][CELL] : label), text,
      ...here.map(([index, f]) => finding(index, f))];
  }

  function marked(part, next, told) {
    if (typeof part === "string") return [part];
    const over = part.slice(1).filter((index) => told.has(index));
    if (!over.length) return [part[0]];
    const worst = over.map((index) => told.get(index)).reduce((a, b) => (grade(b) > grade(a) ? b : a));
    const follows = Array.isArray(next) ? next.slice(1) : [];
    const ends = over.filter((index) => !follows.includes(index)).map((index) => index + 1).join(",");
    const mark = make("mark", { className: look(worst) }, part[0]);
    return ends ? [mark, make("sup", null, ends)] : [mark];
  }

  const grade = (f) => (f[DISPOSITION] === EXCUSED ? -1 : f[SEVERITY]);
  const look = (f) => (f[DISPOSITION] === EXCUSED ? "excused" : SEVERITIES[f[SEVERITY]]);

  function finding(index, f) {
    const [code, kind, , bases] = data.rules[f[RULE]];
    const rows = [];
    if (f[ADVICE]) rows.push([W.advice, [f[ADVICE]]]);
    if (f[EDIT]) rows.push([W.edit, [make("del", null, f[EDIT][0]), f[EDIT][1] ? " \u2192 " : "", f[EDIT][1] ? make("ins", null, f[EDIT][1]) : ""]]);
    bases.forEach(([layer, words, source], at) => rows.push([at && bases[at - 1][0] === layer ? "" : layer,
      [source ? make("a", { href: source, rel: "noopener noreferrer", target: "_blank" }, words) : words]]));
    const facts = [W[data.dispositions[f[DISPOSITION]]], data.lang === "en" ? f[SURE] + "% " + W.sure : W.sure + " " + f[SURE] + "%"];
    return make("div", { className: "item" }, make("div", { className: "dim" }, String(index + 1)), make("div", null,
      make("div", { className: "kind" }, make("span", { className: "badge " + look(f) }, W[SEVERITIES[f[SEVERITY]]]), make("code", null, code),
        make("b", null, kind), make("span", { className: "dim" }, facts.join(" \u00b7 "))),
      make("div", null, f[MESSAGE]),
      make("dl", null, rows.flatMap(([label, words]) => [make("dt", null, label), make("dd", null, words)])),
      f[REASONS].length ? make("details", null, make("summary", null, W.why), make("ul", null, f[REASONS].map((reason) => make("li", null, reason)))) : null));
  }

  main.append(make("h1", null, W.title), make("p", { className: "facts" }, data.facts.map((fact) => make("span", null, fact))),
    ...data.notes.map((note) => make("p", { className: "note" }, note)), tiles());
  const charts = [chart(W.categories, "category", data.sums.categories), chart(W.brands, "brand", data.sums.brands),
    chart(W.fields, "field", data.sums.fields)].filter(Boolean);
  if (charts.length) main.append(make("div", { className: "panels" }, charts));
  for (const part of [unread(), terms()]) if (part) main.append(part);
  main.append(filters(), list, pager);
  addEventListener("beforeprint", () => draw(PRINTED));
  addEventListener("afterprint", () => draw());
  draw();
})();
