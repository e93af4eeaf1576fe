import { createElement } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { CopyByHand } from "@/components/ui/copy-button";
import { copyText } from "@/components/ui/copy-text";
import { allMessages } from "@/lib/i18n/load";
import { draw } from "@/tests/support/draw";

afterEach(() => vi.unstubAllGlobals());

it("what is copied is said to be copied only where the browser did it", async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  expect(await copyText("QF-7K2M")).toBe(true);
  expect(writeText).toHaveBeenCalledWith("QF-7K2M");
  vi.stubGlobal("navigator", {
    clipboard: { writeText: () => Promise.reject(new DOMException("Write permission denied")) },
  });
  expect(await copyText("QF-7K2M")).toBe(false);
  // Outside https there is no clipboard at all.
  vi.stubGlobal("navigator", {});
  expect(await copyText("QF-7K2M")).toBe(false);
});

it("where the browser lends no clipboard, the words themselves stand there to be marked, and it is said", () => {
  const children = createElement(CopyByHand, { value: "https://qafila.example/join/QF7K2M", label: "Copy link" });
  const html = draw(children);
  expect(html).toContain('value="https://qafila.example/join/QF7K2M"');
  expect(html).toContain(allMessages("en").common.copyRefused);
});
