// Listens for the keys that the page on screen has registered, and for no others.
let wanted = new Map();
let owner = null;

// What is typed after a key that opens a field, and before the field is there: it is written into the field when it gets the focus.
let early = null;
const Patience = 3000;

const spelled = e => [e.ctrlKey || e.metaKey ? "ctrl" : "", e.altKey ? "alt" : "", e.shiftKey && (e.key.length > 1 || e.ctrlKey || e.metaKey) ? "shift" : "", e.key.length === 1 ? e.key.toLowerCase() : e.key]
  .filter(Boolean).join("+").toLowerCase();

const typing = target => target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]") !== null;
// Arrows belong to what uses them itself: tabs, radio buttons, rows, and a part that scrolls.
const stepping = target => target instanceof Element && target.matches("[role=tab], [role=slider], [role=option], [type=radio], [tabindex='0']:not(a, button)");
const inDialog = () => document.querySelector(".mud-dialog") !== null;
const pressing = (e, target) => (e.key === "Enter" || e.key === " ") && target instanceof Element && target.closest("button, a, summary, [role=button]") !== null;

function hold(e) {
  if (e.key === "Escape") { early = null; return false; }
  if (e.ctrlKey || e.metaKey || e.altKey) return false;
  if (e.key === "Backspace") early.text = early.text.slice(0, -1);
  else if (e.key === "Enter" && early.text) early.text += "\n";
  else if (e.key.length === 1) early.text += e.key;
  else return false;
  e.preventDefault();
  return true;
}

// A field with data-whole is there to be written anew: its value is chosen as a whole, and what is typed takes its place.
function write(e) {
  const field = e.target;
  if (!typing(field)) return;
  const whole = field.dataset.whole !== undefined;
  let text = early?.text;
  early = null;
  if (!text && whole) field.select();
  if (!text || !field.setRangeText) return;
  const entered = field.localName === "textarea" ? -1 : text.indexOf("\n");
  if (entered >= 0) text = text.slice(0, entered);
  if (whole) field.value = text;
  else field.setRangeText(text, field.value.length, field.value.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (entered >= 0) enter(field);
  // A browser reports as a change only what was typed into the field itself.
  field.addEventListener("blur", () => field.dispatchEvent(new Event("change", { bubbles: true })), { once: true });
}

// Enter that was pressed before the field was there, as the browser would have sent it to the field.
function enter(field) {
  if (field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, cancelable: true }))) field.form?.requestSubmit();
}

// A key that opens nothing after all (no row is chosen) lets go soon after it was answered.
async function press(key) {
  const mine = wanted.get(key).opens ? early = { text: "" } : null;
  await owner.invokeMethodAsync("Pressed", key);
  if (mine) setTimeout(() => { if (early === mine) early = null; }, Patience);
}

// A field with data-picks shows what it offers: Enter and arrows choose among that, and write nothing.
const picks = e => (e.key === "Enter" || e.key === "ArrowUp" || e.key === "ArrowDown") && !e.ctrlKey && !e.metaKey && !e.shiftKey && e.target instanceof HTMLElement && e.target.dataset.picks !== undefined;

// A field with data-leave gives the keys back to the page at Escape, and keeps what was typed.
const leaves = e => e.key === "Escape" && e.target instanceof HTMLElement && e.target.dataset.leave !== undefined;

function heard(e) {
  if (leaves(e)) { e.target.blur(); return; }
  if (picks(e)) { e.preventDefault(); return; }
  if (early && !typing(e.target) && hold(e)) return;
  if (e.defaultPrevented || e.isComposing || inDialog() || pressing(e, e.target)) return;
  const plain = spelled(e), capital = `shift+${plain}`;
  // A letter with shift is a key of its own where a page has one; else it is the letter.
  const key = e.shiftKey && /^[a-z]$/.test(plain) && wanted.has(capital) ? capital : plain;
  if (!wanted.has(key)) return;
  if (key.startsWith("arrow") && stepping(e.target)) return;
  if (typing(e.target) && !(key.startsWith("ctrl+") && wanted.get(key).whileTyping)) return;
  e.preventDefault();
  press(key);
}

export function listen(dotnet) { owner = dotnet; document.addEventListener("keydown", heard); document.addEventListener("focusin", write); }
export function want(keys) { document.documentElement.dataset.keys = "on"; wanted = new Map(keys.map(k => [k.key, k])); }
export function stop() { document.removeEventListener("keydown", heard); document.removeEventListener("focusin", write); owner = null; wanted.clear(); }
export function focus(selector) {
  const field = document.querySelector(selector);
  if (!field || field === document.activeElement) return;
  const typed = early?.text;
  field.focus();
  if (!typed) field.select?.();
}
