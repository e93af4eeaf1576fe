"use client";

import { BrokenPart } from "@/components/journey/broken-part";

export default function LeadError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <BrokenPart code={error.digest} retry={reset} />;
}
