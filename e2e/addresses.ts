const port = 4030
const providerPort = 4031

/** Where the server of the browser tests and its development provider listen. */
export const addresses = { port, providerPort, app: `http://127.0.0.1:${port}`, provider: `http://127.0.0.1:${providerPort}` }
