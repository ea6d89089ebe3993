"use strict";
// The page reads well without this: it counts what the filter shows, joins marks with their
// reasons, turns light to dark, and opens what is folded before it is printed.
const all = (what) => Array.from(document.querySelectorAll(what));

const slides = all(".slide");
const shown = document.getElementById("shown");
function count() {
  const seen = slides.filter((slide) => slide.offsetParent !== null).length;
  if (shown) shown.textContent = shown.dataset.said.replace("#", seen);
}
all("input[name=show]").forEach((choice) => {
  choice.addEventListener("change", () => {
    // A slide that was gone to stays visible whatever the filter says: forget it.
    if (location.hash) history.replaceState(null, "", location.pathname + location.search);
    document.getElementById("slides").scrollIntoView({ block: "nearest" });
    count();
  });
});
addEventListener("hashchange", () => {
  const place = document.getElementById(location.hash.slice(1));
  const slide = place && place.closest(".slide");
  if (slide && slide.offsetParent === null) {
    document.getElementById("show-all").checked = true;
    place.scrollIntoView();
  }
  count();
});

function join(from, to) {
  if (!from || !to) return;
  for (const [one, other] of [[from, to], [to, from]]) {
    const on = () => other.classList.add("on");
    const off = () => other.classList.remove("on");
    for (const name of ["mouseenter", "focusin"]) one.addEventListener(name, on);
    for (const name of ["mouseleave", "focusout"]) one.addEventListener(name, off);
  }
}
all("[data-mark]").forEach((why) => join(why, document.getElementById(why.dataset.mark)));

const theme = document.getElementById("theme");
if (theme) {
  const root = document.documentElement;
  const dark = () =>
    (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"))
      === "dark";
  const name = () => { theme.textContent = dark() ? theme.dataset.light : theme.dataset.dark; };
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    name();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
  name();
}

let folded = [];
addEventListener("beforeprint", () => {
  folded = all("details:not(.words):not([open])");
  folded.forEach((one) => { one.open = true; });
});
addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));
