// Two decks, so that one track can fade into another. What the workbench serves goes through a gain; a foreign address has an
// element of its own whose volume is set instead, because a browser keeps foreign sound out of its audio graph.
const store = "curation.player", tick = 25;
const clock = s => Number.isFinite(s) ? `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}` : "0:00";
const part = name => document.querySelector(`.player [data-part=${name}]`);
const others = "BroadcastChannel" in window ? new BroadcastChannel("curation-player") : null;
let page = null, context = null, decks = [], live = 0, fade = null, turn = 0, kept = { volume: .8, seconds: 8 };

class Deck {
  constructor() {
    this.own = this.element();
    this.foreign = this.element();
    this.on = this.own;
    this.gain = context.createGain();
    context.createMediaElementSource(this.own).connect(this.gain).connect(context.destination);
  }
  element() {
    const e = new Audio();
    e.preload = "auto";
    for (const name of ["timeupdate", "durationchange", "seeked"]) e.addEventListener(name, () => { if (e === now()) draw(); });
    for (const name of ["playing", "pause"]) e.addEventListener(name, () => { if (e === now() && !e.ended && !(fade && name === "pause" && !fade.held)) tell(name === "playing"); });
    e.addEventListener("ended", () => { if (e === now()) { endFade(); page?.invokeMethodAsync("Ended"); } });
    e.addEventListener("error", () => { if (e.getAttribute("src") && this.on === e) fail(this.sound); });
    return e;
  }
  load(sound) {
    this.own.pause();
    this.foreign.pause();
    this.sound = sound;
    this.on = sound.foreign ? this.foreign : this.own;
    this.on.src = sound.url;
    this.level(1);
  }
  level(share) {
    this.share = share;
    this.foreign.volume = this.own === this.on ? 0 : share * kept.volume;
    this.gain.gain.setTargetAtTime(share * kept.volume, context.currentTime, .008);
  }
  ready(mine) {
    return new Promise((done, broken) => {
      const e = this.on;
      if (e.readyState >= 3) return done();
      e.addEventListener("canplay", () => mine === turn ? done() : broken(), { once: true });
      e.addEventListener("error", () => broken(), { once: true });
    });
  }
  silence() {
    for (const e of [this.own, this.foreign]) { e.pause(); if (e.getAttribute("src")) { e.removeAttribute("src"); e.load(); } }
  }
}

const now = () => decks[live]?.on;
const tell = playing => { if ("mediaSession" in navigator) navigator.mediaSession.playbackState = playing ? "playing" : "paused"; page?.invokeMethodAsync("Heard", playing); };

function draw() {
  const e = now(), seek = part("seek");
  if (!e || !seek) return;
  const length = Number.isFinite(e.duration) ? e.duration : 0;
  seek.max = length || 1;
  seek.value = e.currentTime;
  seek.style.setProperty("--done", length ? `${100 * e.currentTime / length}%` : "0%");
  seek.setAttribute("aria-valuetext", `${clock(e.currentTime)} of ${clock(length)}`);
  part("now").textContent = clock(e.currentTime);
  part("length").textContent = clock(length);
  drawVolume();
}

function drawVolume() {
  const volume = part("volume");
  if (volume) { volume.value = kept.volume; volume.style.setProperty("--done", `${100 * kept.volume}%`); }
}

function moved(e) {
  const what = e.target.closest?.(".player")?.contains(e.target) ? e.target.dataset.part : null;
  if (what === "seek" && now()) { now().currentTime = Number(e.target.value); draw(); }
  if (what === "volume") { keep({ volume: Number(e.target.value) }); for (const deck of decks) deck.level(deck.share ?? 1); drawVolume(); }
}

function keep(some) {
  kept = { ...kept, ...some };
  localStorage.setItem(store, JSON.stringify(kept));
}

async function fail(sound) {
  endFade();
  let status = 0;
  if (!sound.foreign) {
    try { status = (await fetch(sound.url, { headers: { Range: "bytes=0-0" } })).status; } catch { status = 0; }
  }
  page?.invokeMethodAsync("Failed", sound.track, status);
}

async function play(...elements) {
  others?.postMessage("playing");
  try {
    await context.resume();
    await Promise.all(elements.map(e => e.play()));
  } catch (refused) {
    // A newer command came in between, or the error event tells it; a browser that wants a click first gets one by the play button.
    if (refused.name === "NotAllowedError") tell(false);
  }
}

function session(sound) {
  if (!("mediaSession" in navigator)) return;
  navigator.mediaSession.metadata = new MediaMetadata({ title: sound.title, artist: sound.artist });
  for (const [action, key] of [["nexttrack", "next"], ["previoustrack", "previous"], ["play", "toggle"], ["pause", "toggle"]])
    navigator.mediaSession.setActionHandler(action, () => page?.invokeMethodAsync("Pressed", key));
}

function endFade() {
  if (!fade) return;
  clearInterval(fade.timer);
  fade.from.silence();
  fade.into.level(1);
  fade = null;
}

// Equal power: the squares of the two gains add up to one, so that the middle is no quieter than the ends.
function step() {
  const { from, into, length } = fade, share = Math.min(1, into.on.currentTime / length);
  if (share >= 1 || from.on.ended) {
    const track = into.sound.track;
    endFade();
    page?.invokeMethodAsync("Crossed", track);
    return;
  }
  from.level(Math.cos(share * Math.PI / 2));
  into.level(Math.sin(share * Math.PI / 2));
}

export function attach(dotnet) {
  page = dotnet;
  try { kept = { ...kept, ...JSON.parse(localStorage.getItem(store) ?? "{}") }; } catch { localStorage.removeItem(store); }
  context = new AudioContext();
  decks = [new Deck(), new Deck()];
  document.addEventListener("input", moved);
  if (others) others.onmessage = () => { if (now() && !now().paused) toggle(); };
  return kept;
}

export function detach() {
  document.removeEventListener("input", moved);
  stop();
  context?.close();
  others?.close();
  page = null;
}

export function start(sound) {
  turn++;
  endFade();
  decks[1 - live].silence();
  decks[live].load(sound);
  session(sound);
  draw();
  play(now());
}

export async function blend(first, second, seconds) {
  const mine = ++turn;
  endFade();
  const from = decks[live], into = decks[1 - live];
  from.load(first);
  into.load(second);
  into.level(0);
  try { await Promise.all([from.ready(mine), into.ready(mine)]); } catch { return; }
  if (mine !== turn) return;
  const length = Math.min(seconds, from.on.duration, into.on.duration);
  from.on.currentTime = Math.max(0, from.on.duration - length);
  live = 1 - live;
  fade = { from, into, length, held: false, timer: setInterval(step, tick) };
  session(second);
  draw();
  play(from.on, into.on);
}

export function toggle() {
  const e = now();
  if (!e?.getAttribute("src")) return;
  if (e.error || e.ended) { const sound = decks[live].sound; start(sound); return; }
  const running = fade ? [fade.from.on, fade.into.on] : [e];
  if (fade) fade.held = !e.paused;
  if (e.paused) play(...running);
  else for (const one of running) one.pause();
}

export async function ending(seconds) {
  const e = now(), mine = turn;
  if (!e?.getAttribute("src")) return;
  endFade();
  try { await decks[live].ready(mine); } catch { return; }
  e.currentTime = Math.max(0, e.duration - seconds);
  play(e);
}

export function stop() {
  turn++;
  endFade();
  for (const deck of decks) deck.silence();
  if ("mediaSession" in navigator) navigator.mediaSession.metadata = null;
}

export function remember(seconds) { keep({ seconds }); }

export function under() {
  const row = document.activeElement?.closest("li, tr, summary")?.querySelector("[data-hear]");
  return row ? Number(row.dataset.hear) : null;
}
