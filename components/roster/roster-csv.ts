import type { Member } from "@/lib/groups/contract";

export type CsvWords = { head: readonly string[]; wordOf: (member: Member) => { role: string; sharing: string } };

/** A cell for any spreadsheet: quoted, and never read as a formula (names come from people). */
const cell = (value: string) => {
  const plain = /^[=+\-@\t\r]/.test(value) && !/^\+\d+$/.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
};

/** The roster as a table: RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function rosterCsv(members: readonly Member[], { head, wordOf }: CsvWords): string {
  const rows = members.map((member) => {
    const { role, sharing } = wordOf(member);
    return [
      member.personName,
      role,
      member.subGroup ?? "",
      member.phone ?? "",
      sharing,
      member.joinedAt.toISOString().slice(0, 10),
    ];
  });
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Hands a file to the browser. */
export function saveFile(name: string, text: string) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href, download: name });
  link.click();
  URL.revokeObjectURL(href);
}
