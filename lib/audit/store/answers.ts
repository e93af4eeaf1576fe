import { lt } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema/kernel";
import type { Work } from "@/lib/kernel/call";

/** Stored answers have kept their promise after 24 h. */
export const removeAnswersBefore = ({ tx }: Work, before: Date) =>
  tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
