"use server";

import { checkImport, startImport } from "@/lib/travel/commands/import";
import type { ImportField } from "@/lib/travel/contract/import";
import { action } from "@/server/doors/action";

type Check = {
  importId: string;
  mapping: (ImportField | null)[];
  roomType: "quad" | "triple" | "double" | "single";
  holdDays: number;
};
const check = action(checkImport);
const start = action(startImport);
export const checkOf = async (agency: string, id: string, wish: Check) => check(agency, { id, ...wish });
export const startOf = async (agency: string, id: string, { importId }: { importId: string }) =>
  start(agency, { id, importId });
