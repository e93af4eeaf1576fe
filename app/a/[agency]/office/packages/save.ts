"use server";

import type { PackageWish } from "@/components/packages/package-draft";
import { update } from "./actions";

/** Saves the whole form of a package that is there. */
export const saveOf = async (agency: string, id: string, wish: PackageWish) => update(agency, { id, ...wish });
