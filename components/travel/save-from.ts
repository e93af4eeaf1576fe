/** Fetches a file of this agency and hands it to the browser; false when it could not be had. */
export async function saveFrom(agency: string, path: string, name: string): Promise<boolean> {
  const answer = await fetch(path, { headers: { "x-agency": agency } }).catch(() => null);
  if (!answer?.ok) return false;
  const href = URL.createObjectURL(await answer.blob());
  Object.assign(document.createElement("a"), { href, download: name }).click();
  // The download has its own hold on the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(href), 1_000);
  return true;
}
