// Every table can be copied as CSV: for a spreadsheet or a notebook, with plain numbers.

/** A number as programs read it: no thin spaces, separators, minus signs or powers of typography. */
const plainNumber = (text) => {
  const plain = text.replace(/\u2212(?=[\d.])/g, "-");
  const [, digits, power] = plain.match(/^(-?[\d.]+)\s×\s10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/) ?? [];
  if (power) return `${digits}e${power.replace(/./g, (c) => (c === "⁻" ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)))}`;
  const number = plain.replace(/[\u202f,]/g, "");
  return /^[-+]?\d+(\.\d+)?%?$/.test(number) ? number : plain;
};

const csvCell = (text) => {
  const plain = plainNumber(text.trim());
  return /[",\n\r]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
};

/** A cell's value and, where one stands below it, its interval. */
function cellParts(cell) {
  const below = cell.querySelector("small, span");
  const value = [...cell.childNodes].filter((node) => node !== below).map((node) => node.textContent).join("");
  return [value, below ? below.textContent : null];
}

/** A column of intervals follows each column that has some; a group's heading leads its rows. */
function csvOf(table) {
  const rows = [...table.rows].map((row) => [...row.cells]);
  const isGroup = (row) => row.length === 1 && row[0].colSpan > 1 && row[0].scope === "rowgroup";
  const grouped = rows.some(isGroup);
  const below = new Set(rows.filter((row) => !isGroup(row))
    .flatMap((row) => row.flatMap((cell, i) => (cellParts(cell)[1] === null ? [] : [i]))));
  let group = table.tHead.rows[0].cells[0].textContent;
  const lines = [];
  rows.forEach((row, r) => {
    if (isGroup(row)) {
      group = cellParts(row[0])[0];
      return;
    }
    const cells = row.flatMap((cell, i) => {
      const [value, under] = cellParts(cell);
      return below.has(i) ? [value, r === 0 ? `${value} interval` : under ?? ""] : [value];
    });
    lines.push((grouped ? [r === 0 ? "Group" : group, ...cells] : cells).map(csvCell).join(","));
  });
  return lines.join("\n") + "\n";
}

/** A cell to sort by: a number, or one that the text begins with, or the text; null where there is none. */
function sortKey(cell) {
  const text = cellParts(cell)[0].trim();
  if (text === "" || text === "–") return null;
  const begins = plainNumber(text).replace(/\u2212/g, "-");
  return /^[-+]?\d/.test(begins) ? parseFloat(begins) : text;
}

/** Cells that are missing come last in both directions; equal ones stay in the order they were in. */
function sortRows(table, column, direction) {
  const names = new Intl.Collator("en", { numeric: true });
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, key: sortKey(row.cells[column]) }));
  const areNumbers = rows.every(({ key }) => key === null || typeof key === "number");
  const order = areNumbers ? (a, b) => a - b : (a, b) => names.compare(a, b);
  rows.sort(({ key: a }, { key: b }) => (
    a === null || b === null ? (a === null) - (b === null) : direction * order(a, b)));
  table.tBodies[0].append(...rows.map(({ row }) => row));
}

/** The heads of a table of this class become buttons: the first press sorts upwards, the next one downwards. */
function offerSorting() {
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const isUp = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
        sortRows(table, column, isUp ? 1 : -1);
      });
    });
  }
}

/** Pages opened from a file may have no clipboard: there a selection is copied. */
async function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

function offerCsv() {
  for (const caption of document.querySelectorAll("main table > caption")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy as CSV";
    button.addEventListener("click", async () => {
      await copyText(csvOf(caption.parentElement));
      button.textContent = "copied";
      setTimeout(() => { button.textContent = "copy as CSV"; }, 2000);
    });
    caption.append(button);
  }
}
