// Two runs beside each other take ports of their own.
const port = Number(process.env.E2E_PORT ?? 4030)
const providerPort = port + 1

/** Where the server of the browser tests and its development provider listen. */
export const addresses = { port, providerPort, app: `http://127.0.0.1:${port}`, provider: `http://127.0.0.1:${providerPort}` }
