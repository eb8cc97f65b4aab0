// Takes a dropped file, gives the text out as a stream, and hears Ctrl+Enter.
export function attach(root, field, text, page) {
  if (!root || !field) return;
  field.value = text;
  field.focus();
  const input = root.querySelector("input[type=file]");
  const over = on => e => { if (![...e.dataTransfer.types].includes("Files")) return; e.preventDefault(); root.classList.toggle("over", on); };
  root.addEventListener("dragover", over(true));
  root.addEventListener("dragleave", over(false));
  root.addEventListener("drop", e => {
    if (e.dataTransfer.files.length === 0) return;
    e.preventDefault();
    root.classList.remove("over");
    input.files = e.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  root.addEventListener("keydown", e => {
    if (e.key !== "Enter" || !(e.ctrlKey || e.metaKey)) return;
    e.preventDefault();
    page.invokeMethodAsync("Submitted");
  });
}

export const text = field => new Blob([field.value]);
