"use client";

import { Clock, OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useObjectUrl } from "@/components/ui/use-object-url";
import { backgroundOf } from "./chat-photo";
import type { Outgoing } from "./outbox";
import type { ChatSession } from "./session";
import { SpotLink } from "./spot-link";

/** The words for what a refusal's code says; any other is only known not to be taken. */
const WHY = new Map<string, "leadersOnly" | "noPicture" | "fileTooLarge">([
  ["chat_leaders_only", "leadersOnly"],
  ["photo_invalid", "noPicture"],
  ["body_too_large", "fileTooLarge"],
]);

/** What was written and is not on the server yet: kept on this device, and said so. */
export function WaitingBubble({ item, session }: { item: Outgoing; session: ChatSession }) {
  const t = useTranslations("chat");
  const { clientId, text, picture, position, refused } = item;
  return (
    <article className="chat-row" data-mine data-first>
      <div className="chat-bubble" data-last data-waiting={refused ? "refused" : ""}>
        <span className="sr-only">{t("you")}</span>
        {picture ? <OwnPicture picture={picture} /> : null}
        {position ? <SpotLink position={position} name={t("you")} /> : null}
        {text ? (
          <p className="chat-text" dir="auto">
            {text}
          </p>
        ) : null}
        {refused ? (
          <>
            <p className="chat-foot" data-refused>
              <OctagonAlert aria-hidden size={18} />
              {t("notSent")}
            </p>
            <p className="text-md">{t(WHY.get(refused) ?? "refused")}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <Button size="lg" onClick={() => void session.retry(clientId)}>
                {t("tryAgain")}
              </Button>
              <Button size="lg" kind="ghost" onClick={() => void session.drop(clientId)}>
                {t("discard")}
              </Button>
            </div>
          </>
        ) : (
          <p className="chat-foot">
            <Clock aria-hidden size={18} />
            {t("waiting")}
          </p>
        )}
      </div>
    </article>
  );
}

function OwnPicture({ picture }: { picture: Blob }) {
  const t = useTranslations("chat");
  const url = useObjectUrl(picture);
  return url ? (
    <span
      role="img"
      aria-label={t("photo")}
      className="chat-photo chat-picture aspect-[4/3]"
      style={backgroundOf(url)}
    />
  ) : null;
}
