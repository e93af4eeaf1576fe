import { ZoomIn, ZoomOut } from "lucide-react";
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

/** What was sent as evidence. Its parent scrolls while it is enlarged. */
export function EvidencePicture({ url, label, zoomed }: { url: string; label: string; zoomed: boolean }) {
  return (
    <span
      role="img"
      aria-label={label}
      className={`block rounded-lg bg-contain bg-no-repeat ${zoomed ? "min-h-[160vh] w-[200%] self-start justify-self-start bg-top" : "h-full min-h-80 w-full max-w-xl bg-center"}`}
      style={{ backgroundImage: `url("${url}")` }}
    />
  );
}
