"use client";

import { BrokenOffice } from "@/components/office/broken-office";

export default function AdminError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <BrokenOffice code={error.digest} retry={reset} />;
}
