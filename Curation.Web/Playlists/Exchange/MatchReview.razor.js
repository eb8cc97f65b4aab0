// The keys of the review: heard by the rows while they have the focus, so that fields beside them can be typed in.
const keys = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", "Enter", "Delete", "1", "2", "3", "4", "5", "a", "c", "m", "/"]);
const height = 46;

export function attach(root, list, page) {
  if (!root || !list) return;
  list.addEventListener("keydown", e => {
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
    if (e.ctrlKey || e.metaKey || e.altKey || !keys.has(key)) return;
    e.preventDefault();
    page.invokeMethodAsync("Pressed", key, Math.max(1, Math.floor(list.clientHeight / height) - 1));
  });
  const dialog = root.closest(".mud-dialog") ?? root;
  dialog.addEventListener("keydown", e => {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); page.invokeMethodAsync("Pressed", "Done", 1); }
    if (e.key === "Escape" && e.target !== list && root.contains(e.target)) { e.preventDefault(); list.focus(); }
  });
  list.focus();
}

export function reveal(list, row) {
  if (!list) return;
  const top = row * height;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight;
}

export async function copy(text) {
  try { await navigator.clipboard.writeText(text); return true; }
  catch { return false; }
}
