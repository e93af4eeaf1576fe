import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Files } from "@/lib/kernel/ports";
import { diskFiles, s3Files } from "@/server/adapters/files";
import { startS3 } from "@/tests/support/s3-front";

const AGENCY = "agency/01980000-0000-7000-8000-000000000001";
const png = { type: "image/png" };
let dir: string;
let s3: Awaited<ReturnType<typeof startS3>>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "qafila-files-"));
  s3 = await startS3();
});

afterAll(async () => {
  await s3.stop();
  await rm(dir, { recursive: true, force: true });
});

const stores: Record<string, () => Promise<Files>> = {
  disk: async () => diskFiles({ dir: join(dir, "files") }),
  s3: () => s3Files(s3.options),
};

async function bytesOf(stream: ReadableStream<Uint8Array> | null): Promise<Buffer | null> {
  return stream && Buffer.from(await new Response(stream).arrayBuffer());
}

function streamOf(parts: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const rest = [...parts];
  return new ReadableStream({
    pull: (controller) => {
      const part = rest.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
}

describe.each(Object.entries(stores))("files on %s", (_name, open) => {
  it("gives back the bytes that were put, and the newest when put twice", async () => {
    const files = await open();
    const key = `${AGENCY}/proofs/01980000-aaaa.png`;
    const bytes = randomBytes(300_000);
    await files.put(key, new Uint8Array([0, 255, 0]), png);
    await files.put(key, bytes, png);
    expect((await bytesOf(await files.get(key)))?.equals(bytes)).toBe(true);
    expect(await files.exists(key)).toBe(true);
  });

  it("takes a stream as well", async () => {
    const files = await open();
    const key = "platform/guide/audio.mp3";
    const parts = Array.from({ length: 20 }, () => randomBytes(50_000));
    await files.put(key, streamOf(parts), { type: "audio/mpeg" });
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(hash((await bytesOf(await files.get(key))) ?? Buffer.alloc(0))).toBe(hash(Buffer.concat(parts)));
  });

  it("leaves nothing readable of a stream that broke", async () => {
    const files = await open();
    const key = `${AGENCY}/proofs/broken.png`;
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error("the phone went away")),
    });
    await expect(files.put(key, broken, png)).rejects.toThrow();
    expect((await bytesOf(await files.get(key)))?.length ?? 0).toBe(0);
  });

  it("knows what is not there, and removes twice without complaint", async () => {
    const files = await open();
    const key = `${AGENCY}/proofs/gone.png`;
    expect(await files.get(key)).toBeNull();
    await files.put(key, new Uint8Array([1]), png);
    await files.remove(key);
    await files.remove(key);
    expect(await files.exists(key)).toBe(false);
    expect(await files.get(key)).toBeNull();
  });

  it.each([
    "../secret",
    `${AGENCY}/../other/proof.png`,
    `${AGENCY}/a/../../../etc/passwd`,
    `/${AGENCY}/proof.png`,
    `${AGENCY}//proof.png`,
    `${AGENCY}/./proof.png`,
    `${AGENCY}/.env`,
    `${AGENCY}/..%2f..%2fsecret`,
    `${AGENCY}\\..\\secret`,
    `${AGENCY}/nul\u0000.png`,
    `${AGENCY}/line\n.png`,
    `${AGENCY}/${"x".repeat(600)}`,
    `${AGENCY}/`,
    "agency/proof.png",
    "other/proof.png",
    "",
  ])("refuses the key %j everywhere", async (key) => {
    const files = await open();
    await expect(files.put(key, new Uint8Array([1]), png)).rejects.toThrow("Refused file key");
    await expect(files.get(key)).rejects.toThrow("Refused file key");
    await expect(files.exists(key)).rejects.toThrow("Refused file key");
    await expect(files.remove(key)).rejects.toThrow("Refused file key");
  });
});

describe("files on disk", () => {
  it("stay below their folder", async () => {
    expect(await readdir(dir)).toEqual(["files"]);
    expect((await readdir(join(dir, "files"))).sort()).toEqual(["agency", "platform"]);
  });
});

describe("files on s3", () => {
  it("carry their type, and are refused to whoever has the wrong secret", async () => {
    await (await s3Files(s3.options)).put(`${AGENCY}/typed.png`, new Uint8Array([1]), png);
    expect(s3.objects.get(`${AGENCY}/typed.png`)?.type).toBe("image/png");
    const thief = await s3Files({ ...s3.options, secretAccessKey: "guessed" });
    await expect(thief.get(`${AGENCY}/typed.png`)).rejects.toThrow();
  });
});
