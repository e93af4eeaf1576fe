/** Puts words on the clipboard. @returns whether the browser let us: some lend it to nobody, some ask and are told no */
export async function copyText(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return false;
  }
}
