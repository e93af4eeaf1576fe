import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** Seconds by route pattern, never by path: paths name people and agencies. */
const requests = new Histogram({
  name: "qafila_http_request_seconds",
  help: "API requests",
  labelNames: ["method", "route", "status"],
  buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  registers: [registry],
});

export const socketGauge = new Gauge({
  name: "qafila_sockets",
  help: "Open sockets on this node",
  registers: [registry],
});
export const factsWaiting = new Gauge({
  name: "qafila_facts_waiting",
  help: "Facts not yet handed to the queue",
  registers: [registry],
});

export const countRequest = (method: string, route: string, status: number, seconds: number) =>
  requests.observe({ method, route, status }, seconds);
