"use client";

import { Broken } from "@/components/shell/broken";

export default function AdminError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Broken code={error.digest} retry={reset} className="card min-h-80 justify-center" />;
}
