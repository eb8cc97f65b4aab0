// Drawing a target over the energies: the browser draws the line, the page hears of it once, on release.
const points = 9, top = 4 / 60, height = 52 / 60;

export function attach(plot, page) {
  if (!plot || plot.dataset.attached) return;
  plot.dataset.attached = "true";
  plot.addEventListener("pointerdown", e => { if (e.button === 0 && plot.closest(".curve").dataset.editing === "true") start(e, plot, page); });
}

function start(e, plot, page) {
  e.preventDefault();
  const box = plot.getBoundingClientRect(), point = e.target.closest(".point"), line = plot.querySelector(".hand");
  const drawn = [];
  const read = m => ({ x: Math.min(1, Math.max(0, (m.clientX - box.left) / box.width)), energy: Math.min(1, Math.max(0, 1 - ((m.clientY - box.top) / box.height - top) / height)) });
  const show = () => line.setAttribute("d", drawn.length > 1 ? "M" + drawn.map(at => `${at.x * 1000},${56 - at.energy * 52}`).join(" L") : "");
  const move = m => {
    const at = read(m);
    if (point) { point.style.top = `${(56 - at.energy * 52) / 60 * 100}%`; return; }
    for (let i = drawn.length - 1; i >= 0; i--) if (Math.abs(drawn[i].x - at.x) < .004) drawn.splice(i, 1);
    drawn.push(at);
    drawn.sort((one, other) => one.x - other.x);
    show();
  };
  const end = m => {
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", end);
    document.removeEventListener("pointercancel", end);
    line.setAttribute("d", "");
    if (m.type === "pointercancel") return;
    if (point) { point.focus(); page.invokeMethodAsync("Dragged", Number(point.dataset.point), read(m).energy); }
    else if (drawn.length > 2 && drawn[drawn.length - 1].x - drawn[0].x > .08) page.invokeMethodAsync("Drawn", sample(drawn, plot));
  };
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", end);
  document.addEventListener("pointercancel", end);
}

// Even distances; outside of what was drawn the old target stays, or the nearest end.
function sample(drawn, plot) {
  const old = plot.querySelector(".target"), kept = old ? old.getAttribute("d").slice(1).split(" L").map(at => at.split(",").map(Number)).map(([x, y]) => ({ x: x / 1000, energy: (56 - y) / 52 })) : null;
  return Array.from({ length: points }, (_, i) => i / (points - 1)).map(x => between(x < drawn[0].x - .02 || x > drawn[drawn.length - 1].x + .02 ? kept ?? drawn : drawn, x));
}

function between(line, x) {
  const after = line.findIndex(at => at.x >= x);
  if (after === 0) return line[0].energy;
  if (after < 0) return line[line.length - 1].energy;
  const [one, other] = [line[after - 1], line[after]];
  return one.energy + (other.energy - one.energy) * (x - one.x) / Math.max(1e-9, other.x - one.x);
}
