import sharp from "sharp";
import { editMessage, withdrawMessage } from "@/lib/chat/commands/change-message";
import { uploadPhoto } from "@/lib/chat/commands/photos";
import { markRead } from "@/lib/chat/commands/reading";
import { sendMessage } from "@/lib/chat/commands/send-message";
import type { Message } from "@/lib/chat/contract";
import type { Call } from "@/lib/kernel/call";
import { addMs, MINUTE } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { type Builder, METRES_PER_DEGREE, personCall } from "./people";
import { type Line, TALKS } from "./talk-lines";
import type { SeededGroup } from "./travellers";

type Inside = Builder & { agencyId: string };
type Said = { message: Message; call: Call };

/** The sign behind a bus's windscreen: the number anyone finds the group by. */
const busSign = (number: number) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
      <rect width="1200" height="800" fill="#20363d"/>
      <rect x="90" y="60" width="1020" height="500" rx="40" fill="#9fbcc4"/>
      <rect x="60" y="600" width="1080" height="140" rx="24" fill="#0f2429"/>
      <circle cx="190" cy="670" r="34" fill="#ffdb4d"/><circle cx="1010" cy="670" r="34" fill="#ffdb4d"/>
      <rect x="420" y="250" width="360" height="260" rx="24" fill="#ffffff"/>
      <text x="600" y="450" font-family="sans-serif" font-size="210" font-weight="700" text-anchor="middle" fill="#12343b">${number}</text>
    </svg>`),
  )
    .png()
    .toBuffer();

/** What a group has said so far, as its people would have said it, and how far they have read. */
export async function seedTalk(build: Inside, plan: string, { group, leader, pilgrims }: SeededGroup): Promise<void> {
  const place = { groups: [group.id] };
  const callOf = (who: Line["who"], at: Date) =>
    who === "leader"
      ? personCall(build, build.agencyId, leader.userId, at, { ...place, leads: [group.id], roles: ["leader"] })
      : personCall(build, build.agencyId, pilgrims[who % pilgrims.length]!.userId, at, {
          ...place,
          roles: ["pilgrim"],
        });
  const said: Said[] = [];
  for (const line of TALKS[`${plan} ${group.number}`] ?? []) {
    const call = callOf(line.who, addMs(build.now, -line.ago * MINUTE));
    const replyTo = line.answers ? said.at(-line.answers)?.message.id : undefined;
    const message = await sendMessage(call, {
      groupId: group.id,
      clientId: newId(),
      text: line.text,
      replyTo,
      ...(await contentOf(call, group, line)),
    });
    said.push({ message, call });
    if (line.better) await editMessage(call, { id: message.id, text: line.better });
    if (line.takenBack) await withdrawMessage(call, { id: message.id });
  }
  await readOn(said.length, (who) => callOf(who, build.now), group.id, pilgrims.length);
}

async function contentOf(call: Call, { id, number, meetingPoint }: SeededGroup["group"], { photo, metres }: Line) {
  if (photo) {
    const { id: attachment } = await uploadPhoto(call, { groupId: id, file: await busSign(number) });
    return { kind: "photo" as const, attachment };
  }
  if (metres && meetingPoint) {
    const position = { lat: meetingPoint.lat + metres / METRES_PER_DEGREE, lng: meetingPoint.lng };
    return { kind: "position" as const, position };
  }
  return { kind: "text" as const };
}

/** Most are up to date; the first pilgrim, as whom the demo looks, has some to read, and every ninth is far behind. */
async function readOn(last: number, callOf: (who: Line["who"]) => Call, groupId: string, size: number) {
  if (last === 0) return;
  const upTo = (index: number) =>
    index === 0 ? last - 3 : index % 9 === 8 ? Math.floor(last / 2) : last - (index % 3);
  await Promise.all([
    markRead(callOf("leader"), { groupId, seq: last }),
    ...Array.from({ length: size }, (_, i) => markRead(callOf(i), { groupId, seq: Math.max(0, upTo(i)) })),
  ]);
}
