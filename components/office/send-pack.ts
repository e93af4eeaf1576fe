import { fromPage } from "@/components/offline/who";
import type { PackFile } from "./pack-file";

type Sent = { ok: true } | { ok: false; message: string | null };
type Wish = { name: string; credit: string; content: PackFile };

/** Sends a map pack. By XMLHttpRequest, since fetch can't say how much of a body is on its way. @param onProgress 0 to 1 */
export function sendPack(agency: string, wish: Wish, onProgress: (share: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", "/api/v1/map-pack");
    request.setRequestHeader("content-type", "application/json");
    for (const [name, value] of Object.entries(fromPage(agency))) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => resolve({ ok: false, message: null });
    request.onload = () =>
      resolve(request.status < 300 ? { ok: true } : { ok: false, message: messageOf(request.responseText) });
    request.send(JSON.stringify(wish));
  });
}

function messageOf(body: string): string | null {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === "string" ? message : null;
  } catch {
    return null;
  }
}
