import { Command } from "cmdk";
import type { ReactNode } from "react";

type LineProps = { value: string; onSelect: () => void; children: ReactNode };

/** One thing that can be gone to or done. */
export const Line = ({ value, onSelect, children }: LineProps) => (
  <Command.Item value={value} onSelect={onSelect} className="menu-item">
    {children}
  </Command.Item>
);
