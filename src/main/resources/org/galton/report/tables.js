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
