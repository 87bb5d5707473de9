// Which texts of the charts lie on one another, or beyond the page: written where a test finds them.
const found = [];
for (const svg of document.querySelectorAll(".chart svg")) {
  const texts = [...svg.querySelectorAll("text")]
    .filter((text) => text.textContent.trim() && text.style.display !== "none")
    .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
  const page = document.documentElement.getBoundingClientRect().right;
  const wide = svg.closest(".scroll");
  texts.forEach(({ words, box }, i) => {
    if (!wide && (box.left < -1 || box.right > page + 1)) found.push(`${words} is cut`);
    for (const other of texts.slice(i + 1)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (across > 2 && down > 4) found.push(`${words} on ${other.words}`);
    }
  });
}
document.documentElement.setAttribute("data-width", document.documentElement.getBoundingClientRect().width);
document.documentElement.setAttribute("data-overlaps", found.join(" | "));
document.documentElement.setAttribute("data-csv",
  JSON.stringify([...document.querySelectorAll("main table")].map(csvOf)));
