"use client";

import { ImagePlus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { PackagePhoto } from "@/components/public/package-photo";
import { upload } from "@/components/shell/files";
import { type Act, type Answer, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FileButton } from "@/components/ui/file-button";
import type { Package } from "@/lib/packages/contract/package";

type PhotoWallProps = { slug: string; saved: Package; remove: Act<{ id: string; photoId: string }, Package> };

/** The pictures of a package, the first being its cover; the server draws each anew before anybody sees it. */
export function PhotoWall({ slug, saved: { id, photos, mayChange }, remove }: PhotoWallProps) {
  const t = useTranslations("packages");
  const { busy, act } = useAct();
  const send = async (file: File): Promise<Answer<Package>> => {
    const sent = await upload<Package>(slug, `/api/v1/packages/${id}/photos`, file);
    if (sent === "offline") throw new Error(sent);
    return "kept" in sent ? { ok: true, value: sent.kept } : { ok: false, error: "refused", message: sent.refused };
  };
  const add = (file: File) => act(() => send(file), { said: { text: t("photoAdded") } });
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
        <FileButton
          accept="image/jpeg,image/png,image/webp,image/avif"
          icon={<ImagePlus aria-hidden size={16} />}
          busy={busy}
          choose={add}
        >
          {t("addPhoto")}
        </FileButton>
      ) : null}
    </Card>
  );
}
