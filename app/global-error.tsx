"use client";

import { BrokenRoot } from "@/components/shell/broken-root";
import "./globals.css";

/** The root layout itself failed: nothing above this page is left, so it brings its own html and words. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <BrokenRoot code={error.digest} retry={reset} />;
}
