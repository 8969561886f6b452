/**
 * A table as CSV (RFC 4180: CRLF, a quote within quotes is doubled), which a spreadsheet takes for text alone: what it
 * would run as a formula gets an apostrophe before it.
 */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return lines.map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}

/** How spreadsheets recognise a formula (OWASP, “CSV Injection”); the guard that stops them is an apostrophe before it. */
const formulaStart = /^[=+\-@\t\r]/;

function csvField(value: string): string {
  const harmless = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
