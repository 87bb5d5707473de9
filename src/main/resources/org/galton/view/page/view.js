"use strict";

// Keys: j and k (or the arrows on a rollout's page) go on and back, Enter opens, u leads to the list, / to the search;
// 1, 2, 3 and 0 label a rollout.

const rows = () => [...document.querySelectorAll("#rows tbody tr")];
let at = -1;

function move(step) {
  const all = rows();
  if (all.length === 0) {
    return;
  }
  if (at >= 0 && at < all.length) {
    all[at].classList.remove("at");
  }
  at = Math.min(Math.max(at + step, 0), all.length - 1);
  all[at].classList.add("at");
  const link = all[at].querySelector("a");
  link.focus({ preventScroll: true });
  all[at].scrollIntoView({ block: "nearest" });
  if (at > all.length - 10) {
    more();
  }
}

function follow(id) {
  const link = document.getElementById(id);
  if (link) {
    link.click();
  }
  return link !== null;
}

document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape")) {
    return;
  }
  switch (event.key) {
    case "j":
      if (!follow("next")) {
        move(1);
      }
      break;
    case "k":
      if (!follow("previous")) {
        move(-1);
      }
      break;
    case "ArrowRight":
      follow("next");
      return;
    case "ArrowLeft":
      follow("previous");
      return;
    case "u":
      follow("list");
      return;
    case "/": {
      const search = document.getElementById("search");
      if (!search) {
        return;
      }
      search.focus();
      search.select();
      break;
    }
    case "Escape":
      event.target.blur();
      return;
    case "0":
    case "1":
    case "2":
    case "3": {
      const label = document.querySelector(`form.label button[aria-keyshortcuts="${event.key}"]`);
      if (!label || event.repeat) {
        return;
      }
      label.click();
      break;
    }
    default:
      return;
  }
  event.preventDefault();
});

// The next page's rows are put below these as one comes near the end.
let loading = false;

function watch() {
  const link = document.querySelector("#more[href]");
  if (link && link.getBoundingClientRect().top < innerHeight + 600) {
    more();
  }
}

function append(link, text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  document.querySelector("#rows tbody").append(...page.querySelectorAll("#rows tbody tr"));
  const next = page.querySelector("#more[href]");
  if (next) {
    link.setAttribute("href", next.getAttribute("href"));
  } else {
    link.parentElement.remove();
  }
}

function more() {
  const link = document.querySelector("#more[href]");
  if (!link || loading) {
    return;
  }
  loading = true;
  fetch(link.href)
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error("HTTP " + answer.status))))
    .then((text) => append(link, text))
    .then(() => {
      loading = false;
      watch();
    })
    .catch(() => {
      loading = false; // The link is still there to be followed.
    });
}

addEventListener("scroll", watch, { passive: true });
addEventListener("resize", watch);
watch();

for (const button of document.querySelectorAll("button[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const text = document.getElementById(button.dataset.copies).textContent;
    navigator.clipboard.writeText(text).then(
      () => {
        button.textContent = "Copied";
      },
      () => getSelection().selectAllChildren(document.getElementById(button.dataset.copies)),
    );
  });
}
