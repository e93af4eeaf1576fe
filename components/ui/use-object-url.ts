"use client";

import { useEffect, useState } from "react";

/** An address for a picture that is on this device, as long as it is shown; null until it is there. */
export function useObjectUrl(picture: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return url;
}
