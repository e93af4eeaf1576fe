import { type MessageKey, translate } from "@/lib/i18n/translate";
import type { ImportField } from "../contract/import";
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
const FIELDS = Object.keys(EXAMPLE) as ImportField[];

/** Heads in this language: they are the names the import itself knows. */
export function templateFile(locale: string, format: "csv" | "xlsx"): ManifestFile {
  const heads = FIELDS.map((field) => translate(locale, `travel.field.${field}` as MessageKey));
  const table = [heads, FIELDS.map((field) => EXAMPLE[field])];
  return sheetFile("passengers", table, format);
}
