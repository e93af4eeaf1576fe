import type { SendMessage } from "./contract";

/** A look of the office lasts so long (PRODUCT 3 gives a super admin the same hour). */
export const LOOK_MS = 3_600_000;
/** A picture that was uploaded and never sent is swept after a day. */
export const UNSENT_MS = 86_400_000;

/** Characters of what is answered to that go along with the answer. */
export const QUOTE_MAX = 160;

/** What a message is, apart from who sent it and where it stands. */
export const contentOf = ({ text, attachment, position, replyTo }: SendMessage) => ({
  body: text ?? null,
  attachmentId: attachment ?? null,
  lat: position?.lat ?? null,
  lng: position?.lng ?? null,
  replyTo: replyTo ?? null,
});
