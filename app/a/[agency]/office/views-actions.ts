"use server";

import { removeView, saveView } from "@/lib/views/commands";
import type { Place } from "@/lib/views/contract";
import { action } from "@/server/doors/action";

const save = action(saveView);

export const keepView = async (agency: string, place: Place, view: { name: string; search: string }) =>
  save(agency, { place, ...view });
export const dropView = action(removeView);
