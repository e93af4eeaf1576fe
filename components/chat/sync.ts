import type { Message, MessagePage } from "@/lib/chat/contract";
import { addOlder, catchUp, EMPTY, hear, openThread, type Thread } from "./thread";

export type PageQuery = { before?: number; since?: number; limit?: number };
/** Null: not now. Throws nothing. */
export type FetchPage = (query: PageQuery) => Promise<MessagePage | null>;

/** Who was away for longer begins again from the newest page instead of hearing everything. */
const FAR_BEHIND = 400;
const PAGE = 100;

/** Keeps one group's messages equal to the server's, whatever gets lost, doubled or out of order on the way: what is
 * heard are hints, and every gap in the changes is asked for. */
export class ChatSync {
  private flight: Promise<boolean> | null = null;
  private again = false;
  private older: Promise<boolean> | null = null;
  private opened: boolean;

  constructor(
    private readonly fetchPage: FetchPage,
    private readonly changed: () => void = () => undefined,
    private state: Thread | null = null,
  ) {
    this.opened = state !== null;
  }

  /** Null until something is known. */
  read = (): Thread | null => this.state;

  /** A message as it was sent, edited or withdrawn. */
  heard(message: Message): void {
    const { thread, gap } = hear(this.state ?? EMPTY, message);
    if (!this.opened || gap) return void this.catchUp();
    this.become(thread);
  }

  /** Asks for what was missed. True when the list is the server's; one question is under way at a time. */
  catchUp(): Promise<boolean> {
    if (this.flight) {
      this.again = true;
      return this.flight;
    }
    this.flight = this.ask();
    return this.flight;
  }

  /** One more page of what was said before. */
  loadOlder(): Promise<boolean> {
    const thread = this.state;
    if (!thread || thread.complete) return Promise.resolve(true);
    this.older ??= this.fetchPage({ before: thread.oldest, limit: PAGE })
      .then((page) => {
        // Begun anew meanwhile: this page no longer borders on what is known.
        if (page && this.state?.oldest === thread.oldest) this.become(addOlder(this.state, page));
        return page !== null;
      })
      .finally(() => {
        this.older = null;
      });
    return this.older;
  }

  private async ask(): Promise<boolean> {
    try {
      do {
        this.again = false;
        if (!(await this.round())) return false;
        // Something was heard meanwhile that did not fit: ask once more.
      } while (this.again);
      return true;
    } finally {
      // In the same breath as that look: what is heard a moment later begins anew instead of waiting for a flight that landed.
      this.flight = null;
    }
  }

  private async round(): Promise<boolean> {
    if (!this.opened) return this.begin();
    for (;;) {
      const thread = this.state ?? EMPTY;
      const page = await this.fetchPage({ since: thread.rev, limit: PAGE });
      if (!page) return false;
      const newest = Math.max(0, ...thread.bySeq.keys());
      if (page.nextCursor !== null && page.lastSeq - newest > FAR_BEHIND) return this.begin();
      const { thread: next, done } = catchUp(this.state ?? EMPTY, page);
      this.become(next);
      if (done) return true;
    }
  }

  private async begin(): Promise<boolean> {
    const page = await this.fetchPage({ limit: PAGE });
    if (!page) return false;
    this.opened = true;
    this.become(openThread(page));
    return true;
  }

  private become(thread: Thread): void {
    if (thread === this.state) return;
    this.state = thread;
    this.changed();
  }
}
