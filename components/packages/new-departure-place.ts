/** Where on a package's page its next departure is made. */
export const NEW_DEPARTURE = "new-departure";
