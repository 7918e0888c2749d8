"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, under = document) => [...under.querySelectorAll(selector)];
  document.documentElement.classList.add("js");

  const map = byId("map"), drawing = byId("drawing"), world = byId("world"), panel = byId("panel");
  const status = byId("status"), find = byId("find"), principle = byId("principle");
  const left = +drawing.dataset.left, wide = +drawing.dataset.width;
  const CLOSED = 70, LEAST = 0.04, MOST = 4, LEGIBLE = 0.55;
  drawing.removeAttribute("viewBox");
  panel.hidden = true;

  // ---------------------------------------------------------------- bands, open or closed to a chapter

  const bands = all(".band.ways").map((ways, index) => {
    const front = document.querySelector(`.band.front[data-band="${index}"]`);
    return {
      ways, front, height: +ways.dataset.height, turn: +ways.dataset.turn, top: 0, open: true,
      inside: [...all(".inside", ways), ...all(".inside", front)], turns: all(".turn", ways)[0], strip: all(".strip", front)[0],
    };
  });
  const slips = new Map();
  bands.forEach((band, index) => all(".slip", band.front).forEach((slip) => {
    const box = slip.querySelector(".card, .ground");
    slips.set(+slip.dataset.scene, {
      slip, band: index, x: +box.getAttribute("x"), y: +box.getAttribute("y"), w: +box.getAttribute("width"), h: +box.getAttribute("height"),
      after: numbers(slip.dataset.after), before: numbers(slip.dataset.before), article: byId(`scene-${slip.dataset.scene}`),
    });
  }));
  const threads = all(".thread").map((thread) => ({ thread, from: +thread.dataset.from, to: +thread.dataset.to }));
  const ways = all(".way").map((way) => ({ way, links: way.dataset.links.split(" ").map((link) => link.split("-").map(Number)) }));
  let total = 0;

  function numbers(text) { return text ? text.split(" ").map(Number) : []; }

  function stack() {
    let y = 0;
    bands.forEach((band, index) => {
      const next = bands[index + 1];
      band.top = y;
      for (const group of [band.ways, band.front]) group.setAttribute("transform", `translate(0 ${y})`);
      for (const group of band.inside) show(group, band.open);
      if (band.turns) show(band.turns, band.open);
      if (band.strip) {
        show(band.strip, !band.open);
        band.strip.setAttribute("tabindex", band.open ? "-1" : "0");
      }
      y += band.open ? band.height + (next ? band.turn : 0) : CLOSED;
    });
    total = y;
    draw();
  }

  function show(element, on) { element.style.display = on ? "" : "none"; }

  function place(number) {
    const at = slips.get(number), band = bands[at.band];
    return band.open ? { x: at.x, y: at.y + band.top, w: at.w, h: at.h } : { x: at.x, y: band.top, w: at.w, h: 60 };
  }

  function draw() {
    for (const { thread, from, to } of threads) {
      const one = place(from), other = place(to);
      let x = one.x + one.w * 0.4, end = other.x + other.w * 0.5, curve, head, way = 12;
      const foot = one.y + one.h, low = other.y + other.h;
      if (other.y >= foot + 24) {
        const reach = Math.max(40, (other.y - foot) / 2);
        head = other.y - 12;
        curve = [x, foot, x, foot + reach, end, head - reach, end, head];
      } else {
        end = other.x + other.w * 0.6; head = low + 12; way = -12;
        const dip = Math.max(foot, low) + 48, reach = Math.max(40, (one.y - low) / 2);
        curve = low <= one.y - 24 ? [x, one.y, x, one.y - reach, end, head + reach, end, head] : [x, foot, x, dip, end, dip, end, head];
      }
      const [line, arrow] = thread.children;
      line.setAttribute("d", `M${curve[0]} ${curve[1]}C${curve.slice(2).join(" ")}`);
      arrow.setAttribute("d", `M${end - 9} ${head - way * 0.2}L${end + 9} ${head - way * 0.2}L${end} ${head + way}Z`);
    }
  }

  function setOpen(band, open) {
    if (band.strip && band.open !== open) { band.open = open; stack(); }
  }

  // ---------------------------------------------------------------- zoom and pan

  const view = { x: 0, y: 0, scale: 1 };
  let fitted = true;

  function apply() {
    world.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  }

  function free() {
    const covered = panel.hidden || panel.offsetWidth >= map.clientWidth ? 0 : panel.offsetWidth;
    return { w: map.clientWidth - covered, h: map.clientHeight };
  }

  function fit() {
    const room = free(), pad = 10;
    const across = (room.w - 2 * pad) / wide, down = (room.h - 2 * pad) / Math.max(1, total);
    view.scale = down < LEGIBLE ? Math.min(across, down < 0.4 ? 0.8 : LEGIBLE) : Math.min(across, down, 1.6);
    view.x = (room.w - wide * view.scale) / 2 - left * view.scale;
    view.y = Math.max(pad, (room.h - total * view.scale) / 2);
    fitted = true;
    apply();
  }

  function zoom(by, x = free().w / 2, y = free().h / 2) {
    const scale = Math.min(MOST, Math.max(LEAST, view.scale * by)), ratio = scale / view.scale;
    view.x = x - (x - view.x) * ratio;
    view.y = y - (y - view.y) * ratio;
    view.scale = scale;
    fitted = false;
    apply();
  }

  function reveal(number) {
    const at = place(number), room = free(), edge = 40;
    const x = at.x * view.scale + view.x, y = at.y * view.scale + view.y;
    const w = at.w * view.scale, h = at.h * view.scale;
    if (x < edge || x + w > room.w - edge) view.x += room.w / 2 - (x + w / 2);
    if (y < edge || y + h > room.h - edge) view.y += room.h / 2 - (y + h / 2);
    apply();
  }

  const fingers = new Map();
  let moved = 0;
  const inMap = (event) => { const box = map.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  map.addEventListener("wheel", (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 32 : event.deltaMode === 2 ? 400 : 1;
    if (event.shiftKey && !event.ctrlKey) { view.x -= (event.deltaX || event.deltaY) * unit; apply(); return; }
    zoom(Math.exp(-Math.max(-300, Math.min(300, event.deltaY * unit)) * (event.ctrlKey ? 0.01 : 0.0016)), ...inMap(event));
  }, { passive: false });
  map.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    fingers.set(event.pointerId, inMap(event));
    if (fingers.size === 1) moved = 0;
  });
  addEventListener("pointermove", (event) => {
    const was = fingers.get(event.pointerId);
    if (!was) return;
    const now = inMap(event);
    if (fingers.size === 1) {
      moved += Math.abs(now[0] - was[0]) + Math.abs(now[1] - was[1]);
      if (moved > 5) { map.classList.add("dragged"); view.x += now[0] - was[0]; view.y += now[1] - was[1]; fitted = false; apply(); }
    } else {
      const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
      const apart = (a) => Math.hypot(a[0] - other[0], a[1] - other[1]) || 1;
      moved = 99;
      zoom(apart(now) / apart(was), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
    }
    fingers.set(event.pointerId, now);
  });
  for (const name of ["pointerup", "pointercancel"]) addEventListener(name, (event) => {
    fingers.delete(event.pointerId);
    if (!fingers.size) map.classList.remove("dragged");
  });

  // ---------------------------------------------------------------- the open scene

  let current = 1, opened = 0;

  function focusOn(number) {
    const target = slips.get(number);
    if (!target) return;
    setOpen(bands[target.band], true);
    slips.get(current)?.slip.setAttribute("tabindex", "-1");
    current = number;
    target.slip.setAttribute("tabindex", "0");
    target.slip.focus({ preventScroll: true });
    reveal(number);
  }

  function mark(number) {
    opened = number;
    for (const [each, { slip, article }] of slips) {
      slip.classList.toggle("open", each === number);
      slip.setAttribute("aria-expanded", String(each === number));
      article.classList.toggle("open", each === number);
    }
    for (const { way, links } of ways) way.classList.toggle("shown", links.some((link) => link.includes(number)));
    for (const { thread, from, to } of threads) thread.classList.toggle("shown", from === number || to === number);
  }

  function open(number, read) {
    const target = slips.get(number);
    if (!target) return;
    setOpen(bands[target.band], true);
    current = number;
    for (const [each, { slip }] of slips) slip.setAttribute("tabindex", each === number ? "0" : "-1");
    mark(number);
    panel.hidden = false;
    panel.classList.add("one");
    panel.scrollTop = 0;
    byId("outline").setAttribute("aria-expanded", "false");
    if (fitted && free().w / wide >= LEGIBLE) fit();
    reveal(number);
    if (read) target.article.querySelector("h3").focus({ preventScroll: true });
  }

  function outline(on) {
    panel.hidden = !on;
    panel.classList.remove("one");
    byId("outline").setAttribute("aria-expanded", String(on));
    if (on) { panel.querySelector(".outline").focus(); if (opened) slips.get(opened).article.scrollIntoView(); }
  }

  function close() {
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    byId("outline").setAttribute("aria-expanded", "false");
    mark(0);
    if (fitted) fit();
    if (inside) slips.get(current).slip.focus({ preventScroll: true });
  }

  map.addEventListener("click", (event) => {
    if (moved > 5) return;
    const strip = event.target.closest(".strip"), slip = event.target.closest(".slip"), tag = event.target.closest(".tag[data-to]");
    if (strip) { toggle(+strip.closest(".band").dataset.band); return; }
    if (tag) { focusOn(+tag.dataset.to); open(+tag.dataset.to, false); return; }
    if (slip) open(+slip.dataset.scene, false);
  });
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-go]");
    if (link) { event.preventDefault(); open(+link.dataset.go, true); }
  });

  function toggle(index) {
    const band = bands[index], start = band.top * view.scale;
    setOpen(band, !band.open);
    view.y += start - band.top * view.scale;
    apply();
    if (band.open) focusOn(Math.min(...[...slips].filter(([, at]) => at.band === index).map(([number]) => number)));
    else band.strip.focus({ preventScroll: true });
  }

  function neighbour(key) {
    const at = slips.get(current);
    if (key === "ArrowRight" || key === "ArrowLeft") return (key === "ArrowRight" ? at.after : at.before)[0];
    const sign = key === "ArrowDown" ? 1 : -1, here = place(current);
    let best, least = Infinity;
    for (const [number] of slips) {
      const there = place(number), down = (there.y + there.h / 2 - here.y - here.h / 2) * sign, aside = Math.abs(there.x - here.x);
      if (number !== current && down > 4 && down + 2.2 * aside < least) { least = down + 2.2 * aside; best = number; }
    }
    return best;
  }

  // ---------------------------------------------------------------- find and filter

  const texts = new Map([...slips].map(([number, { article }]) => [number, article.textContent.toLowerCase()]));
  let hits = [];

  function filter() {
    const words = find.value.trim().toLowerCase().split(/\s+/).filter(Boolean), [side, name] = principle.value.split(":");
    const on = words.length > 0 || Boolean(name);
    hits = [];
    for (const li of all("li.hit", panel)) li.classList.remove("hit");
    for (const [number, { slip, article }] of slips) {
      const choices = name ? all(`li[data-${side}="${name}"]`, article) : [];
      const hit = on && words.every((word) => texts.get(number).includes(word)) && (!name || choices.length > 0);
      if (hit) { hits.push(number); for (const li of choices) li.classList.add("hit"); }
      slip.classList.toggle("found", hit);
      slip.classList.toggle("dim", on && !hit);
      article.hidden = on && !hit && panel.classList.contains("one") === false && !panel.hidden;
    }
    for (const { way } of ways) way.classList.toggle("dim", on);
    bands.forEach((band, index) => {
      const many = hits.filter((number) => slips.get(number).band === index).length;
      if (band.strip) band.strip.querySelector(".hits").textContent = on && many ? `${many} found` : "";
    });
    status.textContent = !on ? "" : hits.length ? `${hits.length} found` : "nothing found";
  }

  function nextHit(back) {
    if (!hits.length) return;
    const after = hits.filter((number) => (back ? number < opened : number > opened));
    const number = back ? after.at(-1) ?? hits.at(-1) : after[0] ?? hits[0];
    open(number, false);
  }

  find.addEventListener("input", filter);
  principle.addEventListener("change", filter);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); nextHit(event.shiftKey); }
    if (event.key === "Escape") { find.value = ""; filter(); slips.get(current).slip.focus({ preventScroll: true }); }
  });

  // ---------------------------------------------------------------- keys and buttons

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input[type=search], select"), slip = event.target.closest?.(".slip"), strip = event.target.closest?.(".strip");
    if (event.key === "Escape" && !typing) { if (!panel.hidden) close(); return; }
    if (typing) return;
    if (strip && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); toggle(+strip.closest(".band").dataset.band); return; }
    if (slip && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); open(current, true); return; }
    if (event.key.startsWith("Arrow") && !panel.contains(event.target) && !strip) {
      event.preventDefault();
      const number = slip ? neighbour(event.key) : current;
      if (number) focusOn(number);
      return;
    }
    if (event.target.matches("button") && (event.key === "Enter" || event.key === " ")) return;
    const act = {
      "/": () => find.focus(), p: () => principle.focus(), l: () => byId("later").click(), o: () => outline(panel.hidden),
      "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit, Home: () => focusOn(1),
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) { event.preventDefault(); act(); }
  });
  byId("in").addEventListener("click", () => zoom(1.25));
  byId("out").addEventListener("click", () => zoom(0.8));
  byId("whole").addEventListener("click", fit);
  byId("close").addEventListener("click", close);
  byId("all").addEventListener("click", () => outline(true));
  byId("outline").addEventListener("click", () => outline(panel.hidden || panel.classList.contains("one")));
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); outline(true); });
  byId("later").addEventListener("change", (event) => drawing.classList.toggle("later-on", event.target.checked));
  byId("chapters")?.addEventListener("click", (event) => {
    const open = bands.some((band) => !band.open);
    for (const band of bands) if (band.strip) band.open = open;
    event.target.textContent = open ? "Close all" : "Open all";
    stack();
    fit();
  });

  for (const [number, { slip }] of slips) {
    slip.setAttribute("role", "button");
    slip.setAttribute("tabindex", number === 1 ? "0" : "-1");
    slip.setAttribute("aria-expanded", "false");
    slip.setAttribute("aria-label", slip.querySelector("title").textContent);
  }
  if ("chapters" in drawing.dataset) bands.forEach((band, index) => { band.open = index === 0 || !band.strip; });
  stack();
  fit();
  addEventListener("resize", () => { if (opened) reveal(opened); else fit(); });
})();
