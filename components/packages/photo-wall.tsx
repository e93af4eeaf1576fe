"use client";

import { ImagePlus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, type Answer, useAct } from "@/components/journey/use-act";
import { PackagePhoto } from "@/components/public/package-photo";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Package } from "@/lib/packages/contract/package";

type PhotoWallProps = { slug: string; saved: Package; remove: Act<{ id: string; photoId: string }, Package> };

/** Bytes go to the API itself: an action would carry them twice. */
async function send(slug: string, id: string, file: File): Promise<Answer<unknown>> {
  const body = new FormData();
  body.append("file", file);
  const response = await fetch(`/api/v1/packages/${id}/photos`, {
    method: "POST",
    headers: { "x-agency": slug },
    body,
  });
  const told = await response.json();
  return response.ok ? { ok: true, value: told } : { ok: false, ...told };
}

/** The pictures of a package, the first being its cover; the server draws each anew before anybody sees it. */
export function PhotoWall({ slug, saved: { id, photos, mayChange }, remove }: PhotoWallProps) {
  const t = useTranslations("packages");
  const { busy, act } = useAct();
  const add = (file: File | undefined) => {
    if (file) act(() => send(slug, id, file), { said: { text: t("photoAdded") } });
  };
  return (
    <Card title={t("photos")}>
      {photos.length > 0 ? (
        <ul className="mb-4 grid grid-cols-2 gap-3">
          {photos.map((photo, i) => (
            <li key={photo.id} className="relative">
              <PackagePhoto
                {...{ slug, photo }}
                packageId={id}
                className="aspect-[4/3] w-full rounded-md bg-chip object-cover"
              />
              {i === 0 ? (
                <span className="absolute start-2 top-2 rounded-sm bg-surface px-1.5 text-xs">{t("cover")}</span>
              ) : null}
              {mayChange ? (
                <Button
                  size="sm"
                  className="absolute end-2 top-2"
                  icon={<Trash2 aria-hidden size={16} />}
                  aria-label={t("removePhoto")}
                  onClick={() => act(() => remove({ id, photoId: photo.id }), { said: { text: t("photoGone") } })}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-4 text-ink-2">{t("photosNone")}</p>
      )}
      {mayChange ? (
        <label
          className="btn has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-focus"
          data-kind="secondary"
          data-size="md"
          aria-busy={busy}
        >
          <ImagePlus aria-hidden size={16} />
          {t("addPhoto")}
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif"
            className="sr-only"
            onChange={(event) => add(event.target.files?.[0])}
          />
        </label>
      ) : null}
    </Card>
  );
}
