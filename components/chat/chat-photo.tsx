"use client";

import { ImageOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Photo } from "@/lib/chat/contract";
import { shapeOf } from "./photo-shape";
import type { ChatSession } from "./session";

type Size = "small" | "full";
type ChatPhotoProps = { attachment: Photo; session: ChatSession; name: string };

export const backgroundOf = (url: string) => ({ backgroundImage: `url("${url}")` });

/** The picture's bytes, asked for by whoever is signed in: no address of it works for anybody else. */
function usePicture({ attachment, session }: ChatPhotoProps, size: Size | null) {
  const [url, setUrl] = useState<string | null | "missing">(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!size || tries < 0) return;
    let made: string | null = null;
    let isGone = false;
    void session.photo(attachment.id, size).then((blob) => {
      if (isGone) return;
      made = blob && URL.createObjectURL(blob);
      setUrl(made ?? "missing");
    });
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [session, attachment.id, size, tries]);
  const again = () => {
    setUrl(null);
    setTries((n) => n + 1);
  };
  return { url, again };
}

/** A picture in the talk, in its shape before it is there; larger when pressed. */
export function ChatPhoto(props: ChatPhotoProps) {
  const t = useTranslations("chat");
  const [open, setOpen] = useState(false);
  const { url, again } = usePicture(props, "small");
  if (url === "missing") {
    return (
      <button type="button" className="chat-photo chat-photo-missing" onClick={again}>
        <ImageOff aria-hidden size={22} />
        {t("photoMissing")}
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        className="chat-photo"
        style={shapeOf(props.attachment)}
        aria-label={t("photoOf", { name: props.name })}
        onClick={() => setOpen(true)}
      >
        <span className={url ? "chat-picture" : "skeleton"} style={url ? backgroundOf(url) : undefined} aria-hidden />
      </button>
      {open ? <Large {...props} small={url} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Large({ small, onClose, ...props }: ChatPhotoProps & { small: string | null; onClose: () => void }) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const { url } = usePicture(props, "full");
  const shown = url && url !== "missing" ? url : small;
  const actions = () => (
    <Button kind="primary" size="lg" onClick={onClose}>
      {common("close")}
    </Button>
  );
  return (
    <Dialog open title={t("photoOf", { name: props.name })} onOpenChange={onClose} actions={actions}>
      {shown ? (
        <span
          role="img"
          aria-label={t("photoOf", { name: props.name })}
          className="chat-picture"
          data-large
          style={{ ...backgroundOf(shown), ...shapeOf(props.attachment) }}
        />
      ) : null}
    </Dialog>
  );
}
