"use client";

import { useState } from "react";
import { latinDigits } from "@/lib/kernel/digits";
import { FieldFrame, type FieldWords, useField } from "./field";

type CodeFieldProps = FieldWords & {
  name: string;
  length?: number;
  /** digits: one-time codes; letters: join codes, shown in capitals. */
  alphabet?: "digits" | "letters";
  defaultValue?: string;
  onValue?: (code: string) => void;
  /** Called once all places are filled. */
  onComplete?: (code: string) => void;
};

/** One box per character, drawn over one real input: paste, autofill and screen readers then just work. */
export function CodeField(props: CodeFieldProps) {
  const { name, length = 6, alphabet = "digits", defaultValue = "", onValue, onComplete, ...words } = props;
  const { wiring, noteId } = useField(words);
  const clean = (raw: string) =>
    latinDigits(raw)
      .toUpperCase()
      .replace(alphabet === "digits" ? /\D/g : /[^A-Z0-9]/g, "");
  const [code, setCode] = useState(clean(defaultValue).slice(0, length));
  const change = (raw: string) => {
    const next = clean(raw).slice(0, length);
    setCode(next);
    onValue?.(next);
    if (next.length === length && next !== code) onComplete?.(next);
  };
  return (
    <FieldFrame {...words} noteId={noteId} inputId={wiring.id}>
      <div dir="ltr" className="group relative flex w-fit max-w-full gap-1.5">
        {Array.from({ length }, (_, place) => place).map((place) => (
          <span
            key={place}
            aria-hidden
            data-current={place === Math.min(code.length, length - 1) ? "" : undefined}
            data-wrong={words.error ? "" : undefined}
            className="code-cell"
          >
            {code[place]}
          </span>
        ))}
        <input
          {...wiring}
          name={name}
          className="absolute inset-0 w-full opacity-0"
          inputMode={alphabet === "digits" ? "numeric" : "text"}
          autoComplete={alphabet === "digits" ? "one-time-code" : "off"}
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          onChange={(event) => change(event.target.value)}
        />
      </div>
    </FieldFrame>
  );
}
