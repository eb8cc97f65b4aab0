// Loaded in the head, before anything is drawn, so that the chosen theme never flashes the other one.
(function () {
  const key = "curation.theme";
  const light = matchMedia("(prefers-color-scheme: light)");
  const choice = () => { try { return localStorage.getItem(key) ?? "system"; } catch { return "system"; } };
  const apply = () => {
    const chosen = choice();
    document.documentElement.dataset.theme = chosen === "system" ? (light.matches ? "light" : "dark") : chosen;
  };
  apply();
  light.addEventListener("change", apply);
  addEventListener("storage", e => { if (e.key === key) apply(); });
  window.curationTheme = {
    get: choice,
    set(chosen) { localStorage.setItem(key, chosen); apply(); },
  };
})();
