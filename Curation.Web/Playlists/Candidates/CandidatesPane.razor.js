// Arrow keys walk through the rows; a row that goes away hands the focus to the one that takes its place.
const attached = new WeakSet();

export function attach(list) {
  if (!list || attached.has(list)) return;
  attached.add(list);
  const all = () => [...list.querySelectorAll("[data-candidate]")];
  let at = all().indexOf(document.activeElement?.closest("[data-candidate]"));
  const reach = row => {
    for (const other of all()) other.tabIndex = other === row ? 0 : -1;
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  };
  list.addEventListener("keydown", e => {
    const row = e.target.closest("[data-candidate]");
    if (!row || e.target !== row || e.ctrlKey || e.metaKey || e.altKey) return;
    const lines = all(), here = lines.indexOf(row);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: lines.length - 1 }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    const next = lines[Math.max(0, Math.min(lines.length - 1, to))];
    if (next) reach(next);
  });
  list.addEventListener("focusin", e => { at = all().indexOf(e.target.closest("[data-candidate]")); });
  new MutationObserver(() => {
    if (at < 0 || document.activeElement !== document.body) return;
    const lines = all();
    if (lines.length > 0) reach(lines[Math.min(at, lines.length - 1)]);
  }).observe(list, { childList: true, subtree: true });
}
