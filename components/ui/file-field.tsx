"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldFrame, type FieldWords, useField } from "./field";
import { useObjectUrl } from "./use-object-url";

type FileFieldProps = FieldWords & { name: string; accept: string };

/** A file in a form, in the reader's words: a browser's own field speaks the browser's language. */
export function FileField({ name, accept, ...words }: FileFieldProps) {
  const t = useTranslations("common");
  const { wiring, noteId } = useField(words);
  const [file, setFile] = useState<File | null>(null);
  return (
    <FieldFrame {...words} inputId={wiring.id} noteId={noteId}>
      <label className="box relative cursor-pointer py-1.5">
        {file?.type.startsWith("image/") ? (
          <Thumb file={file} />
        ) : (
          <FileUp aria-hidden size={20} className="flex-none text-ink-3" />
        )}
        <span className="flex min-w-0 flex-1 flex-col">
          {file ? (
            <span className="truncate font-semibold">
              <bdi>{file.name}</bdi>
            </span>
          ) : null}
          <span className={file ? "text-ink-2 text-sm" : "font-label"}>{t(file ? "otherFile" : "chooseFile")}</span>
        </span>
        <input
          type="file"
          {...{ name, accept }}
          {...wiring}
          className="sr-only"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
      </label>
    </FieldFrame>
  );
}

/** The picture itself: whoever picked the wrong one sees it at once. */
function Thumb({ file }: { file: File }) {
  const url = useObjectUrl(file);
  return (
    <span
      className="size-11 flex-none rounded-md bg-center bg-cover bg-sunken"
      style={url ? { backgroundImage: `url(${url})` } : undefined}
    />
  );
}
