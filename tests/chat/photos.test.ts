import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as fetchPhoto } from "@/app/api/v1/groups/[groupId]/attachments/[id]/route";
import { POST as upload } from "@/app/api/v1/groups/[groupId]/attachments/route";
import { withdrawMessage } from "@/lib/chat/commands/change-message";
import { sweepPhotos, uploadPhoto } from "@/lib/chat/commands/photos";
import { sendMessage } from "@/lib/chat/commands/send-message";
import type { Photo } from "@/lib/chat/contract";
import { readPhoto } from "@/lib/chat/queries";
import { removeMember } from "@/lib/groups/commands/members";
import { newId } from "@/lib/kernel/ids";
import { signIn } from "../house/visitors";
import { systemCall } from "../inventory/support";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { camera, leads, of, openTalk } from "./support";

let world: World;
let groupId: string;
let picture: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  world = await newWorld();
  groupId = await openTalk(world);
  picture = new Uint8Array(await camera());
});
afterAll(() => world.close());

const me = () => of(world.pilgrim, groupId);
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error) => error.code,
  );
const bytesOf = async (body: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(body).arrayBuffer());
async function show(attachment?: string) {
  const photo = attachment ?? (await uploadPhoto(me(), { groupId, file: picture })).id;
  return sendMessage(me(), { groupId, clientId: newId(), kind: "photo", attachment: photo, text: "Tanda bus" });
}

/** Through the door, as a phone uploads: whatever name and type it claims. */
async function post(who: Somebody, bytes: Uint8Array, name = "photo.jpg", type = "image/jpeg", field = "file") {
  const form = new FormData();
  form.set(field, new Blob([bytes as BlobPart], { type }), name);
  const headers = { authorization: `Bearer ${await signIn(world.house, who)}`, host: "localhost:3000" };
  const request = new Request("http://localhost:3000/upload", { method: "POST", headers, body: form });
  const response = await upload(request, { params: Promise.resolve({ groupId }) });
  return { status: response.status, body: (await response.json()) as Photo & { error?: string } };
}

describe("[R70] a picture", () => {
  it("is drawn anew, upright and smaller, and says nothing of the camera, the place or its file's name", async () => {
    const { status, body } = await post(world.pilgrim, picture, "<script>alert(1)</script>.html", "text/html");
    expect([status, body.width, body.height]).toEqual([201, 1600, 800]);
    const message = await show(body.id);
    expect(message.attachment).toEqual({ id: body.id, width: 1600, height: 800 });
    for (const [size, width] of [
      ["full", 1600],
      ["small", 480],
    ] as const) {
      const { body: stream } = await readPhoto(of(world.otherPilgrim, groupId), { groupId, id: body.id, size });
      const drawn = await sharp(await bytesOf(stream)).metadata();
      expect([drawn.format, drawn.width, drawn.exif]).toEqual(["webp", width, undefined]);
    }
  });

  it("is no page: it comes with a type of ours, sandboxed, and is kept by no cache", async () => {
    const { attachment } = await show();
    const headers = { authorization: `Bearer ${await signIn(world.house, world.pilgrim)}`, host: "localhost:3000" };
    const request = new Request("http://localhost:3000/?size=small", { headers });
    const response = await fetchPhoto(request, { params: Promise.resolve({ groupId, id: attachment!.id }) });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/webp",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    expect((await sharp(await bytesOf(response.body!)).metadata()).format).toBe("webp");
  });

  it("is refused when it is none, whatever it is called, and so are forms of another shape", async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const html = new TextEncoder().encode("<html><script>alert(1)</script></html>");
    const broken = picture.slice(0, 400);
    for (const bytes of [svg, html, broken, new Uint8Array()])
      expect(await post(world.pilgrim, bytes)).toMatchObject({ status: 422, body: { error: "photo_invalid" } });
    expect(await post(world.pilgrim, picture, "a.jpg", "image/jpeg", "picture")).toMatchObject({ status: 422 });
    const large = new Uint8Array(12_100_000);
    expect(await post(world.pilgrim, large)).toMatchObject({ status: 413, body: { error: "body_too_large" } });
  });
});

describe("[R67] [R79] a picture belongs to its group", () => {
  it("is given to nobody outside, nor to who was removed, and no longer once withdrawn, but to moderators", async () => {
    const message = await show();
    const input = { groupId, id: message.attachment!.id };
    for (const call of [as(world.rivalOwner), as(world.owner), of(world.otherLeader, groupId), as(world.manager)])
      expect(await refused(readPhoto(call, input))).toMatch(/not_found/);
    expect(await refused(readPhoto(of(world.otherPilgrim, groupId), input))).toBe("done");
    const other = await openTalk(world);
    expect(await refused(readPhoto(of(world.pilgrim, other), { ...input, groupId: other }))).toBe(
      "attachment_not_found",
    );
    await withdrawMessage(me(), { id: message.id });
    expect(await refused(readPhoto(of(world.otherPilgrim, groupId), input))).toBe("forbidden");
    expect(await refused(readPhoto(me(), input))).toBe("forbidden");
    expect(await refused(readPhoto(leads(world.leader, groupId), input))).toBe("done");
    const shown = await show();
    await removeMember(as(world.owner), { groupId, userId: world.otherPilgrim.userId });
    const gone = readPhoto(of(world.otherPilgrim, groupId), { groupId, id: shown.attachment!.id });
    expect(await refused(gone)).toBe("attachment_not_found");
  });

  it("is sent once, by who uploaded it, and swept with its files when it never was", async () => {
    const { id } = await uploadPhoto(me(), { groupId, file: picture });
    const steal = { groupId, clientId: newId(), kind: "photo" as const, attachment: id };
    expect(await refused(sendMessage(leads(world.leader, groupId), steal))).toBe("attachment_not_found");
    const [kept, unsent] = [await show(id), await uploadPhoto(me(), { groupId, file: picture })];
    expect(await refused(show(id))).toBe("attachment_not_found");
    expect(await refused(uploadPhoto(as(world.owner), { groupId, file: picture }))).toBe("forbidden");
    const later = { ...systemCall(world), now: new Date(NOON.getTime() + 25 * 3_600_000) };
    expect(await sweepPhotos(later, {})).toEqual([{ id: unsent.id }]);
    expect(await refused(readPhoto(me(), { groupId, id: kept.attachment!.id }))).toBe("done");
    expect(await refused(readPhoto(me(), { groupId, id: unsent.id }))).toBe("attachment_not_found");
  });
});
