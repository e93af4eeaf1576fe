/** What stands at the top of an agency's papers. `logo`: its picture as it is kept, WebP. */
export type Letterhead = {
  name: string;
  licenceNumber: string | null;
  timeZone: string;
  brandColour: string | null;
  logo: Uint8Array | null;
};
