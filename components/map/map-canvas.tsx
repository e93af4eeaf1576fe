"use client";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { formatNumber } from "@/lib/i18n/formats";
import type { Spot } from "@/lib/tracking/rules/geo";
import type { Covered, EngineHandlers, MapEngine } from "./engine";
import type { PersonMarker, Tiles } from "./model";
import type { Overlay } from "./overlay-layer";
import type { Pack } from "./pack";
import "./map.css";

export type MapHandle = Pick<MapEngine, "lookAt" | "pan" | "fit" | "sees" | "zoom" | "centre">;
export type MapShow = { names: boolean; pack: boolean; tiles: boolean };

export type MapCanvasProps = {
  /** What screen readers call the map; everything on it also stands in a list beside it. */
  label: string;
  centre: Spot;
  people: readonly PersonMarker[];
  overlay: Overlay;
  /** Pixels hidden under cards and sheets. */
  covered: Covered;
  /** Tiles of the operator's server; without them our own drawing. */
  tiles?: Tiles | null;
  /** An imported map pack: GeoJSON, or the address of one. */
  pack?: unknown;
  show?: MapShow;
  /** Arabic beneath the names, as on the signs (pilgrim screens). */
  bothScripts?: boolean;
  onSelect?: (id: string) => void;
  onDragged?: () => void;
  /** A press on the ground, not on a person. */
  onPick?: (spot: Spot) => void;
  onReady?: (map: MapHandle) => void;
};

const ALL: MapShow = { names: true, pack: true, tiles: true };

async function loadMap(host: HTMLElement, centre: Spot, handlers: EngineHandlers, left: AbortSignal) {
  // The sites come as plain data: their contract would bring zod along, and a test holds the file to it.
  const [{ MapEngine }, labels, { plainCredit }, { readPack }, { default: shipped }] = await Promise.all([
    import("./engine"),
    import("./site-labels"),
    import("./base-layer"),
    import("./pack"),
    import("@/lib/sites/sites.json"),
  ]);
  return {
    engine: await MapEngine.open(host, centre, handlers, left),
    ...labels,
    plainCredit,
    readPack,
    sites: shipped.sites,
    ownCredit: shipped.credit,
  };
}
type Loaded = Awaited<ReturnType<typeof loadMap>>;

async function fetchPack(source: unknown): Promise<unknown> {
  if (typeof source !== "string") return source;
  const response = await fetch(source);
  return response.ok ? response.json() : null;
}

/** The map itself, drawn after the first paint. The page around it works without it. */
export function MapCanvas(props: MapCanvasProps) {
  const {
    label,
    centre,
    people,
    overlay,
    covered,
    tiles = null,
    pack: packSource = null,
    show = ALL,
    bothScripts = false,
  } = props;
  const t = useTranslations("map");
  const locale = useLocale();
  const host = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  const [pack, setPack] = useState<Pack | null>(null);
  const onSelect = useEffectEvent((id: string) => props.onSelect?.(id));
  const onDragged = useEffectEvent(() => props.onDragged?.());
  const onPick = useEffectEvent((spot: Spot) => props.onPick?.(spot));
  const onReady = useEffectEvent((map: MapHandle) => props.onReady?.(map));
  const number = useEffectEvent((count: number) => formatNumber(locale, count));
  const firstCentre = useEffectEvent(() => centre);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const left = new AbortController();
    let opened: Loaded | null = null;
    const resized = new ResizeObserver(() => opened?.engine.resized());
    const handlers: EngineHandlers = {
      onSelect: (id) => onSelect(id),
      onDragged: () => onDragged(),
      onPick: (spot) => onPick(spot),
      number: (count) => number(count),
    };
    loadMap(element, firstCentre(), handlers, left.signal).then(
      (map) => {
        if (left.signal.aborted) return map.engine.close();
        opened = map;
        resized.observe(element);
        setLoaded(map);
      },
      () => left.signal.aborted || setFailed(true),
    );
    return () => {
      left.abort();
      resized.disconnect();
      opened?.engine.close();
    };
  }, []);

  useEffect(() => {
    if (!loaded || !packSource) return setPack(null);
    let gone = false;
    fetchPack(packSource).then(
      (raw) => gone || setPack(loaded.readPack(raw)),
      () => gone || setPack(null),
    );
    return () => {
      gone = true;
    };
  }, [loaded, packSource]);

  const shownPack = show.pack ? pack : null;
  const shownTiles = show.tiles ? tiles : null;
  useEffect(
    () => loaded?.engine.setBase({ tiles: shownTiles, sites: loaded.sites, pack: shownPack }),
    [loaded, shownTiles, shownPack],
  );
  useEffect(() => {
    if (!loaded) return;
    // Asked with has(): the places we name are a list of messages, the shipped sites are more.
    const names = (id: string) => (t.has(`place.${id}` as "place.kaaba") ? t(`place.${id}` as "place.kaaba") : null);
    const packNames = shownPack ? loaded.packLabels(locale, shownPack, bothScripts) : [];
    loaded.engine.setLabels(
      show.names ? [...loaded.siteLabels(loaded.sites, locale, names, bothScripts), ...packNames] : [],
    );
  }, [loaded, show.names, shownPack, bothScripts, locale, t]);
  useEffect(() => loaded?.engine.setCovered(covered), [loaded, covered]);
  useEffect(() => loaded?.engine.setPeople(people), [loaded, people]);
  useEffect(() => loaded?.engine.setOverlay(overlay), [loaded, overlay]);
  useEffect(() => {
    if (loaded) onReady(loaded.engine);
  }, [loaded]);

  const credits = loaded
    ? [shownTiles ? loaded.plainCredit(shownTiles.attribution) : loaded.ownCredit, shownPack?.credit]
    : [];
  return (
    <section aria-label={label} className={`absolute inset-0 ${bothScripts ? "qm-pilgrim" : ""}`}>
      {/* Leaflet places by left and top; names inside choose their own direction. */}
      <div ref={host} dir="ltr" className="qm-host absolute inset-0" />
      {failed && <p className="absolute inset-x-6 top-1/3 text-center text-md text-ink-2">{t("state.mapFailed")}</p>}
      {loaded && (
        <Credit bottom={covered.bottom} names={credits}>
          {shownTiles ? null : t("drawn")}
        </Credit>
      )}
    </section>
  );
}

const OSM = "https://www.openstreetmap.org/copyright";

function Credit({
  names,
  bottom,
  children,
}: {
  names: readonly (string | null | undefined)[];
  bottom: number;
  children: ReactNode;
}) {
  const said = [...new Set(names.filter((name) => name))];
  return (
    <p className="qm-credit" style={{ bottom: bottom + 6 }}>
      {said.map((name) =>
        /openstreetmap/i.test(name ?? "") ? (
          <a key={name} dir="auto" href={OSM} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          <span key={name} dir="auto">
            {name}
          </span>
        ),
      )}
      {children && <span>{children}</span>}
    </p>
  );
}
