import { z } from "zod";

export const DirectoryKind = z.enum(["join_code", "tracker", "statement", "gateway"]);
export const LookUp = z.strictObject({ kind: DirectoryKind, key: z.string().max(300) });
