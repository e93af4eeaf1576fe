/** What OsmAnd asks for: it fills in latitude, longitude, milliseconds and the accuracy in metres by their places. Its speed is
 * in metres per second, where the protocol's is in knots: it is left out. */
export const osmAndAddress = (url: string) => `${url}?id=osmand&lat={0}&lon={1}&timestamp={2}&accuracy={3}`;
