"use client";

import type { ReactNode } from "react";
import { type Look, look } from "./button";

type FileButtonProps = Pick<Look, "kind" | "icon"> & {
  accept: string;
  choose: (file: File) => void;
  busy?: boolean;
  className?: string;
  children: ReactNode;
};

/** A button that asks for a file. The same one, mended, can be chosen again. */
export function FileButton({ accept, choose, busy, icon, kind, className, children }: FileButtonProps) {
  return (
    <label
      className={`btn relative has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-focus ${className ?? ""}`}
      {...look({ kind }, false)}
      aria-busy={busy || undefined}
    >
      {icon}
      {children}
      <input
        type="file"
        accept={accept}
        className="sr-only"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = "";
          if (file) choose(file);
        }}
      />
    </label>
  );
}
