"use client";
import { Check, Layers, LocateFixed, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, lazy, Suspense } from "react";
import type { MapHandle, MapShow } from "./map-canvas";

// The map itself comes after the first paint; so may the menu over it.
const Menu = lazy(() => import("@/components/ui/menu").then((file) => ({ default: file.Menu })));

/** A round floating button over the map. Extra props come from a menu that wraps it. */
function FloatButton({ label, children, ...rest }: ComponentProps<"button"> & { label: string }) {
  return (
    <button type="button" aria-label={label} title={label} className="qm-float" {...rest}>
      {children}
    </button>
  );
}

type MapControlsProps = {
  map: MapHandle | null;
  show: MapShow;
  onShow: (show: MapShow) => void;
  has: { pack: boolean; tiles: boolean };
  onLocate: () => void;
};

/** Layers, "where am I", and zoom for those without a second finger. */
export function MapControls({ map, show, onShow, has, onLocate }: MapControlsProps) {
  const t = useTranslations("map");
  const item = (key: keyof MapShow, label: string) => ({
    id: key,
    label,
    checked: show[key],
    icon: <Check size={20} aria-hidden className={show[key] ? "" : "invisible"} />,
    onSelect: () => onShow({ ...show, [key]: !show[key] }),
  });
  const items = [
    item("names", t("layers.names")),
    ...(has.pack ? [item("pack", t("layers.pack"))] : []),
    ...(has.tiles ? [item("tiles", t("layers.tiles"))] : []),
  ];
  const layers = (
    <FloatButton label={t("layers.title")}>
      <Layers size={24} aria-hidden />
    </FloatButton>
  );
  return (
    <div className="flex flex-col gap-2.5">
      <Suspense fallback={layers}>
        <Menu header={t("layers.title")} items={items} trigger={layers} />
      </Suspense>
      <FloatButton label={t("locate")} onClick={onLocate}>
        <LocateFixed size={24} aria-hidden />
      </FloatButton>
      <div className="qm-zoom hidden flex-col gap-2.5">
        <FloatButton label={t("zoomIn")} onClick={() => map?.zoom(1)}>
          <Plus size={24} aria-hidden />
        </FloatButton>
        <FloatButton label={t("zoomOut")} onClick={() => map?.zoom(-1)}>
          <Minus size={24} aria-hidden />
        </FloatButton>
      </div>
    </div>
  );
}
