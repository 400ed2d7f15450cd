/** In a process that `runApart` started: answers, once, what it is given. */
export function answerFrom<Data, Answer>(work: (data: Data) => Answer | Promise<Answer>): void {
  // Nobody waits for the answer any more.
  process.once('disconnect', () => process.exit())
  process.once('message', async ({ data }: { data: Data }) => process.send?.({ answer: await work(data) }))
}
