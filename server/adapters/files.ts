import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { DriverContract } from "flydrive/types";
import type { Files } from "@/lib/kernel/ports";

export type S3Options = {
  bucket: string;
  region: string;
  /** For stores that only speak S3's language (MinIO, R2). */
  endpoint?: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Files below one directory of this node. Types are not stored: the row that names the key knows. */
export function diskFiles({ dir }: { dir: string }): Files {
  return filesOn(new FSDriver({ location: dir, visibility: "private" }), { sized: false });
}

/** Files in a private bucket. Needs @aws-sdk/client-s3, loaded only here. */
export async function s3Files({ accessKeyId, secretAccessKey, ...where }: S3Options): Promise<Files> {
  const { S3Driver } = await import(/* turbopackIgnore: true */ "flydrive/drivers/s3");
  const driver = new S3Driver({
    ...where,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: where.endpoint !== undefined,
    // Stores that only speak S3's language refuse the newer checksums and know no ACL.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    supportsACL: false,
    visibility: "private",
  });
  return filesOn(driver, { sized: true });
}

/** `sized`: the store must know the length first, so a stream is gathered before it is sent. */
function filesOn(driver: DriverContract, { sized }: { sized: boolean }): Files {
  const disk = new Disk(driver);
  return {
    put: async (key, body, { type }) => {
      const at = checked(key);
      const options = { contentType: type };
      if (body instanceof Uint8Array) await disk.put(at, body, options);
      else if (sized) await disk.put(at, new Uint8Array(await new Response(body).arrayBuffer()), options);
      else await disk.putStream(at, Readable.fromWeb(body as NodeReadableStream), options);
    },
    get: async (key) => {
      const at = checked(key);
      if (!(await disk.exists(at))) return null;
      return Readable.toWeb(await disk.getStream(at)) as ReadableStream<Uint8Array>;
    },
    exists: async (key) => disk.exists(checked(key)),
    remove: async (key) => disk.delete(checked(key)),
  };
}

const SEGMENT = "[A-Za-z0-9_][A-Za-z0-9._-]*";
const KEY = new RegExp(`^(?:agency/[A-Za-z0-9-]+|platform)(?:/${SEGMENT})+$`);

// Keys are ours, never a person's file name; anything else is a mistake or an attack.
function checked(key: string): string {
  if (!KEY.test(key) || key.length > 500) throw new Error(`Refused file key ${JSON.stringify(key.slice(0, 100))}`);
  return key;
}
