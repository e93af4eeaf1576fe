import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Spot } from "@/lib/chat/contract";

/** A place somebody pointed at; their phone's own map app opens it. */
export function SpotLink({ position: { lat, lng }, name }: { position: Spot; name: string }) {
  const t = useTranslations("chat");
  const at = `${lat.toFixed(5)},${lng.toFixed(5)}`;
  return (
    <a
      className="chat-spot"
      href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=17/${lat}/${lng}`}
      target="_blank"
      rel="noreferrer noopener"
    >
      <MapPin aria-hidden size={24} className="flex-none" />
      <span>
        <span className="block font-semibold">{t("positionOf", { name })}</span>
        <bdi className="tn text-md">{at}</bdi>
      </span>
    </a>
  );
}
