import { useEffect, useState } from "react";
import { openLinked } from "./files";

/**
 * The bytes of a private file as long as they are looked at: its link lives five minutes, so it is asked for anew each time.
 * @param path where its link is asked for; null while there is none @returns undefined on its way, null when it is not there
 */
export function useLinkedFile(agency: string, path: string | null): string | null | undefined {
  const [shown, setShown] = useState<{ path: string; url: string | null } | null>(null);
  useEffect(() => {
    if (path === null) return;
    let made: string | null = null;
    let isGone = false;
    void openLinked(agency, path).then((blob) => {
      if (isGone) return;
      made = blob && URL.createObjectURL(blob);
      setShown({ path, url: made });
    });
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [agency, path]);
  return shown && shown.path === path ? shown.url : undefined;
}
