import { ChatDesk } from "./chat-desk";
import { ChatMeanwhile } from "./chat-meanwhile";
import type { ChatRoomProps } from "./chat-room";

/** A group's talk as its page begins: what was said stands there at once, what can be done comes with the scripts. */
export const Talk = (props: ChatRoomProps) => <ChatDesk {...props} meanwhile={<ChatMeanwhile {...props} />} />;
