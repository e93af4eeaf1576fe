"use server";

import { createDeparture, duplicateDeparture } from "@/lib/packages/commands/departures";
import { createPackage, updatePackage } from "@/lib/packages/commands/packages";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { action } from "@/server/doors/action";

export const create = action(createPackage);
export const update = action(updatePackage);
export const addDeparture = action(createDeparture);
export const changeDeparture = action(updateDeparture);
export const duplicate = action(duplicateDeparture);
