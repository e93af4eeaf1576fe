"use server";

import { createDeparture, duplicateDeparture, importPrices } from "@/lib/packages/commands/departures";
import { archivePackage, createPackage, updatePackage } from "@/lib/packages/commands/packages";
import { removePhoto } from "@/lib/packages/commands/photos";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { exportPrices } from "@/lib/packages/queries/departures";
import { exportPackages } from "@/lib/packages/queries/packages";
import { action } from "@/server/doors/action";

export const exportAll = action(exportPackages);
export const create = action(createPackage);
export const archive = action(archivePackage);
export const update = action(updatePackage);
export const addDeparture = action(createDeparture);
export const changeDeparture = action(updateDeparture);
export const duplicate = action(duplicateDeparture);
export const takePrices = action(importPrices);
export const givePrices = action(exportPrices);
export const dropPhoto = action(removePhoto);
