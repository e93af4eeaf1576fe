import { ChatDesk } from "./chat-desk";
import { ChatMeanwhile, type ChatMeanwhileProps } from "./chat-meanwhile";

/** A group's talk as its page begins: what was said stands there at once, what can be done comes with the scripts. */
export const Talk = (props: ChatMeanwhileProps & { agency: string }) => (
  <ChatDesk {...props} meanwhile={<ChatMeanwhile {...props} />} />
);
