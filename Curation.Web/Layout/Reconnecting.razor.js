// Shows the dialog while the circuit is away, and asks for it again when the person comes back to the tab.
const dialog = document.getElementById("components-reconnect-modal");

async function again() {
  try {
    if (await Blazor.reconnect()) return;
    if (await Blazor.resumeCircuit()) { dialog.close(); return; }
    location.reload();
  } catch {
    dialog.classList.add("components-reconnect-failed");
  }
}

dialog.addEventListener("components-reconnect-state-changed", e => {
  switch (e.detail.state) {
    case "show": if (!dialog.open) dialog.showModal(); break;
    case "hide": dialog.close(); break;
    case "rejected": location.reload(); break;
  }
});
document.getElementById("reconnect-again").addEventListener("click", again);
document.getElementById("reconnect-reload").addEventListener("click", () => location.reload());
document.addEventListener("visibilitychange", () => { if (dialog.open && document.visibilityState === "visible") again(); });
