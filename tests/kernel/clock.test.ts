import { describe, expect, it } from "vitest";
import { canonicalZone, Day, Instant, TimeZone } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { guardPositions, PositionInput } from "@/lib/tracking/contract";

const fixAt = (at: string) => ({ id: newId(), at, lat: 21.4, lng: 39.8 });
/** What the schema and the hand-checked guard of the hot path make of it. */
const read = (at: string) => {
  const parsed = PositionInput.safeDecode(fixAt(at));
  const [guarded] = guardPositions({ positions: [fixAt(at)] })?.fixes ?? [];
  return [parsed.success ? parsed.data.at.toISOString() : null, guarded?.at.toISOString() ?? null];
};

describe("[R88] a moment", () => {
  it.each([
    ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"],
    ["1970-01-01T01:00:00+01:00", "1970-01-01T00:00:00.000Z"],
    ["2026-11-21T12:18:00.5+07:00", "2026-11-21T05:18:00.500Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ])("comes back as it went in: %s", (given, kept) => {
    expect(Instant.encode(Instant.decode(given))).toBe(kept);
    expect(read(given)).toEqual([kept, kept]);
  });

  it.each([
    "0000-01-01T00:00:00Z",
    "0050-06-01T00:00:00Z",
    "0099-12-31T23:59:59Z",
    "1969-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00+00:01",
    "9999-12-31T23:59:59-00:01",
    "+010000-01-01T00:00:00Z",
    "-000001-01-01T00:00:00Z",
    "26-11-21T05:18:00Z",
    "2026-02-30T05:18:00Z",
    "2026-11-21T05:18:00",
  ])("outside of 1970 to 9999, or in no calendar, is refused: %s", (given) => {
    expect(Instant.safeDecode(given).success).toBe(false);
    expect(read(given)).toEqual([null, null]);
  });
});

describe("a day", () => {
  it.each(["1900-01-01", "1968-03-14", "2026-11-21", "9999-12-31"])("is one of the calendar: %s", (day) => {
    expect(Day.parse(day)).toBe(day);
  });

  it.each(["0000-01-01", "0001-01-01", "1899-12-31", "2026-02-30", "2026-11-21T00:00:00Z", "21-11-2026", ""])(
    "is refused where no database, no calendar or nobody alive knows it: '%s'",
    (day) => {
      expect(Day.safeParse(day).success).toBe(false);
    },
  );
});

describe("a time zone", () => {
  it.each([
    ["Asia/Riyadh", "Asia/Riyadh"],
    ["asia/jakarta", "Asia/Jakarta"],
    ["ASIA/ALMATY", "Asia/Almaty"],
    ["US/Pacific", "America/Los_Angeles"],
    ["etc/utc", "UTC"],
  ])("is kept in its one spelling: %s", (given, kept) => {
    expect(TimeZone.parse(given)).toBe(kept);
    expect(canonicalZone(kept)).toBe(kept);
  });

  it.each(["", "Mars/Olympus", "+07:00", "-0300", "Asia/Riyadh ", "<script>", "x".repeat(61), "\u0000"])(
    "is refused when nobody knows it, or when it is a bare offset: '%s'",
    (given) => {
      expect(TimeZone.safeParse(given).success).toBe(false);
    },
  );
});
