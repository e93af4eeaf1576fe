import { allMessages } from "@/lib/i18n/load";
import { type MessageKey, translate } from "@/lib/i18n/translate";
import type { ImportField, ImportProblem } from "../contract/import";
import type { ManifestFile } from "../contract/manifest";
import { sheetFile } from "./sheet";

/** The columns of the template with what might stand in them. */
const EXAMPLE: Record<ImportField, string> = {
  booking: "A1",
  passportName: "SITI RAHMAWATI",
  passportNumber: "C7719031",
  passportExpiresOn: "2031-08-14",
  birthDate: "1961-03-12",
  gender: "F",
  nationality: "IDN",
  nationalId: "",
  phone: "+628123456789",
  roomType: "quad",
  passengerType: "",
  emergencyName: "Rudi",
  emergencyPhone: "+628119021177",
  healthNotes: "",
  roomWish: "",
  paid: "",
};
const { problem: WORDS } = allMessages("en").travel;
const FIELDS = Object.keys(EXAMPLE) as ImportField[];

/** Heads in this language: they are the names the import itself knows. */
export function templateFile(locale: string, format: "csv" | "xlsx"): ManifestFile {
  const heads = FIELDS.map((field) => translate(locale, `travel.field.${field}` as MessageKey));
  const table = [heads, FIELDS.map((field) => EXAMPLE[field])];
  return sheetFile("passengers", table, format);
}

/** What is wrong in which row and column, in this language. */
export function problemsFile(locale: string, problems: readonly ImportProblem[], format: "csv" | "xlsx"): ManifestFile {
  const say = (key: string) => translate(locale, `travel.${key}` as MessageKey);
  const words = (problem: string) => say(`problem.${Object.hasOwn(WORDS, problem) ? problem : "refused"}`);
  const heads = ["row", "column", "problem"].map((head) => say(`import.heads.${head}`));
  const rows = problems.map(({ row, field, problem }) => [row, say(`field.${field}`), words(problem)]);
  return sheetFile("problems", [heads, ...rows], format);
}
