"use client";

import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

/** Opens the browser's own print dialog for this page. */
export const PrintButton = ({ children }: { children: ReactNode }) => (
  <Button kind="primary" icon={<Printer aria-hidden size={16} />} onClick={() => window.print()}>
    {children}
  </Button>
);
