"use client";

import { BrokenPart } from "@/components/journey/broken-part";

export default function MyError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <BrokenPart code={error.digest} retry={reset} />;
}
