// Listens for the keys that the page on screen has registered, and for no others.
let wanted = new Map();
let owner = null;

const spelled = e => [e.ctrlKey || e.metaKey ? "ctrl" : "", e.altKey ? "alt" : "", e.shiftKey && (e.key.length > 1 || e.ctrlKey || e.metaKey) ? "shift" : "", e.key.length === 1 ? e.key.toLowerCase() : e.key]
  .filter(Boolean).join("+").toLowerCase();

const typing = target => target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]") !== null;
const inDialog = () => document.querySelector(".mud-dialog") !== null;
const pressing = (e, target) => (e.key === "Enter" || e.key === " ") && target instanceof Element && target.closest("button, a, summary, [role=button]") !== null;

function heard(e) {
  if (e.defaultPrevented || e.isComposing || inDialog() || pressing(e, e.target)) return;
  const plain = spelled(e), capital = `shift+${plain}`;
  // A letter with shift is a key of its own where a page has one; else it is the letter.
  const key = e.shiftKey && /^[a-z]$/.test(plain) && wanted.has(capital) ? capital : plain;
  if (!wanted.has(key)) return;
  if (typing(e.target) && !(key.startsWith("ctrl+") && wanted.get(key))) return;
  e.preventDefault();
  owner.invokeMethodAsync("Pressed", key);
}

export function listen(dotnet) { owner = dotnet; document.addEventListener("keydown", heard); }
export function want(keys) { document.documentElement.dataset.keys = "on"; wanted = new Map(keys.map(k => [k.key, k.whileTyping])); }
export function stop() { document.removeEventListener("keydown", heard); owner = null; wanted.clear(); }
export function focus(selector) { const e = document.querySelector(selector); e?.focus(); e?.select?.(); }
