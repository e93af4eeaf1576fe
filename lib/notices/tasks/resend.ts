import { z } from "zod";
import { planned, type Task } from "@/lib/kernel/task";
import { Channel } from "../contract";
import { readLetter, readPlatformLetter } from "../queries";
import { deliver } from "./deliver";

const Again = z.object({ id: z.uuid(), platform: z.boolean() });

/** Sends again what staff asked to be sent again. */
export const tasks: Task[] = [
  planned("notices.resend", Again, async (call, { id, platform }, ports) => {
    const row = await (platform ? readPlatformLetter : readLetter)(call, { id });
    if (!row) return;
    const { recipient: to, subject, body, locale, dedupeKey, userId, carriesSecret } = row;
    const letter = { channel: Channel.parse(row.channel), to, subject, body, locale, dedupeKey, userId, carriesSecret };
    await deliver(platform ? { ...call, agencyId: null } : call, ports, letter);
  }),
];
