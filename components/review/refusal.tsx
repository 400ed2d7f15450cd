/** Why a file was not given, in the words of the door that refused, and the number under which that is on record. */
export interface Refusal {
  message: string
  requestId?: string
}

/** What an answer of a door says that gives no file. */
export async function refusalOf(response: Response): Promise<Refusal> {
  return await response.json() as Refusal
}

export function RefusalWords({ message, requestId }: Refusal) {
  return (
    <p role="alert" className="font-medium text-danger">
      {message} {requestId && <code className="font-mono text-small font-normal break-all">{requestId}</code>}
    </p>
  )
}
