import { FileText, ImageOff, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Makes the picture on a desk larger, and fit again. */
export function ZoomButton({ zoomed, onZoom }: { zoomed: boolean; onZoom: () => void }) {
  const t = useTranslations("common.zoom");
  return (
    <Button
      kind="ghost"
      size="sm"
      aria-label={t(zoomed ? "out" : "in")}
      icon={zoomed ? <ZoomOut aria-hidden size={18} /> : <ZoomIn aria-hidden size={18} />}
      onClick={onZoom}
    />
  );
}

type EvidenceFileProps = {
  /** Null where there is none; undefined while its link is asked for. */
  url: string | null | undefined;
  isPdf: boolean;
  zoomed: boolean;
  words: { none: string; open: string; picture: string };
};

/** What was sent as evidence, in the middle of a desk: a picture, a paper to be opened, or nothing. */
export function EvidenceFile({ url, isPdf, zoomed, words }: EvidenceFileProps) {
  return (
    <div className={`grid min-h-96 flex-1 place-items-center p-4 ${zoomed ? "overflow-auto" : ""}`}>
      {url === null ? (
        <p className="flex items-center gap-2 text-ink-3">
          <ImageOff aria-hidden size={20} />
          {words.none}
        </p>
      ) : url === undefined ? (
        <div aria-hidden className="h-full min-h-80 w-full max-w-md rounded-xl bg-chip" />
      ) : isPdf ? (
        <a href={url} download="proof.pdf" className="btn" data-kind="soft">
          <FileText aria-hidden size={18} />
          {words.open}
        </a>
      ) : (
        <Picture url={url} label={words.picture} zoomed={zoomed} />
      )}
    </div>
  );
}

function Picture({ url, label, zoomed }: { url: string; label: string; zoomed: boolean }) {
  return (
    <span
      role="img"
      aria-label={label}
      className={`block rounded-lg bg-contain bg-no-repeat ${zoomed ? "min-h-[160vh] w-[200%] self-start justify-self-start bg-top" : "h-full min-h-80 w-full max-w-xl bg-center"}`}
      style={{ backgroundImage: `url("${url}")` }}
    />
  );
}
