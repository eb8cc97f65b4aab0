// Dragging rows of a virtualised table: the browser draws the line where they would land and tells the page once, on the drop.
const edge = 36;
const grids = new WeakMap();
const stepping = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

// A page that was left, or drawn anew, before this was loaded has nothing to attach to.
export function attach(scroller, page) {
  const grid = scroller?.querySelector("table");
  if (!grid) return;
  const state = { page, drag: null };
  const down = e => start(e, scroller, state);
  const key = e => {
    if (e.altKey || e.target !== grid) return;
    const all = (e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "a";
    if (!all && (!stepping.has(e.key) || e.ctrlKey || e.metaKey)) return;
    e.preventDefault();
    page.invokeMethodAsync("Stepped", all ? "All" : e.key, e.shiftKey, Math.max(1, Math.floor(scroller.clientHeight / rowHeight(scroller)) - 2));
  };
  scroller.addEventListener("pointerdown", down);
  grid.addEventListener("keydown", key);
  grids.set(scroller, () => { scroller.removeEventListener("pointerdown", down); grid.removeEventListener("keydown", key); state.drag?.end(false); });
}

export function detach(scroller) { grids.get(scroller)?.(); grids.delete(scroller); }

export function focus(scroller) { scroller?.querySelector("table")?.focus({ preventScroll: true }); }

export function reveal(scroller, index) {
  if (!scroller?.querySelector("thead")) return;
  const head = scroller.querySelector("thead").offsetHeight, height = rowHeight(scroller), top = index * height;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + height > scroller.scrollTop + scroller.clientHeight - head) scroller.scrollTop = top + height - scroller.clientHeight + head;
}

const rowHeight = scroller => scroller.querySelector("tbody tr[data-track]")?.offsetHeight || 46;

function start(e, scroller, state) {
  const grip = e.target.closest(".grip");
  if (!grip || e.button !== 0 || state.drag) return;
  e.preventDefault();
  const row = grip.closest("tr");
  const track = Number(row.dataset.track);
  const count = row.getAttribute("aria-selected") === "true" ? Number(scroller.dataset.chosen) || 1 : 1;
  const line = document.createElement("div"), ghost = document.createElement("div");
  line.className = "drop-line";
  ghost.style.cssText = "position:fixed;top:0;left:0;z-index:1500;max-width:260px;padding:5px 10px;border:1px solid var(--accent);border-radius:8px;background:var(--s3);color:var(--tx);pointer-events:none;white-space:nowrap;overflow:hidden;text-overflow:ellipsis";
  ghost.hidden = true;
  ghost.textContent = count === 1 ? row.dataset.title : `${count} tracks`;
  scroller.append(line);
  document.body.append(ghost);
  document.body.style.cursor = "grabbing";
  let y = e.clientY, index = null, frame = 0;

  const place = () => {
    const body = scroller.querySelector("tbody").getBoundingClientRect(), height = rowHeight(scroller), total = Number(scroller.dataset.total);
    index = Math.min(total, Math.max(0, Math.round((y - body.top) / height)));
    line.style.top = `${scroller.querySelector("thead").offsetHeight + index * height}px`;
  };
  const roll = () => {
    const box = scroller.getBoundingClientRect(), over = y < box.top + edge + 30 ? y - box.top - edge - 30 : y > box.bottom - edge ? y - box.bottom + edge : 0;
    if (over) { scroller.scrollTop += over / 3; place(); }
    frame = requestAnimationFrame(roll);
  };
  const move = m => { y = m.clientY; ghost.hidden = false; ghost.style.transform = `translate(${m.clientX + 12}px, ${m.clientY + 8}px)`; place(); };
  const up = () => end(true);
  const cancel = k => { if (k.key === "Escape") { k.preventDefault(); end(false); } };
  const lost = () => end(false);
  const end = drop => {
    cancelAnimationFrame(frame);
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", up);
    document.removeEventListener("pointercancel", lost);
    document.removeEventListener("keydown", cancel, true);
    line.remove();
    ghost.remove();
    document.body.style.cursor = "";
    state.drag = null;
    if (drop && index !== null) state.page.invokeMethodAsync("Dropped", track, index);
  };
  state.drag = { end };
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", up);
  document.addEventListener("pointercancel", lost);
  document.addEventListener("keydown", cancel, true);
  frame = requestAnimationFrame(roll);
}
