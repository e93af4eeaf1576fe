import { csvOf } from "@/lib/kernel/csv";
import { saveBlob } from "./files";

/** Hands a text to the browser as a file. */
export function saveFile(name: string, text: string, type = "text/csv;charset=utf-8"): void {
  saveBlob(name, new Blob([text], { type }));
}

/** Hands a table to the browser as a file for spreadsheets. */
export const saveCsv = (name: string, rows: readonly (readonly string[])[]): void => saveFile(name, csvOf(rows));
