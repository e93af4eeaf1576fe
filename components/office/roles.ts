import type { Role } from "@/lib/kernel/actor";

/** The strongest role first: the one by which the office calls somebody. */
export const SHOWN_FIRST: readonly Role[] = ["owner", "admin", "manager", "operator", "viewer"];
