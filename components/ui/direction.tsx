"use client";

import { Direction } from "radix-ui";

/** Tells Radix the reading direction once, at the root. A file of its own: every page has it, few have a dialog. */
export const ReadingDirection = Direction.Provider;
