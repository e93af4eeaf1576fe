"use server";

import { removeView, saveView } from "@/lib/views/commands";
import { action } from "@/server/doors/action";

const save = action(saveView);

export const keepView = async (agency: string, view: { name: string; search: string }) =>
  save(agency, { place: "groups", ...view });
export const dropView = action(removeView);
