"use server";

import { closePeriod, createMethod, createPeriod, removeMethod, updatePeriod } from "@/lib/savings/commands/desk";
import { action } from "@/server/doors/action";

export const addMethod = action(createMethod);
export const dropMethod = action(removeMethod);
export const endPeriod = action(closePeriod);
export const openPeriod = action(createPeriod);
export const movePeriod = action(updatePeriod);
