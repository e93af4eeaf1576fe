import { z } from "zod";

export const DirectoryKind = z.enum(["join_code", "tracker"]);
export const LookUp = z.strictObject({ kind: DirectoryKind, key: z.string().max(300) });
