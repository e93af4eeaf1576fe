"use server";

import { mark } from "./actions";

type Marked = { item: "kit" | "manasik" | "visa" | "vaccine"; pilgrimIds: string[]; done: boolean };
/** Ticks an item off on this departure. */
export const markFor = async (agency: string, id: string, marked: Marked) => mark(agency, { id, ...marked });
