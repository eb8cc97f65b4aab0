// Brings the place that is open into the middle of the row, as far as the row scrolls; the page itself stays where it is.
export function showOpen(row) {
  const open = [...row.querySelectorAll("a")].find(link => location.pathname.startsWith(link.pathname));
  if (!open) return;
  const [outer, inner] = [row.getBoundingClientRect(), open.getBoundingClientRect()];
  row.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}
