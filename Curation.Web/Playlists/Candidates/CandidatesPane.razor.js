// Arrow keys walk through the rows; a row that goes away hands the focus to the one that takes its place. Tab stops at one row and its buttons, not at all of them.
const attached = new WeakSet();

export function attach(list) {
  if (!list || attached.has(list)) return;
  attached.add(list);
  const all = () => [...list.querySelectorAll("[data-candidate]")];
  let at = all().indexOf(document.activeElement?.closest("[data-candidate]"));
  const choose = row => {
    for (const line of all()) {
      line.tabIndex = line === row ? 0 : -1;
      for (const part of line.querySelectorAll(".acts button, .chip.rest")) part.tabIndex = line.tabIndex;
    }
  };
  const chosen = () => { const lines = all(); return lines.find(line => line.tabIndex === 0) ?? lines[0]; };
  const reach = row => {
    choose(row);
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
  list.addEventListener("focusin", e => {
    const row = e.target.closest("[data-candidate]");
    at = all().indexOf(row);
    if (row) choose(row);
  });
  choose(chosen());
  new MutationObserver(changes => {
    choose(chosen());
    for (const change of changes) for (const added of change.addedNodes) if (added instanceof Element && added.matches(".under")) added.scrollIntoView({ block: "nearest" });
    if (at < 0 || document.activeElement !== document.body) return;
    const lines = all();
    if (lines.length > 0) reach(lines[Math.min(at, lines.length - 1)]);
  }).observe(list, { childList: true, subtree: true });
}
