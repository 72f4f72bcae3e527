"use strict";
{
  const form = document.querySelector(".filter");
  const articles = [...document.querySelectorAll("article")];
  const entries = [...document.querySelectorAll("nav li")];
  const status = document.querySelector(".shown");
  const none = document.querySelector(".none");

  const apply = () => {
    const asked = new FormData(form);
    const words = asked.get("text").toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(asked.getAll("severity"));
    const rule = asked.get("rule");
    let shown = 0;
    articles.forEach((article, index) => {
      const { severity, rule: own, text } = article.dataset;
      const fits = severities.has(severity) && (!rule || own === rule) && words.every((word) => text.includes(word));
      article.hidden = entries[index].hidden = !fits;
      shown += fits;
    });
    none.hidden = shown > 0;
    status.textContent = `${shown} of ${articles.length} shown`;
  };

  const step = (by) => {
    const visible = articles.filter((article) => !article.hidden);
    const here = visible.findIndex((article) => article.contains(document.activeElement));
    const next = visible[here < 0 ? (by > 0 ? 0 : visible.length - 1) : here + by];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "start" });
    }
  };

  const openTarget = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };

  if (form) {
    form.hidden = document.querySelector(".keys").hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
    document.addEventListener("keydown", (event) => {
      const typing = event.target.matches("input[type=search], select, textarea");
      if (event.key === "Escape" && event.target === form.elements.text) {
        form.elements.text.value = "";
        apply();
      }
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "/") {
        event.preventDefault();
        form.elements.text.focus();
      } else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    });
  }
  addEventListener("hashchange", openTarget);
  openTarget();
}
