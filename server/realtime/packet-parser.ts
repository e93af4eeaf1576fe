import { Decoder, Encoder } from "socket.io-parser";

/** Our clients send text. Of a message in pieces each would be kept until the last has come, as long as that may be. */
class OnePiece extends Decoder {
  constructor() {
    super({ maxAttachments: 1 });
  }
}

/** How messages are spelled on a socket, and read. */
export const packetParser = { Encoder, Decoder: OnePiece };
